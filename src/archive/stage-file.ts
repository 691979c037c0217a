import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import type { ReceiptOutput } from "./receipt.ts";

/** Characters collected before they are written. */
const blockSize = 1 << 16;

/** Writes a new file, block by block, until it is safely on the disk; returns its name, size and hash. */
export function stageFile(disk: Disk, folder: string, name: string, lines: Iterable<string>): ReceiptOutput {
  const hash = createHash("sha256");
  let bytes = 0;
  const handle = disk.openSync(join(folder, name), "wx");
  const write = (text: string): void => {
    const block = Buffer.from(text);
    hash.update(block);
    bytes += block.length;
    for (let at = 0; at < block.length; ) at += disk.writeSync(handle, block, at);
  };
  try {
    let block = "";
    for (const line of lines) {
      block += line;
      if (block.length < blockSize) continue;
      write(block);
      block = "";
    }
    write(block);
    disk.fsyncSync(handle);
  } finally {
    disk.closeSync(handle);
  }
  return { name, bytes, sha256: hash.digest("hex") };
}
