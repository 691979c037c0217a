// LANGUAGE.md 1.2 and 1.10: what 0 of 0 is stands in the rubric; any other division by zero is listed, unless the rubric says
// for that very item what it then is.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { formatDecimal } from "../../../src/number/decimal.ts";
import { divide } from "../../../src/number/exact.ts";
import { compute } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";

const rubric = (empty: string, own: string): string => `
schema: 1
id: r
version: "1"
period: year
missing: zero
subject: { key: ma }
columns:
  done: { type: number, required: true }
  target: { type: number, required: true }
areas: [{ id: A, ratio: { max: 10, cap: 120%, done: done, target: target, empty: ${empty} }${own} }]
total: { max: 10, clamp: true }
ranking: { by: [total] }
bands: [{ id: tot, from: 5 }, { id: yeu }]
`;

/** The score of one subject, in units, and what was told. */
async function of(done: number, target: number, empty: string, own = ""): Promise<unknown> {
  const diagnostics = createDiagnostics();
  const sheet = {
    name: "s.csv",
    open: async function* () {
      yield Buffer.from(`ma,period,done,target\nx,2026,${done},${target}\n`);
    },
  };
  const computed = await compute({ rubric: source("rubric.yaml", rubric(empty, own)), sheets: [sheet] }, diagnostics);
  const result = computed?.report.periods[0]?.results.at(0);
  return [
    formatDecimal(divide(result?.total ?? -1, computed?.plan.scale ?? 1)),
    ...diagnostics.list.map(({ code }) => code),
  ];
}

test("anything else of 0 is no score, and is listed", async () => {
  expect(await of(1, 0, "full")).toEqual(["0", "A111"]);
  expect(await of(-1, 0, "full")).toEqual(["0", "A111"]);
});

test("what no score is may be said for the item", async () => {
  expect(await of(1, 0, "missing", ", missing: full")).toEqual(["10"]);
});

test.each([
  ["zero", "", "0"],
  ["full", "", "10"],
  ["missing", "", "0"],
  ["missing", ", missing: full", "10"],
  ["full", ", missing: zero", "10"],
])("0 of 0 with `empty: %s`%s", async (empty, own, score) => expect(await of(0, 0, empty, own)).toEqual([score]));
