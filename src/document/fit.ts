import { isLatin, visible } from "../text/visible.ts";
import { charactersOf, displayWidth } from "../text/width.ts";

/** A column of a terminal table while it is fitted: how wide it would be, and what it may give up. */
export interface FitColumn {
  /** Display width of its widest cell or of its head. */
  readonly wanted: number;
  /** Wide enough to say most of it: it is cut to this before anything is left out. */
  readonly enough: number;
  /** Narrower than this it says nothing: a column of numbers or keys is never cut. */
  readonly least: number;
  /** May be left out altogether; of several the last goes first. */
  readonly optional: boolean;
  /** Columns are cut in the order of falling patience: 0 last. */
  readonly patience: number;
}

/** What a column may give up where room is scarce; absent: nothing. `least` and `enough` are widths. */
export type Give = Partial<Omit<FitColumn, "wanted">>;

/** Spaces between two columns. */
export const gap = 2;

/**
 * Widths with which the columns fit into `width`; 0 for a column that is left out. Long texts are cut to what is enough,
 * then optional columns go, then texts are cut further; where even that does not do, the table is wider than the terminal.
 */
export function fitColumns(columns: readonly FitColumn[], width: number): number[] {
  const widths = columns.map(({ wanted }) => wanted);
  const excess = () => widths.reduce((sum, each) => sum + (each > 0 ? each + gap : 0), -gap) - width;
  const cutTo = (at: number, least: number): void => {
    const wide = widths[at] as number;
    if (excess() > 0 && wide > least) widths[at] = Math.max(least, wide - excess());
  };
  for (const [at, { enough }] of columns.entries()) cutTo(at, enough);
  for (let at = columns.length - 1; at >= 0 && excess() > 0; at--) {
    if (columns[at]?.optional) widths[at] = 0;
  }
  const byPatience = [...columns.keys()].sort((a, b) => patience(columns, b) - patience(columns, a));
  for (const at of byPatience) cutTo(at, (columns[at] as FitColumn).least);
  return widths;
}

const patience = (columns: readonly FitColumn[], at: number): number => (columns[at] as FitColumn).patience;

/** `text` filled up with spaces, or cut with an ellipsis, to a display width of exactly `width`; `isKnown`: it is Latin. */
export function pad(text: string, width: number, side: "left" | "right", isKnown = false): string {
  if ((isKnown || isLatin(text)) && text.length <= width)
    return side === "left" ? text.padEnd(width) : text.padStart(width);
  const shown = cut(visible(text), width);
  const blank = " ".repeat(width - displayWidth(shown));
  return side === "left" ? shown + blank : blank + shown;
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let [shown, used] = ["", 0];
  for (const character of charactersOf(text)) {
    const wide = displayWidth(character);
    if (used + wide > width - 1) break;
    shown += character;
    used += wide;
  }
  return `${shown}…`;
}
