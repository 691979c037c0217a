import * as fs from "node:fs";

/**
 * Writes a file whole or not at all: what stood there stays until the new one is safe beside it.
 * @throws a failure of the system, with its code
 */
export function writeFile(path: string, pieces: Iterable<string | Uint8Array>): void {
  const draft = `${path}.score-draft`;
  try {
    const handle = fs.openSync(draft, "w");
    try {
      for (const piece of pieces) fs.writeFileSync(handle, piece);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(draft, path);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}
