import { isUtf8 } from "node:buffer";
import type { Encoding } from "./decode.ts";
import { decoder } from "./decode.ts";
import type { Likeness } from "./vietnamese.ts";
import { likenessOf } from "./vietnamese.ts";

/** Enough words to tell by, from the beginning of a file. */
const sample = 1 << 15;

/**
 * In which encoding a file is by its first bytes: UTF-16 by its mark or its zeros, UTF-8 where the bytes are no other, else the one in
 * which its words are Vietnamese; undefined where they are in none. Text of old fonts that was saved as UTF-8 is told too.
 */
export function encodingOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // In UTF-16 every other byte of plain text is 0.
  if ((head[0] === 0) !== (head[1] === 0) && (head[2] === 0) !== (head[3] === 0)) {
    return head[0] === 0 ? "utf-16be" : "utf-16le";
  }
  const first = head.subarray(0, sample);
  // A character may be cut off at its end.
  const isUnicode = [0, 1, 2, 3].some((cut) => isUtf8(first.subarray(0, first.length - cut)));
  const likenessIn = (encoding: Encoding): Likeness => {
    const decode = decoder(encoding, isUnicode);
    return likenessOf(decode(first) + decode());
  };
  const usual = isUnicode ? "utf-8" : "windows-1258";
  const plain = likenessIn(usual);
  if (shareOf(plain) >= mostly) return usual;
  const old = (["tcvn3", "vni"] as const).find((encoding) => {
    const found = likenessIn(encoding);
    return found.vietnamese >= enough && found.vietnamese > 2 * plain.vietnamese && shareOf(found) >= mostly;
  });
  return old ?? (isUnicode ? "utf-8" : undefined);
}

const mostly = 0.75;
/** Vietnamese words that show an old font; a foreign name may look like one. */
const enough = 3;

const shareOf = ({ words, vietnamese }: Likeness): number => (words === 0 ? 1 : vietnamese / words);
