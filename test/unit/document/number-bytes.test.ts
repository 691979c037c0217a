import fc from "fast-check";
import { expect, test } from "vitest";
import { createBlock, putNumber, taken } from "../../../src/document/byte-block.ts";
import { createNumberTexts, putNumberText } from "../../../src/document/number-bytes.ts";

test("numbers are put as they are printed, whether they are kept or not", () => {
  const print = (number: number): string => `${number / 8}`;
  const texts = createNumberTexts(print, ",");
  const number = fc.oneof(fc.integer({ min: -50, max: 3000 }), fc.integer());
  fc.assert(
    fc.property(fc.array(number), (all) => {
      const block = createBlock();
      for (const each of all) putNumberText(texts, block, each);
      expect(Buffer.from(taken(block)).toString()).toBe(all.map((each) => `${print(each)},`).join(""));
    }),
  );
});

test("ranks are put in decimal digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (number) => {
      const bytes = new Uint8Array(20);
      const end = putNumber(bytes, 3, number);
      expect(Buffer.from(bytes.subarray(3, end)).toString()).toBe(String(number));
    }),
  );
});
