import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Records } from "../1-records/records.ts";
import type { At, Decoder } from "./fault.ts";
import { isFault } from "./fault.ts";

export type DecimalMark = "." | ",";

/** Finds out which decimal mark a file uses, from its own numbers. */
export interface DecimalMarks {
  /** The text of a number that was read. */
  see(text: string, at: At): void;
  /** The mark, when the whole file is read; reports a file in which nothing tells what an unclear number means. */
  finish(): DecimalMark | undefined;
}

interface Evidence extends At {
  readonly mark: DecimalMark;
  readonly text: string;
}

const couldBeThousands = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** A decoder of numbers that shows `marks` those that it accepts. */
export const watched =
  <T>(decode: Decoder<T>, marks: DecimalMarks): Decoder<T> =>
  (text, at) => {
    const value = decode(text, at);
    if (!isFault(value)) marks.see(text, at);
    return value;
  };

/** A file with two marks is reported once, however many cells it has: which of the two is wrong nobody can tell. */
export function createDecimalMarks(place: Records["place"], diagnostics: Diagnostics): DecimalMarks {
  let first: Evidence | undefined;
  let unclear: Evidence | undefined;
  let isMixed = false;
  return {
    see(cell, at) {
      const mark = /[.,]/.exec(cell)?.[0] as DecimalMark | undefined;
      if (mark === undefined) return;
      const text = cell.replace(/ ?%$/, "");
      const other = first && first.mark !== mark ? first : unclear && unclear.mark !== mark ? unclear : undefined;
      if (other && !isMixed) {
        isMixed = true;
        diagnostics.report(
          "D112",
          { found: text, first: other.text, line: other.line, column: other.column },
          place(at.line, at.column),
          [{ place: place(other.line, other.column), message: { en: "the other mark", vi: "dấu kia" } }],
        );
      }
      if (couldBeThousands.test(text)) unclear ??= { mark, text, ...at };
      else first ??= { mark, text, ...at };
    },
    finish() {
      if (!first && unclear && !isMixed) {
        const { text, mark, line, column } = unclear;
        const decimal = text.replace(mark, ".").replace(/\.?0+$/, "");
        diagnostics.report("D113", { found: text, decimal, thousands: text.replace(mark, "") }, place(line, column));
      }
      return (first ?? unclear)?.mark;
    },
  };
}
