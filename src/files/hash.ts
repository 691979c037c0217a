import type { Hash } from "node:crypto";
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

/** A stream that is hashed when somebody has read it; `sha256` may be asked once, after each reading. */
export interface HashedStream {
  open(): AsyncIterable<Uint8Array>;
  sha256(): string;
}

/** Bytes that are kept until the hash is asked for, as it never is of most small sheets. */
const mostKept = 1 << 18;

export function hashing(open: () => AsyncIterable<Uint8Array>): HashedStream {
  let hash: Hash | undefined;
  let kept: Uint8Array[] = [];
  let size = 0;
  function hashKept(): Hash {
    hash ??= createHash("sha256");
    for (const chunk of kept) hash.update(chunk);
    kept = [];
    return hash;
  }
  return {
    async *open() {
      [hash, kept, size] = [undefined, [], 0];
      for await (const chunk of open()) {
        kept.push(chunk);
        size += chunk.length;
        if (size > mostKept) hashKept();
        yield chunk;
      }
    },
    sha256: () => hashKept().digest("hex"),
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
