// LANGUAGE.md 1.4: every value falls in exactly one band, and only the points that reach a bound are in it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { compare, divide, subtract } from "../../src/number/exact.ts";
import { compile, compute } from "../reference/compile.ts";
import { rowsFor } from "../reference/rows.ts";

/** One band for each bound and one below; the total is a number column, divided by 3 so that it can be endless. */
const rubric = (bounds: readonly number[]): string => `
schema: 1
id: r
version: "1"
period: year
missing: incomplete
subject: { noun: đảng viên, key: ma }
columns: { diem: { type: number, min: 0, max: 300, required: true } }
areas: [{ id: A, max: 100, value: diem / 3 }]
total: { max: 100, clamp: false }
bands: [${[...bounds.map((from, index) => `{ id: b${index}, from: ${from} }`), "{ id: cuoi }"].join(", ")}]
`;

const hundredths = fc.integer({ min: 1, max: 10_000 });

test("every total is in exactly one band: at or above its bound, below that of the better one", () => {
  const bounds = fc.uniqueArray(hundredths, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(bounds, fc.array(hundredths, { minLength: 1, maxLength: 20 }), (list, extra) => {
      const falling = [...list].sort((a, b) => b - a);
      const { plan } = compile(rubric(falling.map((bound) => bound / 100)));
      // At each bound, just below and just above it, and anywhere.
      const totals = [...falling.flatMap((bound) => [bound, bound - 0.01, bound + 0.01]), ...extra];
      const inRange = totals.map((total) => Math.min(10_000, Math.max(0, total)));
      const rows = inRange.map((total, index) => ({
        period: "2026",
        texts: { ma: `${index}`, diem: ((total * 3) / 100).toFixed(6).replace(/\.?0+$/, "") },
      }));
      const results = compute(plan, rowsFor(plan, rows)).periods[0]?.results ?? [];
      expect(results).toHaveLength(rows.length);
      for (const { total, band } of results) {
        const points = divide(total as Exact, plan.scale);
        const reached = falling.map((bound) => compare(points, divide(bound, 100)) >= 0);
        const better = reached.indexOf(true);
        expect(band).toBe(better === -1 ? falling.length : better);
      }
    }),
  );
});

test("a total that is printed like a bound but does not reach it is below it", () => {
  const { plan } = compile(rubric([90]));
  const rows = ["270", "269.9999999", "269.9999997"].map((diem, index) => ({
    period: "2026",
    texts: { ma: `${index}`, diem },
  }));
  const results = compute(plan, rowsFor(plan, rows)).periods[0]?.results ?? [];
  expect(
    [...results].map(({ total, band }) => [formatDecimal(subtract(90, divide(total as Exact, plan.scale))), band]),
  ).toEqual([
    ["0", 0],
    ["0", 1],
    ["0.0000001", 1],
  ]);
});
