import type { Column } from "../../model/column.ts";
import { keyIds } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import type { Rollup } from "../../model/stage.ts";
import { hasOwnAreas } from "../../model/stages.ts";
import { rowsPeriodsIn } from "../calendar.ts";
import { constructs } from "../constructs.ts";
import type { Dialect } from "../dialect.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Chain, Writing } from "../parts.ts";
import { createChain } from "../parts.ts";
import { itemsIn } from "./items.ts";

/** Where the sheet stands in the engine. */
export interface Sheet {
  /** A table or view. */
  readonly table: string;
  /** A row of it is one cell, see {@link longColumns}; absent: a row has all cells of somebody in a period. */
  readonly isLong?: boolean;
  /** What its columns are called that are not called by the rubric's ids. */
  readonly names: ReadonlyMap<string, string>;
  /** What the further tables of the rubric are called, by id; absent: by their ids. */
  readonly tables?: ReadonlyMap<string, string>;
  /** What the table with the decisions of the authority is called; absent: there is none. */
  readonly decisions?: string;
  /** What the table with the results of earlier runs is called; absent: there is none. */
  readonly earlier?: string;
  /** The one period that is asked for. */
  readonly period?: string;
}

/** Of a cell in a long table: the id of the column or item that it belongs to, and what it holds. */
const longColumns = ["item", "value"] as const;

/** The columns of the table, by the rubric's ids. */
export const tableColumns = (plan: Plan, isLong: boolean): readonly string[] =>
  isLong
    ? ["period", ...rowIds(plan), ...longColumns]
    : ["period", ...cellIds(plan).filter((id) => !isSource(id, plan))];

/** The columns that are read: all but the declared `period`, and the office's own figures, which are compared alone. */
export const columnsIn = ({ columns }: Pick<Plan, "columns">): readonly Column[] =>
  columns.filter(({ id, compare }) => id !== "period" && !compare);

/** Those that are the same in all rows of a person and period. */
export const subjectColumnsIn = (plan: Pick<Plan, "columns">): readonly Column[] =>
  columnsIn(plan).filter(({ of }) => of === "subject");

/** What has a cell in a row of somebody: columns and items. */
export const cellIds = (plan: Plan): readonly string[] => [
  ...columnsIn(plan).map(({ id }) => id),
  ...[plan.stage, ...ownStages(plan)].flatMap((stage) => itemsIn(stage).map(({ node }) => node.id)),
];

/** The rollups with areas of their own, which have rows of their own. */
export const ownStages = ({ rollups }: Pick<Plan, "rollups">): readonly Rollup[] => rollups.filter(hasOwnAreas);

/** The stage with the cells of all periods of a long table. */
export const allEntries = ({ period }: Pick<Sheet, "period">): string =>
  period === undefined ? "entries" : "all_entries";

/** What tells rows apart beside their period: the key, and who scores. */
export const rowIds = (plan: Plan): readonly string[] => [
  ...keyIds(plan),
  ...(plan.ratings && !plan.ratings.sources ? [plan.columns[plan.ratings.by]?.id as string] : []),
];

/** Whether a column says which source a rating is of: no table has it. */
const isSource = (id: string, { ratings, columns }: Plan): boolean =>
  ratings?.sources !== undefined && columns[ratings.by]?.id === id;

/** The plan with a name that engines take for the column of sources, which the rubric does not name. */
export function withNamedSource(plan: Plan): Plan {
  const { ratings, columns } = plan;
  if (!ratings?.sources) return plan;
  const taken = [...columns, ...plan.stage.nodes].map(({ id }) => id.toLowerCase());
  let id = "source";
  while (taken.includes(id)) id += "_";
  return { ...plan, columns: columns.with(ratings.by, { ...(columns[ratings.by] as Column), id }) };
}

export const tableSql = (name: string, { quote }: Dialect): string => name.split(".").map(quote).join(".");

/** A cell as a text without spaces around it, NULL for a blank one; what is a number of the engine with the mark of the rubric. */
export function cellSql(name: string, { plan, dialect }: Pick<Writing, "plan" | "dialect">): string {
  const { quote, text, typeOf, matches } = dialect;
  const plain = `CAST(${quote(name)} AS ${text})`;
  const marked = `CASE WHEN ${matches(typeOf(quote(name)), numberTypes)} THEN REPLACE(${plain}, '.', ',') ELSE ${plain} END`;
  return `NULLIF(TRIM(${plan.decimalMark === "," ? marked : plain}), '')`;
}

/** The types with a mark in the texts of their numbers. */
const numberTypes = "(decimal|numeric).*|double.*|float|real";

/** The cells of a column in all periods of the table: a query with one column, `text`. */
export function columnCells(id: string, sheet: Sheet, writing: Pick<Writing, "plan" | "dialect">): string {
  const { names, isLong } = sheet;
  const [item, value] = longColumns.map((each) => cellSql(names.get(each) ?? each, writing));
  const cell = isLong ? `${value} AS text` : `${cellSql(names.get(id) ?? id, writing)} AS text`;
  return `SELECT ${cell} FROM ${tableSql(sheet.table, writing.dialect)}${isLong ? ` WHERE ${item} = '${id}'` : ""}`;
}

/** The sheet's rows, every cell as a text. */
export function sheetCells(writing: Writing, sheet: Sheet): Chain {
  const { plan, dialect } = writing;
  const { text } = dialect;
  const { names, period, isLong = false } = sheet;
  if (plan.ratings?.sources && ownStages(plan).length > 0)
    throw new NotInSql("areas", constructs.rollup.refused["areas beside sources"]);
  const cell = (id: string, behind = ""): string => cellSql(`${names.get(id) ?? id}${behind}`, writing);
  const named = (id: string): string => `    ${cell(id)} AS ${id === "period" ? id : `x_${id}`}`;
  const asked = period === undefined ? [] : rowsPeriodsIn(plan, period).map((name) => `'${name}'`);
  const whereIs = (sql: string): string => (asked.length === 0 ? "" : `\n  WHERE ${sql} IN (${asked.join(", ")})`);
  const from = `FROM ${tableSql(sheet.table, dialect)}`;
  const about = "as texts without spaces around them; a blank cell is NULL.";
  if (!isLong) {
    const items = itemsIn(plan.stage).map(({ node }) => node.id);
    // Where several sources score there is a row for each, and one of nobody, which tells that the person is there.
    const rows = (plan.ratings?.sources ?? []).map((source): readonly string[] =>
      cellIds(plan).map((id) => {
        if (isSource(id, plan)) return `    ${dialect.literal(source.id)} AS x_${id}`;
        return items.includes(id) ? `    ${cell(id, ` ${source.words}`)} AS x_${id}` : named(id);
      }),
    );
    const ofNobody = cellIds(plan).map((id) =>
      isSource(id, plan) || items.includes(id) ? `    CAST(NULL AS ${text}) AS x_${id}` : named(id),
    );
    const selects = (plan.ratings?.sources ? [...rows, ofNobody] : [cellIds(plan).map(named)]).map(
      (lines) => `  SELECT\n${[named("period"), ...lines].join(",\n")}\n  ${from}${whereIs(cell("period"))}`,
    );
    return createChain(
      { name: "cells", about: [`The sheet ${about}`], select: selects.join("\n  UNION ALL\n") },
      writing,
    );
  }
  if (plan.ratings?.sources) throw new NotInSql("--long", constructs.ratings.refused["sources, with --long"]);
  const keys = rowIds(plan);
  const parts = longColumns.map((id) => `    ${cell(id)} AS cell_${id}`);
  const chain = createChain(
    {
      name: allEntries(sheet),
      about: [`The cells of the sheet ${about}`],
      select: `  SELECT\n${[...["period", ...keys].map(named), ...parts].join(",\n")}\n  ${from}`,
    },
    writing,
  );
  if (allEntries(sheet) !== "entries") {
    const about = ["Those of the period that is asked for."];
    chain.begin({ name: "entries", about, select: `  SELECT *\n  FROM ${allEntries(sheet)}${whereIs("period")}` });
  }
  const group = ["period", ...keys.map((id) => `x_${id}`)];
  const others = cellIds(plan).filter((id) => !keys.includes(id));
  const picked = others.map((id) => `MAX(CASE WHEN cell_item = '${id}' THEN cell_value END) AS x_${id}`);
  chain.begin({
    name: "cells",
    about: ["A row for each person and period."],
    select: `  SELECT\n${[...group, ...picked].map((each) => `    ${each}`).join(",\n")}\n  FROM entries\n  GROUP BY ${group.join(", ")}`,
  });
  return chain;
}
