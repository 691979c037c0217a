import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { bareFolder, kindOf, reportUnreadable } from "../files/files.ts";
import { hashOf, sha256 } from "../files/hash.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { PastFolder } from "../sheet/lists/read-history.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import { exactName } from "../views/exact-csv.ts";
import { checkReceipt } from "./check-receipt.ts";
import { reportNoFolder } from "./open-results.ts";
import type { Receipt } from "./receipt.ts";
import { isChanged, receiptName } from "./receipt.ts";
import { completeResults } from "./write-results.ts";

/** A result folder of an earlier run, with the hash of its receipt, which stands for all in it. */
export interface PastResults extends PastFolder {
  readonly receipt: string;
}

/** A folder with results, wherever its files are kept. */
export interface ResultFolder {
  readonly name: string;
  /** The text of its receipt. */
  readonly receipt: string;
  /** Of one of its files; undefined where it is not there. */
  hash(file: string): Promise<string | undefined>;
  open(file: string): AsyncIterable<Uint8Array>;
}

/** Flags with which not everybody, or not everything, is in the files. */
const partial = ["where", "drop-columns", "excel", "anonymise"] as const;

/** Whether results that are written with these flags can be the history of a later run. */
export const isHistory = (flags: Receipt["flags"]): boolean => partial.every((name) => flags[name] === undefined);

/** The results of this program in `folder` and below it. One that is not as its receipt says is an error: whose years counted could change without a word. */
export async function pastResults(folder: string, diagnostics: Diagnostics): Promise<PastResults[]> {
  const bare = bareFolder(folder);
  const found: PastResults[] = [];
  if (kindOf(bare) === "file") {
    reportNoFolder(bare, diagnostics);
    return found;
  }
  try {
    for (const each of await foldersBelow(bare)) {
      const results = await open(each, diagnostics);
      if (results) found.push(results);
    }
  } catch (error) {
    reportUnreadable(bare, error, diagnostics, phrase("folder"));
  }
  return found;
}

/** A folder and all below it that are nobody's own working folders; links are not followed, as they may lead in a circle. */
async function foldersBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inner = entries.filter((each) => each.isDirectory() && !/^\.|^node_modules$/.test(each.name));
  const names = inner.map(({ name }) => name).sort(compareText);
  const below = await Promise.all(names.map((name) => foldersBelow(`${folder}/${name}`)));
  return [folder, ...below.flat()];
}

async function open(folder: string, diagnostics: Diagnostics): Promise<PastResults | undefined> {
  const file = `${folder}/${receiptName}`;
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes || !completeResults(folder, diagnostics)) return undefined;
  return pastResultsIn(
    {
      name: folder,
      receipt: (await readFile(file).catch(() => bytes)).toString("utf8"),
      hash: (name) => hashOf(`${folder}/${name}`).catch(() => undefined),
      open: (name) => createReadStream(`${folder}/${name}`),
    },
    diagnostics,
  );
}

/** The results in a folder, which must be as its receipt says. */
export async function pastResultsIn(folder: ResultFolder, diagnostics: Diagnostics): Promise<PastResults | undefined> {
  const { name } = folder;
  const checked = checkReceipt(folder.receipt);
  if ("problem" in checked || isChanged(checked.receipt)) {
    diagnostics.report("A408", { folder: name, file: receiptName });
    return undefined;
  }
  const { receipt } = checked;
  const flag = partial.find((name) => receipt.flags[name] !== undefined);
  if (flag !== undefined) {
    diagnostics.report("A411", { folder: name, flag: `--${flag}` });
    return undefined;
  }
  return (await isWhole(folder, receipt, diagnostics)) ? describe(folder, receipt) : undefined;
}

async function isWhole(folder: ResultFolder, { outputs }: Receipt, diagnostics: Diagnostics): Promise<boolean> {
  for (const { name, sha256: expected } of outputs) {
    if ((await folder.hash(name)) === expected) continue;
    diagnostics.report("A408", { folder: folder.name, file: name });
    return false;
  }
  return true;
}

function describe(folder: ResultFolder, { rubric, outputs }: Receipt): PastResults {
  const input = (name: string) => ({ name: `${folder.name}/${name}`, open: () => folder.open(name) });
  const periods = outputs.flatMap(({ name }) => {
    const period = name.endsWith(".csv") ? name.slice(0, -".csv".length) : "";
    return parsePeriod(period)?.name === period ? [{ period, input: input(name) }] : [];
  });
  const hasExact = outputs.some(({ name }) => name === exactName);
  const { id, version, parameters = {}, law = {} } = rubric;
  return {
    name: folder.name,
    rubric: id,
    version,
    parameters,
    law,
    periods,
    receipt: sha256(folder.receipt),
    ...(hasExact && { exact: input(exactName) }),
  };
}
