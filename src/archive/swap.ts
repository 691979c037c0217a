import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import type { Disk, SystemError } from "./disk.ts";
import { attempt, ifThere, isSystemError, syncFolder } from "./disk.ts";
import { isRecord, isResultName, parseJson, receiptName } from "./receipt.ts";
import { stageFile } from "./stage-file.ts";
import type { Folders } from "./work-folder.ts";

/**
 * How a complete set of new files in `new/` takes the place of the old one. `ready.json` stands from the moment in
 * which the new set is whole until it is in place. The old receipt goes first and the new one comes last, so that
 * between them no receipt vouches for the folder. Files that have to go are set aside in `old/` until the end, so
 * that a failure (a file open in a spreadsheet, on Windows) can be taken back.
 */
export interface Journal {
  /** Names of the new files, without the receipt. */
  readonly files: readonly string[];
  /** Names of old results that the new set does not have. */
  readonly remove: readonly string[];
}

/** A failed swap that could not be taken back either: the next command tries again. */
export class HalfSwapped extends Error {
  readonly reason: SystemError;
  constructor(reason: SystemError) {
    super("half swapped", { cause: reason });
    this.reason = reason;
  }
}

const readyName = "ready.json";
const draftName = "ready.draft";
export const newFolder = (work: string): string => join(work, "new");
const oldFolder = (work: string): string => join(work, "old");

/** Says, in one step and for good, that `new/` is complete. */
export function declareReady(disk: Disk, work: string, journal: Journal): void {
  syncFolder(disk, newFolder(work));
  stageFile(disk, work, draftName, [JSON.stringify(journal)]);
  disk.renameSync(join(work, draftName), join(work, readyName));
  syncFolder(disk, work);
}

/** The journal of a swap that was interrupted; undefined where there is none. */
export function readJournal(disk: Disk, work: string): Journal | undefined {
  const text = ifThere(() => disk.readFileSync(join(work, readyName), "utf8"));
  const value = text === undefined ? undefined : parseJson(text);
  if (!isRecord(value)) return undefined;
  const { files, remove } = value;
  const isNames = (list: unknown): list is string[] => Array.isArray(list) && list.every(isResultName);
  return isNames(files) && isNames(remove) ? { files, remove } : undefined;
}

/**
 * Puts the new set into its place, from wherever an earlier attempt stopped.
 * @throws SystemError when it failed and the old set is back; {@link HalfSwapped} when not even that was possible.
 */
export function swap(disk: Disk, { target, work }: Folders, journal: Journal): void {
  const steps = stepsOf(disk, target, work);
  const [fresh, old] = [newFolder(work), oldFolder(work)];
  try {
    if (steps.has(fresh, receiptName)) {
      makeFolder(target, disk.mkdirSync);
      makeFolder(old, disk.mkdirSync);
      for (const name of [receiptName, ...journal.remove]) steps.setAside(name);
      for (const name of [...journal.files, receiptName]) {
        if (!steps.has(fresh, name)) continue;
        steps.setAside(name);
        disk.renameSync(join(fresh, name), join(target, name));
      }
      syncFolder(disk, target);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    takeBack(disk, work, steps, journal);
    throw error;
  }
  // The new receipt is in its place: a journal that stays behind says nothing any more.
  attempt(() => disk.unlinkSync(join(work, readyName)));
}

function takeBack(disk: Disk, work: string, steps: Steps, { files, remove }: Journal): void {
  try {
    for (const name of [...files].reverse()) steps.putBack(name, true);
    for (const name of [...remove, receiptName]) steps.putBack(name, false);
    disk.unlinkSync(join(work, readyName));
  } catch (error) {
    throw isSystemError(error) ? new HalfSwapped(error) : error;
  }
}

interface Steps {
  has(folder: string, name: string): boolean;
  setAside(name: string): void;
  /** `isNew`: what stands in the target now, if it has left `new/`, goes there again. */
  putBack(name: string, isNew: boolean): void;
}

function stepsOf(disk: Disk, target: string, work: string): Steps {
  const [fresh, old] = [newFolder(work), oldFolder(work)];
  const has = (folder: string, name: string): boolean => {
    const found = ifThere(() => disk.lstatSync(join(folder, name)));
    if (found?.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR", path: join(folder, name) });
    return found !== undefined;
  };
  const move = (name: string, from: string, to: string): void => {
    if (has(from, name)) disk.renameSync(join(from, name), join(to, name));
  };
  return {
    has,
    setAside: (name) => move(name, target, old),
    putBack(name, isNew) {
      if (isNew && !has(fresh, name)) move(name, target, fresh);
      move(name, old, target);
    },
  };
}

/** Removes what is left of a run, unless a swap waits to be completed. */
export function tidy(disk: Disk, work: string): void {
  if (readJournal(disk, work)) return;
  for (const name of [readyName, "new", "old", draftName]) {
    attempt(() => disk.rmSync(join(work, name), { recursive: true, force: true }));
  }
}
