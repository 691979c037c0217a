// LANGUAGE.md 1.8: a longer period is computed when it is whole, or asked for; one that is neither is told of.
import { describe, expect, test } from "vitest";
import type { EngineOptions } from "../../../src/engine/engine.ts";
import { compile } from "../../reference/compile.ts";
import { reportOf } from "./results.ts";

const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: month
missing: incomplete
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: dat, from: 50 }, { id: kem }]
rollups:
  - { period: quarter, of: month, score: mean, missing: skip }
  - { period: year, of: quarter, score: mean, missing: skip }
`);

function waiting(months: readonly number[], options: Partial<EngineOptions> = {}): string[] {
  const names = months.map((month) => `2026-${String(month).padStart(2, "0")}`);
  const rows = names.map((name) => `n ${name} 80`).join("\n");
  return (reportOf(plan, `ma period A\n${rows}`, options).waiting ?? []).map(
    ({ period, missing }) => `${period}: ${missing.join(" ")}`,
  );
}

const past = (period: string) => ({ period, file: "past.csv", results: [] });

describe("a longer period waits", () => {
  test.each([
    [[1, 2], ["2026-Q1: 2026-03"]],
    [[1, 2, 3], ["2026: 2026-Q2 2026-Q3 2026-Q4"]],
    [
      [1, 2, 3, 5],
      ["2026-Q2: 2026-04 2026-06", "2026: 2026-Q2 2026-Q3 2026-Q4"],
    ],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], []],
  ])("with the months %j", (months, expected) => {
    expect(waiting(months)).toEqual(expected);
  });

  test("for no part that was computed before", () => {
    expect(waiting([3], { history: [past("2026-01")] })).toEqual(["2026-Q1: 2026-02"]);
    expect(waiting([3], { history: [past("2026-01"), past("2026-02")] })).toEqual(["2026: 2026-Q2 2026-Q3 2026-Q4"]);
  });

  test("not where somebody asked for a period", () => {
    for (const period of ["2026", "2026-Q1", "2026-01"]) expect(waiting([1, 2], { period })).toEqual([]);
  });
});
