import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import { phrase } from "../../text/phrase.ts";

/** A text where it stands. */
export interface Seen {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the texts of a pool are: what alone says who somebody is, which a date does not; a part of that alone, which may be a birthday; or another. */
export type PoolUse = "key" | "part" | "other";

/** Asks whether a text and another are one, or what it is beside the other. */
export type Ask = (code: "D251" | "D252", found: Seen, beside: Seen | undefined) => void;

/** `column`: as it is called. */
export const askOf =
  (column: string, diagnostics: Diagnostics): Ask =>
  (code, { text, file, line, column: ordinal }, beside) => {
    const related = beside && [
      {
        place: cellPlace(beside.file, beside.line, beside.column || 1),
        message: phrase('"{other}" stands here', { other: beside.text }),
      },
    ];
    const parameters = { found: text, other: beside?.text, column };
    diagnostics.report(code, parameters, cellPlace(file, line, ordinal || 1), related);
  };
