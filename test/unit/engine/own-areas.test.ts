// Items that are scored only in a longer period: LANGUAGE, periods.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { divide, toKey } from "../../../src/number/exact.ts";
import { compute } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";
import { reasonText } from "../../../src/views/reason-text.ts";

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
      [...(year?.results ?? [])].map(({ key, total, scores, rank, reason, columns }) => [
        key,
        [
          total === undefined
            ? computed && reasonText(computed.plan, reason)
            : toKey(divide(total, computed?.plan.scale ?? 1)),
          rank,
          columns[1],
          scores,
        ],
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
    z: ["thiếu tiêu chí CD1, CD2", undefined, "K1", [undefined, undefined, undefined]],
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
  const ratings = "ratings: { by: nguoi, level: item, blank: incomplete, combine: mean }\n";
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

/** Items of the year that depend on columns, on each other and on the quarters. */
const computed = (more: { attributes?: string; last?: string } = {}): string => `schema: 1
id: t
version: "1"
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  ma: { type: text, required: true }
  khoi: { type: choice, values: [xa, phuong], required: true }
  lam: { type: number, min: 0, default: 0 }
  giao: { type: number, default: 0 }
areas: [{ id: A, max: 100 }]
total: { max: 100 }
bands: [{ id: tot, from: 50 }, { id: kem }]
rollups:
  - period: year
    of: quarter
    score: average * 0.8 + CD
    missing: { not_rated: skip, absent: block }
${more.attributes ?? ""}    areas:
      - id: CD
        max: 20
        zero_if: 'periods.exists(p, p.band == "kem")'
        items:
          - { id: CX, max: 6, when: 'khoi == "xa"', column: Chủ đề }
          - { id: CP, levels: { dat: 6, chua: 2 }, when: 'khoi == "phuong"', column: Chủ đề }
          - { id: CR, ratio: { max: 4, done: lam, target: giao, cap: 100%, empty: zero } }
          - { id: CV, max: 10, value: '${more.last ?? "count(periods, p, p.total >= 90) * 2"}' }
`;

const yearRow = (...rows: readonly string[]): string[] => ["period,ma,khoi,Chủ đề,lam,giao", ...rows];

test("an item of the year applies, and is computed, by its own row and by the quarters", async () => {
  const quarterly = quarters(["x", 90], ["y", 80], ["z", 40]).map((line) => line.replace("K1", "xa"));
  const { codes, year } = await results(
    computed(),
    quarterly,
    yearRow("2026,x,xa,5.25,3,4", "2026,y,phuong,dat,9,4", "2026,z,xa,6,4,4"),
  );
  expect(codes).toEqual([]);
  expect(year).toEqual({
    // 5.25 + 3 + 4 × 2; of y the level, all of the ratio and no quarter of 90; a poor quarter takes it all from z.
    x: ["353/4", 1, "xa", [525, 0, 300, 800, 1625]],
    y: ["74", 2, "phuong", [0, 600, 400, 0, 1000]],
    z: ["32", 3, "xa", [600, 0, 400, 0, 0]],
  });
});

test("what a row's own columns say holds even where the year groups people by another period", async () => {
  const quarterly = quarters(["x", 90]).map((line) => line.replace("K1", "xa"));
  const sheets = [quarterly, yearRow("2026,x,phuong,chua,1,1")] as const;
  const first = await results(computed({ attributes: "    attributes: first\n" }), ...sheets);
  expect(first.year.x).toEqual(["86", 1, "xa", [0, 200, 400, 800, 1400]]);
  const latest = await results(computed({ last: 'latest.khoi == "phuong" ? 7 : 1' }), ...sheets);
  expect(latest.year.x).toEqual(["85", 1, "phuong", [0, 200, 400, 700, 1300]]);
});

test("a filled cell of an item that does not apply is an error at its cell", async () => {
  const quarterly = quarters(["x", 90]).map((line) => line.replace("K1", "xa"));
  const apart = computed().replace('khoi == "phuong"\', column: Chủ đề', 'khoi == "phuong"\'');
  const { codes } = await results(apart, quarterly, ["period,ma,khoi,Chủ đề,CP,lam,giao", "2026,x,xa,5,dat,3,4"]);
  expect(codes).toEqual(["D211 1.csv:2"]);
});

test("without a row the latest quarter says what applies, and what its columns would give is blank", async () => {
  const quarterly = ["period,ma,khoi,A,lam,giao", ...[1, 2, 3, 4].map((q) => `2026-Q${q},x,xa,90,3,4`)];
  const { year } = await results(computed(), quarterly);
  // The value of the quarters is there; the ratio of the columns of a row that is not there is not.
  expect(year.x).toEqual(["thiếu tiêu chí CX, CR", undefined, "xa", [undefined, 0, undefined, 800, undefined]]);
  const waived = computed({ last: "lam" }).replace("missing: incomplete", "missing: zero");
  expect((await results(waived, quarterly)).year.x).toEqual(["72", 1, "xa", [0, 0, 0, 0, 0]]);
  const taken = computed({ last: "count(periods, p, p.total >= 90) * 2" })
    .replace("missing: incomplete", "missing: zero")
    .replace(`zero_if: 'periods.exists(p, p.band == "kem")'`, "zero_if: lam > 2");
  expect((await results(taken, quarterly)).year.x).toEqual(["80", 1, "xa", [0, 0, 0, 800, 800]]);
});

test("a division by zero in a row of the year is told of", async () => {
  const diagnostics = createDiagnostics();
  const quarterly = quarters(["x", 90]).map((line) => line.replace("K1", "xa"));
  const sheets = [quarterly, yearRow("2026,x,xa,5,3,0")].map((lines, at) => ({
    name: `${at}.csv`,
    open: async function* () {
      yield Buffer.from(lines.join("\n"));
    },
  }));
  await compute({ rubric: source("rubric.yaml", computed()), sheets }, diagnostics);
  expect(diagnostics.list.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)).toEqual(["A111 1.csv:2"]);
});

test.each([
  ["latest", "when: 'latest.khoi == \"xa\"'", "R319"],
  ["a score of the quarters", "zero_if: A > 10", "R319"],
  ["the total", "zero_if: total > 10", "R319"],
  ["a column that is no flag or choice", "when: lam > 1", "R319"],
  ["a name that nothing has", "zero_if: lamm > 1", "R303"],
])("%s is not for an item of the year to ask about", async (_, key, code) => {
  const { codes } = await results(
    computed().replace("column: Chủ đề }", `${key} }`).replace("when: 'khoi == \"xa\"', when", "when"),
    quarters(["x", 90]),
  );
  expect(codes.map((each) => each.slice(0, 4))).toContain(code);
});

test("what raters say of themselves is not known in a row of the year", async () => {
  const text = computed()
    .replace("  lam: { type: number, min: 0, default: 0 }", "  lam: { type: number, required: true, of: rating }")
    .replace(
      "columns:",
      "ratings: { by: nguoi, level: item, blank: incomplete, combine: mean }\ncolumns:\n  nguoi: { type: text, of: rating, required: true }",
    );
  const { codes } = await results(text, quarters(["x", 90]));
  expect(codes).toContain("R710 rubric.yaml:29");
});

test("rows of the year's items alone make no year before its quarters are there", async () => {
  const { codes, year } = await results(rubric(), ["period,ma,khoi,CD1,CD2", "2026,x,K1,6,x"]);
  expect([codes, year]).toEqual([[], {}]);
});

test("a longer period reads the items that a shorter one had alone", async () => {
  const text = rubric()
    .replace("period: year\n    of: quarter", "period: semester\n    of: quarter")
    .concat(`  - period: year
    of: semester
    score: 'mean(periods, CD1) * 10'
    missing: skip
    total: { max: 100 }
    ranking: { by: [total] }
`);
  const { codes } = await results(text, quarters(["x", 80]), [
    "period,ma,khoi,CD1,CD2",
    "2026-H1,x,K1,6,x",
    "2026-H2,x,K1,4,x",
  ]);
  expect(codes).toEqual([]);
});
