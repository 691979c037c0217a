import { parseDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { add, compare, divide, equal, maximum, minimum, multiply } from "../../src/number/exact.ts";
import type { NodePart } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Value } from "./expression.ts";
import { percentage, ratioCell, yes } from "./sheet.ts";

/** The most points of an item or area (as it is for somebody), as its author states them. */
export function maxOf(part: NodePart): Exact {
  if (part.levels) return Object.values(part.levels).reduce(maximum);
  if (part.count) return compare(part.count.each, 0) > 0 ? (part.count.max as Exact) : part.count.base;
  if (part.table)
    return linesOf(part.table)
      .map((line) => line.points)
      .reduce(maximum);
  return (part.yes ?? part.ratio?.max ?? part.max) as Exact;
}

const linesOf = (table: NonNullable<NodePart["table"]>) => ("rows" in table ? table.rows : table);

/** The cell of an item before its scale: what `raw.X` gives. `undefined` for a blank. */
export function rawValue(part: NodePart, text: string): Value {
  if (text === "") return undefined;
  if (part.levels) return text;
  if (part.yes !== undefined) return text === yes;
  return part.ratio ? ratioCell(text, part.ratio.unit) : parseDecimal(text);
}

/** done / target in percent, for a ratio of two columns: of a target of 0 only for 0 of 0, and only where `empty` says so. */
export function ratioOfColumns({ empty }: NonNullable<NodePart["ratio"]>, done: Value, target: Value): Value {
  if (done === undefined || target === undefined) return undefined;
  if (!equal(target as Exact, 0)) return multiply(divide(done as Exact, target as Exact), 100);
  if (empty === undefined || empty === "missing" || !equal(done as Exact, 0)) return undefined;
  return empty === "full" ? 100 : 0;
}

/** The points that an item's scale gives for what its cell holds. */
export function pointsOf(part: NodePart, raw: Value): Exact {
  if (part.levels) return part.levels[raw as string] as Exact;
  if (part.yes !== undefined) return raw === true ? (part.yes as Exact) : 0;
  const number = raw as Exact;
  if (part.count) {
    const { base, each, min = 0, max = base } = part.count;
    const points = minimum(add(base, multiply(each, number)), max);
    return min === "none" ? points : maximum(points, min);
  }
  if (part.ratio) {
    const { cap, max } = part.ratio;
    const counted =
      cap === "none" ? number : minimum(number, typeof cap === "string" ? percentage(cap) : multiply(cap, 100));
    return multiply(divide(counted, 100), max as Exact);
  }
  const line = linesOf(part.table ?? []).find(({ from }) => from === undefined || compare(number, from) >= 0);
  return line ? line.points : number;
}
