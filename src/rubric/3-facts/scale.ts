import type { Exact } from "../../number/exact.ts";
import { compare, divide, maximum, minimum, multiply, sign } from "../../number/exact.ts";
import { once } from "../2-shape/once.ts";
import type { NodePart, RowPart } from "../2-shape/rubric.generated.ts";
import type { PlainPart } from "./figures.ts";
import { numbersOf } from "./figures.ts";
import { percent } from "./percentage.ts";

/** The rows of a table of points; none for another scale. */
export const rowsOf = ({ table = [] }: Pick<NodePart, "table">): readonly RowPart[] =>
  "rows" in table ? table.rows : table;

/** A table of a formula, which reads no cell. */
export const formulaTable = ({ table }: Pick<NodePart, "table">) => (table && "of" in table ? table : undefined);

export type ScaleKind = "area" | "levels" | "yes" | "count" | "ratio" | "table" | "value" | "points";

/** Which of the scales an item has (shape has seen to it that it is one), or that it is an area. */
export function scaleKind(part: NodePart | PlainPart): ScaleKind {
  if (part.items !== undefined) return "area";
  return ownKeys.find((kind) => part[kind] !== undefined) ?? "points";
}

const ownKeys = ["levels", "yes", "count", "ratio", "table", "value"] as const;

/**
 * The max that a node has by its scale, in points: the most, where it depends on a column. Undefined where the rubric owes it
 * (which is reported).
 */
export const statedMax = once((part: NodePart | PlainPart): Exact | undefined => {
  switch (scaleKind(part)) {
    case "area":
    case "value":
    case "points":
      return highest(numbersOf(part.max));
    case "levels":
      return highest(Object.values(part.levels ?? {}));
    case "yes":
      return highest(numbersOf(part.yes));
    case "count":
      return part.count && (sign(part.count.each) > 0 ? part.count.max : part.count.base);
    case "ratio":
      return highest(numbersOf(part.ratio?.max));
    case "table":
      return highest(rowsOf(part).map(({ points }) => points));
  }
});

/** Lowest and highest score of a node; undefined where there is no such bound. */
export interface Range {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

/** What an item's scale can give before a stated `min` cuts it; a `value` is what its expression is cut to. */
export const scaleRange = once((part: NodePart): Range => {
  const max = statedMax(part);
  switch (scaleKind(part)) {
    case "points":
      return { low: part.min === "none" ? undefined : minimum(part.min ?? 0, 0), high: max };
    case "yes":
    case "area":
      return { low: 0, high: max };
    case "levels":
      return { low: lowest(Object.values(part.levels ?? {})), high: max };
    case "table":
      return { low: lowest(rowsOf(part).map(({ points }) => points)), high: max };
    case "count":
      return { low: part.count && sign(part.count.each) > 0 ? part.count.base : undefined, high: max };
    case "ratio":
      return { low: 0, high: ratioHigh(part) };
    case "value":
      return part.clamp === false ? { low: undefined, high: undefined } : { low: undefined, high: max };
  }
});

/** A ratio above 100 % gives more than the max, as far as its cap. */
function ratioHigh({ ratio }: NodePart): Exact | undefined {
  if (!ratio || ratio.cap === "none") return undefined;
  const cap = percent(ratio.cap);
  const max = highest(numbersOf(ratio.max));
  return cap === undefined || max === undefined ? undefined : divide(multiply(max, cap), 100);
}

const highest = (values: readonly Exact[]): Exact | undefined =>
  values.length === 0 ? undefined : values.reduce(maximum);
const lowest = (values: readonly Exact[]): Exact | undefined =>
  values.length === 0 ? undefined : values.reduce(minimum);

export const isBelow = (a: Exact | undefined, b: Exact): boolean => a === undefined || compare(a, b) < 0;
export const isAbove = (a: Exact | undefined, b: Exact): boolean => a === undefined || compare(a, b) > 0;

/** Does an item read a cell of its own? */
export const hasCell = (part: NodePart | PlainPart): boolean =>
  !["area", "value"].includes(scaleKind(part)) && part.ratio?.done === undefined && !formulaTable(part);
