import { parseDate } from "../../period/date.ts";
import type { Check } from "./context.ts";

/** The days between which a rubric is valid exist and are in order. */
export const checkValid: Check = ({ rubric, places, diagnostics }) => {
  const { valid } = rubric;
  if (!valid) return;
  const [from, to] = [parseDate(valid.from), parseDate(valid.to)];
  for (const key of ["from", "to"] as const) {
    if (parseDate(valid[key]) === undefined)
      diagnostics.report("R145", { found: valid[key] }, places.value(valid, key));
  }
  if (from !== undefined && to !== undefined && from > to) {
    diagnostics.report("R146", {}, places.value(valid, "to"));
  }
};
