import type { Reason } from "../model/reason.ts";
import { reasonText } from "../views/reason-text.ts";
import type { Writing } from "./parts.ts";

/** A reason's text in which a list of the query stands. */
export function withHole(writing: Writing, reason: (hole: string) => Reason, list: string): string {
  const [before, after] = aroundHole(writing, reason).map(writing.dialect.literal);
  return `${before} || ${list} || ${after}`;
}

/** What of a reason's text stands before and behind a hole in it. */
export const aroundHole = ({ plan }: Writing, reason: (hole: string) => Reason): readonly [string, string] =>
  partedAtHole((hole) => reasonText(plan, reason(hole)));

export function partedAtHole(text: (hole: string) => string): readonly [string, string] {
  const hole = "\u0001";
  const [before = "", after = ""] = text(hole).split(hole);
  return [before, after];
}
