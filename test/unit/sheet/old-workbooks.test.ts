// Workbooks of Excel 97 to 2003: whatever their tables, lists and records say of themselves, reading them ends.
import { CFB, utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { readAll, smallPlan } from "../../support/sheet.ts";

const plan = smallPlan();
const head = ["code", "full_name", "period", "A"];
const table = (people: number): unknown[][] => [
  head,
  ...Array.from({ length: people }, (_, at) => [`NV${at}`, "Lê Én", "2026-Q1", (at % 100) + 0.5]),
];

function workbook(cells: unknown[][]): Buffer {
  const book = utils.book_new();
  book.Props = { Title: "Points", Author: "Office" };
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), "Quý I");
  return write(book, { type: "buffer", bookType: "xls" });
}

/** The same with another stream under a name. */
function withStream(file: Buffer, name: string, change: (stream: Buffer) => Buffer): Buffer {
  const container = CFB.read(file, { type: "buffer" });
  const entry = CFB.find(container, name);
  const stream = change(Buffer.from(entry.content));
  Object.assign(entry, { content: stream, size: stream.length });
  return CFB.write(container, { type: "buffer" });
}

const inBook = (change: (stream: Buffer) => Buffer): Buffer => withStream(workbook(table(2)), "/Workbook", change);

/** With further records at the end of the tab. */
const withRecords = (...records: Buffer[]): Buffer =>
  inBook((stream) => {
    const [end] = recordsOf(stream, 0x000a).slice(-1) as [number];
    return Buffer.concat([stream.subarray(0, end), ...records, stream.subarray(end)]);
  });

/** Where the records of a kind begin in a stream. */
function recordsOf(stream: Buffer, type: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    if (stream.readUInt16LE(at) === type) found.push(at);
  }
  return found;
}

const record = (type: number, ...bytes: number[]): Buffer => {
  const whole = Buffer.from([0, 0, 0, 0, ...bytes]);
  whole.writeUInt16LE(type, 0);
  whole.writeUInt16LE(bytes.length, 2);
  return whole;
};

async function keysOf(file: Buffer): Promise<readonly string[]> {
  const { rows, messages } = await readAll(plan, { "s.xls": file });
  return [...rows.map(({ key }) => key), ...messages];
}

const people = ["NV0", "NV1"];
const damaged = ["this workbook is damaged and cannot be read"];

test("a list of properties that says that it has four thousand million is not read", async () => {
  const file = withStream(workbook(table(2)), "/\u0005SummaryInformation", (stream) => {
    const properties = stream.readUInt32LE(44);
    stream.writeUInt32LE(0xffffffff, properties + 4);
    return stream;
  });
  expect(await keysOf(file)).toEqual(people);
});

test("records that say nothing of cells are passed over, those behind them read", async () => {
  // A text of 65,535 characters as formats before 1997 have it, a defined name, a drawing: each ends behind its few bytes.
  const strangers = [0x0007, 0x0018, 0x00ec, 0x0004].map((type) => record(type, 0xff, 0xff, 0xff));
  expect(await keysOf(withRecords(...strangers))).toEqual(people);
});

test("of a formula matters what it came to, not what it says", async () => {
  // In the place of a cell that says 1.5: 7.5, by a formula as if it went on for 65,535 bytes.
  const cell = [2, 0, 3, 0, 0, 0];
  const value = [...Buffer.from(new Float64Array([7.5]).buffer)];
  const formula = record(0x0006, ...cell, ...value, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0x17, 0xff, 0xff);
  const { rows, errors } = await readAll(plan, { "s.xls": withRecords(formula) });
  expect([rows.map(({ cells }) => cells), errors]).toEqual([[[50], [750]], []]);
});

describe("is damaged:", () => {
  test("a stream that is cut off", async () => {
    for (const kept of [1, 3, 11, 200]) {
      expect(await keysOf(inBook((stream) => stream.subarray(0, stream.length - kept)))).toEqual(damaged);
    }
  });

  test("a tab in a format before that of 1997", async () => {
    const file = inBook((stream) => {
      const [, tab] = recordsOf(stream, 0x0809) as [number, number];
      stream.writeUInt16LE(0x0200, tab + 4);
      return stream;
    });
    expect(await keysOf(file)).toEqual(damaged);
  });

  test("a stream that begins with anything but a workbook", async () => {
    const file = inBook((stream) => {
      stream.writeUInt16LE(0x0042, 0);
      return stream;
    });
    expect(await keysOf(file)).toEqual(damaged);
  });

  test("a chain of sectors that goes round in a circle", async () => {
    const file = workbook(table(200));
    const fat = 512 * (file.readUInt32LE(76) + 1);
    for (let at = fat; at < fat + 512; at += 4) if (file.readUInt32LE(at) < 128) file.writeUInt32LE((at - fat) / 4, at);
    expect(await keysOf(file)).toEqual(damaged);
  });

  test("a file without its last sectors, or with no more than its first bytes", async () => {
    const file = workbook(table(200));
    for (const length of [8, 100, 511, 512, 1024, file.length >> 1]) {
      expect(await keysOf(file.subarray(0, length))).toEqual(damaged);
    }
  });
});

test("a workbook behind so many sectors that their table does not fit into the first one", async () => {
  const container = CFB.utils.cfb_new();
  const book = CFB.find(CFB.read(workbook(table(2)), { type: "buffer" }), "/Workbook");
  CFB.utils.cfb_add(container, "/A", Buffer.alloc(8 << 20));
  CFB.utils.cfb_add(container, "/Workbook", Buffer.from(book.content));
  const file: Buffer = CFB.write(container, { type: "buffer" });
  expect(file.readUInt32LE(72)).toBeGreaterThan(0);
  expect(await keysOf(file)).toEqual(people);
});
