// Rows that come back mended give what the sheet gives with the same cells mended in it, whatever else is wrong there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "../support/run.ts";

const rubric = (key: string) => `schema: 1
id: t
version: "1"
language: en
period: quarter
missing: zero
blank_rows: incomplete
decimals: 3
subject: { key: ${key} }
columns:
  chi_bo: { type: text, required: true, from: title_rows, header: [Chi bộ] }
  ma: { type: text, required: true, header: [Mã] }
  ngay: { type: date, default: 2000-01-01, header: [Ngày] }
  dang: { type: flag, default: false, header: [Đảng viên] }
areas:
  - { id: A, max: 9000, column: Điểm A }
  - { id: B, levels: { tot: 10, kem: 0 }, labels: { tot: Tốt, kem: Kém }, column: Mức }
  - { id: C, ratio: { max: 100, cap: 100% }, column: Tỷ lệ }
total: { max: 9110, clamp: false, round: { to: 0.001, mode: half_up } }
bands: [{ id: good, from: 50 }, { id: poor }]
`;
const heads = ["Mã", "Ghi chú", "Điểm A", "Mức", "Tỷ lệ", "Ngày", "Đảng viên"];
/** What may stand in a cell of each column: what can be read in most sheets, and what cannot. */
const pools: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ["001", "002", "003", "004", "005", "006", "007", "008", "009"],
    ["", "Tổng cộng", "#N/A"],
  ],
  [["", "nghỉ ốm", "5"], ["=1"]],
  [
    ["8", "8,5", "70,25", ""],
    ["7.125", "7,125", "7.1250", "-1", "9999", "x", "8.5"],
  ],
  [["Tốt", "Kém", "tot", ""], ["Giỏi"]],
  [
    ["85%", "90", "100 %", ""],
    ["0,9", "0.9", "0,9%", "#REF!"],
  ],
  [
    ["31/03/2026", "2026-03-31", ""],
    ["31/02/2026", "hôm qua"],
  ],
  [["x", "", "không"], ["có lẽ"]],
];
const cellOf = (at: number, isMended: boolean) => {
  const [right, wrong] = pools[at] as (typeof pools)[number];
  return fc.oneof(
    { weight: isMended ? 30 : 12, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
};
const drawnRow = fc.oneof(
  { weight: 16, arbitrary: fc.tuple(...pools.map((_, at) => cellOf(at, false))) },
  { weight: 1, arbitrary: fc.constantFrom(["Chi bộ 1"], ["Chi bộ 2"]) },
  { weight: 1, arbitrary: fc.constantFrom([""], ["", "Người lập biểu"], ["", "", "5"]) },
);
const drawnChange = fc.record({
  isLeftOut: fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0),
  cells: fc.oneof(
    fc.tuple(...pools.map((_, at) => cellOf(at, true).map((text) => [at, text] as const))),
    fc.array(fc.nat({ max: heads.length - 1 }).chain((at) => cellOf(at, true).map((text) => [at, text] as const))),
  ),
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "score-corrections-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, rows: readonly (readonly string[])[], mark: string) => {
  const quoted = (cell: string) => (/[,;\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  writeFileSync(join(folder, name), rows.map((row) => row.map(quoted).join(mark)).join("\n"));
};

async function outcome(...argv: string[]) {
  const ran = await runHere(["compute", "rubric.yaml", "s.csv", "--period", "2026-Q1", "--format", "csv", ...argv], {
    cwd: folder,
  });
  const codes = [...ran.stderr.matchAll(/: (?:error|warning) ([A-Z]\d+)/g)].map(([, code]) => code as string);
  return { exit: ran.exit, stdout: ran.stdout, codes: codes.sort() };
}

test.each(["ma", "[chi_bo, ma]"])("people are known by %s", async (key) => {
  writeFileSync(join(folder, "rubric.yaml"), rubric(key));
  let [replaced, sound] = [0, 0];
  const property = fc.asyncProperty(
    fc.array(drawnRow, { minLength: 1, maxLength: 8 }),
    fc.array(drawnChange, { minLength: 8, maxLength: 8 }),
    fc.constantFrom(",", ";", "\t"),
    async (drawn, changes, mark) => {
      const rows = [heads, ["Chi bộ 1"], ...drawn];
      put("s.csv", rows, mark);
      await outcome("--rejects", "bad.csv");
      const [badHeads = [], ...bad] = parse(readFileSync(join(folder, "bad.csv"), "utf8"), {
        relax_column_count: true,
      }) as string[][];
      const from = badHeads.indexOf("Taken from");
      const mended = rows.map((row) => [...row]);
      const back = bad.filter((row, at) => {
        const line = /^s\.csv:(\d+)$/.exec(row[from] as string)?.[1];
        const { isLeftOut, cells } = changes[at % changes.length] as (typeof changes)[number];
        // What is said of an error without a row is left in.
        if (line === undefined || row[from + 2] === "") return true;
        if (isLeftOut) return false;
        const own = mended[Number(line) - 1] as string[];
        const whole = heads.map((_, at) => own[at] ?? "");
        for (const [column, text] of cells) {
          whole[column] = text;
          row[badHeads.indexOf(heads[column] as string)] = text;
        }
        // In a row that somebody has typed into no cell is lacking.
        if (whole.some((text, at) => text !== (own[at] ?? ""))) mended[Number(line) - 1] = whole;
        replaced++;
        return true;
      });
      put("mended.csv", [badHeads, ...back], ",");
      const viaCorrections = await outcome("--corrections", "mended.csv");
      put("s.csv", mended, mark);
      expect(viaCorrections).toEqual(await outcome());
      if (viaCorrections.exit === 0) sound++;
    },
  );
  await fc.assert(property);
  expect(replaced).toBeGreaterThan(20);
  expect(sound).toBeGreaterThan(5);
});
