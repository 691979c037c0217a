import type { ByteBlock } from "./byte-block.ts";

/** Whole numbers from 0 on whose texts are kept. */
const kept = 1 << 17;
/** A text and what stands behind it take seven bytes at most, the last one holds how many they are. */
const longest = 7;

/** Puts the text of a number, with `behind` it, that `print` makes of each number once. */
export function numberPutter(
  print: (number: number) => string,
  behind: string,
): (block: ByteBlock, number: number) => void {
  let texts = new Int32Array(2048);
  const encoder = new TextEncoder();

  /** Keeps a number's text. @returns false for one that is too long, or not kept */
  function keep(number: number): boolean {
    if (number < 0 || number >= kept) return false;
    if (number * 2 >= texts.length) {
      const longer = new Int32Array(number * 4);
      longer.set(texts);
      texts = longer;
    }
    const text = encoder.encode(print(number) + behind);
    if (text.length > longest) return false;
    const bytes = new Uint8Array(texts.buffer, number * 8, 8);
    bytes.set(text);
    bytes[longest] = text.length;
    return true;
  }

  return (block, number) => {
    const { at } = block;
    let high = texts[number * 2 + 1];
    if (high === undefined || high === 0) {
      if (!keep(number)) {
        block.at = at + encoder.encodeInto(print(number) + behind, block.bytes.subarray(at)).written;
        return;
      }
      high = texts[number * 2 + 1] as number;
    }
    block.view.setInt32(at, texts[number * 2] as number, true);
    block.view.setInt32(at + 4, high, true);
    block.at = at + (high >>> 24);
  };
}
