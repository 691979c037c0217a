// LANGUAGE.md 1.8: sheets win over the history, and differences are reported.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../../src/diagnostics/message.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { PastResult } from "../../../src/model/given.ts";
import { multiply } from "../../../src/number/exact.ts";
import { compile } from "../../reference/compile.ts";
import { rowsFor } from "../../reference/rows.ts";
import { table } from "./results.ts";
import { reasonText } from "../../../src/views/reason-text.ts";

const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: year
missing: incomplete
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: kem }]
`);
const past = (points: number): PastResult => ({
  ...{ key: "a", columns: ["a"], scores: [], state: "rated", reason: "", rules: [], line: 2 },
  ...{ band: points >= 50 ? 0 : 1, total: multiply(points, plan.scale), unclamped: multiply(points, plan.scale) },
});

test.each([
  [90, []],
  [80, ["2025: a was tot (80) in the history and is tot (90) by the sheets, which are used"]],
  [40, ["2025: a was kem (40) in the history and is tot (90) by the sheets, which are used"]],
])("a result of %d in the history and 90 by the sheets", (points, expected) => {
  const diagnostics = createDiagnostics();
  const history = [{ period: "2025", file: "past/2025.csv", results: [past(points)] }];
  const engine = createEngine(plan, diagnostics, { reasonText, history });
  for (const row of rowsFor(plan, table("ma period A\na 2025 90\na 2026 90"))) engine.add(row);
  engine.finish();
  const told = diagnostics.list.filter(({ code }) => code === "A404").map((each) => messageOf(each, "en"));
  expect(told).toEqual(expected);
});
