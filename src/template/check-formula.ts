import type { Item, Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";
import { yesNo } from "./allowed.ts";

/**
 * What adds up the points of a row while it is filled in, for who fills it in; the program computes for itself. Undefined for a rubric
 * that does more than to add up. @param cellOf the cell of an item in that row
 */
export function checkFormula(plan: Plan, cellOf: (node: Node) => string | undefined): string | undefined {
  const counted = plan.stage.nodes.filter(({ counts }) => counts !== false);
  const terms = counted.flatMap((node) =>
    node.body.kind === "item" ? [termOf(node, node.body, plan, cellOf(node))] : [],
  );
  const isSum = counted.every(
    ({ body }) => body.kind === "item" || (body.combine === "sum" && body.base === undefined),
  );
  // Items that share a cell add up to one of them.
  const own = new Set(terms);
  const cells = new Set(counted.flatMap((node) => (node.body.kind === "item" ? [cellOf(node)] : [])));
  return isSum && own.size > 0 && own.size === cells.size && !own.has(undefined) ? [...own].join("+") : undefined;
}

function termOf({ by }: Node, { scale }: Item, plan: Plan, cell: string | undefined): string | undefined {
  if (cell === undefined || by) return undefined;
  const points = (units: Exact): string => formatDecimal(divide(units, plan.scale));
  switch (scale.kind) {
    // A code word is no number and adds nothing.
    case "points":
      return `N(${cell})`;
    case "levels": {
      const named = scale.levels.flatMap(({ id, label = id, also = [], points: units }) =>
        [label, ...also].map((word) => [`"${word.replaceAll('"', '""')}"`, points(units)] as const),
      );
      const [words, values] = [named.map(([word]) => word), named.map(([, value]) => value)];
      return `IFERROR(INDEX({${values.join(",")}},MATCH(TRIM(${cell}),{${words.join(",")}},0)),0)`;
    }
    case "yes": {
      const own = scale.labels.filter(({ value }) => value).map(({ word }) => word);
      const words = own.length > 0 ? own : ["x", yesNo(plan.language)[0]];
      return `IF(OR(${words.map((word) => `${cell}="${word.replaceAll('"', '""')}"`).join(",")}),${points(scale.points)},0)`;
    }
    case "count": {
      const counted = `${points(scale.base)}+${points(scale.each)}*${cell}`;
      const limited = scale.min === "none" ? counted : `MAX(${points(scale.min)},${counted})`;
      return `IF(ISNUMBER(${cell}),MIN(${points(scale.max)},${limited}),0)`;
    }
    case "ratio":
    case "table":
    case "value":
      return undefined;
  }
}
