import type { Column } from "../../model/column.ts";
import { isPrinted } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { stagesOf } from "../../model/stages.ts";
import { rollupsTo } from "../calendar.ts";
import type { Cte } from "../cte.ts";
import type { Writing } from "../parts.ts";
import { any, keyText, person } from "../parts.ts";
import { columnSql, isNumber, millionthsIn, words } from "./cells.ts";
import type { Listing } from "./refused-groups.ts";
import { isAnyPeriod, looksLike } from "./row-period.ts";
import type { Sheet } from "./table-layout.ts";
import { cellSql, tableSql } from "./table-layout.ts";

/** The classes of earlier runs: `period`, the columns of the key, those that tell what counts once, `x_state` and `x_band`. */
const earlierStage = "earlier_results";
const cellsStage = "earlier_cells";

const keysOf = ({ plan }: Pick<Writing, "plan">): readonly Column[] => plan.key.map((at) => plan.columns[at] as Column);

/** The columns that results tell, of which a value counts once. */
export const toldOnce = (plan: Plan): readonly Column[] =>
  plan.columns.filter(
    (column, at) => isPrinted(column) && stagesOf(plan).some(({ rules }) => rules.some(({ once }) => once === at)),
  );

/** What is read of earlier results beside state and class. */
const columnsOf = (writing: Pick<Writing, "plan">): readonly Column[] => [
  ...new Set([...keysOf(writing), ...toldOnce(writing.plan)]),
];

/** The table of earlier results, such as a query of score has made it, in two stages: its cells, and whose they are. */
export function earlierStages(writing: Writing, { earlier: table }: Pick<Sheet, "earlier">): readonly Cte[] {
  if (table === undefined) return [];
  const { dialect } = writing;
  // Results have a decimal point, whatever the sheets have.
  const { decimalMark: _, ...plan } = writing.plan;
  const text = (id: string): string => cellSql(id, { plan, dialect });
  const columns = columnsOf(writing);
  const cells = [
    ...columns.map(({ id }) => `${asRead(text(id), writing)} AS x_${id}`),
    ...columns.filter(isNumber).map(({ id }) => `${millionthsIn(text(id), { ...writing, plan })} AS n_${id}`),
    ...["state", "band"].map((id) => `${text(id)} AS x_${id}`),
  ];
  return [
    {
      name: cellsStage,
      about: ["Earlier results as texts without spaces around them; a blank cell is NULL."],
      select: `  SELECT ${text("period")} AS period, ${cells.join(", ")}\n  FROM ${tableSql(table, dialect)}`,
    },
    {
      name: earlierStage,
      about: ["Whose they are."],
      select: `  SELECT ${cellsStage}.*, ${columns.map(({ default: _, ...column }) => `${columnSql(column, writing)} AS c_${column.id}`).join(", ")}\n  FROM ${cellsStage}`,
    },
  ];
}

/** A text without the apostrophe that keeps a spreadsheet from running it. */
const asRead = (x: string, { dialect }: Pick<Writing, "dialect">): string =>
  `CASE WHEN ${dialect.matches(x, "'[ ']*[-=+@\uFF1D\uFF0B\uFF0D\uFF20].*")} THEN SUBSTR(${x}, 2) ELSE ${x} END`;

/** Earlier results of a kind of period that the sheet has none of; `from`: the stage with those that it has. */
export function earlierOf(writing: Writing, from: string, columns: readonly string[]): string {
  const { stage, dialect } = writing;
  const same = person(writing);
  const computed = same.map((column, at) => `${column} AS computed_${at}`).join(", ");
  return [
    `  SELECT ${[...same, ...columns].join(", ")}`,
    `  FROM ${earlierStage}`,
    `  LEFT JOIN (SELECT ${computed} FROM ${from}) AS computed ON ${same.map((column, at) => `computed_${at} = ${column}`).join(" AND ")}`,
    `  WHERE computed_0 IS NULL AND ${looksLike("period", stage.period, dialect)}`,
  ].join("\n");
}

/** What `score` would refuse of earlier results, and those of parts of a longer period, whose scores no such table tells. */
export function earlierListings(
  writing: Writing,
  { earlier, period }: Pick<Sheet, "earlier" | "period">,
): readonly Listing[] {
  if (earlier === undefined) return [];
  const { plan, dialect } = writing;
  const listing = (cell: string, found: string, problem: string, where: string): Listing => ({
    subject: keyText(writing, "x_"),
    cell: `'history.${cell}'`,
    found,
    problem,
    tail: `FROM ${earlierStage} WHERE ${where}`,
  });
  const isOf = ({ period: kind }: Pick<Stage, "period">): string => looksLike("period", kind, dialect);
  const parts = stagesOf(plan).filter((stage) => rollupsTo(plan, period).some(({ of }) => of === stage.period));
  const bands = stagesOf(plan).map(
    (stage) =>
      `${isOf(stage)} AND COALESCE(x_band, '') NOT IN (${words(
        stage.bands.map(({ id }) => id),
        dialect,
      )})`,
  );
  return [
    listing("period", "period", "no period", `period IS NULL OR NOT (${isAnyPeriod("period", dialect)})`),
    ...(parts.length === 0
      ? []
      : [listing("period", "period", "a part of a longer period: give its rows", any(parts.map(isOf)))]),
    ...keysOf(writing).map(({ id }) => listing(id, `x_${id}`, "blank", `x_${id} IS NULL`)),
    ...columnsOf(writing).map(({ id }) =>
      listing(id, `x_${id}`, "not what the column holds", `x_${id} IS NOT NULL AND c_${id} IS NULL`),
    ),
    listing("state", "x_state", "no state", "COALESCE(x_state, '') NOT IN ('rated', 'not_rated', 'incomplete')"),
    listing(
      "band",
      "x_band",
      "no band of the rubric",
      `x_state = 'rated' AND (${any(bands.map((each) => `(${each})`))})`,
    ),
    {
      ...listing("key", "MIN(period)", "a second result of one period", ""),
      subject: `MIN(${keyText(writing, "x_")})`,
      tail: `FROM ${earlierStage} GROUP BY ${["period", ...keysOf(writing).map(({ id }) => `x_${id}`)].join(", ")} HAVING COUNT(*) > 1`,
    },
  ];
}
