import type { Item, Node } from "../../model/node.ts";
import { inCases, maxSql } from "../1-rows/items.ts";
import { ratioOfColumns } from "../1-rows/ratio.ts";
import { scopeOf } from "../expressions/expression.ts";
import type { Scaled } from "../numbers/values.ts";
import { atMost, compared, scaled, times, whole } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { appliesSql } from "./when.ts";

/** The score of an item that has no cell, in units; NULL where it is missing. */
export function valueSql(node: Node, writing: Writing): Scaled {
  const { scale } = node.body as Item;
  const applies = appliesSql(node, writing);
  const scope = { ...scopeOf(writing), ...(applies !== undefined && { guard: applies }) };
  switch (scale.kind) {
    case "value": {
      const max = maxSql(node, writing);
      const own = { score: { sql: "0", parts: 1n }, full: max, max };
      writing.scores.nodes.set(node.id, own);
      const points = scope.number(scale.expression, scope);
      writing.scores.nodes.delete(node.id);
      const units = times(points, { sql: String(writing.scale), parts: 1n });
      return scale.clamp ? atMost(units, max) : units;
    }
    case "table": {
      if (!scale.of) break;
      const value = scope.number(scale.of, scope);
      const rows = scale.rows.map(({ from, points }) => {
        const test = from === undefined ? `${value.sql} IS NOT NULL` : compared(value, ">=", scaled(from));
        return `WHEN ${test} THEN ${whole(points)}`;
      });
      return { sql: `CASE ${rows.join(" ")} END`, parts: 1n };
    }
    case "ratio":
      return inCases(node, writing, (each) => ratioOfColumns(each, (each.body as Item).scale as typeof scale, writing));
  }
  throw new Error(`${node.id} has a cell`);
}
