import fc from "fast-check";
import { expect, test } from "vitest";
import { sortedBy } from "../../../src/engine/columns/counting-sort.ts";
import { createWorkspace } from "../../../src/engine/columns/workspace.ts";

test("puts positions in the order of their keys, and leaves equal ones as they were", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -100_000, max: 100_000 }), fc.integer());
  const rows = fc.array(fc.tuple(value, value), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (all) => {
      const keys = [0, 1].map((at) => Int32Array.from(all, (row) => row[at] as number));
      const expected = [...all.keys()].sort((a, b) => {
        const [x, y] = [all[a] as [number, number], all[b] as [number, number]];
        return x[0] - y[0] || x[1] - y[1] || a - b;
      });
      expect([...sortedBy(all.length, keys)]).toEqual(expected);
    }),
  );
});

test("what is sorted stays as it is when the next is sorted in the same room", () => {
  const workspace = createWorkspace();
  const first = sortedBy(3, [Int32Array.of(2, 1, 0), Int32Array.of(0, 1, 0)], workspace);
  const second = sortedBy(2, [Int32Array.of(1, 0)], workspace);
  expect([...first]).toEqual([2, 1, 0]);
  expect([...second]).toEqual([1, 0]);
});
