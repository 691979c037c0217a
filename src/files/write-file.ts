import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";

/**
 * Writes a file whole or not at all: what stood there stays until the new one is safe beside it. A link leads to the file that is written; what is
 * no file, such as a pipe or a link to nothing, is written into.
 * @throws a failure of the system, with its code
 */
export function writeFile(path: string, pieces: Iterable<string | Uint8Array>): void {
  const before = statSync(path, { throwIfNoEntry: false });
  const isOther = before ? !before.isFile() : isLink(path);
  if (isOther) {
    writeInto(path, pieces, () => undefined);
    return;
  }
  const target = before ? realpathSync(path) : path;
  const draft = `${target}.score-draft`;
  try {
    writeInto(draft, pieces, fsyncSync, before?.mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** `makeSafe`: what is no file cannot be made to outlive a power cut. */
function writeInto(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  makeSafe: (handle: number) => void,
  mode?: number,
): void {
  const handle = openSync(path, "w", mode);
  try {
    for (const piece of pieces) writeFileSync(handle, piece);
    makeSafe(handle);
  } finally {
    closeSync(handle);
  }
}
