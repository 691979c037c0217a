import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { filesIn } from "../files/files.ts";
import { tally } from "../files/hash.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { realDisk as disk, ifThere, syncFolder } from "./disk.ts";
import type { Receipt, ReceiptFacts, ReceiptOutput } from "./receipt.ts";
import { isResultName, parseReceipt, receiptName, receiptText } from "./receipt.ts";
import { isResultTable } from "./result-table.ts";
import { stageFile } from "./stage-file.ts";
import { reportFailure } from "./write-failure.ts";

/** Whether an engine made the results that a receipt vouches for. */
export const isOfQuery = ({ inputs }: Pick<Receipt, "inputs">): boolean => inputs.some(({ kind }) => kind === "sql");

/** The files that a receipt of a folder would vouch for; undefined, with a diagnostic, where it can have none. */
export function resultTablesIn(directory: string, diagnostics: Diagnostics): readonly string[] | undefined {
  const files = filesIn(directory, diagnostics)?.filter((name) => isResultTable(name) && isResultName(name));
  if (!files) return undefined;
  const reason = files.length === 0 ? phrase("it has no file .csv or .parquet") : earlier(directory);
  if (!reason) return files;
  diagnostics.report("C214", { directory, reason });
  return undefined;
}

/** Writes the receipt of a folder that an engine filled. @returns whether it is written; if not, a diagnostic says why */
export async function saveQueryReceipt(
  directory: string,
  files: readonly string[],
  facts: ReceiptFacts,
  diagnostics: Diagnostics,
): Promise<boolean> {
  try {
    const outputs = await Promise.all(files.map((name) => described(directory, name)));
    const draft = `.${receiptName}.new`;
    disk.rmSync(join(directory, draft), { force: true });
    stageFile(disk, directory, draft, [receiptText(facts, outputs)]);
    disk.renameSync(join(directory, draft), join(directory, receiptName));
    syncFolder(disk, directory);
    return true;
  } catch (error) {
    reportFailure(error, directory, diagnostics);
    return false;
  }
}

/** A receipt of another kind that is not to be replaced. */
function earlier(directory: string): Bilingual | undefined {
  const text = ifThere(() => disk.readFileSync(join(directory, receiptName), "utf8"));
  if (text === undefined) return undefined;
  const receipt = parseReceipt(text);
  if (receipt && Array.isArray(receipt.inputs) && isOfQuery(receipt)) return undefined;
  return phrase("it has a receipt already, and of no query");
}

async function described(directory: string, name: string): Promise<ReceiptOutput> {
  const read = tally();
  for await (const block of createReadStream(join(directory, name))) read.add(block as Uint8Array);
  return { name, ...read.total() };
}
