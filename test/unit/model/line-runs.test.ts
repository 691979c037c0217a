import fc from "fast-check";
import { expect, test } from "vitest";
import { createLineRuns, enterLine, lineOf } from "../../../src/model/line-runs.ts";

const sheet = (name: string) => ({ name, columns: [], cells: [] });

test("each stands where it was entered", () => {
  const runs = fc.array(
    fc.record({ name: fc.constantFrom("a", "b"), first: fc.nat(50), step: fc.nat(3), rows: fc.nat(5) }),
  );
  fc.assert(
    fc.property(runs, (drawn) => {
      const sheets = new Map(["a", "b"].map((name) => [name, sheet(name)]));
      const all = drawn.flatMap(({ name, first, step, rows }) =>
        Array.from({ length: rows }, (_, at) => ({
          sheet: sheets.get(name) as ReturnType<typeof sheet>,
          line: first + at * step,
        })),
      );
      const runs = createLineRuns();
      for (const [row, { sheet: of, line }] of all.entries()) enterLine(runs, row, of, line);
      for (const [row, place] of all.entries()) expect(lineOf(runs, row)).toEqual(place);
    }),
  );
});

test("lines that are equally far apart are one run", () => {
  const runs = createLineRuns();
  const of = sheet("a");
  for (let row = 0; row < 100; row++) enterLine(runs, row, of, 2 + 4 * row);
  expect(runs.count).toBe(1);
});
