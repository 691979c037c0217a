import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";

/** Bytes that are read at once. */
const blockBytes = 1 << 18;

/** A file in blocks. A regular file is read by this thread, which takes a third of the time of a stream. @throws errors of the file system */
export async function* fileBlocks(name: string): AsyncGenerator<Uint8Array> {
  const file = openSync(name, "r");
  let isRegular = false;
  try {
    isRegular = fstatSync(file).isFile();
    if (isRegular) yield* blocksOf(file);
  } finally {
    closeSync(file);
  }
  if (!isRegular) yield* createReadStream(name);
}

function* blocksOf(file: number): Generator<Uint8Array> {
  while (true) {
    const block = Buffer.allocUnsafeSlow(blockBytes);
    const size = readSync(file, block, 0, blockBytes, null);
    if (size === 0) return;
    yield block.subarray(0, size);
  }
}
