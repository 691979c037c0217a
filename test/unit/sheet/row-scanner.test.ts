// What the scanner takes from bytes is what the readers of rows and of numbers make of them; the rest it leaves.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createLearned } from "../../../src/sheet/1-records/csv/bulk/learned.ts";
import type { PlainColumn } from "../../../src/sheet/1-records/csv/bulk/plain-columns.ts";
import { columnsForScanner, rowScanner } from "../../../src/sheet/1-records/csv/bulk/row-scanner.ts";
import { readGeneral } from "../../../src/sheet/1-records/csv/general-reader.ts";
import { readNumber } from "../../../src/sheet/3-cells/number-text.ts";
import { hashOf } from "../../../src/text/texts.ts";

const learned = createLearned(() => undefined);
const unused: PlainColumn = { kind: "unused" };
const watched: PlainColumn = { kind: "watched", leaves: () => true };
/** Each cell is told. */
const words: PlainColumn = { kind: "cell", cell: 0, points: undefined, learned };
/** Told where it is not that of the row before. */
const repeated: PlainColumn = { kind: "learned", index: 0, learned };
const halves = { units: [100, 10, 1], min: 0, max: 5000, grain: 5, isKnown: () => true } as const;
const numbers = (cell: number, points: object = {}): PlainColumn => ({
  kind: "cell",
  cell,
  points: { ...halves, ...points },
  learned,
});

interface Scanned {
  /** By column what is told of it. */
  readonly told: ReadonlyMap<number, string>;
  readonly numbers: readonly number[];
  readonly breaks: number;
  readonly hasNumber: boolean;
  readonly end: number;
}

/** The rows of some bytes up to one that is not for the scanner, which takes `atOnce`. */
function scanned(bytes: Buffer, columns: readonly PlainColumn[], delimiter = ",", width = 1, atOnce = 256): Scanned[] {
  const scanner = rowScanner(columns.length);
  if (!scanner) throw new Error("no WebAssembly");
  const { first } = scanner;
  scanner.describe(columnsForScanner(columns)());
  const taken: Scanned[] = [];
  let at = 0;
  while (at < bytes.length) {
    const stop = scanner.put(bytes, at, bytes.length) - at + first;
    const isWide = taken.length % 2;
    const most = Math.min(atOnce, scanner.mostRows(columns.length));
    const count = scanner.scan(first, stop, delimiter.charCodeAt(0), columns.length, width, isWide, most);
    if (count === 0) return taken;
    let cell = 0;
    const start = at;
    for (let row = 0; row < count; row++) {
      const [end = 0, breaks = 0, hasNumber, cells = 0] = scanner.rows.subarray(row * 4);
      const told = new Map<number, string>();
      for (; cell < cells; cell++) {
        const [column = 0, from = 0, to = 0, hash] = scanner.found.subarray(cell * 4);
        told.set(column, scanner.bytes.toString("utf8", from, to));
        expect(hash).toBe(hashOf(scanner.bytes, from, to));
      }
      at = start + end - first;
      const units = (isWide ? scanner.wide : scanner.narrow).subarray(row * width, (row + 1) * width);
      taken.push({ told, numbers: [...units], breaks, hasNumber: hasNumber === 1, end: at });
    }
  }
  return taken;
}

const pieces = fc.constantFrom(
  ..."a;\t\"'.5 é".split(""),
  "\r",
  '"b,c"',
  '"d\ne"',
  '""',
  "0123456789abcdef",
  "7.5",
  ",",
);
const cells = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", "a", "12345678", '"b,c"', '"d"', '"e""f"', '"g\r\nh"') },
  { weight: 1, arbitrary: fc.array(pieces, { maxLength: 4 }).map((all) => all.join("")) },
);
const lines = fc.tuple(fc.array(cells, { minLength: 3, maxLength: 3 }), fc.constantFrom("\n", "\r\n"));
const untidy = fc
  .array(lines, { maxLength: 12 })
  .map((all) => Buffer.from(all.map(([each, end]) => each.join(",") + end).join("")));

const columns = [words, words, words];

test("rows of untidy bytes have the cells that the general reader finds in them", () => {
  let rows = 0;
  fc.assert(
    fc.property(untidy, fc.integer({ min: 1, max: 5 }), (bytes, atOnce) => {
      const general = readGeneral(bytes, ",", 1000, true).rows;
      for (const [at, { told, end }] of scanned(bytes, columns, ",", 1, atOnce).entries()) {
        expect({ cells: [...told.values()], end }).toEqual(general[at]);
        rows++;
      }
    }),
    { numRuns: 3000 },
  );
  expect(rows).toBeGreaterThan(1000);
});

test("bytes that end anywhere have the same rows as far as they go", () => {
  fc.assert(
    fc.property(untidy, (bytes) => {
      const whole = scanned(bytes, columns);
      for (const [end, byte] of bytes.entries()) {
        if (byte !== 0x0a) continue;
        const part = scanned(bytes.subarray(0, end + 1), columns);
        expect(part).toEqual(whole.filter((row) => row.end <= end + 1));
      }
    }),
    { numRuns: 500 },
  );
});

test("a cell that is the same as in the row before is told by the first of them alone", () => {
  const cell = fc.constantFrom("", "a", "b", "12345678", "12345679", "123456789abcdefgh", '"a"', '"b"');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (all, atOnce) => {
        const bytes = Buffer.from(all.map((cells) => `${cells.join(",")}\n`).join(""));
        const shown = ["", ""];
        const rows = scanned(bytes, [repeated, repeated], ",", 1, atOnce).map(({ told }) => {
          for (const [column, text] of told) shown[column] = text;
          return [...shown];
        });
        expect(rows).toEqual(all.map((cells) => cells.map((each) => each.replaceAll('"', ""))));
      },
    ),
  );
  const bytes = Buffer.from("Hà Nội,1\nHà Nội,2\nHà Nội 2,2\nHà,2\n");
  expect(scanned(bytes, [repeated, repeated]).map(({ told }) => told.size)).toEqual([2, 1, 1, 1]);
});

test("a number is the one that the reader of cells reads", () => {
  const digits = fc.constantFrom(..."0123456789.,-e ".split(""));
  const texts = fc.array(
    fc.array(digits, { maxLength: 7 }).map((all) => all.join("")),
    { minLength: 1, maxLength: 8 },
  );
  let count = 0;
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      // Every number stands there twice: how it is read first, and as one that is known.
      const all = [...some, ...others, ...some];
      const bytes = Buffer.from(all.map((text) => `${text};${text}\n`).join(""));
      for (const [at, row] of scanned(bytes, [numbers(0), numbers(1)], ";", 2).entries()) {
        const text = all[at] as string;
        const isTold = row.told.size > 0;
        expect(row.told).toEqual(
          new Map(
            isTold
              ? [
                  [0, text],
                  [1, text],
                ]
              : [],
          ),
        );
        expect(row.hasNumber).toBe(!isTold);
        if (isTold) continue;
        count++;
        const read = readNumber(text);
        expect(read).toMatchObject({ value: expect.anything() });
        expect(typeof read === "object" && read.thousands).toBeUndefined();
        const units = Math.round(Number(text.replace(",", ".")) * 100);
        expect(row.numbers).toEqual([units, units]);
        expect(units).toBeLessThanOrEqual(5000);
        expect(units % 5).toBe(0);
      }
    }),
    { numRuns: 2000 },
  );
  expect(count).toBeGreaterThan(1000);
});

const unitsOf = (text: string, points: object, behind = ";x\n"): number | undefined => {
  const [row] = scanned(Buffer.from(text + behind), [numbers(0, points), ...(behind === ";x\n" ? [unused] : [])], ";");
  return row?.hasNumber ? row.numbers[0] : undefined;
};

test.each([
  ["5", 500],
  ["12.5", 1250],
  ["0,05", 5],
  ["50.00", 5000],
  ["0005", 500],
  ["000000000007", 700],
  ["50.05", undefined],
  ["1.02", undefined],
  ["1.", undefined],
  [".5", undefined],
  ["1.255", undefined],
  ["+1", undefined],
  ["1 ", undefined],
  ["", undefined],
])("of %j the units are %j, whatever ends it", (text, units) => {
  for (const behind of [";x\n", "\n", "\r\n"]) expect(unitsOf(text, {}, behind)).toBe(units);
});

test("a mark is read that tells nothing new of its column, in another column too that counts alike", () => {
  const points = { units: [10, 1, 0], grain: 1, isKnown: (mark: string) => mark === "." };
  expect(["0.5", "0,5", "0.55", "1000", "999"].map((text) => unitsOf(text, { ...points, max: 9990 }))).toEqual([
    5,
    undefined,
    undefined,
    undefined,
    9990,
  ]);
  const columns = [numbers(0), numbers(1, { isKnown: () => false }), numbers(2)];
  const [row] = scanned(Buffer.from("1.5;1.5;1.5\n"), columns, ";", 3);
  expect([...(row?.told ?? [])]).toEqual([[1, "1.5"]]);
});

test("columns that count otherwise have units and limits of their own", () => {
  const columns = [
    numbers(0),
    numbers(1, { units: [10, 1, 0], grain: 1 }),
    numbers(2, { max: 100 }),
    numbers(3, { min: 500 }),
  ];
  const rows = scanned(Buffer.from("1.5;1.5;1.5;1.5\n7;7;7;7\n1;1;1;1\n"), columns, ";", 4);
  expect(rows.map(({ told }) => [...told.keys()])).toEqual([[2, 3], [2], [3]]);
  expect(rows.map(({ numbers: [first, second] }) => [first, second])).toEqual([
    [150, 15],
    [700, 70],
    [100, 10],
  ]);
});

test("so many columns that count otherwise are known that no number is taken for another's", () => {
  const columns = Array.from({ length: 300 }, (_, at) => numbers(at, { units: [at + 1, 0, 0], max: 30_000, grain: 1 }));
  const line = `${columns.map(() => "3").join(";")}\n`;
  for (const { told, numbers: units } of scanned(Buffer.from(line + line), columns, ";", 300)) {
    expect([...told.keys()]).toEqual(Array.from({ length: 44 }, (_, at) => at + 256));
    expect(units.slice(0, 256)).toEqual(Array.from({ length: 256 }, (_, at) => 3 * (at + 1)));
  }
});

test("what nobody reads may hold anything, and line ends in it are counted", () => {
  const bytes = Buffer.from('a,"x\ny\r\nz",1\n,"""q"",",2\n');
  const rows = scanned(bytes, [watched, unused, words]);
  expect(rows.map(({ told, breaks }) => ({ told: [...told], breaks }))).toEqual([
    {
      told: [
        [0, "a"],
        [2, "1"],
      ],
      breaks: 2,
    },
    { told: [[2, "2"]], breaks: 0 },
  ]);
});

test.each(["a\n", "a,b,c\n", '"a"b,c\n', '"a,b\n', '"a""b",c\n', '"a\nb",c\n', "a\rb,c\n", "a,b\r\r\n"])(
  "%j is left",
  (text) => {
    expect(scanned(Buffer.from(text), [words, words])).toEqual([]);
  },
);

test("a row that is longer than its memory is left, and so is a sheet of more columns than it knows", () => {
  expect(scanned(Buffer.from(`${"a".repeat(70_000)},b\n`), [words, words])).toEqual([]);
  expect(rowScanner(2049)).toBeUndefined();
  const wide = Array.from({ length: 2048 }, () => words);
  expect(scanned(Buffer.from(`${wide.map(() => "a").join(",")}\n`.repeat(9)), wide)).toHaveLength(9);
});
