import type { Code, Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { CellValue, Column, ColumnValues } from "../../model/column.ts";
import { sameValue } from "../../model/column.ts";
import { listsBy } from "../../model/groups.ts";
import { joinKey, showKey } from "../../model/keys.ts";
import { rowPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Row, RowHead } from "../../model/row.ts";
import { phrase } from "../../text/phrase.ts";
import type { SubjectOptions } from "../subjects.ts";
import { isSound } from "../subjects.ts";

/** What the rows say of each rater in one period, by columns `of: rater`: the same in all of his. */
export interface RaterColumns {
  /** Whether some of it is known from the rater's own rows as a subject, and so only when all rows are there. */
  readonly isLate: boolean;
  /** Takes a rating as it came, or was left out. */
  see(row: RowHead, rater: string): void;
  /** Whether nobody knows what holds of a rater: it was reported, and all whom he rated are told of. */
  isUnknown(period: string, rater: string): boolean;
  /** Gives ratings of one period, of which these are all, what is known of their raters. */
  completing(period: string, rows: readonly Row[]): (rating: Row) => Row;
}

/** What is known of one rater in one period. */
interface Known {
  /** One of his ratings. */
  readonly row: RowHead;
  /** By column, the first row that says it. */
  readonly stated: Map<number, RowHead>;
  /** Keys of those whom he rated. */
  readonly rated: Set<string>;
  /** Of the first mistake. */
  code: Code | undefined;
}

/** Undefined where the rubric has no such columns. */
export function createRaterColumns(
  plan: Plan,
  { by }: Ratings,
  diagnostics: Diagnostics,
  { onContradiction, brokenBy }: Pick<SubjectOptions, "onContradiction" | "brokenBy">,
): RaterColumns | undefined {
  const all = plan.columns.flatMap((column, index) => (column.of === "rater" ? [{ column, index }] : []));
  const late = all.flatMap(({ column, index }) => (column.is === undefined ? [] : [{ column, index, is: column.is }]));
  if (all.length === 0) return undefined;
  const periods = new Map<string, Map<string, Known>>();
  const cell = (row: RowHead, column: number) => rowPlace(row, row.sheet.columns[column] || row.sheet.columns[by] || 1);

  /** All whom he rated are told of, those whose ratings come later too: the order of the rows means nothing. */
  function lose(period: string, known: Known, code: Code): void {
    if (known.code !== undefined) return;
    known.code = code;
    for (const key of known.rated) onContradiction({ key, period }, code);
  }

  function knownOf(row: RowHead, rater: string): Known {
    const raters = periods.get(row.period) ?? new Map<string, Known>();
    periods.set(row.period, raters);
    const known = raters.get(rater) ?? { row, stated: new Map(), rated: new Set(), code: undefined };
    raters.set(rater, known);
    return known;
  }

  function see(row: RowHead, rater: string): void {
    const known = knownOf(row, rater);
    known.rated.add(row.key);
    if (known.code !== undefined) onContradiction(row, known.code);
    for (const { column, index } of all) {
      // What may be left out is not said by a blank cell, nor anything by one that could not be read.
      if ((column.is !== undefined || !isSound(row)) && row.columns[index] === undefined) continue;
      const first = known.stated.get(index);
      if (!first) known.stated.set(index, row);
      else if (!sameValue(first.columns[index], row.columns[index])) {
        const parameters = { rater, period: row.period, column: column.title };
        diagnostics.report("A307", parameters, cell(row, index), [
          { place: cell(first, index), message: phrase("the other cell") },
        ]);
        lose(row.period, known, "A307");
      }
    }
  }

  /** What holds of a rater in one column: what he is as a subject, else what the rows say, else the default. */
  function valueFor(
    period: string,
    rater: string,
    known: Known,
    { column, index, is }: (typeof late)[number],
    subjects: ReadonlyMap<string, readonly Row[]>,
  ): CellValue | undefined {
    const key = joinKey([rater]);
    const stated = known.stated.get(index);
    const [own, ...others] = subjects.get(key) ?? [];
    const value = own?.columns[is];
    // That his own rows disagree is told where they are taken.
    const code = own
      ? others.some(({ columns }) => !sameValue(columns[is], value)) && "A302"
      : brokenBy({ key, period });
    if (own && !code && value !== undefined) {
      if (stated && !sameValue(stated.columns[index], value)) reportOther(period, rater, known, column, stated, own);
      return value;
    }
    if (!code && stated) return stated.columns[index];
    if (code) lose(period, known, code);
    else if (column.default === undefined) reportUnknown(period, rater, known, column, index);
    return column.default;
  }

  function reportOther(period: string, rater: string, known: Known, column: Column, stated: RowHead, own: Row): void {
    const is = column.is as number;
    const { title } = plan.columns[is] as Column;
    const message = phrase("the cell of {key}", { key: showKey(own.key) });
    diagnostics.report(
      "A308",
      { rater, period, column: column.title, own: title },
      cell(stated, plan.columns.indexOf(column)),
      [{ place: cell(own, is), message }],
    );
    lose(period, known, "A308");
    onContradiction({ key: own.key, period }, "A308");
  }

  function reportUnknown(period: string, rater: string, known: Known, { title }: Column, index: number): void {
    diagnostics.report("A309", { rater, period, column: title }, cell(known.row, index));
    lose(period, known, "A309");
  }

  return {
    isLate: late.length > 0,
    see,
    isUnknown: (period, rater) => periods.get(period)?.get(rater)?.code !== undefined,
    completing(period, rows) {
      const subjects = listsBy(rows, ({ key }) => key);
      const values = new Map<string, ColumnValues>();
      for (const [rater, known] of periods.get(period) ?? []) {
        values.set(
          rater,
          late.map((each) => valueFor(period, rater, known, each, subjects)),
        );
      }
      return (row) => {
        const found = values.get(String(row.columns[by]));
        if (!found) return row;
        const columns = row.columns.slice();
        for (const [at, { index }] of late.entries()) columns[index] = found[at];
        return { ...row, columns };
      };
    },
  };
}
