// Nothing runs for ever: steps and digits of an expression have a limit, proved where it can be and watched elsewhere.
import { expect, test } from "vitest";
import { fraction } from "../../../src/number/exact.ts";
import { evaluate, mistakes, record, show, table } from "./fixture.ts";

const nested = (depth: number, inner = "A >= 0"): string =>
  depth === 0 ? inner : `[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].all(x${depth}, ${nested(depth - 1, inner)})`;

test("lists within lists are refused where their product is too large", () => {
  expect(mistakes(nested(5))).toEqual([]);
  expect(mistakes(nested(12))).toEqual([`R321 ${nested(12)}`]);
  expect(mistakes(`size([1, 2].map(x, x)) > 0 && ${nested(6)}`)[0]).toMatch(/^R321/);
});

test("rows of tables are counted as they are gone over", () => {
  const rows = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`k${at}`, { rate: at }]));
  let told = 0;
  const hooks = { ask: () => () => undefined, onExhausted: () => told++ };
  const text = "people.exists(p, people.exists(q, p.rate + q.rate < 0))";
  expect(evaluate(text, { people: table(rows) }, hooks)).toBeUndefined();
  expect(told).toBe(1);
  expect(evaluate("people.exists(p, p.rate == 1199)", { people: table(rows) }, hooks)).toBe(true);
  expect(told).toBe(1);
});

test("digits of fractions are counted, those of whole numbers too", () => {
  const third = fraction(1n, 3n ** 1100n);
  const hooks = { ask: () => () => undefined };
  expect(show(evaluate("n * n", { n: fraction(1n, 3n) }, hooks))).toBe("1/9");
  expect(evaluate("n * n", { n: third }, hooks)).toBeUndefined();
  expect(evaluate("n * n", { n: fraction(10n ** 600n, 1n) }, hooks)).toBeUndefined();
  expect(evaluate("n - n * n", { n: fraction(-(10n ** 600n), 1n) }, hooks)).toBeUndefined();
  const periods = [...Array(40).keys()].map((at) => record({ total: fraction(1n, 10n ** 40n + BigInt(at) * 2n + 1n) }));
  expect(evaluate("sum(periods, total)", { periods }, hooks)).toBeUndefined();
});
