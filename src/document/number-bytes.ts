import type { ByteBlock } from "./byte-block.ts";

/** Whole numbers from 0 on whose texts are kept. */
const kept = 1 << 17;
/** Bytes of a kept text with what stands behind it, the last of which holds how many they are. */
const width = 8;

/** The texts of numbers, each with the same behind it, that are made once. */
export interface NumberTexts {
  readonly print: (number: number) => string;
  readonly behind: string;
  texts: DataView;
}

export const createNumberTexts = (print: NumberTexts["print"], behind: string): NumberTexts => ({
  print,
  behind,
  texts: new DataView(new ArrayBuffer(1024 * width)),
});

/** Puts the text of a number, with what stands behind it. */
export function putNumberText(of: NumberTexts, block: ByteBlock, number: number): void {
  const from = number * width;
  const isKept = number >= 0 && from < of.texts.byteLength && of.texts.getUint8(from + width - 1) > 0;
  if (!isKept && !keep(of, number)) {
    const text = of.print(number) + of.behind;
    block.at += encoder.encodeInto(text, block.bytes.subarray(block.at)).written;
    return;
  }
  const { at, view } = block;
  const { texts } = of;
  view.setInt32(at, texts.getInt32(from));
  view.setInt32(at + 4, texts.getInt32(from + 4));
  block.at = at + texts.getUint8(from + width - 1);
}

const encoder = new TextEncoder();

/** Keeps a number's text. @returns false for one that is too long, or not kept */
function keep(of: NumberTexts, number: number): boolean {
  if (number < 0 || number >= kept) return false;
  if ((number + 1) * width > of.texts.byteLength) {
    const longer = new Uint8Array((number + 1) * width * 2);
    longer.set(new Uint8Array(of.texts.buffer));
    of.texts = new DataView(longer.buffer);
  }
  const bytes = new Uint8Array(of.texts.buffer, number * width, width);
  const text = of.print(number) + of.behind;
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read < text.length || written >= width) {
    bytes.fill(0);
    return false;
  }
  bytes[width - 1] = written;
  return true;
}
