import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkReceipt } from "../archive/check-receipt.ts";
import { receiptName } from "../archive/receipt.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { kindOf } from "../files/files.ts";

/**
 * Reports a file that is to be written where it would take the place of one that the command reads, or of one of results. `flag`
 * names it; `inputs`: names of all that is read.
 */
export function reportOverwriting(
  file: string,
  flag: "--out" | "--rejects",
  inputs: readonly string[],
  diagnostics: Diagnostics,
): void {
  if (inputs.some((name) => isSame(name, file))) diagnostics.report("C190", { file, flag });
  else if (isOfResults(file)) diagnostics.report("C187", { file, flag });
}

/** Whether the receipt beside a file lists it, or it is that receipt. */
export function isOfResults(file: string): boolean {
  const receipt = join(dirname(file), receiptName);
  if (kindOf(receipt) !== "file") return false;
  if (basename(file) === receiptName) return true;
  const checked = checkReceipt(readFileSync(receipt, "utf8"));
  return "receipt" in checked && checked.receipt.outputs.some(({ name }) => name === basename(file));
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
