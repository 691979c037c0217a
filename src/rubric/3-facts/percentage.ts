import { parseDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, multiply } from "../../number/exact.ts";
import type { Percentage } from "../2-shape/rubric.generated.ts";

/** `20%` and 0.2 are 0.2; undefined for a text that is neither. */
export function share(value: Percentage): Exact | undefined {
  if (typeof value !== "string") return value;
  const number = parseDecimal(value.replace(/\s*%$/, ""));
  return number === undefined || !value.endsWith("%") ? number : divide(number, 100);
}

/** The same in percent: `20%` and 0.2 are 20. */
export function percent(value: Percentage): Exact | undefined {
  const number = share(value);
  return number === undefined ? undefined : multiply(number, 100);
}
