import { clean, fold, spelledWords } from "../../text/fold.ts";
import { maximaWords, pointWords } from "../vocabulary.ts";

/** The maximum that stands behind a name in a head: `Tư tưởng (30 điểm)`, `Tư tưởng - 30 điểm`, `Tư tưởng /30`, `Quality [0-30]`. */
export interface StatedMaximum {
  /** The head without it. */
  readonly name: string;
  /** The number as it is written. */
  readonly figure: string;
}

export function statedMaximum(head: string): StatedMaximum | undefined {
  const text = clean(head);
  // The cheap test first: patterns of letters take long to compile.
  if (!/[-–—:,/([].*\d/.test(text)) return undefined;
  for (const [form, needsWord] of forms()) {
    const { words = "", figure, unit = "" } = form.exec(text)?.groups ?? {};
    const isSaid = !needsWord || words !== "" || unit !== "";
    if (figure !== undefined && isSaid && before.has(fold(words)) && behind.has(fold(unit)))
      return { name: clean(text.replace(form, " ")), figure };
  }
  return undefined;
}

const words = String.raw`(?<words>\p{L}[\p{L} ]*?)?[.:]?\s*`;
const figure = String.raw`(?<figure>\d+(?:[.,]\d+)?)\s*(?<unit>\p{L}+)?\.?`;
/** Without brackets a number alone may be anything: a unit stands behind it, or a word for a maximum before it. */
const forms = () =>
  [
    [new RegExp(String.raw`[([]\s*${words}(?:0\s*[-–]\s*|\/\s*)?${figure}\s*[)\]]`, "u"), false],
    [new RegExp(String.raw`\s*[-–—:,]\s*${words}${figure}(?=\s|$)`, "u"), true],
    // The words of a source stand behind it, `Tự chấm`, and are no unit.
    [new RegExp(String.raw`\s*[-–—:,]\s*${words}(?<figure>\d+(?:[.,]\d+)?)(?=\s\p{Lu})`, "u"), true],
    [/\s*\/\s*(?<figure>\d+(?:[.,]\d+)?)(?:\s*(?:điểm|đ|points?|pts?)\.?)?(?=\s|$)/u, false],
  ] as const;
const before = spelledWords(["", ...maximaWords], fold);
const behind = spelledWords(["", ...pointWords], fold);
