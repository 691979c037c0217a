import type { Column } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import { words } from "./cells.ts";
import { scopeOf } from "./expression.ts";
import type { ItemNode } from "./items.ts";
import { itemsIn } from "./items.ts";
import type { Cte, Writing } from "./parts.ts";
import { unclearPercent } from "./ratio.ts";
import { columnsIn } from "./read.ts";
import { isPeriod } from "./row-period.ts";
import { appliesSql } from "./when.ts";

/** Where the rows are that may be refused. */
export interface Refusing {
  /** The stage with all cells read. */
  readonly from: string;
  readonly period: string | undefined;
  /** Stages in which nobody may have two lines of a period: a row of a longer one beside rows within it. */
  readonly single: readonly string[];
}

/** The rows of the sheet that `score` would refuse, one line for each cell. */
export function refused(writing: Writing, refusing: Refusing): Cte {
  const { from, single } = refusing;
  const key = keyIn(writing).join(" || ' / ' || ");
  const lines = findingsIn(writing, refusing).map(
    ({ cell, x, problem, where }) =>
      `  SELECT period, ${key} AS subject, '${cell}' AS cell, ${x} AS found, '${problem}' AS problem FROM ${from} WHERE ${where}`,
  );
  return {
    name: "refused",
    about: ["Rows that score would refuse: a result must not rest on them."],
    select: [
      ...lines,
      `  SELECT period, MIN(${key}) AS subject, 'key' AS cell, MIN(${key}) AS found, 'a second row of one period' AS problem\n${doubled(keyIn(writing), from)}`,
      ...single.map((stage) => {
        const keys = columnKeys(writing);
        const subject = keys.join(" || ' / ' || ");
        return `  SELECT period, MIN(${subject}) AS subject, 'period' AS cell, period AS found, 'a row of the whole period beside rows within it' AS problem\n${doubled(keys, stage)}`;
      }),
    ].join("\n  UNION ALL\n"),
  };
}

/** How many rows there are that `score` would refuse; the sheet is read once for it, and once more for its keys. */
export function unsound(writing: Writing, refusing: Refusing): Cte {
  const { from, single } = refusing;
  const broken = findingsIn(writing, refusing).map(({ where }) => `(${where})`);
  return {
    name: "unsound",
    about: ["Rows that score would refuse: a result must not rest on them."],
    select: `  SELECT COUNT(*) AS found FROM ${from} WHERE ${broken.join("\n    OR ")}
  UNION ALL
  SELECT COUNT(*) AS found FROM (SELECT period ${doubled(keyIn(writing), from)}) AS doubled${single
    .map(
      (stage) =>
        `\n  UNION ALL\n  SELECT COUNT(*) AS found FROM (SELECT period ${doubled(columnKeys(writing), stage)}) AS doubled`,
    )
    .join("")}`,
  };
}

const keyIn = ({ plan }: Writing): readonly string[] => plan.key.map((at) => `x_${plan.columns[at]?.id}`);

const columnKeys = ({ plan }: Writing): readonly string[] => plan.key.map((at) => `c_${plan.columns[at]?.id}`);

const doubled = (keys: readonly string[], from: string): string =>
  `  FROM ${from} GROUP BY ${["period", ...keys].join(", ")} HAVING COUNT(*) > 1`;

function findingsIn(writing: Writing, { from, period }: Refusing): readonly Finding[] {
  const { plan } = writing;
  const isKind = `period IS NULL OR NOT (${isPeriod(writing, period)})`;
  return [
    { cell: "period", x: "period", problem: "no period of the rubric", where: isKind },
    ...columnsIn(plan).flatMap((column) => ofColumn(column, plan, writing)),
    ...itemsIn(plan.stage).flatMap((item) => ofItem(item, writing, from)),
  ];
}

/** Something that is wrong with a cell. */
interface Finding {
  readonly cell: string;
  readonly x: string;
  readonly problem: string;
  readonly where: string;
}

function ofColumn({ id, required, when }: Column, { key, columns }: Plan, writing: Writing): readonly Finding[] {
  const [cell, x] = [id, `x_${id}`];
  const scope = scopeOf(writing);
  const applies = when && `COALESCE(${scope.condition(when, scope)}, FALSE)`;
  const further = applies ? ` AND ${applies}` : "";
  const isKey = key.some((at) => columns[at]?.id === id);
  return [
    ...(required || isKey ? [{ cell, x, problem: "blank", where: `${x} IS NULL${further}` }] : []),
    { cell, x, problem: "not what the column holds", where: `${x} IS NOT NULL AND c_${id} IS NULL${further}` },
    ...(applies
      ? [{ cell, x, problem: "filled but does not apply", where: `${x} IS NOT NULL AND NOT ${applies}` }]
      : []),
  ];
}

function ofItem({ node, item }: ItemNode, writing: Writing, from: string): readonly Finding[] {
  const { plan, dialect } = writing;
  const [cell, x] = [node.id, `x_${node.id}`];
  const applies = appliesSql(node, writing);
  const codes = plan.codes.map(({ word }) => word);
  const isNoCode = codes.length === 0 ? "" : ` AND ${x} NOT IN (${words(codes, dialect)})`;
  const further = applies === undefined ? "" : ` AND ${applies}`;
  const unclear =
    item.scale.kind === "ratio" && item.scale.unit === undefined ? unclearPercent(node.id, from) : undefined;
  return [
    { cell, x, problem: "no score of the item", where: `${x} IS NOT NULL AND v_${cell} IS NULL${isNoCode}${further}` },
    ...(applies === undefined
      ? []
      : [{ cell, x, problem: "filled but does not apply", where: `${x} IS NOT NULL AND NOT (${applies})` }]),
    ...(unclear === undefined ? [] : [{ cell, x, problem: "a percentage or a fraction of 1", where: unclear }]),
  ];
}
