// LANGUAGE.md 1.10: a division by zero is listed, unless the rubric says for that very item what it then is.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { compute } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";

const rubric = (own: string): string => `
schema: 1
id: r
version: "1"
period: year
missing: zero
subject: { key: ma }
columns:
  done: { type: number, required: true }
  target: { type: number, required: true }
areas: [{ id: A, ratio: { max: 10, cap: 100%, done: done, target: target }${own} }]
total: { max: 10, clamp: false }
bands: [{ id: tot, from: 5 }, { id: yeu }]
`;

test.each([
  ["", ["A111"]],
  [", missing: full", []],
])("an item with `%s`", async (own, expected) => {
  const diagnostics = createDiagnostics();
  const sheet = {
    name: "s.csv",
    open: async function* () {
      yield Buffer.from("ma,period,done,target\nx,2026,1,0\n");
    },
  };
  await compute({ rubric: source("rubric.yaml", rubric(own)), sheets: [sheet] }, diagnostics);
  expect(diagnostics.list.map(({ code }) => code)).toEqual(expected);
});
