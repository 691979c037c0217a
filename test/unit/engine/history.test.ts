// LANGUAGE.md 1.8: sheets win over the history, and differences are reported.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../../src/diagnostics/message.ts";
import type { Decision, PastResult } from "../../../src/model/given.ts";
import { multiply } from "../../../src/number/exact.ts";
import { compile } from "../../reference/compile.ts";
import { reportOf } from "./results.ts";

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
  ...{ key: "a", columns: ["a"], scores: [], states: [], state: "rated", reason: "", line: 2 },
  ...{ rank: undefined, rules: [], awards: [], alerts: [] },
  ...{ band: points >= 50 ? 0 : 1, total: multiply(points, plan.scale), unclamped: multiply(points, plan.scale) },
});

test("a result without a band is told by its state", () => {
  const diagnostics = createDiagnostics();
  const { total: _, ...left } = past(0);
  const unrated: PastResult = { ...left, total: undefined, state: "not_rated", band: undefined };
  const history = [{ period: "2025", file: "past/2025.csv", results: [unrated] }];
  reportOf(plan, "ma period A\na 2025 90\na 2026 90", { history }, diagnostics);
  expect(diagnostics.list.filter(({ code }) => code === "A404").map((each) => messageOf(each, "en"))).toEqual([
    "2025: a was not_rated in the history and is tot (90) by the sheets, which are used",
  ]);
});

test("two keys of one person in one part of a year are an error", () => {
  const { plan: quarterly } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: quarter
missing: incomplete
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: kem }]
rollups: [{ period: year, of: quarter, score: mean, missing: skip }]
`);
  const diagnostics = createDiagnostics();
  const was: Decision = {
    ...{ key: "b", action: "was", value: "a", period: "2026-Q2", reason: "đổi mã", authority: "BTV", date: "" },
    ...{ file: "quyet-dinh.csv", line: 2, ordinals: new Map() },
  };
  const sheet = "ma period A\na 2026-Q1 90\nb 2026-Q1 80\nb 2026-Q2 80";
  reportOf(quarterly, sheet, { decisions: [was], period: "2026" }, diagnostics);
  expect(diagnostics.list.filter(({ code }) => code === "A410")).toHaveLength(1);
});

test.each([
  [90, []],
  [80, ["2025: a was tot (80) in the history and is tot (90) by the sheets, which are used"]],
  [40, ["2025: a was kem (40) in the history and is tot (90) by the sheets, which are used"]],
])("a result of %d in the history and 90 by the sheets", (points, expected) => {
  const diagnostics = createDiagnostics();
  const history = [{ period: "2025", file: "past/2025.csv", results: [past(points)] }];
  reportOf(plan, "ma period A\na 2025 90\na 2026 90", { history }, diagnostics);
  const told = diagnostics.list.filter(({ code }) => code === "A404").map((each) => messageOf(each, "en"));
  expect(told).toEqual(expected);
});
