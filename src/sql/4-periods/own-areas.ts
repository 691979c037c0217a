import { operandsOf } from "../../expression/operands.ts";
import type { Expression } from "../../expression/tree.ts";
import type { Node } from "../../model/node.ts";
import type { Rollup } from "../../model/stage.ts";
import { isCounted, itemSql, itemsIn } from "../1-rows/items.ts";
import { isOfKind } from "../1-rows/row-period.ts";
import { subjectColumnsIn } from "../1-rows/table-layout.ts";
import { valueSql } from "../2-scores/value.ts";
import { constructs } from "../constructs.ts";
import { scopeOf } from "../expressions/expression.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Chain, Writing } from "../parts.ts";

/**
 * Puts the row of what a rollup scores alone beside what the parts come to: its cells, and its columns where somebody is taken from
 * it. `read`: the stage with all rows as they were read; `figures`: the columns of the parts that stay.
 */
export function addOwnRows(
  chain: Chain,
  writing: Writing,
  rollup: Rollup,
  read: string,
  figures: readonly string[],
): void {
  const { plan, dialect } = writing;
  const { period: kind, attributes } = rollup;
  const looksAtColumns = rollup.nodes.some(({ when, by }) => when !== undefined || by !== undefined);
  const elsewhere =
    constructs.rollup.refused["areas whose formula asks a column, or when and by without attributes: latest"];
  if (attributes !== "latest" && looksAtColumns) throw new NotInSql("when", elsewhere);
  // Without a row a formula has no columns, though the results show those of a part.
  const named = rollup.nodes.flatMap(formulasOf).flatMap(bareNames);
  const [column] = plan.columns.filter(({ id }) => named.includes(id));
  if (column) throw new NotInSql(column.id, elsewhere);
  const keys = plan.key.map((at) => `c_${plan.columns[at]?.id}`);
  const items = itemsIn(rollup);
  const cells = items.flatMap((item) => [`x_${item.node.id}`, ...(isCounted(item) ? [`n_${item.node.id}`] : [])]);
  const columns = subjectColumnsIn(plan).map(({ id }) => {
    const at = keys.indexOf(`c_${id}`);
    if (at >= 0) return `key_${at} AS c_${id}`;
    const [ofRow, ofPart] = [`own.own_${id}`, `p_${id}`];
    // What is blank in the one is not taken from the other.
    const isOfRow = attributes === "latest" ? "has_own" : "has_own AND taken_part IS NULL";
    return `CASE WHEN ${isOfRow} THEN ${ofRow} ELSE ${ofPart} END AS c_${id}`;
  });
  const owns = subjectColumnsIn(plan).flatMap(({ id }) => (keys.includes(`c_${id}`) ? [] : [`c_${id} AS own_${id}`]));
  const { last } = chain;
  chain.begin({
    name: `${kind}_own`,
    about: [`With the row of the whole ${kind}, which has what is scored there alone.`],
    select: [
      `  SELECT period, has_own, ${[...figures, ...columns, ...cells].join(",\n    ")}`,
      `  FROM ${last}`,
      "  LEFT JOIN (",
      `    SELECT period AS own_period, TRUE AS has_own, ${[...keys.map((key, at) => `${key} AS own_key_${at}`), ...owns, ...cells].join(", ")}`,
      `    FROM ${read}`,
      `    WHERE ${isOfKind(writing, kind)}`,
      "  ) AS own",
      `    ON own_period = period AND ${keys.map((_, at) => `own_key_${at} = key_${at}`).join(" AND ")}`,
    ].join("\n"),
  });
  chain.add(
    "typed",
    "What each item's scale makes of its cell, in units; without a row it is blank.",
    items.map((item) => [`v_${item.node.id}`, `CAST(${itemSql(item, writing).sql} AS ${dialect.whole})`]),
  );
}

const formulasOf = ({ body, zeroIf }: Node): readonly Expression[] => {
  const scale = body.kind === "item" ? body.scale : undefined;
  const formula = scale?.kind === "value" ? scale.expression : scale?.kind === "table" ? scale.of : undefined;
  return [zeroIf, formula].filter((each) => each !== undefined);
};

/** Names that stand by themselves: `x`, but not `latest.x`. */
const bareNames = (e: Expression): readonly string[] =>
  e.kind === "name" ? [e.name] : operandsOf(e).flatMap(bareNames);

/** Collects what the formulas of own areas ask of the parts. */
export function askOwn(writing: Writing, { nodes }: Rollup): void {
  const { scores } = writing;
  const scope = scopeOf(writing);
  const ids = nodes.map(({ id }) => id);
  for (const id of ids) scores.nodes.set(id, { score: { sql: `s_${id}`, parts: 1n }, full: "0", max: "0" });
  for (const node of nodes) {
    const { body, zeroIf } = node;
    if (zeroIf) scope.condition(zeroIf, scope);
    if (body.kind === "item" && body.cell === undefined) {
      const known = scores.nodes.get(node.id);
      valueSql(node, writing);
      if (known) scores.nodes.set(node.id, known);
    }
  }
  for (const id of ids) scores.nodes.delete(id);
}
