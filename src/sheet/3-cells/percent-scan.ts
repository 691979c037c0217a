import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { spelled } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, multiply, sign } from "../../number/exact.ts";
import type { Records } from "../1-records/records.ts";
import type { At } from "./fault.ts";

/** Watches a column that holds percentages for which the rubric states no unit: is 0.85 meant as 0.85 % or 85 %? */
export interface PercentScan {
  see(value: Exact, hasMark: boolean, text: string, at: At): void;
  /** Reports a column in which nobody can tell, when the whole file is read. */
  finish(header: string): void;
}

/** More than a fraction of 1 ever is: nobody reaches 200 % where others stay below 2 %. */
const mostAsFraction = 2;

/** `of`: those of a `ratio` are percentages; other numbers are some only beside cells with a percent sign. */
export function createPercentScan(
  place: Records["place"],
  diagnostics: Diagnostics,
  of: "ratio" | undefined,
): PercentScan {
  let [hasMarks, hasLarge] = [false, false];
  let small: (At & { readonly value: Exact; readonly text: string }) | undefined;
  return {
    see(value, hasMark, text, { line, column }) {
      if (hasMark) hasMarks = true;
      else if (compare(value, mostAsFraction) > 0) hasLarge = true;
      else if (!small && sign(value) > 0) small = { value, text, line, column };
    },
    finish(header) {
      if (!small || ((hasLarge || !of) && !hasMarks)) return;
      const percent = spelled(multiply(small.value, 100));
      diagnostics.report("D114", { header, found: small.text, percent, ratio: of }, place(small.line, small.column));
    },
  };
}
