import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { kindOf, reportUnreadable, systemCode } from "../files/files.ts";
import { hashOf } from "../files/hash.ts";
import { phrase } from "../text/phrase.ts";
import { checkReceipt } from "./check-receipt.ts";
import type { Receipt } from "./receipt.ts";
import { receiptName } from "./receipt.ts";
import { completeResults } from "./write-results.ts";

/** Results that are as score wrote them: every file has the hash that the receipt gives. */
export interface OpenResults {
  /** As given. */
  readonly directory: string;
  readonly receipt: Receipt;
  /** The receipt as it stands in the folder. */
  readonly text: string;
}

/** Opens a folder with results; undefined, with diagnostics, where it holds none or somebody changed them. */
export async function openResults(directory: string, diagnostics: Diagnostics): Promise<OpenResults | undefined> {
  if (!completeResults(directory, diagnostics)) return undefined;
  const text = await readReceipt(directory, diagnostics);
  if (text === undefined) return undefined;
  const checked = checkReceipt(text);
  if ("problem" in checked) {
    diagnostics.report("C151", { directory, what: checked.problem });
    return undefined;
  }
  const { receipt } = checked;
  let isWhole = true;
  for (const { name, sha256 } of receipt.outputs) {
    isWhole = (await checkOutput(join(directory, name), sha256, diagnostics)) && isWhole;
  }
  return isWhole ? { directory, receipt, text } : undefined;
}

async function readReceipt(directory: string, diagnostics: Diagnostics): Promise<string | undefined> {
  try {
    if (!(await stat(directory)).isDirectory()) {
      reportNoFolder(directory, diagnostics);
      return undefined;
    }
  } catch (error) {
    reportUnreadable(directory, error, diagnostics, phrase("folder"));
    return undefined;
  }
  const file = join(directory, receiptName);
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") diagnostics.report("C150", { directory });
    else reportUnreadable(file, error, diagnostics);
    return undefined;
  }
}

/** Reports a file where results are expected; a folder of them beside it may be meant. */
export function reportNoFolder(file: string, diagnostics: Diagnostics): void {
  const folder = dirname(file);
  diagnostics.report("C162", { file, folder: kindOf(join(folder, receiptName)) && folder });
}

async function checkOutput(file: string, expected: string, diagnostics: Diagnostics): Promise<boolean> {
  try {
    const found = await hashOf(file);
    if (found === expected) return true;
    diagnostics.report("C153", { file, found, expected });
  } catch (error) {
    if (systemCode(error) === "ENOENT") diagnostics.report("C152", { file });
    else reportUnreadable(file, error, diagnostics);
  }
  return false;
}
