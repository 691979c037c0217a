import type { Column } from "../model/plan.ts";
import { periodFields } from "../views/fields.ts";
import { compareText } from "../text/order.ts";
import type { Sheet } from "./read.ts";
import type { Writing } from "./parts.ts";
import { listed } from "./parts.ts";
import { decimalText, millionths } from "./values.ts";

/** The columns of `<period>.csv` as texts, in its order. */
export function resultSql(writing: Writing, last: string, { period }: Sheet): string {
  const { plan, dialect } = writing;
  const fields = periodFields(plan, plan.stage, "ids");
  const named = (id: string, sql: string): string => `  ${sql} AS ${dialect.quote(id)}`;
  const columns = [
    ...(period === undefined ? [named("period", "period")] : []),
    ...fields.map(({ id }) => named(id, fieldSql(writing, id))),
  ];
  const failure = "the sheet has rows that score refuses: see the query of --as checks";
  return [
    "SELECT",
    columns.join(",\n"),
    `FROM ${last}`,
    `CROSS JOIN (SELECT ${dialect.demand("SUM(found) = 0", failure)} AS is_sound FROM unsound) AS checked`,
    "WHERE is_sound = 1",
    `ORDER BY ${order(writing).join(", ")}`,
  ].join("\n");
}

function fieldSql(writing: Writing, id: string): string {
  const { plan, dialect, scale } = writing;
  const { stage } = plan;
  const { literal, text } = dialect;
  const points = (sql: string): string => decimalText({ sql, parts: scale }, dialect);
  const column = plan.columns.find((each) => each.id === id);
  if (column) return columnText(writing, column);
  if (stage.nodes.some((node) => node.id === id)) return points(`s_${id}`);
  const ids = (letter: string, list: readonly { readonly id: string }[]): string =>
    listed(
      list.toSorted((a, b) => compareText(a.id, b.id)).map((each) => [`${letter}_${each.id}`, `'${each.id}'`]),
      " ",
    );
  switch (id) {
    case "rank":
      return `CAST(rank_number AS ${text})`;
    case "total":
    case "unclamped":
      return points(id);
    case "band_title":
      return `CASE band_at ${stage.bands.map(({ title }, at) => `WHEN ${at} THEN ${literal(title[plan.language])}`).join(" ")} END`;
    case "rules":
      return ids("r", stage.rules);
    case "awards":
      return ids("a", stage.awards);
    case "alerts":
      return ids("t", stage.alerts);
    case "marks":
      return "CASE WHEN is_open THEN 'tie_open' ELSE '' END";
    default:
      return id;
  }
}

function columnText({ dialect }: Writing, { id, type }: Column): string {
  switch (type.kind) {
    case "flag":
      return `CASE WHEN c_${id} THEN 'true' ELSE 'false' END`;
    case "number":
      return decimalText({ sql: `c_${id}`, parts: BigInt(millionths) }, dialect);
    case "text":
      return `CASE WHEN ${dialect.matches(`c_${id}`, formula)} THEN ${dialect.literal("'")} || c_${id} ELSE c_${id} END`;
    default:
      return `c_${id}`;
  }
}

/** What a spreadsheet would run. */
const formula = "[ ']*[-=+@\uFF1D\uFF0B\uFF0D\uFF20].*";

/** By group, then rank, those without one last; equal ranks by key. */
function order({ plan, dialect }: Writing): readonly string[] {
  const texts = (at: number): string => {
    const { id, type } = plan.columns[at] as Column;
    if (type.kind === "number") return `c_${id}`;
    return type.kind === "flag" ? `c_${id}` : dialect.ordered(`c_${id}`);
  };
  return [
    "period",
    ...plan.stage.ranking.within.map(texts),
    "CASE WHEN rank_number IS NULL THEN 1 ELSE 0 END",
    "rank_number",
    ...plan.key.map(texts),
  ];
}
