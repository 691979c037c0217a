import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction } from "../../../src/number/exact.ts";
import { fullCell } from "../../../src/testing/full-cell.ts";
import { passed, run, test1 } from "./run.ts";

test("points: the max, or the greatest step below it", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 50 }), (max, step) => {
      expect(fullCell({ kind: "points", max, places: 2 })).toBe(max);
      const cell = fullCell({ kind: "points", max, step, places: 2 }) as number;
      expect(cell % step).toBe(0);
      expect(cell).toBeLessThanOrEqual(max);
      expect(cell).toBeGreaterThan(max - step);
    }),
  );
});

test("levels and rows of a table: the one with the most points, the first of equal ones", () => {
  const levels = [3, 7, 7, 1].map((points, at) => ({ id: `l${at}`, points }));
  expect(fullCell({ kind: "levels", levels })).toBe(1);
  const rows = [{ from: 90, points: 5 }, { from: 50, points: 8 }, { points: 2 }];
  expect(fullCell({ kind: "table", rows })).toBe(50);
  expect(fullCell({ kind: "table", rows: [{ from: 90, points: 0 }, { points: 5 }] })).toBe(89);
  expect(fullCell({ kind: "table", rows: [{ points: 5 }] })).toBe(0);
});

test("yes, unless it costs points", () => {
  expect(fullCell({ kind: "yes", points: 3, labels: [] })).toBe(1);
  expect(fullCell({ kind: "yes", points: -3, labels: [] })).toBe(0);
});

test("a count: none where each costs, else as many as add something", () => {
  expect(fullCell({ kind: "count", base: 7, each: -2, min: 0, max: 7 })).toBe(0);
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 1, max: 9 }), fc.nat(50), (base, each, more) => {
      const max = base + more;
      const times = fullCell({ kind: "count", base, each, min: 0, max }) as number;
      expect(base + each * times).toBeGreaterThanOrEqual(max);
      expect(times === 0 || base + each * (times - 1) < max).toBe(true);
    }),
  );
});

test("a ratio: its cap, or 100 %; none for two columns", () => {
  expect(fullCell({ kind: "ratio", max: 10 })).toBe(100);
  expect(fullCell({ kind: "ratio", max: 10, cap: fraction(225n, 2n) })).toEqual(fraction(225n, 2n));
  expect(fullCell({ kind: "ratio", max: 10, done: 0, target: 1 })).toBeNull();
});

test("a value has no cell", () => {
  expect(fullCell({ kind: "value", expression: { kind: "literal", value: 1 }, clamp: true })).toBeNull();
});

test("every kind of scale together reaches the max of the rubric", async () => {
  const areas = `areas:
  - { id: P, max: 10, step: 0.5 }
  - { id: L, levels: { hi: 10, lo: 4 } }
  - { id: Y, yes: 10, labels: { yes: done } }
  - { id: C, count: { base: 0, each: 3, max: 10 } }
  - { id: R, ratio: { max: 10, cap: 100% } }
  - { id: T, table: [{ from: 50, points: 10 }, { points: 0 }] }
  - { id: V, max: 10, min: 0, value: P }
  - { id: S, max: 30, items: [{ id: S1, max: 30 }] }
`;
  const expected = "P: 10, L: 10, Y: 10, C: 10, R: 10, T: 10, V: 10, S: 30, S1: 30, total: 100, unclamped: 100";
  expect((await run(areas + test1("fill: full", expected))).outcomes).toEqual([passed]);
});
