import fc from "fast-check";
import { expect, test } from "vitest";
import { createRowPlaces, enterPlace, placeOf } from "../../../src/engine/columns/row-places.ts";

const sheet = (name: string) => ({ name, columns: [], cells: [] });

test("every row stands where it was entered", () => {
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
      const places = createRowPlaces();
      for (const [row, { sheet: of, line }] of all.entries()) enterPlace(places, row, of, line);
      for (const [row, place] of all.entries()) expect(placeOf(places, row)).toEqual(place);
    }),
  );
});

test("lines that are equally far apart are one run", () => {
  const places = createRowPlaces();
  const of = sheet("a");
  for (let row = 0; row < 100; row++) enterPlace(places, row, of, 2 + 4 * row);
  expect(places.count).toBe(1);
});
