import type { Diagnostics, Related } from "../../diagnostics/diagnostic.ts";
import { cellPlace, tabIn } from "../../model/places.ts";
import { phrase } from "../../text/phrase.ts";

/** A text where it stands. */
export interface Seen {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The other text; one that stands in no cell of its row is said elsewhere for many. */
export const otherOf = ({ text: other, file, line, column }: Seen): Related => ({
  place: cellPlace(file, line, column || 1),
  message:
    column === 0
      ? phrase('a title above, the name of the tab or the default says "{other}"', { other })
      : phrase('"{other}" stands here', { other }),
});

/** What the texts of a pool are: what alone says who somebody is, which a date does not; a part of that alone, which may be a birthday; who rates; or another. */
export type PoolUse = "key" | "part" | "raters" | "other";

export const isOfKeys = (use: PoolUse): boolean => use === "key" || use === "part";

/** Asks whether a text and another are one, or what it is beside the other. `day`: what it may be. */
export type Ask = (
  code: "D251" | "D252" | "D254" | "D255" | "D256",
  found: Seen,
  beside: Seen | undefined,
  day?: string,
) => void;

const isoDay = /^\d{4}-\d\d-\d\d$/;

/** As a date of a workbook is read, whatever its format. */
const isDateCell = ({ text, file }: Seen): boolean => tabIn(file) !== undefined && isoDay.test(text);

/** `column`: as it is called. */
export const askOf =
  (column: string, diagnostics: Diagnostics): Ask =>
  (code, found, beside, day) => {
    const { text, file, line, column: ordinal } = found;
    const related = beside && [otherOf(beside)];
    const other = beside?.text;
    const date = [found, beside].find((each) => each && isDateCell(each))?.text;
    const typed = [text, other].find((each) => each !== undefined && !isoDay.test(each));
    const parameters = { found: text, other, column, day, date, typed };
    diagnostics.report(code, parameters, cellPlace(file, line, ordinal || 1), related);
  };
