import type { Scale } from "../model/node.ts";
import type { Cell } from "../model/row.ts";
import type { Exact } from "../number/exact.ts";
import { compare, divide, floor, maximum, multiply, negate, sign, subtract } from "../number/exact.ts";

/** The cell that gives an item the most points; null for a scale that reads no cell. */
export function fullCell(scale: Scale): Cell {
  switch (scale.kind) {
    case "points":
      return scale.step === undefined ? scale.max : multiply(floor(divide(scale.max, scale.step)), scale.step);
    case "levels":
      return bestOf(scale.levels);
    case "yes":
      return sign(scale.points) >= 0 ? 1 : 0;
    case "count":
      return mostOf(scale);
    case "ratio":
      return scale.done === undefined ? (scale.cap ?? 100) : null;
    case "table":
      return scale.of ? null : bestRow(scale.rows);
    case "value":
      return null;
  }
}

/** The index of the entry with the most points, the first of equal ones. */
const bestOf = (entries: readonly { readonly points: Exact }[]): number =>
  entries.reduce((best, { points }, at) => (compare(points, entries[best]?.points as Exact) > 0 ? at : best), 0);

/** None, where each occurrence costs; else so many that more would add nothing. */
function mostOf({ base, each, max }: Scale & { kind: "count" }): Exact {
  if (sign(each) <= 0) return 0;
  const times = divide(subtract(max, base), each);
  return maximum(negate(floor(negate(times))), 0);
}

/** Where the best row begins; the last row is everything below the others. */
function bestRow(rows: (Scale & { kind: "table" })["rows"]): Exact {
  const best = bestOf(rows);
  const above = rows[best - 1]?.from;
  return rows[best]?.from ?? (above === undefined ? 0 : subtract(above, 1));
}
