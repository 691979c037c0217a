import { isUtf8 } from "node:buffer";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";

/** What a file is by its first bytes, where that is no text in UTF-8. */
export function foreignFormat(head: Uint8Array): "workbook" | Bilingual | undefined {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return "workbook";
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return "workbook";
  if (starts(0x25, 0x50, 0x44, 0x46)) return phrase("a PDF document");
  // PNG, JPEG and GIF: a sheet that was photographed.
  const isPicture = starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38);
  if (isPicture) return phrase("a picture");
  return undefined;
}

/** Does a text begin with a tag, as web pages and tables of XML do? */
export const isMarkup = (head: Uint8Array): boolean =>
  /^\s*<(?:!doctype|html|head|meta|table|body|div|\?xml|style)\b/i.test(
    Buffer.from(head.subarray(0, 200)).toString("latin1"),
  );

const binary: Bilingual = phrase("binary data, no text");
const otherEncoding: Bilingual = phrase("text in an encoding that is not known");

/** What is no text in UTF-8, and how many bytes of the block stand before it. */
export interface ForeignBytes {
  readonly found: Bilingual;
  readonly offset: number;
}

/** Checks a stream block by block: gives what is wrong in a block, or undefined. Call it without a block at the end. */
export function createTextCheck(): (block?: Uint8Array) => ForeignBytes | undefined {
  let carried: Uint8Array = new Uint8Array();
  return (block) => {
    if (!block) return carried.length > 0 ? { found: otherEncoding, offset: 0 } : undefined;
    const bytes = carried.length > 0 ? Buffer.concat([carried, block]) : block;
    const before = carried.length;
    carried = bytes.slice(bytes.length - unfinished(bytes));
    const offset = isText(bytes, bytes.length) ? -1 : firstForeign(bytes);
    const zero = bytes.indexOf(0);
    if (zero >= 0 && (offset < 0 || zero < offset)) return { found: binary, offset: zero - before };
    return offset < 0 ? undefined : { found: otherEncoding, offset: Math.max(0, offset - before) };
  };
}

/** Are the first `length` bytes text, but for a character that they cut off? */
export const isText = (bytes: Uint8Array, length: number): boolean => {
  const part = bytes.subarray(0, length);
  return isUtf8(part.subarray(0, length - unfinished(part)));
};

/** How many bytes stand before the first that is no text. */
function firstForeign(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isText(bytes, middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
