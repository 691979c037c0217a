import { createNames } from "../../text/names.ts";
import { noMarks, noWords, yesMarks, yesWords } from "../../text/vocabulary.ts";

const answers = createNames([...yesWords, ...yesMarks, ...noWords, ...noMarks].map((word) => [word, true]));
const longest = 5;

/**
 * Could a text in a score cell be meant as a score, however it is written? A figure, a yes or no, an error of a spreadsheet;
 * not the date or the sentence that stands below a table.
 */
export function isScoreLike(text: string): boolean {
  if (/^(?:#|Err:)/i.test(text) || answers(text)) return true;
  const isDateLine = /(?:ngày|tháng|năm|date)(?=$|[ \d.:])/i.test(text);
  return /\p{Nd}/u.test(text) && !isDateLine && text.split(" ").length <= longest;
}
