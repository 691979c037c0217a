import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLines } from "../../../src/document/csv.ts";
import { bulkCsvLines } from "../../../src/document/csv-bulk.ts";
import { dialectOf } from "../../../src/document/csv-dialect.ts";
import type { Cell, CellType } from "../../../src/document/table.ts";
import { id, number, table, text } from "../../../src/document/table.ts";
import { fraction } from "../../../src/number/exact.ts";
import { cellText } from "../../../src/sheet/1-records/cell-text.ts";
import { defuse, restore } from "../../../src/text/formula.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(..."=+-@\t\r\n\" ',;|ăĐ1＝"), { maxLength: 6 }).map((parts) => parts.join("")),
);
/** As sheets are read: what a formula only keeps as a text, else what was defused. */
const readBack = (cell: string): string => /^="(.+)"$/.exec(cell)?.[1] ?? restore(cell);
const column = (name: string, type: CellType = text) => ({ id: name, head: `Head of ${name}`, type });
const csv = (type: CellType, cell: Cell, excel = false): string =>
  [...csvLines(table([column("a", type), column("b")], [[cell, ""]]), dialectOf(excel))].join("").split("\n")[1] ?? "";

describe.each([false, true])("for Excel: %s", (excel) => {
  const dialect = dialectOf(excel);

  test("texts read back as what was written", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (cells) => {
        const columns = ["x", ...cells].map((_, at) => column(`c${at}`));
        const written = [...csvLines(table(columns, [["x", ...cells]]), dialect)].join("");
        const { delimiter } = dialect;
        const [, read] = parse(written, { delimiter, recordDelimiter: "\n", bom: true });
        expect(read?.slice(1).map(readBack)).toEqual(cells);
      }),
    );
  });

  test("the bulk printer writes the same bytes as the general one", () => {
    const exact = fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => fraction(n, d));
    const cell = fc.option(fc.oneof(anyText, exact), { nil: undefined });
    const types: readonly CellType[] = [text, id, { ...number, scale: 100 }, { kind: "share" }];
    const row = fc.tuple(...types.map(() => cell));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 600 }), (rows) => {
        const columns = types.map((type, at) => ({
          ...column(`c${at},"`, type),
          cell: (of: readonly Cell[]) => of[at],
        }));
        const bulk = [...bulkCsvLines(columns, rows, dialect)].join("");
        expect(bulk).toBe([...csvLines(table(columns, rows), dialect)].join(""));
      }),
      { numRuns: 50 },
    );
  });
});

test("for a spreadsheet what is kept as a text is read again by sheets as it was", () => {
  const key = fc
    .array(fc.constantFrom(..."0123456789E.,/:-+%"), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(key, (written) => {
      const [, line = ""] = [...csvLines(table([column("a"), column("b")], [[written, "x"]]), dialectOf(true))]
        .join("")
        .split("\n");
      const [[cell = ""] = []] = parse(line, { delimiter: ";" });
      expect(cellText(cell)).toBe(written);
    }),
  );
});

test("a table without rows has its head", () => {
  expect([...csvLines(table([column("a"), column("b")], []))].join("")).toBe("a,b\n");
});

test("rows beyond one batch stand once, below one head", () => {
  const rows = Array.from({ length: 1500 }, (_, at) => [at, "x"]);
  const lines = [...csvLines(table([column("a", number), column("b")], rows))].join("").split("\n");
  expect(lines).toHaveLength(1502);
  expect(lines[1500]).toBe("1499,x");
});

test("numbers and ids of score's own are never touched", () => {
  expect(csv(number, -2)).toBe("-2,");
  expect(csv(text, "-2")).toBe("'-2,");
  expect(csv(id, "-2")).toBe("-2,");
  expect(csv({ kind: "date" }, "2026-03-31")).toBe("2026-03-31,");
});

test("for a spreadsheet texts stay texts, and dates and numbers are their own", () => {
  expect(csv(text, "0510", true)).toBe('"=""0510""";');
  expect(csv(text, "-2", true)).toBe('"=""-2""";');
  expect(csv(text, "An", true)).toBe("An;");
  expect(csv(id, "2026-03", true)).toBe('"=""2026-03""";');
  expect(csv(id, "2026-Q1", true)).toBe("2026-Q1;");
  expect(csv(text, "=1+1", true)).toBe("'=1+1;");
  expect(csv({ kind: "date" }, "2026-03-31", true)).toBe("2026-03-31;");
  expect(csv(number, -2, true)).toBe("-2;");
});

test("for a spreadsheet: heads for people, decimal commas", () => {
  const share: CellType = { kind: "share" };
  const of = table([column("a", share), column("b")], [[fraction(1n, 2n), "x;y"]]);
  expect([...csvLines(of, dialectOf(true))].join("")).toBe('\uFEFFHead of a;Head of b\n0,5;"x;y"\n');
});

describe("formulas", () => {
  test.each(["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1", "=cmd|'/C calc'!A0"])(
    "%j is defused",
    (bad) => {
      expect(defuse(bad)).toBe(`'${bad}`);
    },
  );

  test.each(["", "a=1", "'tis", "An - Bình", "1-2", "Ông @"])("%j is left alone", (good) => {
    expect(defuse(good)).toBe(good);
  });

  test("a defused text is restored, and no other text loses an apostrophe", () => {
    fc.assert(
      fc.property(anyText, (any) => {
        expect(restore(defuse(any))).toBe(any);
        const restored = restore(any);
        if (restored !== any) expect(defuse(restored)).toBe(any);
      }),
    );
  });
});
