import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBytes } from "../../../src/sheet/1-records/bytes.ts";
import { createBulkReader } from "../../../src/sheet/1-records/csv/bulk-reader.ts";
import { openCsv } from "../../../src/sheet/1-records/csv/csv-records.ts";
import { createCsvRows } from "../../../src/sheet/1-records/csv/csv-rows.ts";
import { readGeneral } from "../../../src/sheet/1-records/csv/general-reader.ts";
import type { Delimiter, SheetRecord } from "../../../src/sheet/1-records/records.ts";
import { longestRecord } from "../../../src/sheet/1-records/records.ts";
import { blocks } from "../../support/sheet.ts";

async function read(content: string | Uint8Array, block = 7, delimiter: Delimiter = ",") {
  const csv = await openCsv("s.csv", await openBytes(blocks(Buffer.from(content), block)), delimiter);
  const records: SheetRecord[] = [];
  for await (const batch of csv.rows()) records.push(...batch);
  return { records, problem: csv.problem };
}

/** A cell as CSV, always in quotation marks where it needs them. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

test("random sheets: cells as csv-parse reads them, lines as they are counted by hand", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ễ", "1", ",", '"', "\n", "\r\n", " ", "😀"), maxLength: 6 });
  const lineEnd = fc.constantFrom("\n", "\r\n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), lineEnd), { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, block) => {
        const text = rows.map(([cells, end]) => cells.map(quoted).join(",") + end).join("");
        const { records, problem } = await read(text, block);
        expect(problem).toBeUndefined();
        expect(records.map(({ cells }) => cells)).toEqual(
          parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n"] }),
        );
        let line = 1;
        const lines = rows.map(([cells, end]) => {
          const start = line;
          line += (cells.map(quoted).join(",") + end).split("\n").length - 1;
          return start;
        });
        expect(records.map((record) => record.line)).toEqual(lines);
      },
    ),
  );
});

test.each([
  ["tidy rows", "a,1\nb,2\nc,3\n"],
  ["cells over several lines", '"a\na",1\n"b\nb",2\n"c\nc",3\n'],
  ["tidy rows before and behind one that is not", 'a,1\n"b\nb",2\nc,3\n'],
])("no more rows than are asked for, and the next call goes on behind them: %s", async (_, text) => {
  const bytes = Buffer.from(text);
  const all = (await createCsvRows(",").read(bytes, true)).records;
  expect(all).toHaveLength(3);
  for (const most of [1, 2, 3, 4]) {
    const reader = createCsvRows(",");
    const first = await reader.read(bytes, true, most);
    expect([first.records, first.isPaused]).toEqual([all.slice(0, most), most <= 3]);
    const rest = await reader.read(bytes.subarray(first.used), true);
    expect([...first.records, ...rest.records]).toEqual(all);
  }
});

test("a quotation mark opens a cell only at its start: elsewhere it is a letter", async () => {
  const letter = fc.constantFrom("a", "ễ", ",", '"', '"', "\n", "\r\n", " ");
  const cell = fc.string({ unit: letter, maxLength: 6 });
  const written = (text: string): string => (/^"|[,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, block) => {
        const { records, problem } = await read(
          rows.map((cells) => `${cells.map(written).join(",")}\n`).join(""),
          block,
        );
        expect(problem).toBeUndefined();
        expect(records.map(({ cells }) => cells)).toEqual(rows);
      },
    ),
    { numRuns: 300 },
  );
  expect((await read('001,Nguyễn Văn "Tèo" An,89\n')).records[0]?.cells).toEqual(["001", 'Nguyễn Văn "Tèo" An', "89"]);
});

test("any text is read as csv-parse reads it, or refused by both", async () => {
  const piece = fc.constantFrom("a", "b1", "ễ", ",", ",", '"', '"', '""', "\n", "\r\n", "\r", " ");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 24 }), fc.integer({ min: 1, max: 30 }), async (pieces, block) => {
      const text = pieces.join("");
      const expected: string[][] = [];
      let code = "";
      const keep = (record: string[]): null => {
        expected.push(record);
        return null;
      };
      try {
        parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"], on_record: keep });
      } catch (error) {
        code = (error as { code: string }).code;
      }
      const { records, problem } = await read(text, block);
      const cells = records.map((record) => record.cells);
      // By itself csv-parse refuses a quotation mark inside a cell, which is a letter here.
      if (code === "INVALID_OPENING_QUOTE") expect(cells.slice(0, expected.length)).toEqual(expected);
      else expect(cells).toEqual(expected);
      if (code === "") expect(problem).toBeUndefined();
      if (code === "CSV_QUOTE_NOT_CLOSED") expect(problem).toMatchObject({ kind: "quote", what: "unclosed" });
      if (code === "CSV_INVALID_CLOSING_QUOTE") expect(problem).toMatchObject({ kind: "quote" });
    }),
    { numRuns: 500 },
  );
});

test("short and long cells, one after the other and again, keep their own texts", async () => {
  const cell = fc.string({ unit: fc.constantFrom("0", "1", ".", "a", "ễ", "Z"), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 60 }), async (rows) => {
      const { records } = await read(rows.map((cells) => `${cells.join(",")}\n`).join(""), 64);
      expect(records.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test("as many different cells as would fill any cache come back as they are", async () => {
  const cells = Array.from({ length: 60_000 }, (_, at) => (at * 7919).toString(36));
  const { records } = await read(
    cells
      .map((cell) => `${cell}\n`)
      .join("")
      .repeat(2),
    1 << 16,
  );
  expect(records.map(({ cells: [cell] }) => cell)).toEqual([...cells, ...cells]);
});

test("any bytes in any blocks give records or a problem, never an exception", async () => {
  const byte = fc.oneof(
    fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xe1, 0xbb, 0x85),
    fc.integer({ min: 0, max: 255 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, block) => {
      const whole = await read(Uint8Array.from(bytes), 1000);
      const pieces = await read(Uint8Array.from(bytes), block);
      // Of two problems the one in the earlier block is met first.
      expect(pieces.problem === undefined).toBe(whole.problem === undefined);
      if (pieces.problem?.kind === whole.problem?.kind) expect(pieces.problem).toEqual(whole.problem);
      if (!whole.problem) expect(pieces.records).toEqual(whole.records);
    }),
  );
});

describe("problems", () => {
  test.each([
    ['a\nb\n"c', 3, "quote"],
    ['a\n"b"c\n', 2, "quote"],
    ['a\r\n"x\r\ny",1\r\n"z" z\r\n', 4, "quote"],
  ])("%j: line %d", async (text, line, kind) => {
    expect((await read(text)).problem).toMatchObject({ line, kind });
  });

  test("a byte that is no UTF-8, in its line", async () => {
    const bytes = Buffer.concat([Buffer.from("a\nễ\n"), Buffer.from([0x61, 0xe1, 0x62, 0x0a])]);
    for (const block of [1, 3, 100])
      expect((await read(bytes, block)).problem).toMatchObject({ kind: "encoding", line: 3 });
    expect((await read(bytes.subarray(0, 4), 1)).problem).toMatchObject({ kind: "encoding", line: 2 });
  });

  test("a NUL byte", async () => {
    expect((await read("a\nb\0c\n", 2)).problem).toMatchObject({ kind: "encoding", line: 2 });
  });

  test("a row without end, of text or of delimiters", async () => {
    for (const endless of ["x", ",", '"']) {
      const { problem } = await read(`a,b\n${endless.repeat(3 * longestRecord)}`, 1 << 16);
      expect(problem).toMatchObject({ kind: "long", line: 2 });
    }
  }, 60_000);
});

test("the bulk reader takes rows apart as the general one does, to the same byte, and all of them where they are tidy", () => {
  const piece = fc.constantFrom("a", "b1", "ễ", ",", ",", "\n", "\r\n", "\r", " ", "😀", '"a,1"', '""', '"');
  const most = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), fc.boolean(), most, (pieces, isLast, count) => {
      const bytes = Buffer.from(pieces.join(""));
      const bulk = createBulkReader(",")(bytes, 0, isLast, count);
      const general = readGeneral(bytes, ",", count, isLast);
      // The row that ends with the bytes, which more could make longer, is left for later by one or by both.
      const both = Math.min(bulk.rows.length, general.rows.length);
      if (!bulk.isUntidy && isLast) expect(bulk.rows.length).toBe(general.rows.length);
      expect(general.rows.slice(0, both).map(({ cells }) => cells)).toEqual(bulk.rows.slice(0, both));
      if (bulk.rows.length === both) expect(general.rows[both - 1]?.end ?? 0).toBe(bulk.end);
      if (!bytes.includes('"')) expect(bulk.isUntidy).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("cells of one line in quotation marks are tidy", () => {
  const read = createBulkReader(";");
  expect(read(Buffer.from('"a;1";b;"";"c"\r\n'), 0, true, 9)).toEqual({
    rows: [["a;1", "b", "", "c"]],
    end: 16,
    isUntidy: false,
  });
  for (const text of ['"a""b"\n', '"a\nb"\n', '"a" \n', '"a']) {
    expect(read(Buffer.from(text), 0, true, 9)).toMatchObject({ rows: [], isUntidy: true });
  }
});

test("who stops reads no further block", async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (; ; given++) yield Buffer.alloc(1 << 20, "a\n");
  }
  const csv = await openCsv("s.csv", await openBytes(endless()), ",");
  for await (const _ of csv.rows()) break;
  await csv.close();
  expect([given, csv.problem]).toEqual([0, undefined]);
});

test("what the bytes throw passes through", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(2_000_000, "a\n");
    throw new Error("ours");
  }
  const csv = await openCsv("s.csv", await openBytes(broken()), ",");
  const reading = async (): Promise<void> => {
    for await (const _ of csv.rows());
  };
  await expect(reading()).rejects.toThrow("ours");
});
