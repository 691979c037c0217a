import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Disk } from "./disk.ts";
import { ifThere, realDisk } from "./disk.ts";
import { takeLock } from "./lock.ts";
import type { ReceiptFacts } from "./receipt.ts";
import { isResultName, parseReceipt, receiptName, receiptText } from "./receipt.ts";
import { stageFile } from "./stage-file.ts";
import { declareReady, newFolder, readJournal, swap, tidy } from "./swap.ts";
import type { Folders } from "./work-folder.ts";
import { findWorkFolder, insideName, makeWorkFolder } from "./work-folder.ts";
import { reportFailure } from "./write-failure.ts";

/** One file of a result set. Its name is a period's or a fixed one, never anything from the data. */
export interface ResultFile {
  readonly name: string;
  /** With their line ends. Made while they are written. */
  readonly lines: Iterable<string>;
  /** The same as bytes, where they are made faster; each block is to be used before the next one is asked for. */
  readonly blocks?: Iterable<Uint8Array>;
}

/**
 * Writes a result set into `directory`, with its receipt, all or nothing: a failure is a diagnostic and leaves the old
 * set whole, and a kill leaves something that the next command completes. Files that are not ours stay.
 * @returns whether the results are written
 */
export function writeResults(
  directory: string,
  files: Iterable<ResultFile>,
  facts: ReceiptFacts,
  diagnostics: Diagnostics,
  disk: Disk = realDisk,
): boolean {
  return reported(directory, diagnostics, () => {
    if (ifThere(() => disk.statSync(directory))?.isDirectory() === false) {
      diagnostics.report("C203", { directory });
      return false;
    }
    const folders = makeWorkFolder(disk, directory);
    return alone(directory, folders, diagnostics, disk, () => {
      const old = earlierResults(directory, folders.target, diagnostics, disk);
      if (old === undefined) return false;
      const names = stage(folders.work, files, facts, disk);
      if (!isFree(directory, folders.target, names, old.names, diagnostics, disk)) return false;
      const journal = { files: names, remove: old.names.filter((name) => !names.includes(name)) };
      declareReady(disk, folders.work, journal);
      swap(disk, folders, journal);
      const rubric = old.rubric === facts.rubric.id ? undefined : old.rubric;
      const gone = journal.remove.join(", ") || undefined;
      if (rubric ?? gone) diagnostics.report("C208", { directory, rubric, gone });
      return true;
    });
  });
}

/**
 * Completes what an interrupted run left in `directory`. Every command that reads results does this first.
 * @returns false where that is not possible, with a diagnostic
 */
export function completeResults(directory: string, diagnostics: Diagnostics, disk: Disk = realDisk): boolean {
  return reported(directory, diagnostics, () => {
    const folders = findWorkFolder(disk, directory);
    return folders === undefined || alone(directory, folders, diagnostics, disk, () => true);
  });
}

function reported(directory: string, diagnostics: Diagnostics, work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    reportFailure(error, directory, diagnostics);
    return false;
  }
}

/** Does some work while no other run does, after completing what an earlier one left, and tidies up behind it. */
function alone(
  directory: string,
  folders: Folders,
  diagnostics: Diagnostics,
  disk: Disk,
  work: () => boolean,
): boolean {
  const lock = takeLock(disk, folders.work);
  if (lock.kind === "busy") {
    diagnostics.report("C205", { directory, process: lock.process, lock: lock.folder });
    return false;
  }
  try {
    const journal = readJournal(disk, folders.work);
    if (journal) {
      swap(disk, folders, journal);
      diagnostics.report("C207", { directory });
    }
    tidy(disk, folders.work);
    return work();
  } finally {
    tidy(disk, folders.work);
    lock.release();
  }
}

/** Files that operating systems and git leave in an otherwise empty folder. */
const litter: ReadonlySet<string> = new Set([
  insideName,
  ".DS_Store",
  ".gitignore",
  ".gitkeep",
  "Thumbs.db",
  "desktop.ini",
]);

/** The results in the folder by their receipt, and the id of their rubric; undefined for a folder that is not ours to write into. */
function earlierResults(
  directory: string,
  target: string,
  diagnostics: Diagnostics,
  disk: Disk,
): { readonly names: readonly string[]; readonly rubric?: string } | undefined {
  const names = (ifThere(() => disk.readdirSync(target)) ?? []).filter((name) => !litter.has(name)).sort();
  if (names.length === 0) return { names };
  const text = names.includes(receiptName) ? disk.readFileSync(join(target, receiptName), "utf8") : "";
  const receipt = parseReceipt(text);
  if (!receipt) diagnostics.report("C201", { directory, found: names[0] as string });
  // Whatever else a receipt says that somebody changed, its results are score's.
  const id: unknown = receipt?.rubric?.id;
  const rubric = typeof id === "string" ? { rubric: id } : {};
  return receipt && { names: receipt.outputs.map(({ name }) => name), ...rubric };
}

function stage(work: string, files: Iterable<ResultFile>, facts: ReceiptFacts, disk: Disk): readonly string[] {
  const folder = newFolder(work);
  disk.mkdirSync(folder);
  const outputs = [];
  for (const { name, lines, blocks } of files) {
    if (!isResultName(name) || name === receiptName) throw new Error(`not a name for a result: ${name}`);
    outputs.push(stageFile(disk, folder, name, blocks ?? lines));
  }
  stageFile(disk, folder, receiptName, [receiptText(facts, outputs)]);
  return outputs.map(({ name }) => name);
}

/** Whether no file stands in the way that somebody else put there. */
function isFree(
  directory: string,
  target: string,
  names: readonly string[],
  old: readonly string[],
  diagnostics: Diagnostics,
  disk: Disk,
): boolean {
  const inTheWay = names.filter((name) => !old.includes(name) && ifThere(() => disk.lstatSync(join(target, name))));
  for (const name of inTheWay) diagnostics.report("C202", { directory, name });
  return inTheWay.length === 0;
}
