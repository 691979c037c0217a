import { clean } from "../../text/fold.ts";

/** The maximum that stands behind a name in a head: `Tư tưởng (30 điểm)`, `Tư tưởng (tối đa 30)`, `Quality [0-30]`. */
export interface StatedMaximum {
  /** The head without it. */
  readonly name: string;
  /** The number as it is written. */
  readonly figure: string;
}

export function statedMaximum(head: string): StatedMaximum | undefined {
  const text = clean(head);
  const figure = maximum.exec(text)?.groups?.figure;
  return figure === undefined ? undefined : { name: clean(text.replace(maximum, " ")), figure };
}

const maximum =
  /[([]\s*(?:(?:điểm\s+)?(?:tối đa|toi da)|thang điểm|max\.?|maximum|out of)?\s*:?\s*(?:0\s*[-–]\s*|\/\s*)?(?<figure>\d+(?:[.,]\d+)?)\s*(?:điểm|diem|đ|points?|pts?\.?)?\s*[)\]]/iu;
