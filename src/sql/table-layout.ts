import type { Column } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import { rowsPeriodsIn } from "./calendar.ts";
import { itemsIn } from "./items.ts";
import type { Chain, Writing } from "./parts.ts";
import { createChain } from "./parts.ts";

/** Where the sheet stands in the engine. */
export interface Sheet {
  /** A table or view. */
  readonly table: string;
  /** A row of it is one cell, see {@link longColumns}; absent: a row has all cells of somebody in a period. */
  readonly isLong?: boolean;
  /** What its columns are called that are not called by the rubric's ids. */
  readonly names: ReadonlyMap<string, string>;
  /** The one period that is asked for. */
  readonly period?: string;
}

/** Of a cell in a long table: the id of the column or item that it belongs to, and what it holds. */
const longColumns = ["item", "value"] as const;

/** The columns of the table, by the rubric's ids. */
export const tableColumns = (plan: Plan, isLong: boolean): readonly string[] =>
  isLong ? ["period", ...keyIds(plan), ...longColumns] : ["period", ...cellIds(plan)];

/** The columns that are read: all but the declared `period`, and the office's own figures, which are compared alone. */
export const columnsIn = ({ columns }: Pick<Plan, "columns">): readonly Column[] =>
  columns.filter(({ id, compare }) => id !== "period" && !compare);

/** What has a cell in a row of somebody: columns and items. */
export const cellIds = (plan: Plan): readonly string[] => [
  ...columnsIn(plan).map(({ id }) => id),
  ...itemsIn(plan.stage).map(({ node }) => node.id),
];

export const keyIds = ({ key, columns }: Plan): readonly string[] => key.map((at) => columns[at]?.id as string);

/** The stage with the cells of all periods of a long table. */
export const allEntries = ({ period }: Pick<Sheet, "period">): string =>
  period === undefined ? "entries" : "all_entries";

/** The sheet's rows, every cell as a text. */
export function sheetCells(writing: Writing, sheet: Sheet): Chain {
  const { plan, dialect } = writing;
  const { quote, text } = dialect;
  const { table, names, period, isLong = false } = sheet;
  const cell = (id: string): string => `NULLIF(TRIM(CAST(${quote(names.get(id) ?? id)} AS ${text})), '')`;
  const named = (id: string): string => `    ${cell(id)} AS ${id === "period" ? id : `x_${id}`}`;
  const asked = period === undefined ? [] : rowsPeriodsIn(plan, period).map((name) => `'${name}'`);
  const whereIs = (sql: string): string => (asked.length === 0 ? "" : `\n  WHERE ${sql} IN (${asked.join(", ")})`);
  const from = `FROM ${table.split(".").map(quote).join(".")}`;
  const about = "as texts without spaces around them; a blank cell is NULL.";
  if (!isLong) {
    const select = `  SELECT\n${["period", ...cellIds(plan)].map(named).join(",\n")}\n  ${from}${whereIs(cell("period"))}`;
    return createChain({ name: "cells", about: [`The sheet ${about}`], select }, dialect);
  }
  const keys = keyIds(plan);
  const parts = longColumns.map((id) => `    ${cell(id)} AS cell_${id}`);
  const chain = createChain(
    {
      name: allEntries(sheet),
      about: [`The cells of the sheet ${about}`],
      select: `  SELECT\n${[...["period", ...keys].map(named), ...parts].join(",\n")}\n  ${from}`,
    },
    dialect,
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
