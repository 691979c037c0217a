import type { Units } from "../../model/node.ts";
import type { Total } from "../../model/stage.ts";
import { maximum, minimum } from "../../number/exact.ts";
import { round } from "../../number/rounding.ts";
import type { Trace } from "./trace.ts";

/** A total from its exact value: cut to 0..max with `clamp`, then rounded. */
export function finishTotal({ clamp, max, round: rounding }: Total, exact: Units, trace?: Trace): Units {
  const cut = clamp ? minimum(maximum(exact, 0), max) : exact;
  const total = rounding ? round(cut, rounding) : cut;
  trace?.({ kind: "total", exact, cut, total });
  return total;
}

/** What the total is without `clamp`. */
export const unclampedTotal = ({ round: rounding }: Total, exact: Units): Units =>
  rounding ? round(exact, rounding) : exact;
