// Whose ranks are compared: those of one group of the ranking, whatever kind of column it is made of.
import { expect, test } from "vitest";
import type { Plan } from "../../../src/model/plan.ts";
import type { PeriodReport, Result } from "../../../src/model/report.ts";
import { fraction } from "../../../src/number/exact.ts";
import { officialRanks } from "../../../src/raters/officials.ts";
import { compileText } from "../rubric/compile-text.ts";

test("people whose groups are two numbers with decimals are in two groups", () => {
  const { plan } = compileText(`columns:
  factor: { type: number, required: true, step: 0.5 }
ranking: { within: [factor], by: [total], number: standard }
`) as { plan: Plan };
  const factor = plan.columns.findIndex(({ id }) => id === "factor");
  const resultOf = (key: string, half: bigint) =>
    ({
      key,
      total: 10,
      rank: 1,
      columns: plan.columns.map((_, at) => (at === factor ? fraction(half, 2n) : key)),
    }) as Pick<Result, "key" | "total" | "rank" | "columns"> as Result;
  const results = [resultOf("a", 1n), resultOf("b", 3n), resultOf("c", 3n)];
  const { officials } = officialRanks(plan, [{ period: "2026-Q1", results } as Partial<PeriodReport> as PeriodReport]);
  const [a, b, c] = officials.map(({ group }) => group);
  expect(a).not.toBe(b);
  expect(b).toBe(c);
});
