import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file whole or not at all: what stood there stays until the new one is safe beside it.
 * @throws a failure of the system, with its code
 */
export function writeFile(path: string, pieces: Iterable<string | Uint8Array>): void {
  const draft = `${path}.score-draft`;
  try {
    const handle = openSync(draft, "w");
    try {
      for (const piece of pieces) writeFileSync(handle, piece);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
