import { longestTitle, spelledWords, spelling } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import { countNames, partWords, peopleWords, totalWords } from "../vocabulary.ts";

const countingWords = spelledWords([...countNames, ...totalWords]);
const beginnings = spelledWords(partWords);
const people = spelledWords(["", ...peopleWords]);

/**
 * Does a row count people, and say nothing else: `Sĩ số: 42`, `Sĩ số | 42`, `Tổng: | 12 người`? `part`: only some of them, below such a line: `Trong đó:`,
 * `- Nam: 10`, `+ Hoàn thành tốt | 3 người`.
 */
export function headCount(cells: readonly string[]): "all" | "part" | undefined {
  const texts = cells.map(cellText).filter(Boolean);
  // The number may stand once more in the column of such numbers.
  const [said = "", again = ""] = texts.slice(-2);
  const text = (again !== "" && said.endsWith(`: ${again}`) ? texts.slice(0, -1) : texts).join(" ");
  if (text.length > longestTitle) return undefined;
  if (beginnings.has(spelling(text.split(" ", 2).join(" ").replace(/:$/, "")))) return "part";
  // The cheap test first: patterns of letters take long to compile.
  if (!/^\D+\d+\D*(?:[\d.,]+ ?%\D*)?$/.test(text)) return undefined;
  // `- Nam: 10 người (45,5 %)`; no code has its digits behind a colon or before a word for people.
  const [, bullet, label = "", colon, of = ""] =
    /^([-–+*•] ?)?(\p{L}[^\d:]*?) ?(:)? ?\d+ ?(\p{L}[^\d(]*?)?(?: ?\(?[\d.,]+ ?%\)?)?[;.]?$/u.exec(text) ?? [];
  if (label === "" || !people.has(spelling(of))) return undefined;
  // Nobody is called by several such words.
  if (!colon && of === "" && !(label.includes(" ") && countingWords.has(spelling(label)))) return undefined;
  if (countingWords.has(spelling(label))) return "all";
  return bullet ? "part" : undefined;
}
