import { ratingStage } from "../../engine/stage.ts";
import type { Column } from "../../model/column.ts";
import type { Cte } from "../cte.ts";
import { scopeOf } from "../expressions/expression.ts";
import { namesIn } from "../nodes.ts";
import type { Chain, Writing } from "../parts.ts";
import { readFrom, withPrinted } from "./alike.ts";
import { holdsNothing, leavesOpen, unlessBlank } from "./blank-row.ts";
import { columnSql, isNumber, millionthsIn } from "./cells.ts";
import { cellNumber, isCounted, itemSql, itemsIn } from "./items.ts";
import type { Sheet } from "./table-layout.ts";
import { columnsIn, ownStages, sheetCells } from "./table-layout.ts";

/** The sheet's rows, every cell as a text and as the rubric reads it. */
export function readSheet(writing: Writing, sheet: Sheet): Chain {
  const { plan, dialect } = writing;
  const chain = sheetCells(writing, sheet);
  const items = [ratingStage(plan, plan.stage), ...ownStages(plan)].flatMap(itemsIn);
  const columns = columnsIn(plan);
  if (plan.blankRows === "skip") chain.begin(filled(writing));
  if (leavesOpen(writing)) {
    const about = "Rows that hold nothing beside key and name: nothing is known of those people.";
    chain.add("blank", about, [["is_blank", holdsNothing(plan)]]);
  }
  chain.add("numbers", "Numbers as whole millionths, so that nothing is rounded.", [
    ...columns
      .filter(isNumber)
      .map((column): [string, string] => [`n_${column.id}`, millionthsIn(`x_${column.id}`, writing)]),
    ...items.filter(isCounted).map((item): [string, string] => [`n_${item.node.id}`, cellNumber(item, writing)]),
  ]);
  const printed = withPrinted(chain.last, writing);
  if (printed) chain.begin(printed);
  const scope = scopeOf(writing);
  for (const [depth, some] of byDepth(columns).entries()) {
    chain.add(
      depth === 0 ? "columns" : `columns_${depth + 1}`,
      depth === 0 ? "Columns as the rubric declares them." : "Columns that are read only where others say so.",
      some.map((column) => {
        const { default: _, ...bare } = column;
        const isNamed = plan.key.some((at) => plan.columns[at] === column) || plan.columns[plan.name ?? -1] === column;
        const own = columnSql(column.is === undefined ? column : bare, writing, readFrom(writing, column));
        const value = isNamed ? own : unlessBlank(own, writing);
        return [
          `${column.is === undefined ? "c" : "said"}_${column.id}`,
          column.when ? `CASE WHEN ${scope.condition(column.when, scope)} THEN ${value} END` : value,
        ];
      }),
    );
  }
  addRaters(chain, writing);
  chain.add(
    "typed",
    "What each item's scale makes of its cell, in units.",
    items.map((item) => [`v_${item.node.id}`, `CAST(${itemSql(item, writing).sql} AS ${dialect.whole})`]),
  );
  return chain;
}

/** What holds of raters: what they are as subjects of the period, else what their rows say, else the default. */
function addRaters(chain: Chain, { plan, dialect }: Writing): void {
  const { columns, ratings, key } = plan;
  const known = columns.flatMap((column) =>
    column.is === undefined ? [] : [{ column, of: (columns[column.is] as Column).id }],
  );
  if (!ratings || known.length === 0) return;
  const [rater, subject] = [ratings.by, key[0] ?? 0].map((at) => `c_${columns[at]?.id}`);
  const { last } = chain;
  const owns = known.map(({ column: { id }, of }) => `MAX(c_${of}) AS own_${id}`).join(", ");
  const said = known.map(
    ({ column: { id } }) => `own_${id}, MAX(said_${id}) OVER (PARTITION BY period, ${rater}) AS told_${id}`,
  );
  chain.begin({
    name: "raters_known",
    about: ["What raters are as subjects of the same period, and what all of their rows say of them."],
    select: [
      `  SELECT ${last}.*, ${said.join(", ")}`,
      `  FROM ${last}`,
      `  LEFT JOIN (SELECT period AS subject_period, ${subject} AS subject_key, ${owns} FROM ${last} GROUP BY period, ${subject}) AS subjects`,
      `    ON subject_period = period AND subject_key = ${rater}`,
    ].join("\n"),
  });
  chain.add(
    "raters",
    "A subject is what he is; of others their rows tell.",
    known.map(({ column: { id, default: otherwise } }) => {
      const last = otherwise === undefined ? "" : `, ${dialect.literal(String(otherwise))}`;
      return [`c_${id}`, `COALESCE(own_${id}, told_${id}${last})`];
    }),
  );
}

/** Rows that hold something beside key and name: others are nobody's. */
const filled = ({ plan }: Writing): Cte => ({
  name: "filled",
  about: ["Rows that hold something beside key and name; others are skipped."],
  select: `  SELECT *\n  FROM cells\n  WHERE NOT (${holdsNothing(plan)})`,
});

/** Columns behind those that their `when` looks at. */
function byDepth(columns: readonly Column[]): readonly (readonly Column[])[] {
  const depthOf = ({ when }: Column): number => {
    if (!when) return 0;
    const names = namesIn(when, { nodes: [] });
    return 1 + Math.max(0, ...columns.filter(({ id }) => names.includes(id)).map(depthOf));
  };
  const depths: Column[][] = [];
  for (const column of columns) {
    const depth = depthOf(column);
    depths[depth] = [...(depths[depth] ?? []), column];
  }
  return depths.map((each) => each ?? []);
}
