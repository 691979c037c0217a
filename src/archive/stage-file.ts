import { join } from "node:path";
import { tally } from "../files/hash.ts";
import type { Disk } from "./disk.ts";
import type { ReceiptOutput } from "./receipt.ts";

/** Characters collected before they are written. */
const blockSize = 1 << 16;

/** Writes a new file, block by block, until it is safely on the disk; returns its name, size and hash. */
export function stageFile(
  disk: Disk,
  folder: string,
  name: string,
  parts: Iterable<string | Uint8Array>,
): ReceiptOutput {
  const written = tally();
  const handle = disk.openSync(join(folder, name), "wx");
  const write = (part: string | Uint8Array): void => {
    const block = typeof part === "string" ? Buffer.from(part) : part;
    written.add(block);
    for (let at = 0; at < block.length; ) at += disk.writeSync(handle, block, at);
  };
  try {
    let block = "";
    for (const part of parts) {
      if (typeof part === "string") block += part;
      if (typeof part === "string" && block.length < blockSize) continue;
      write(block);
      block = "";
      if (typeof part !== "string") write(part);
    }
    write(block);
    disk.fsyncSync(handle);
  } finally {
    disk.closeSync(handle);
  }
  return { name, ...written.total() };
}
