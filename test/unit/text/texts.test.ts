import fc from "fast-check";
import { expect, test } from "vitest";
import { lookAlike } from "../../../src/text/fold.ts";
import { compareText } from "../../../src/text/order.ts";
import {
  compareTexts,
  createTexts,
  differInFigures,
  hashOf,
  internText,
  known,
  knownText,
  numberOf,
  settle,
  textAt,
} from "../../../src/text/texts.ts";

const text = fc.string({ unit: "grapheme", maxLength: 40 });

test("each distinct text has a number of its own, and keeps its order", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (all) => {
      const texts = createTexts();
      const ids = all.map((each) => internText(texts, each));
      expect(ids.map((id) => textAt(texts, id))).toEqual(all);
      expect(texts.count).toBe(new Set(all).size);
      for (const [at, id] of ids.entries()) {
        const [other, otherId] = [all[at - 1] ?? "", ids[at - 1] ?? id];
        if (otherId === id) continue;
        const order = Math.sign(compareTexts(texts, id, otherId));
        expect(order).toBe(Math.sign(compareText(all[at] as string, other)));
      }
    }),
  );
});

test("a text is found where it stands, and nowhere else", () => {
  fc.assert(
    fc.property(text, text, text, (before, own, behind) => {
      const texts = createTexts();
      const id = internText(texts, own);
      const bytes = Buffer.from(before + own + behind);
      const start = Buffer.byteLength(before);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const end = start + Buffer.byteLength(own);
      const stranger = internText(texts, `${own}x`);
      expect(known(texts, bytes, start, end)).toBe(id);
      for (const likely of [-1, id, stranger, 2]) {
        expect(numberOf(texts, { bytes, view }, start, end, hashOf(bytes, start, end), likely)).toBe(id);
      }
      const longer = Math.min(end + 1, bytes.length);
      const isThere = bytes.toString("utf8", start, longer) === `${own}x` || longer === end;
      expect(numberOf(texts, { bytes, view }, start, longer, hashOf(bytes, start, longer), id) >= 0).toBe(isThere);
    }),
  );
});

test("texts that were settled are found again, and more may come", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 200 }), fc.array(text, { maxLength: 20 }), (all, later) => {
      const texts = createTexts();
      for (const each of all) internText(texts, each);
      settle(texts);
      expect(texts.slots.length + texts.hashes.length).toBe(0);
      for (const each of later) expect(knownText(texts, each)).toBe(all.indexOf(each));
      const both = [...new Set([...all, ...later])];
      expect(both.map((each) => internText(texts, each))).toEqual([...both.keys()]);
    }),
  );
});

test.each([0, 1, 2, 3])("a text that comes after %i were settled stands behind them", (count) => {
  const texts = createTexts();
  const all = Array.from({ length: count + 3 }, (_, at) => "x".repeat(at + 1));
  for (const each of all.slice(0, count)) internText(texts, each);
  settle(texts);
  for (const each of all.slice(count)) internText(texts, each);
  expect(all.map((_, id) => textAt(texts, id))).toEqual(all);
});

test("texts that differ in figures alone do not look alike", () => {
  const part = fc.oneof(
    fc.integer({ min: 0, max: 99 }).map(String),
    fc.constantFrom("NV", "nv", "-", " ", ":", "Đ", "²", "１"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 4 }), (one, other) => {
      const texts = createTexts();
      const [a, b] = [one.join(""), other.join("")];
      const differ = differInFigures(texts, internText(texts, a), texts, internText(texts, b));
      const isCode = /^[!-9;-~]*$/.test(a + b);
      expect(differ).toBe(isCode && a.replace(/[0-9]/g, "0") === b.replace(/[0-9]/g, "0"));
      if (differ && a !== b) expect(lookAlike(a)).not.toBe(lookAlike(b));
    }),
    { numRuns: 1000 },
  );
});
