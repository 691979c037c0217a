import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Row } from "../../../src/model/row.ts";
import { fraction } from "../../../src/number/exact.ts";
import { jsonLines } from "../../../src/views/json.ts";
import { area, column, incomplete, periodReport, plan, quota, report, result, stage } from "../../support/report.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schema/report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

const row: Row = {
  period: "2026-Q1",
  key: "1",
  columns: [],
  cells: [],
  sheet: { name: "q1.csv", columns: [], cells: [] },
  line: 7,
};
const of = plan({
  columns: [
    column("ma"),
    column("ten"),
    column("khoi"),
    column("ngay", { type: { kind: "date" } }),
    column("he_so", { type: { kind: "number" } }),
    column("lanh_dao", { type: { kind: "flag" } }),
  ],
  stage: stage({
    nodes: [area("A"), area("__proto__")],
    quotas: [quota("q")],
    awards: [{ id: "co", title: { en: "", vi: "" }, size: { kind: "all" }, within: [], by: [], ties: "all" }],
  }),
});
const full = result("1", {
  columns: ["1", "A\u2028n", "K", 20_453, fraction(1n, 3n), true],
  scores: [fraction(100n, 3n), 5],
  total: 8950,
  reason: { kind: "past", text: "vì" },
  marks: ["decided"],
  moved: [{ quotas: ["q"], from: 0, to: 1 }],
  rows: [row],
  parts: [{ period: "2026-01", result: incomplete("1") }],
});
const period = periodReport([full, incomplete("2")], {
  quotas: [
    {
      quota: "q",
      scope: ["K"],
      share: fraction(1n, 5n),
      denominator: 2,
      room: 1,
      candidates: 2,
      kept: 1,
      moved: 1,
      leavers: ["2"],
      equals: [],
      open: 0,
    },
  ],
  awards: [{ award: "co", scope: [], winners: ["1"], open: [] }],
  differences: [{ key: "1", column: 4, row, theirs: "90", ours: "89,5", derivation: "A 89.5" }],
});
const text = [...jsonLines(report([period], of), period)].join("");

test("is valid by its own schema, also with nobody in it", () => {
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  const empty = periodReport([]);
  expect(validate(JSON.parse([...jsonLines(report([empty]), empty)].join("")))).toBe(true);
});

test("the schema describes every property that is written", () => {
  const open = JSON.stringify(schema).includes('"additionalProperties":true');
  expect(open).toBe(false);
  const stray = JSON.parse(text);
  stray.results[0].stray = 1;
  expect(validate(stray)).toBe(false);
});

test("has one subject per line, each JSON of its own", () => {
  const lines = text.split("\n");
  expect(lines).toHaveLength(5);
  expect(JSON.parse((lines[1] as string).replace(/,$/, ""))).toMatchObject({ key: ["1"], total: "89.5" });
});

test("keeps numbers exact, dates readable, and an id such as __proto__", () => {
  const { results, bands } = JSON.parse(text);
  expect(bands).toEqual([
    { id: "tot", title: "Tốt", from: "70" },
    { id: "kem", title: "Kém" },
  ]);
  expect(Object.entries(results[0].scores)).toEqual([
    ["A", "1/3"],
    ["__proto__", "0.05"],
  ]);
  expect(results[0].columns).toEqual({
    ma: "1",
    ten: "A\u2028n",
    khoi: "K",
    ngay: "2025-12-31",
    he_so: "1/3",
    lanh_dao: true,
  });
  expect(results[0].rows).toEqual([{ sheet: "q1.csv", line: 7 }]);
  expect(results[1]).not.toHaveProperty("total");
});
