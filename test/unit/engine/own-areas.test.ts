// Items that are scored only in a longer period: LANGUAGE, periods.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { divide, toKey } from "../../../src/number/exact.ts";
import { compute } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";

const rubric = (more: { ratings?: string; missing?: string; rollup?: string } = {}): string => `schema: 1
id: t
version: "1"
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  ma: { type: text, required: true }
  khoi: { type: text, required: true }
${more.ratings ? "  nguoi: { type: text, of: rating, required: true }\n" : ""}areas: [{ id: A, max: 100 }]
total: { max: 100 }
${more.ratings ?? ""}bands: [{ id: tot, from: 50 }, { id: kem }]
rollups:
  - period: year
    of: quarter
    score: average * 0.9 + CD
    missing: { not_rated: skip, absent: block }
    areas:
      - id: CD
        max: 10
        items:
          - { id: CD1, max: 6 }
          - { id: CD2, yes: 4${more.missing ?? ""} }
    total: { max: 100, clamp: true }
    ranking: { within: [khoi], by: [total, CD] }
${more.rollup ?? ""}`;

async function results(text: string, ...sheets: readonly string[][]) {
  const diagnostics = createDiagnostics();
  const inputs = sheets.map((lines, at) => ({
    name: `${at}.csv`,
    open: async function* () {
      yield Buffer.from(lines.join("\n"));
    },
  }));
  const computed = await compute({ rubric: source("rubric.yaml", text), sheets: inputs }, diagnostics);
  const year = computed?.report.periods.find(({ stage }) => stage === 1);
  return {
    codes: diagnostics.list
      .filter(({ severity }) => severity === "error")
      .map(({ code, place }) => `${code} ${place?.file}:${place?.line}`),
    year: Object.fromEntries(
      (year?.results ?? []).map(({ key, total, scores, rank, reason, columns }) => [
        key,
        [total === undefined ? reason : toKey(divide(total, computed?.plan.scale ?? 1)), rank, columns[1], scores],
      ]),
    ),
  };
}

const quarters = (...people: readonly [string, number][]): string[] => [
  "period,ma,khoi,A",
  ...people.flatMap(([ma, A]) => [1, 2, 3, 4].map((q) => `2026-Q${q},${ma},K1,${A}`)),
];

test("a row of the year has the year's items, and they count as the score says", async () => {
  const { codes, year } = await results(rubric(), quarters(["x", 80], ["y", 90], ["z", 90]), [
    "period,ma,khoi,CD1,CD2",
    "2026,x,K2,6,x",
    "2026,y,K1,1.5,không",
  ]);
  expect(codes).toEqual([]);
  expect(year).toEqual({
    // The unit of the year's own row is the one that groups.
    x: ["82", 1, "K2", [600, 400, 1000]],
    y: ["165/2", 1, "K1", [150, 0, 150]],
    z: ["thiếu điểm: CD1, CD2", undefined, "K1", [undefined, undefined, undefined]],
  });
});

test("the rows of months and years may stand in one sheet", async () => {
  const [head, ...rows] = quarters(["x", 80]);
  const { codes, year } = await results(rubric(), [
    `${head},CD1,CD2`,
    ...rows.map((row) => `${row},,`),
    "2026,x,K1,,5,x",
  ]);
  expect(codes).toEqual([]);
  expect(year.x?.[0]).toBe("81");
});

test("a score in a row of the wrong period, and a second row, are errors", async () => {
  const [head, ...rows] = quarters(["x", 80]);
  const { codes } = await results(rubric(), [
    `${head},CD1,CD2`,
    ...rows.slice(1).map((row) => `${row},,`),
    "2026-Q1,x,K1,80,3,",
    "2026,x,K1,80,5,x",
    "2026,y,K1,,5,x",
    "2026,y,K1,,6,x",
  ]);
  expect(codes).toEqual(["D219 0.csv:5", "D219 0.csv:6", "A201 0.csv:8"]);
});

test("raters govern the rows of their own period only", async () => {
  const ratings = "ratings: { by: nguoi, level: item, combine: mean }\n";
  const [, ...rows] = quarters(["x", 80]);
  const { codes, year } = await results(
    rubric({ ratings }),
    ["period,ma,khoi,A,nguoi", ...rows.flatMap((row) => [`${row},R1`, `${row},R2`])],
    ["period,ma,khoi,CD1,CD2", "2026,x,K1,6,x"],
  );
  expect(codes).toEqual([]);
  expect(year.x?.[0]).toBe("82");
});

test("somebody with nothing but a row of the year waits like anybody without the other periods", async () => {
  const { year } = await results(rubric(), quarters(["x", 80]), ["period,ma,khoi,CD1,CD2", "2026,n,K1,6,x"]);
  expect(year.n?.[0]).toBe(
    "kỳ chưa được xếp loại: 2026-Q1 (không có dữ liệu), 2026-Q2 (không có dữ liệu), 2026-Q3 (không có dữ liệu), 2026-Q4 (không có dữ liệu)",
  );
});

test("without a row each item is blank, and its policy says what that means", async () => {
  const { year } = await results(
    rubric({ missing: ", missing: zero" }).replace("CD1, max: 6", "CD1, missing: full, max: 6"),
    quarters(["x", 80]),
  );
  expect(year.x?.[0]).toBe("78");
});
