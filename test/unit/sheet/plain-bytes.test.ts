// What the bulk reader takes by its bytes is what the readers of single cells make of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText } from "../../../src/sheet/1-records/cell-text.ts";
import { createPointsReader } from "../../../src/sheet/1-records/csv/bulk/points.ts";
import { damageIn } from "../../../src/sheet/3-cells/damage.ts";
import { readNumber } from "../../../src/sheet/3-cells/number-text.ts";
import { isPlainText } from "../../../src/text/plain-bytes.ts";

const isPlain = (text: string): boolean => {
  const bytes = Buffer.from(text);
  return isPlainText(bytes, 0, bytes.length);
};

test("of a plain text nothing is changed, and nothing is damaged", () => {
  const pieces = fc.constantFrom(
    ..."aZ09ếƯđ \u0301\u00a0\u200b='-+@#E/.,:\ufffd".split(""),
    "Err:5",
    "1E+5",
    "30/12/1899",
    "#N/A",
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (each) => {
      if (!isPlain(each)) return;
      expect(cellText(each)).toBe(each);
      expect(damageIn(each, true)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test.each(["Nguyễn Thị Én", "NV0001", "007", "Trần Văn A", "Đỗ Ưu Ơ", "K-12 (a)"])("%s is plain", (text) => {
  expect(isPlain(text)).toBe(true);
});

test.each([
  "",
  " a",
  "a ",
  "a  b",
  "=1",
  "'a",
  "-1",
  "#REF!",
  "Err:502",
  "30/12/1899",
  "3.62E+10",
  "e\u0301",
  "a\u00a0b",
])("%j is for others", (text) => {
  expect(isPlain(text)).toBe(false);
});

test("a number that is read by its bytes is the number that the reader of cells reads", () => {
  const column = { units: [100, 10, 1], min: -50, max: 5000, grain: 5, isKnown: () => true } as const;
  const reader = createPointsReader([{ cell: 0, points: column }], 0x3b);
  const digits = fc.constantFrom(..."0123456789.,-e ".split(""));
  fc.assert(
    fc.property(fc.array(digits, { maxLength: 7 }), (characters) => {
      const text = characters.join("");
      const cells = new Int32Array(1);
      const end = reader.read(Buffer.from(`${text};`), 0, 0, cells, 0);
      if (reader.next === 0) return;
      expect(end).toBe(text.length);
      const read = readNumber(text);
      expect(read).toMatchObject({ value: expect.anything() });
      expect(typeof read === "object" && read.thousands).toBeUndefined();
      const value = Number(text.replace(",", "."));
      expect(cells[0]).toBe(Math.round(value * 100));
      expect(cells[0] as number).toBeLessThanOrEqual(5000);
      expect((cells[0] as number) % 5).toBe(0);
    }),
    { numRuns: 2000 },
  );
  for (const text of ["5", "12.5", "0,05", "50.00"]) {
    expect(reader.read(Buffer.from(`${text};`), 0, 0, new Int32Array(1), 0)).toBe(text.length);
    expect(reader.next).toBe(1);
  }
});

test("a mark that tells something new of its column is for others", () => {
  const column = { units: [1, 0, 0], min: 0, max: 10, grain: 1, isKnown: (mark: string) => mark === "." } as const;
  const reader = createPointsReader([{ cell: 0, points: { ...column, units: [10, 1, 0] } }], 0x3b);
  const isRead = (text: string): boolean => {
    reader.read(Buffer.from(`${text};`), 0, 0, new Int32Array(1), 0);
    return reader.next === 1;
  };
  expect(["0.5", "0,5", "0.55", "1000"].map(isRead)).toEqual([true, false, false, false]);
});

test("numbers of one column after the other are read up to the first that is for others", () => {
  const points = { units: [10, 1, 0], min: 0, max: 100, grain: 1, isKnown: () => true } as const;
  const reader = createPointsReader([{ cell: 1, points }, { cell: 0, points }, { cell: 2, points }, undefined], 0x3b);
  const read = (text: string) => {
    const cells = new Int32Array(3);
    const end = reader.read(Buffer.from(`${text}\n`), 0, 0, cells, 0);
    return { rest: text.slice(end), next: reader.next, cells: [...cells] };
  };
  expect(read("1.5;2;3;a")).toEqual({ rest: "a", next: 3, cells: [20, 15, 30] });
  expect(read("1.5;x;3;a")).toEqual({ rest: "x;3;a", next: 1, cells: [0, 15, 0] });
  // A row that ends too early is not for here.
  expect(read("1.5;2")).toEqual({ rest: "2", next: 1, cells: [20, 15, 0] });
});
