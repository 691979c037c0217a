import type { NumberType } from "../../document/table.ts";
import type { Column } from "../../model/column.ts";
import { defuse } from "../../text/formula.ts";
import { compareText } from "../../text/order.ts";
import type { Field } from "../../views/fields.ts";
import { periodFields } from "../../views/fields.ts";
import { decidedColumns } from "../1-rows/decisions.ts";
import type { Sheet } from "../1-rows/table-layout.ts";
import type { Dialect } from "../dialect.ts";
import { periodOrder } from "../expressions/period.ts";
import { addFractionTexts } from "../numbers/fraction-text.ts";
import { columnsOf } from "../numbers/sort-keys.ts";
import type { Scaled } from "../numbers/values.ts";
import { decimalText, isDecimal, millionths } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { listed } from "../parts.ts";

/** Adds the columns of `<period>.csv` as texts. @returns their names, in its order, with those of the query */
export function addTexts(chain: Chain, writing: Writing): readonly (readonly [id: string, sql: string])[] {
  const { plan, stage, dialect } = writing;
  const fields = periodFields(plan, stage, "ids");
  const fractions = fields.flatMap((field) => {
    const of = pointsOf(writing, field.id);
    if (!of || (of.over === undefined && isDecimal(of.parts))) return [];
    return [{ id: field.id, of, bounds: (field.type as NumberType).bounds ?? [] }];
  });
  const texts = addFractionTexts(chain, writing, fractions);
  return fields.map((field): [string, string] => {
    const of = pointsOf(writing, field.id);
    const isNode = stage.nodes.some(({ id }) => id === field.id);
    if (!of) return [field.id, isNode ? `CAST(NULL AS ${dialect.text})` : fieldSql(writing, field)];
    const text = texts.get(field.id) ?? decimalText(of, dialect);
    const state = writing.scores.nodes.get(field.id)?.state;
    return [field.id, state === undefined ? text : `CASE WHEN ${state} IN ('counts', 'missing') THEN ${text} END`];
  });
}

/** A score or total in points; undefined for another column. */
function pointsOf({ stage, scores, scale }: Writing, id: string): Scaled | undefined {
  const isNode = stage.nodes.some((node) => node.id === id);
  const units = isNode ? scores.nodes.get(id)?.score : id === "total" || id === "unclamped" ? scores[id] : undefined;
  return units && { ...units, parts: units.parts * scale };
}

function fieldSql(writing: Writing, { id }: Field): string {
  const { plan, stage, dialect } = writing;
  const { literal, text } = dialect;
  const column = plan.columns.find((each) => each.id === id);
  if (column) return mayBeFormula(column) ? defused(`c_${id}`, writing) : columnText(writing, column);
  const ids = (letter: string, list: readonly { readonly id: string }[]): string =>
    listed(
      list.toSorted((a, b) => compareText(a.id, b.id)).map((each) => [`${letter}_${each.id}`, `'${each.id}'`]),
      " ",
    );
  switch (id) {
    case "rank":
      return `CAST(rank_number AS ${text})`;
    case "band_title":
      return `CASE band_at ${stage.bands.map(({ title }, at) => `WHEN ${at} THEN ${literal(defuse(title[plan.language]))}`).join(" ")} END`;
    case "rules":
      return ids("r", stage.rules);
    case "awards":
      return ids("a", stage.awards);
    case "alerts":
      return ids("t", stage.alerts);
    case "marks":
      return listed(
        [
          ...(writing.hasDecisions ? [[`${decidedColumns.why} IS NOT NULL`, "'decided'"] as const] : []),
          ...(writing.hasEarlier ? [["is_from_history", "'from_history'"] as const] : []),
          ["is_provisional", "'provisional'"],
          ["is_start_unknown", "'start_unknown'"],
          ["is_open", "'tie_open'"],
        ],
        " ",
      );
    case "reason":
      return defused(id, writing);
    default:
      return id;
  }
}

const mayBeFormula = ({ type }: Column): boolean =>
  type.kind === "text" || (type.kind === "choice" && type.values.some(({ id }) => defuse(id) !== id));

/** The value of a column as a text. */
export function columnText({ dialect }: Pick<Writing, "dialect">, { id, type }: Column): string {
  switch (type.kind) {
    case "flag":
      return `CASE WHEN c_${id} THEN 'true' WHEN NOT c_${id} THEN 'false' END`;
    case "number":
      return decimalText({ sql: `c_${id}`, parts: BigInt(millionths) }, dialect);
    default:
      return `c_${id}`;
  }
}

/** A text with an apostrophe before it where a spreadsheet would run it. */
export const defused = (sql: string, { dialect }: Pick<Writing, "dialect">): string =>
  `CASE WHEN ${dialect.matches(sql, "[ ']*[-=+@\uFF1D\uFF0B\uFF0D\uFF20].*")} THEN ${dialect.literal("'")} || ${sql} ELSE ${sql} END`;

/** Results of one kind of period, with their columns as texts. */
export interface Shown {
  readonly writing: Writing;
  readonly results: string;
  readonly texts: readonly (readonly [id: string, sql: string])[];
}

/** Rows of a stage; with a row of the sheet that score refuses the query stops. */
export function checkedRows(from: string, { period }: Sheet, dialect: Dialect): readonly string[] {
  const failure = "the sheet has rows that score refuses: see the query of --as checks";
  return [
    `FROM ${from}`,
    `CROSS JOIN (SELECT ${dialect.demand("SUM(found) = 0", failure)} AS is_sound FROM unsound) AS checked`,
    "WHERE is_sound = 1",
    ...(period === undefined ? [] : [`  AND period = '${period}'`]),
  ];
}

/** The rows of `<period>.csv`; of several kinds of periods one behind the other in the order of time. */
export function resultSql(shown: readonly Shown[], sheet: Sheet, dialect: Dialect): string {
  const { period } = sheet;
  const named = (id: string, sql: string): string => `  ${sql} AS ${dialect.quote(id)}`;
  const [only] = shown;
  if (only && shown.length === 1) {
    const { texts, results, writing } = only;
    const columns = [...(period === undefined ? [["period", "period"] as const] : []), ...texts];
    return [
      "SELECT",
      columns.map(([id, sql]) => named(id, sql)).join(",\n"),
      ...checkedRows(results, sheet, dialect),
      `ORDER BY ${[...(period === undefined ? [dialect.ordered("period")] : []), ...order(writing)].join(", ")}`,
    ].join("\n");
  }
  const ids = [...new Set(shown.flatMap(({ texts }) => texts.map(([id]) => id)))];
  const each = shown.map(({ writing, texts, results }) => {
    const known = new Map(texts);
    const columns = ids.map((id) => named(id, known.get(id) ?? `CAST(NULL AS ${dialect.text})`));
    const place = `ROW_NUMBER() OVER (PARTITION BY period ORDER BY ${order(writing).join(", ")})`;
    return `SELECT period, ${periodOrder(writing)} AS period_order, ${place} AS place,\n${columns.join(",\n")}\nFROM ${results}`;
  });
  return [
    `SELECT period, ${ids.map(dialect.quote).join(", ")}`,
    ...checkedRows(`(\n${each.join("\nUNION ALL\n")}\n) AS every_period`, sheet, dialect),
    `ORDER BY ${dialect.ordered("period_order")}, place`,
  ].join("\n");
}

/** By group, then rank, those without one last; equal ranks by key. */
function order(writing: Writing): readonly string[] {
  const { plan, stage, dialect } = writing;
  const ordered = (sql: string, at: number): string => {
    const { type } = plan.columns[at] as Column;
    return type.kind === "number" || type.kind === "flag" ? sql : dialect.ordered(sql);
  };
  const { within } = stage.ranking;
  return [
    ...columnsOf(writing, within).map((sql, at) => `${ordered(sql, within[at] as number)} NULLS FIRST`),
    "CASE WHEN rank_number IS NULL THEN 1 ELSE 0 END",
    "rank_number",
    ...plan.key.map((at) => ordered(`c_${plan.columns[at]?.id}`, at)),
  ];
}
