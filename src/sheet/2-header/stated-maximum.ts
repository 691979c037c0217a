import { clean, fold } from "../../text/fold.ts";
import { maximaWords, pointWords } from "../vocabulary.ts";

/** The maximum that stands behind a name in a head: `Tư tưởng (30 điểm)`, `Tư tưởng (tối đa 30)`, `Quality [0-30]`. */
export interface StatedMaximum {
  /** The head without it. */
  readonly name: string;
  /** The number as it is written. */
  readonly figure: string;
}

export function statedMaximum(head: string): StatedMaximum | undefined {
  const text = clean(head);
  const { words = "", figure, unit = "" } = inBrackets.exec(text)?.groups ?? {};
  if (figure === undefined || !before.has(fold(words)) || !behind.has(fold(unit))) return undefined;
  return { name: clean(text.replace(inBrackets, " ")), figure };
}

const inBrackets =
  /[([]\s*(?<words>\p{L}[\p{L} ]*)?[.:]?\s*(?:0\s*[-–]\s*|\/\s*)?(?<figure>\d+(?:[.,]\d+)?)\s*(?<unit>\p{L}+)?\.?\s*[)\]]/u;
const before = new Set(["", ...maximaWords].map(fold));
const behind = new Set(["", ...pointWords].map(fold));
