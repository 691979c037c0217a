import type { Diagnostics, Related } from "../../diagnostics/diagnostic.ts";
import { cellPlace, typedBeside } from "../../model/places.ts";
import { phrase } from "../../text/phrase.ts";

/** What the texts of a pool are: what alone says who somebody is, which a date does not; a part of that alone, which may be a birthday; who rates; or another. */
export type PoolUse = "key" | "part" | "raters" | "other";

export const isOfKeys = (use: PoolUse): boolean => use === "key" || use === "part";

/** A column of a pool. `label`: as it is called. */
export interface PoolColumn {
  readonly label: string;
  readonly use: PoolUse;
}

/** Where a text stands. */
export interface TextCell {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A text where it stands. */
export interface Seen extends PoolColumn, TextCell {
  readonly text: string;
}

/** The other text; one that stands in no cell of its row is said elsewhere for many. */
export const otherOf = ({ text: other, file, line, column }: TextCell & Pick<Seen, "text">): Related => ({
  place: cellPlace(file, line, column || 1),
  message:
    column === 0
      ? phrase('a title above, the name of the tab or the default says "{other}"', { other })
      : phrase('"{other}" stands here', { other }),
});

/**
 * May two texts be one because of their words? Two keys may well be two people, and of raters beside keys that stand alone it is asked when
 * all are known who have such a key.
 */
export const mayBeOne = (one: Seen, other: Seen): boolean =>
  one.text !== other.text && [one, other].some(({ use }) => !isOfKeys(use)) && !isRatersKey(one.use, other.use);

/** Do some of these columns say what {@link mayBeOne} asks about beside keys? */
export const areBesideKeys = (uses: readonly PoolUse[]): boolean =>
  uses.some((one) => isOfKeys(one) && uses.some((other) => !isOfKeys(other) && !isRatersKey(one, other)));

const isRatersKey = (...uses: readonly PoolUse[]): boolean => uses.includes("raters") && uses.includes("key");

/** Keeps the first text under a name, and one that is no key rather than a key. @returns whether it was kept */
export function keepFirst(first: Map<string, Seen>, name: string, seen: Seen): boolean {
  const before = first.get(name);
  if (before && (isOfKeys(seen.use) || !isOfKeys(before.use))) return false;
  first.set(name, seen);
  return true;
}

/** Asks whether a text and another are one, or what it is beside the other. `day`: what it may be. */
export type Ask = (
  code: "D251" | "D252" | "D254" | "D255" | "D256",
  found: Seen,
  beside: Seen | undefined,
  day?: string,
) => void;

export const askOf =
  (diagnostics: Diagnostics): Ask =>
  (code, found, beside, day) => {
    const { text, file, line, column: ordinal, label } = found;
    const related = beside && [otherOf(beside)];
    const other = beside?.text;
    const parameters = { found: text, other, column: label, day, ...typedBeside(found, beside) };
    diagnostics.report(code, parameters, cellPlace(file, line, ordinal || 1), related);
  };
