import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";

/**
 * What writing results needs of a file system; tests put one in its place that breaks down after n steps. Each is named: of a whole
 * module the bundle would take a copy at every start.
 */
export const realDisk = {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} as const;
export type Disk = Readonly<typeof realDisk>;

/** A failure that the system reports with a code such as `ENOSPC`: the user's to fix, where other errors are ours. */
export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && typeof (error as Partial<SystemError>).code === "string";

/** What `read` gives, or undefined where the file is not there. */
export function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
    throw error;
  }
}

/** For steps whose failure harms nothing, such as tidying up. */
export function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Makes sure that renames in a folder outlive a power cut. Windows knows no such thing. */
export function syncFolder(disk: Disk, folder: string): void {
  attempt(() => {
    const handle = disk.openSync(folder, "r");
    try {
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
  });
}
