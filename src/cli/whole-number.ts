import type { Diagnostics } from "../diagnostics/diagnostic.ts";

/** The whole number that a flag holds; undefined where it is none, which is reported, or where it is not given. */
export function wholeNumber(
  flag: string,
  text: string | undefined,
  least: number,
  diagnostics: Diagnostics,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : -1;
  if (number >= least) return number;
  diagnostics.report("C145", { flag, found: text, least });
  return undefined;
}
