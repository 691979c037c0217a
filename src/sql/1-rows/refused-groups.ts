import type { Column } from "../../model/column.ts";
import { keyIds } from "../../model/keys.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { PeriodKind } from "../../period/period.ts";
import type { Writing } from "../parts.ts";
import { keyText } from "../parts.ts";
import { words } from "./cells.ts";
import type { Sheet } from "./table-layout.ts";
import { allEntries, cellIds, rowIds, subjectColumnsIn } from "./table-layout.ts";

/** Where the rows are that may be refused. */
export interface Refusing {
  /** The stage with all cells read. */
  readonly from: string;
  readonly period: string | undefined;
  /** Queries of those who have a row of a longer period beside rows within it. */
  readonly both: readonly string[];
  readonly sheet: Sheet;
  /** For decisions about nobody. */
  readonly results: readonly ResultsOf[];
}

/** The results of one kind of period. */
export interface ResultsOf {
  readonly kind: PeriodKind;
  /** Who has one of which period, as a query in brackets. */
  readonly people: string;
  /** Names of the periods, where not all of the kind are computed. */
  readonly only?: readonly string[] | undefined;
}

/** Lines of the list of what is refused, each part as SQL. */
export interface Listing {
  readonly period?: string;
  readonly subject: string;
  readonly cell: string;
  readonly found: string;
  readonly problem: string;
  /** Where they come from. */
  readonly tail: string;
}

/** What no single row shows: things that are there twice, or not at all. */
export function listingsIn(writing: Writing, { from, period, both, sheet }: Refusing): readonly Listing[] {
  const ofKey = keyIn(writing, "x");
  const nothing = `CAST(NULL AS ${writing.dialect.text})`;
  return [
    {
      period: period === undefined ? nothing : `'${period}'`,
      subject: nothing,
      cell: "'period'",
      found: nothing,
      problem: "no row to compute",
      tail: `FROM ${from} HAVING COUNT(*) = 0`,
    },
    ...(writing.plan.ratings ? ofRatings(writing, writing.plan.ratings, from) : []),
    ...(sheet.isLong
      ? ofEntries(writing, allEntries(sheet))
      : writing.plan.ratings
        ? []
        : [
            doubled(writing, from, {
              cell: "'key'",
              found: `MIN(${ofKey})`,
              problem: "a second row of one period",
            }),
          ]),
    ...writing.lookups.wanting.map(
      ({ stage, column, cell, problem }): Listing => ({
        subject: keyIn(writing, "c"),
        cell: `'${cell}'`,
        found: column,
        problem,
        tail: `FROM ${stage} WHERE ${column} IS NOT NULL`,
      }),
    ),
    ...both.map(
      (people): Listing => ({
        subject: keyIn(writing, "c"),
        cell: "'period'",
        found: "period",
        problem: "a row of the whole period beside rows within it",
        tail: `FROM ${people} AS people`,
      }),
    ),
  ];
}

/** Raters who score somebody twice, and rows that do not say the same of a person or a rater. */
function ofRatings(writing: Writing, { by }: Ratings, from: string): readonly Listing[] {
  const { columns } = writing.plan;
  const rater = `x_${columns[by]?.id}`;
  const differing = (column: Column, group: readonly string[]): Listing => {
    const [x, c] = [`x_${column.id}`, `${column.is === undefined ? "c" : "said"}_${column.id}`];
    // What may be left out is not said by a blank cell.
    const isWhole = column.is === undefined ? ` AND COUNT(${c}) IN (0, COUNT(*))` : "";
    const isOne = `COUNT(DISTINCT ${c}) <= 1${isWhole}`;
    return {
      subject: `MIN(${keyIn(writing, "x")})`,
      cell: `'${column.id}'`,
      found: `MAX(${x})`,
      problem: "not the same in all rows",
      tail: `FROM ${from} GROUP BY ${group.join(", ")} HAVING NOT (${isOne})`,
    };
  };
  const keys = keysIn(writing);
  const is = { cell: `'${columns[by]?.id}'`, found: `MIN(${rater})`, problem: "a second rating by one rater" };
  return [
    doubled(writing, from, is, rater),
    ...subjectColumnsIn(writing.plan)
      .filter(({ id }) => !keys.includes(`x_${id}`))
      .map((column) => differing(column, ["period", ...keys])),
    ...columns.filter(({ of }) => of === "rater").map((column) => differing(column, ["period", rater])),
  ];
}

/** Cells of a long table that are no column or item, there twice, or there of nobody. */
function ofEntries(writing: Writing, all: string): readonly Listing[] {
  const { plan, dialect } = writing;
  const keys = rowIds(plan);
  const known = cellIds(plan).filter((id) => !keys.includes(id));
  const columns = new Map(plan.columns.map((column) => [column.id, column]));
  const needed = known.filter((id) => columns.get(id)?.default === undefined);
  const entry = { cell: "cell_item", found: "cell_value" };
  return [
    {
      ...entry,
      subject: keyIn(writing, "x"),
      problem: "no column or item of the rubric",
      tail: `FROM entries WHERE cell_item IS NULL OR cell_item NOT IN (${words(known, dialect)})`,
    },
    doubled(
      writing,
      "entries",
      { ...entry, found: "MIN(cell_value)", problem: "a second row of one cell" },
      ...keys.slice(plan.key.length).map((id) => `x_${id}`),
      "cell_item",
    ),
    ...needed.map((id) => ({
      period: "MIN(period)",
      subject: `CAST(NULL AS ${dialect.text})`,
      cell: `'${id}'`,
      found: `CAST(NULL AS ${dialect.text})`,
      problem: "no row has it",
      tail: `FROM ${all} HAVING COUNT(*) > 0 AND SUM(CASE WHEN cell_item = '${id}' THEN 1 ELSE 0 END) = 0`,
    })),
  ];
}

/** What there is more than once of one key and period. */
const doubled = (
  writing: Writing,
  stage: string,
  is: Pick<Listing, "cell" | "found" | "problem">,
  ...further: readonly string[]
): Listing => ({
  subject: `MIN(${keyIn(writing, "x")})`,
  ...is,
  tail: `FROM ${stage} GROUP BY ${["period", ...keysIn(writing), ...further].join(", ")} HAVING COUNT(*) > 1`,
});

/** The key as the sheet has it. */
const keysIn = ({ plan }: Writing): readonly string[] => keyIds(plan).map((id) => `x_${id}`);

/** A key as the sheet has it, or as it was read. */
export const keyIn = (writing: Writing, letter: "x" | "c"): string => keyText(writing, `${letter}_`);
