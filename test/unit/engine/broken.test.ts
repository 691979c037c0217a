// Rows that were left out: who is incomplete, and where.
import { expect, test } from "vitest";
import type { Code } from "../../../src/diagnostics/diagnostic.ts";
import type { Broken, Marking } from "../../../src/engine/broken.ts";
import { gatherBroken, markBroken } from "../../../src/engine/broken.ts";
import { fraction } from "../../../src/number/exact.ts";
import { parsePeriod } from "../../../src/period/parse-period.ts";
import type { Period } from "../../../src/period/period.ts";
import { column, smallPlan } from "../../support/sheet.ts";

const [q1, q2, half] = ["2026-Q1", "2026-Q2", "2026-H1"].map((name) => parsePeriod(name) as Period) as [
  Period,
  Period,
  Period,
];
const gathered = (...rows: Broken[]) => {
  const broken = gatherBroken();
  for (const row of rows) broken.add(row);
  return broken;
};

const unasked = (): never => expect.unreachable("nothing decides about somebody who is not known");

test("a row without a period may be missing in every period of the sheets, and only there", () => {
  const broken = gathered({ key: "1", period: "2026-Q1", code: "D203" }, { key: "2", code: "D212" });
  const keys = (period: Period) => [...broken.within(period, [q1, q2]).keys()];
  expect([keys(q1), keys(q2), keys(half)]).toEqual([["1", "2"], ["2"], []]);
  expect([...broken.periods()]).toEqual(["2026-Q1"]);
});

test("a subject keeps what all its rows say alike; their order changes nothing", () => {
  const plan = smallPlan([column("unit"), column("weight"), column("rater", { of: "rating" })]);
  const row = (code: Code, unit: string): Broken => {
    return { key: "1", period: "2026-Q1", code, columns: ["1", "An", unit, fraction(1n, 2n), "R"] };
  };
  const rows: readonly Broken[] = [row("D206", "a"), row("D203", "b"), row("D206", "a"), { key: "1", code: "D216" }];
  const marking: Marking = { stage: plan.stage, standingOf: () => undefined, classify: unasked };
  for (const order of [rows, rows.toReversed()]) {
    const [marked] = markBroken(plan, marking, q1, [], gathered(...order).within(q1, [q1]));
    expect(marked?.classed).toMatchObject({
      key: "1",
      state: "incomplete",
      reason: { kind: "broken_row", code: "D203" },
    });
    expect(marked?.classed.columns).toEqual(["1", "An", undefined, fraction(1n, 2n), undefined]);
  }
});

test("the same key in a hundred thousand rows costs no more than as many keys", () => {
  const rows = Array.from({ length: 100_000 }, (): Broken => ({ key: "1", period: "2026-Q1", code: "A201" }));
  expect(
    gathered(...rows)
      .within(q1, [q1])
      .get("1"),
  ).toHaveLength(100_000);
}, 2_000);
