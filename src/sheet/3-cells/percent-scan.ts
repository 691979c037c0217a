import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, multiply, sign } from "../../number/exact.ts";
import type { Records } from "../1-records/records.ts";
import type { At } from "./fault.ts";

/** Watches a column of percentages: is 0.85 meant as 0.85 % or 85 %? */
export interface PercentScan {
  see(value: Exact, hasMark: boolean, text: string, at: At): void;
  /** Reports a column in which nothing tells, when the whole file is read. */
  finish(header: string): void;
}

export function createPercentScan(place: Records["place"], diagnostics: Diagnostics): PercentScan {
  let isClear = false;
  let first: (At & { readonly value: Exact; readonly text: string }) | undefined;
  return {
    see(value, hasMark, text, at) {
      if (hasMark || compare(value, 1) > 0) isClear = true;
      else if (!first && sign(value) !== 0) first = { value, text, ...at };
    },
    finish(header) {
      if (isClear || !first) return;
      const percent = formatDecimal(multiply(first.value, 100));
      diagnostics.report("D114", { header, found: first.text, percent }, place(first.line, first.column));
    },
  };
}
