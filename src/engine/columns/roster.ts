import type { People } from "../../model/people.ts";
import { keyAt, keyIdOf } from "../../model/people.ts";
import type { Exact } from "../../number/exact.ts";
import { multiply } from "../../number/exact.ts";
import { compareTexts } from "../../text/texts.ts";

/** Whom the results of a period are about, by row, and what they come to: all that classes, quotas and ranks look at. */
export interface Roster {
  readonly people: People;
  readonly count: number;
  /** Numbers of {@link People}. */
  readonly profile: Int32Array;
  /** 1 for a row of which more is to be said than whole numbers: see {@link markOwn}. */
  readonly marked: Uint8Array;
  /** So many of its numbers are a unit: more than one where parts are divided. */
  readonly per: number;
  /** Wide where they have to be. It means nothing where there is no band. Empty until rows are scored. */
  total: Int16Array | Int32Array;
  /** Index of the band, {@link noBand} where there is none: by points, then as rules and quotas leave it. Empty until rows are scored. */
  band: Uint8Array;
  /** How many of those without a band are not rated; the others are incomplete. */
  notRated: number;
}

export const noTotal = -0x80000000;
export const noBand = 255;

export const keyOfRow = ({ people, profile }: Roster, row: number): string => keyAt(people, profile[row] as number);

/** Negative where the key of row `a` stands before that of `b`. */
export const compareKeys = ({ people, profile }: Roster, a: number, b: number): number =>
  compareTexts(people.keys, keyIdOf(people, profile[a] as number), keyIdOf(people, profile[b] as number));

/** Makes room for the totals and bands of all rows. */
export function openTotals(roster: Roster): void {
  roster.total = new Int16Array(roster.count);
  roster.band = new Uint8Array(roster.count);
}

/** Enters the total of a row and the band that it gives. */
export function enterTotal(roster: Roster, row: number, total: number, band: number): void {
  if ((total << 16) >> 16 !== total && roster.total instanceof Int16Array) roster.total = Int32Array.from(roster.total);
  roster.total[row] = total;
  roster.band[row] = band;
}

/** The same of a total of any kind, in units. @returns whether it is whole here, or there is none */
export function enterAnyTotal(
  roster: Roster,
  row: number,
  units: Exact | undefined,
  bandOf: (total: number) => number,
): boolean {
  const total = units === undefined ? undefined : numberIn(roster, units);
  if (total === undefined) roster.band[row] = noBand;
  else enterTotal(roster, row, total, bandOf(total));
  return total !== undefined || units === undefined;
}

/**
 * A period is concluded: marks those who have no band in the end, and those of whom the law says more than that (`own`), as rows
 * whose cells are not all numbers. The bands of the others follow from their totals.
 */
export function markOwn({ marked, count }: Roster, bands: Uint8Array, own: Uint8Array): void {
  for (let row = 0; row < count; row++) if (own[row] === 1 || bands[row] === noBand) marked[row] = 1;
}

/** What some units are among the numbers of a roster; undefined where they are no whole one that has room. */
export function numberIn({ per }: Pick<Roster, "per">, units: Exact): number | undefined {
  const number = per === 1 ? units : multiply(units, per);
  return isSmall(number) ? number : undefined;
}

/** Is it a whole number that has room in a column? */
export const isSmall = (number: Exact | undefined): number is number =>
  typeof number === "number" && Math.abs(number) < -noTotal;
