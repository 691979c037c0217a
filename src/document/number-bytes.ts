import type { ByteBlock } from "./byte-block.ts";

/** Whole numbers from 0 on whose texts are kept. */
const kept = 1 << 17;
/** Bytes of a kept text with what stands behind it, the last of which holds how many they are. */
const width = 8;

/** Puts the text of a number, with `behind` it, that `print` makes of each number once. */
export function numberPutter(
  print: (number: number) => string,
  behind: string,
): (block: ByteBlock, number: number) => void {
  const encoder = new TextEncoder();
  let texts = new DataView(new ArrayBuffer(1024 * width));

  /** Keeps a number's text. @returns false for one that is too long, or not kept */
  function keep(number: number): boolean {
    if (number < 0 || number >= kept) return false;
    if ((number + 1) * width > texts.byteLength) {
      const longer = new Uint8Array((number + 1) * width * 2);
      longer.set(new Uint8Array(texts.buffer));
      texts = new DataView(longer.buffer);
    }
    const text = encoder.encode(print(number) + behind);
    if (text.length >= width) return false;
    const bytes = new Uint8Array(texts.buffer, number * width, width);
    bytes.set(text);
    bytes[width - 1] = text.length;
    return true;
  }

  return (block, number) => {
    const { at, view } = block;
    const from = number * width;
    const isKept = number >= 0 && from < texts.byteLength && texts.getUint8(from + width - 1) > 0;
    if (!isKept && !keep(number)) {
      block.at = at + encoder.encodeInto(print(number) + behind, block.bytes.subarray(at)).written;
      return;
    }
    view.setInt32(at, texts.getInt32(from));
    view.setInt32(at + 4, texts.getInt32(from + 4));
    block.at = at + texts.getUint8(from + width - 1);
  };
}
