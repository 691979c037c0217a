import type { TableColumn, TablePlan } from "../../model/column.ts";
import { isWhole } from "../../number/exact.ts";
import { untranslated } from "../../text/bilingual.ts";
import type { Cte } from "../cte.ts";
import { spanDays } from "../expressions/day-span.ts";
import { tableStage } from "../expressions/lookups.ts";
import { millionths } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { columnSql, datePattern, millionthsIn, words } from "./cells.ts";
import type { Listing } from "./refused-groups.ts";
import { isAnyPeriod } from "./row-period.ts";
import type { Sheet } from "./table-layout.ts";
import { cellSql, tableSql } from "./table-layout.ts";

/** The further tables of the database that a rubric reads, each in two stages: its cells, and what they are. */
export const tableStages = (writing: Writing, sheet: Sheet): readonly Cte[] =>
  (writing.plan.tables ?? []).flatMap((table) => stagesOf(table, writing, sheet));

/** What a table is called in the engine, and its columns: `T.column` names one. */
function nameIn({ tables, names }: Sheet, table: string, column?: string): string {
  return column === undefined ? (tables?.get(table) ?? table) : (names.get(`${table}.${column}`) ?? column);
}

/** The ids of the columns of all tables, as `--columns` takes them. */
export const tableColumnIds = (tables: readonly TablePlan[]): readonly string[] =>
  tables.flatMap(({ id, columns }) => columns.map((column) => `${id}.${column.id}`));

const cellsOf = (table: string): string => `${tableStage(table)}_cells`;

function stagesOf(table: TablePlan, writing: Writing, sheet: Sheet): readonly Cte[] {
  const { id, columns } = table;
  const { dialect } = writing;
  const cells = columns.flatMap((column) => {
    const x = cellSql(nameIn(sheet, id, column.id), writing);
    return column.type.kind === "number"
      ? [`    ${x} AS x_${column.id}`, `    ${millionthsIn(x, writing)} AS n_${column.id}`]
      : [`    ${x} AS x_${column.id}`];
  });
  const rows = columns.map((column) => `    ${valueSql(column, table, writing)} AS row_${column.id}`);
  const at = timeColumn(table);
  const days = at === undefined ? [] : ends.map((end) => `    ${dayOf(at, end, writing)} AS ${end}_day`);
  return [
    {
      name: cellsOf(id),
      about: [`The table ${id} as texts without spaces around them; a blank cell is NULL.`],
      select: `  SELECT\n${cells.join(",\n")}\n  FROM ${tableSql(nameIn(sheet, id), dialect)}`,
    },
    {
      name: tableStage(id),
      about: ["Its columns as the rubric declares them."],
      select: `  SELECT TRUE AS is_row,\n${[...rows, ...days].join(",\n")},\n    ${columns.map((column) => `x_${column.id}`).join(", ")}\n  FROM ${cellsOf(id)}`,
    },
  ];
}

const ends = ["first", "last"] as const;

/** The column with the period or day of a row, of a table whose rows have their time. */
const timeColumn = ({ columns, log, period }: TablePlan): TableColumn | undefined =>
  columns[log?.period ?? period ?? -1];

/** With a key of its own a row is that of a period, which no day is. */
const mayBeDay = ({ log, key }: TablePlan): boolean => log !== undefined || key === undefined;

/** The first or last day by which a row lies in periods; a day lies where its week does if weeks are the shortest periods. */
function dayOf({ id, type }: TableColumn, end: "first" | "last", writing: Writing): string {
  const { plan, dialect } = writing;
  const [x, day] = [`x_${id}`, dialect.days(`x_${id}`)];
  const belongs = plan.stage.period === "week" ? `${day} + 3 - ((${day} + 3) % 7 + 7) % 7` : day;
  const branches = [
    `WHEN ${dialect.matches(x, datePattern)} THEN ${belongs}`,
    ...(type.kind === "date" ? [] : [`WHEN ${isAnyPeriod(x, dialect)} THEN ${spanDays(x, end, writing)}`]),
  ];
  return `CASE ${branches.join(" ")} END`;
}

function valueSql({ id, type, required, default: blank }: TableColumn, table: TablePlan, writing: Writing): string {
  const { dialect } = writing;
  const x = `x_${id}`;
  if (type.kind === "band") {
    const known = type.bands.map(({ id: band, words: named }) => {
      const each = words([...new Set([band, ...named])], dialect);
      return `WHEN ${x} IN (${each}) THEN ${dialect.literal(band)}`;
    });
    const whenBlank = blank === undefined ? "" : `WHEN ${x} IS NULL THEN ${dialect.literal(String(blank))} `;
    return `CASE ${whenBlank}${known.join(" ")} END`;
  }
  if (type.kind === "text" && timeColumn(table)?.id === id) {
    const isDay = mayBeDay(table) ? ` OR ${dialect.matches(x, datePattern)}` : "";
    return `CASE WHEN ${isAnyPeriod(x, dialect)}${isDay} THEN ${x} END`;
  }
  const title = untranslated(id);
  const value = columnSql(
    { id, type, of: "subject", required, headers: [], title, ...(blank !== undefined && { default: blank }) },
    writing,
  );
  return type.kind === "number" && tableParts(type) === 1n ? dialect.quotient(`(${value})`, String(millionths)) : value;
}

/** What a number of a table is counted in: one that stands in whole steps as it is, so that products of several stay small. */
export const tableParts = ({ step }: Extract<TableColumn["type"], { kind: "number" }>): bigint =>
  step !== undefined && isWhole(step) ? 1n : BigInt(millionths);

/** What `score` would refuse of the rows of tables, and people for whom a row is needed and not there. */
export const tableListings = (writing: Writing): readonly Listing[] =>
  (writing.plan.tables ?? []).flatMap((table): readonly Listing[] => {
    const { id, columns, key } = table;
    const { text } = writing.dialect;
    const none = `CAST(NULL AS ${text})`;
    const from = `FROM ${tableStage(id)}`;
    const keys = [...(table.log?.key ?? []), ...(key === undefined ? [] : [key])].map((at) => `x_${columns[at]?.id}`);
    const of = { period: none, subject: keys.length === 0 ? none : keys.join(" || ' / ' || ") };
    const cells = columns.flatMap((column, at): readonly Listing[] => {
      const [cell, x] = [`'${id}.${column.id}'`, `x_${column.id}`];
      const isNeeded = (column.required || at === key) && column.default === undefined;
      return [
        ...(isNeeded ? [{ ...of, cell, found: x, problem: "blank", tail: `${from} WHERE ${x} IS NULL` }] : []),
        {
          ...of,
          cell,
          found: x,
          problem: "not what the column holds",
          tail: `${from} WHERE ${x} IS NOT NULL AND row_${column.id} IS NULL`,
        },
      ];
    });
    if (key === undefined) return cells;
    const alike = [columns[key], timeColumn(table)].flatMap((column) => (column ? [`row_${column.id}`] : []));
    const doubled = `${from} GROUP BY ${alike.join(", ")} HAVING COUNT(*) > 1`;
    const found = `MIN(x_${columns[key]?.id})`;
    return [
      ...cells,
      { period: none, subject: found, cell: `'${id}'`, found, problem: "a second row of one key", tail: doubled },
    ];
  });
