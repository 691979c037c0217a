import type { Column, Plan } from "../model/plan.ts";
import { extentOf, partsOf } from "../period/calendar.ts";
import type { Days } from "../period/date.ts";
import { dateOf, parseDate } from "../period/date.ts";
import type { Period, PeriodKind } from "../period/period.ts";
import { periodOf } from "../period/period.ts";
import { columnSql, isNumber, millionthsIn, words } from "./cells.ts";
import { isCounted, itemSql, itemsIn } from "./items.ts";
import type { Chain, Cte, Writing } from "./parts.ts";
import { createChain } from "./parts.ts";

/** Where the sheet stands in the engine. */
export interface Sheet {
  /** A table or view. */
  readonly table: string;
  /** What its columns are called that are not called by the rubric's ids. */
  readonly names: ReadonlyMap<string, string>;
  /** The one period that is asked for. */
  readonly period?: string;
}

/** The sheet's rows, every cell as a text and as the rubric reads it. */
export function readSheet(writing: Writing, sheet: Sheet): Chain {
  const { plan } = writing;
  const chain = createChain(cells(writing, sheet));
  const items = itemsIn(plan);
  chain.add("numbers", "Numbers as whole millionths, so that nothing is rounded.", [
    ...columnsIn(plan)
      .filter(isNumber)
      .map((column): [string, string] => [`n_${column.id}`, millionthsIn(`x_${column.id}`, writing)]),
    ...items
      .filter(isCounted)
      .map(({ node }): [string, string] => [`n_${node.id}`, millionthsIn(`x_${node.id}`, writing)]),
  ]);
  chain.add("typed", "Columns as the rubric declares them, and what each item's scale makes of its cell, in units.", [
    ...columnsIn(plan).map((column): [string, string] => [`c_${column.id}`, columnSql(column, writing)]),
    ...items.map((item): [string, string] => [`v_${item.node.id}`, itemSql(item, writing)]),
  ]);
  return chain;
}

/** The columns that a sheet has: all but the declared `period`. */
const columnsIn = ({ columns }: Plan): readonly Column[] => columns.filter(({ id }) => id !== "period");

function cells({ plan, dialect }: Writing, { table, names, period }: Sheet): Cte {
  const { quote, text } = dialect;
  const cell = (id: string): string => `NULLIF(TRIM(CAST(${quote(names.get(id) ?? id)} AS ${text})), '')`;
  const ids = [...columnsIn(plan).map(({ id }) => id), ...itemsIn(plan).map(({ node }) => node.id)];
  const lines = [`    ${cell("period")} AS period`, ...ids.map((id) => `    ${cell(id)} AS x_${id}`)];
  const from = table.split(".").map(quote).join(".");
  const where = period === undefined ? "" : `\n  WHERE ${cell("period")} = '${period}'`;
  return {
    name: "cells",
    about: ["The sheet as texts without spaces around them; a blank cell is NULL."],
    select: `  SELECT\n${lines.join(",\n")}\n  FROM ${from}${where}`,
  };
}

/** A cell that `score` would refuse. */
interface Finding {
  readonly column: string;
  /** What stands in it. */
  readonly found: string;
  readonly problem: string;
  readonly where: string;
}

function findingsOf(writing: Writing): readonly Finding[] {
  const { plan, dialect } = writing;
  const codes = words(
    plan.codes.map(({ word }) => word),
    dialect,
  );
  const finding = (column: string, found: string, problem: string, where: string): Finding => ({
    column,
    found,
    problem,
    where,
  });
  return [
    finding("period", "period", "no period of the rubric", `period IS NULL OR NOT (${isPeriod(writing)})`),
    ...columnsIn(plan).flatMap(({ id, required }, at) => [
      ...(required || plan.key.includes(at) ? [finding(id, `x_${id}`, "blank", `x_${id} IS NULL`)] : []),
      finding(id, `x_${id}`, "not what the column holds", `x_${id} IS NOT NULL AND c_${id} IS NULL`),
    ]),
    ...itemsIn(plan).map(({ node: { id } }) => {
      const isScore = codes === "" ? "" : ` AND x_${id} NOT IN (${codes})`;
      return finding(id, `x_${id}`, "no score of the item", `x_${id} IS NOT NULL AND v_${id} IS NULL${isScore}`);
    }),
  ];
}

/** The rows of the sheet that `score` would refuse, one line for each cell. */
export function refused(writing: Writing): Cte {
  const key = keyIn(writing).join(" || ' / ' || ");
  const lines = findingsOf(writing).map(
    ({ column, found, problem, where }) =>
      `  SELECT period, ${key} AS subject, '${column}' AS cell, ${found} AS found, '${problem}' AS problem FROM typed WHERE ${where}`,
  );
  return {
    name: "refused",
    about: ["Rows that score would refuse: a result must not rest on them."],
    select: [
      ...lines,
      `  SELECT period, MIN(${key}) AS subject, 'key' AS cell, MIN(${key}) AS found, 'a second row of one period' AS problem\n${doubled(writing)}`,
    ].join("\n  UNION ALL\n"),
  };
}

/** How many rows there are that `score` would refuse; the sheet is read once for it, and once more for its keys. */
export function unsound(writing: Writing): Cte {
  const broken = findingsOf(writing).map(({ where }) => `(${where})`);
  return {
    name: "unsound",
    about: ["Rows that score would refuse: a result must not rest on them."],
    select: `  SELECT COUNT(*) AS found FROM typed WHERE ${broken.join("\n    OR ")}
  UNION ALL
  SELECT COUNT(*) AS found FROM (SELECT period ${doubled(writing)}) AS doubled`,
  };
}

const keyIn = ({ plan }: Writing): readonly string[] => plan.key.map((at) => `x_${plan.columns[at]?.id}`);

const doubled = (writing: Writing): string =>
  `  FROM typed GROUP BY ${["period", ...keyIn(writing)].join(", ")} HAVING COUNT(*) > 1`;

/** Names of periods of the rows' kind; those that the rubric is valid for, which stand in the order of their names. */
function isPeriod({ plan: { stage, valid }, dialect }: Writing): string {
  const { ordered } = dialect;
  const [first, last] = [valid?.from, valid?.to].map((day) => parseDate(day ?? ""));
  return [
    dialect.matches("period", patterns[stage.period]),
    ...(first === undefined ? [] : [`${ordered("period")} >= '${nameAt(stage.period, first)}'`]),
    ...(last === undefined ? [] : [`${ordered("period")} <= '${nameAt(stage.period, last)}'`]),
  ].join(" AND ");
}

const patterns: Readonly<Record<PeriodKind, string>> = {
  week: "[12][0-9]{3}-W[0-5][0-9]",
  month: "[12][0-9]{3}-(0[1-9]|1[0-2])",
  quarter: "[12][0-9]{3}-Q[1-4]",
  semester: "[12][0-9]{3}-H[12]",
  year: "[12][0-9]{3}",
};

/** The name of the period that a day lies in. */
function nameAt(kind: PeriodKind, day: Days): string {
  const { year } = dateOf(day);
  const around = [year - 1, year, year + 1].map((each) => periodOf("year", each) as Period);
  const periods = kind === "year" ? around : around.flatMap((each) => partsOf(each, kind));
  return (periods.find((each) => extentOf(each).last >= day) as Period).name;
}
