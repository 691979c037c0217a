import { basename, dirname, join, resolve } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import type { Disk } from "./disk.ts";
import { ifThere, isSystemError } from "./disk.ts";

/** Where results go, and where they are built. A link to a folder counts as that folder. */
export interface Folders {
  readonly target: string;
  /** Beside the target, or inside it where the system or a file system border forbids that. */
  readonly work: string;
}

/** The folders of a run that writes; makes the working folder. */
export function makeWorkFolder(disk: Disk, directory: string): Folders {
  const target = realTarget(disk, directory);
  const { beside, inside } = candidates(target);
  const device = ifThere(() => disk.statSync(target).dev);
  if (device === undefined) {
    makeFolder(beside, disk.mkdirSync);
    return { target, work: beside };
  }
  if (device === disk.statSync(dirname(target)).dev && mayMake(disk, beside)) return { target, work: beside };
  makeFolder(inside, disk.mkdirSync);
  return { target, work: inside };
}

/** The folders of a run that was interrupted here, if there is one. */
export function findWorkFolder(disk: Disk, directory: string): Folders | undefined {
  const target = realTarget(disk, directory);
  const { beside, inside } = candidates(target);
  const work = [beside, inside].find((folder) => ifThere(() => disk.statSync(folder)) !== undefined);
  return work === undefined ? undefined : { target, work };
}

export const insideName = ".score-work";

const candidates = (target: string): { readonly beside: string; readonly inside: string } => ({
  beside: join(dirname(target), `.${basename(target)}${insideName}`),
  inside: join(target, insideName),
});

const realTarget = (disk: Disk, directory: string): string =>
  ifThere(() => disk.realpathSync(directory)) ?? resolve(directory);

function mayMake(disk: Disk, folder: string): boolean {
  try {
    makeFolder(folder, disk.mkdirSync);
    return true;
  } catch (error) {
    if (isSystemError(error) && ["EACCES", "EPERM", "EROFS"].includes(error.code)) return false;
    throw error;
  }
}
