// Every period of a sheet in one query: those of the rows, whole rollups, rows that cover a longer period.
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form, Given } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile, compute } from "../reference/compile.ts";
import { rowsFor } from "../reference/rows.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { sheetOf, summaryLines } from "./subset.ts";

const { plan } = compile(`schema: 1
id: nam
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  bac: { type: choice, values: [a, b], default: a }
areas:
  - { id: A, max: 60, step: 0.5 }
  - { id: B, ratio: { max: 40, cap: 100%, unit: percent } }
total: { max: 100, clamp: false }
bands: [{ id: dat, title: Đạt, from: 50 }, { id: kem, title: Kém }]
rules: [{ id: nghi, when: 'A == 0', not_rated: Nghỉ }]
rollups:
  - { period: semester, of: quarter, score: mean, missing: { not_rated: skip, absent: block } }
  - period: year
    of: semester
    score: mean
    missing: { not_rated: skip, absent: block }
    rules: [{ id: hai_ky_kem, when: 'periods.all(p, p.band == "kem") && latest.bac == "a"', set: kem }]
    ranking: { by: [band, total] }
`);

const row = (period: string, ma: string, A: string, B: string, bac = "a") => ({ period, texts: { ma, A, B, bac } });
const rows = [
  ...["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"].flatMap((period, at) => [
    row(period, "1", `${40 + at}`, "33.3"),
    row(period, "2", at === 3 ? "0" : "20.5", "10", "b"),
  ]),
  row("2025-Q1", "3", "59", "100"),
  row("2025-H1", "4", "60", "66.7"),
  row("2025-H2", "4", "12", "66.6"),
  row("2026-Q1", "1", "60", "99.9"),
];

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.stop());

function sqlOf(form: Form, period?: string, of?: Given): string {
  const sheet = { table: "sheet", names: new Map(), ...(period !== undefined && { period }) };
  const written = writeSql(plan, dialectOf("duckdb"), sheet, form, of);
  if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
  return written.sql;
}

test("all periods stand in the order of time, a longer one behind the last of its parts", async () => {
  const report = compute(plan, rowsFor(plan, rows));
  const expected = report.periods.flatMap((period) => {
    const [, ...lines] = periodLines(report, period);
    return lines.map((line) => `${period.period},${line}`);
  });
  await engine.load("sheet", sheetOf({ plan, rows }));
  expect(csvOf(await engine.run(sqlOf("query")))).toBe(expected.join(""));
  expect(csvOf(await engine.run(sqlOf("query", undefined, "summary")))).toBe(
    [...summaryLines(report)].slice(1).join(""),
  );
  expect(report.periods.map(({ period }) => period)).toContain("2025");
});

/** Parts that belong to longer periods by the calendar, and results that rest on earlier ones. */
const looking = {
  "weeks of months, and these of a school year that ends early": {
    longest: "2026-10",
    shows: ["2025-01,", "2026-10,", "2026-2027,"],
    words: `period: week
year: { starts: 9 }
rollups:
  - { period: month, of: week, score: mean, missing: skip }
  - { period: year, of: month, parts: ["09", "10"], score: sum, missing: skip, total: { max: 200 }, bands: [{ id: dat, title: Đạt, from: 90 }, { id: kem, title: Kém }] }
`,
    periods: [
      ..."2024-W52 2025-W01 2025-W02 2025-W03 2025-W04 2025-W05".split(" "),
      ...Array.from({ length: 10 }, (_, at) => `2026-W${at + 35}`),
      "2026-W09",
    ],
  },
  "two weeks of a quarter": {
    longest: "2021-Q3",
    shows: ["2021-Q1,"],
    words: `period: week
rollups: [{ period: quarter, of: week, parts: 2, score: mean, missing: skip }]
`,
    periods: "2020-W53 2021-W01 2021-W02 2021-W14 2021-W27 2021-W28 2021-W29".split(" "),
  },
  "quarters in a row, of years too": {
    longest: "2026",
    shows: [",ba_quy,", ",hai_nam,", "start_unknown", ",nhac,"],
    words: `period: quarter
awards: [{ id: ba_quy, title: Ba quý, streak: { band: dat, years: 3, not_rated: skips, again: every } }]
rollups:
  - period: year
    of: quarter
    score: mean
    missing: skip
    alerts: [{ id: nhac, when: "recent(2).exists(p, p.A < 60)" }]
    awards: [{ id: hai_nam, title: Hai năm, streak: { band: dat, years: 2, not_rated: breaks, again: once } }]
`,
    periods: [2023, 2024, 2025]
      .flatMap((year) => [1, 2, 3, 4].map((at) => `${year}-Q${at}`))
      .concat("2026-Q1", "2026-Q2"),
  },
  "months in a row of school semesters from which some are left out": {
    longest: "2025-2026-HK2",
    shows: ["2025-2026-HK1,2,2,54.833333,54.833333,kem", "2025-2026-HK2,2,1,54.833333,54.833333,dat"],
    words: `period: month
year: { starts: 9, second: 2 }
rollups:
  - period: semester
    of: month
    parts: ["09", "10", "12", "02", "04", "05"]
    score: mean
    missing: skip
    rules: [{ id: hai, title: Hai tháng liền, when: 'consecutive(periods, p, p.total < 60) >= 2', set: kem }]
`,
    periods: [2024, 2025].flatMap((year) =>
      [`${year}-09`, `${year}-10`, `${year}-12`].concat(["02", "04", "05"].map((month) => `${year + 1}-${month}`)),
    ),
  },
};
const plain = `schema: 1
id: nhin
version: "1"
language: vi
missing: incomplete
subject: { key: ma }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: dat, title: Đạt, from: 50 }, { id: kem, title: Kém }]
rules: [{ id: nghi, when: 'A == 0', not_rated: Nghỉ }]
`;

test.each(Object.entries(looking))(
  "%s: every period, and each that is asked for",
  async (_, { longest, shows, words, periods }) => {
    const { plan } = compile(plain + words);
    const points = [80, 70, 0, 45, 60, 55, 49.5, 90];
    const rows = ["1", "2"].flatMap((ma, person) =>
      periods.flatMap((period, at) =>
        person === 1 && at % 5 === 4 ? [] : [{ period, texts: { ma, A: `${points[(at * 3 + person) % 8]}` } }],
      ),
    );
    const written = (period?: string): string => {
      const found = writeSql(
        plan,
        dialectOf("duckdb"),
        { table: "sheet", names: new Map(), ...(period !== undefined && { period }) },
        "query",
      );
      if (!("sql" in found)) throw new Error(JSON.stringify(found.outside));
      return found.sql;
    };
    await engine.load("sheet", sheetOf({ plan, rows }));
    const report = compute(plan, rowsFor(plan, rows));
    const linesOf = (of: typeof report, at: number): readonly string[] =>
      [...periodLines(of, of.periods[at] as (typeof of.periods)[number])].slice(1);
    const expected = report.periods.flatMap(({ period }, at) => linesOf(report, at).map((line) => `${period},${line}`));
    expect(csvOf(await engine.run(written()))).toBe(expected.join(""));
    for (const each of shows) expect(expected.join("")).toContain(each);
    for (const period of [...report.periods.map((each) => each.period).slice(-3), longest]) {
      const asked = compute(plan, rowsFor(plan, rows), [], period);
      const at = asked.periods.findIndex((each) => each.period === period);
      if (at >= 0) expect(csvOf(await engine.run(written(period))), period).toBe(linesOf(asked, at).join(""));
    }
  },
);

test("a week 53 of a year that has none is no period, nor is a year long ago", async () => {
  const { plan } = compile(`${plain}period: week\n`);
  const rows = ["1000-W01", "2020-W53", "2021-W53", "2025-W53", "2026-W53"].map((period) => ({
    period,
    texts: { ma: "1", A: "50" },
  }));
  await engine.load("sheet", sheetOf({ plan, rows }));
  const written = writeSql(plan, dialectOf("duckdb"), { table: "sheet", names: new Map() }, "checks");
  const found = await engine.run("sql" in written ? written.sql : "");
  expect(found.map(([period]) => period)).toEqual(["1000-W01", "2021-W53", "2025-W53"]);
});

test("a period that is asked for is computed from what is there", async () => {
  await engine.load("sheet", sheetOf({ plan, rows }));
  expect(csvOf(await engine.run(sqlOf("query", "2026")))).toBe("1,1,a,60,39.96,99.96,dat,Đạt,rated,,,,,provisional\n");
});

test("a row of the whole period beside rows within it is listed, and stops the query", async () => {
  const doubled = [...rows, row("2025-H1", "1", "1", "1")];
  await engine.load("sheet", sheetOf({ plan, rows: doubled }));
  expect(await engine.run(sqlOf("checks"))).toEqual([
    ["2025-H1", "1", "period", "2025-H1", "a row of the whole period beside rows within it"],
  ]);
  await expect(engine.run(sqlOf("query"))).rejects.toThrow("the sheet has rows that score refuses");
});

test.each([
  { name: "duckdb", apart: / AS MATERIALIZED \(\n/g, least: 5 },
  { name: "postgres", apart: /\n {2}OFFSET 0/g, least: 40 },
] as const)(
  "stages of a long query stand apart for $name, which would copy each into the next",
  ({ name, apart, least }) => {
    const written = writeSql(plan, dialectOf(name), { table: "sheet", names: new Map() }, "query");
    const sql = "sql" in written ? written.sql : "";
    expect(sql.match(apart)?.length).toBeGreaterThan(least);
  },
);
