// LANGUAGE.md 1.8: what must hold of any way to roll shorter periods up into a longer one.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Exact } from "../../src/number/exact.ts";
import { compare, divide, multiply, sum, toKey } from "../../src/number/exact.ts";
import { compile, compute } from "../reference/compile.ts";
import { rowsFor } from "../reference/rows.ts";

const ways = ["mean", "sum", "last", "best", "worst", "{ weights: { Q1: 1, Q2: 20%, Q3: 3, Q4: 0.7 } }"] as const;

const rubric = (score: string): string => `
schema: 1
id: r
version: "1"
period: quarter
missing: incomplete
subject: { noun: đảng viên, key: ma }
areas: [{ id: A, max: 60 }, { id: B, max: 40 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: con_lai }]
rollups: [{ period: year, of: quarter, score: ${score}, missing: { not_rated: skip, absent: skip } }]
`;
const plans = new Map(ways.map((way) => [way, compile(rubric(way)).plan]));

type Marks = readonly [a: number, b: number];
const mark = fc.tuple(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 4000 }));
/** Nothing where the subject has no row. */
const year = fc.tuple(mark, ...[1, 2, 3].map(() => fc.option(mark, { nil: undefined, freq: 4 })));

interface Figures {
  readonly total: Exact;
  readonly areas: readonly Exact[];
}

/** The year of somebody who has these marks in hundredths; a second person sees to it that every quarter is there. */
function yearOf(way: (typeof ways)[number], quarters: readonly (Marks | undefined)[]): Figures {
  const plan = plans.get(way) as NonNullable<ReturnType<typeof plans.get>>;
  const rows = quarters.flatMap((marks, index) => {
    const period = `2026-Q${index + 1}`;
    const other = { period, texts: { ma: "khac", A: "1", B: "1" } };
    return marks ? [other, { period, texts: { ma: "nay", A: `${marks[0] / 100}`, B: `${marks[1] / 100}` } }] : [other];
  });
  const report = compute(plan, rowsFor(plan, rows)).periods.find(({ period }) => period === "2026");
  const result = [...(report?.results ?? [])].find(({ key }) => key === "nay");
  const points = (units: Exact | undefined): Exact => divide(units as Exact, plan.scale);
  return { total: points(result?.total), areas: (result?.scores ?? []).map(points) };
}

test("of equal quarters every way but the sum gives what each of them is", () => {
  fc.assert(
    fc.property(mark, fc.constantFrom(...ways), (marks, way) => {
      const { total } = yearOf(way, [marks, marks, marks, marks]);
      const each = divide(marks[0] + marks[1], 100);
      expect(toKey(total)).toBe(toKey(way === "sum" ? multiply(each, 4) : each));
    }),
  );
});

test("the mean and the weighted mean lie between the worst and the best, the last is one of the quarters", () => {
  fc.assert(
    fc.property(year, (quarters) => {
      const [worst, best] = [yearOf("worst", quarters).total, yearOf("best", quarters).total];
      for (const way of ["mean", "last", ways[5]] as const) {
        const { total } = yearOf(way, quarters);
        expect(compare(worst, total)).toBeLessThanOrEqual(0);
        expect(compare(total, best)).toBeLessThanOrEqual(0);
      }
      const last = quarters.findLast((marks) => marks) as Marks;
      expect(toKey(yearOf("last", quarters).total)).toBe(toKey(divide(last[0] + last[1], 100)));
    }),
  );
});

test("the sum is the mean of the quarters that are there, times their number", () => {
  fc.assert(
    fc.property(year, (quarters) => {
      const count = quarters.filter((marks) => marks).length;
      expect(toKey(yearOf("sum", quarters).total)).toBe(toKey(multiply(yearOf("mean", quarters).total, count)));
    }),
  );
});

test("areas add up to the total in every way that rolls them up", () => {
  fc.assert(
    fc.property(year, fc.constantFrom("mean", "sum", "last", ways[5]), (quarters, way) => {
      const { total, areas } = yearOf(way, quarters);
      expect(areas).toHaveLength(2);
      expect(compare(total, sum(areas))).toBe(0);
    }),
  );
});
