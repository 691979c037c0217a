import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Lowercase hex; of a text, that of its bytes in UTF-8. */
export const sha256 = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");

/** The hash of a file, however large. @throws errors of the file system */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

/** A stream that is hashed while somebody reads it; `sha256` may be asked once, after the reading. */
export interface HashedStream {
  open(): AsyncIterable<Uint8Array>;
  sha256(): string;
}

export function hashing(open: () => AsyncIterable<Uint8Array>): HashedStream {
  const hash = createHash("sha256");
  return {
    async *open() {
      for await (const chunk of open()) {
        hash.update(chunk);
        yield chunk;
      }
    },
    sha256: () => hash.digest("hex"),
  };
}

/** What a file will be once all its blocks are written. */
export interface Tally {
  add(block: Uint8Array): void;
  total(): { readonly bytes: number; readonly sha256: string };
}

export function tally(): Tally {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    add(block) {
      hash.update(block);
      bytes += block.length;
    },
    total: () => ({ bytes, sha256: hash.digest("hex") }),
  };
}
