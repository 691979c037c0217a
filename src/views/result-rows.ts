import type { Cell, Row } from "../document/table.ts";
import { rowsOf } from "../document/table.ts";
import type { Values } from "../model/people.ts";
import { valueAt } from "../model/people.ts";
import type { Result, ResultColumns, ResultPage, Results } from "../model/report.ts";
import { leftOut, pagesOf } from "../model/report.ts";
import { divide } from "../number/exact.ts";
import type { Field } from "./fields.ts";

/**
 * What gives results from one place on to another, in the cells of some fields, each of which says what it shows or goes with the class.
 * Of results that are kept as columns no object is made for each.
 */
export function resultRows(fields: readonly Field[], results: Results): (from: number, to: number) => Iterable<Row> {
  const { columns } = results;
  if (!columns) return (from, to) => rowsOf(fields, between(results, from, to));
  const cells = fields.map((field) => cellOf(field, results, columns));
  return (from, to) => columnRows(fields, cells, results, columns, from, to);
}

const between = (results: Results, from: number, to: number): Iterable<Result> => ({
  *[Symbol.iterator]() {
    for (let place = from; place < to; place++) yield results.at(place) as Result;
  },
});

function columnRows(
  fields: readonly Field[],
  cells: readonly CellAt[],
  results: Results,
  columns: ResultColumns,
  from: number,
  to: number,
): Iterable<Row> {
  const nodes = fields.flatMap((field) => (field.from?.kind === "node" ? [field.from.at] : []));
  return {
    *[Symbol.iterator]() {
      for (const [first, page] of pagesOf(columns, from, to, nodes)) {
        for (let at = 0; at < page.count; at++) {
          const place = first + at;
          const odd = page.odd[at] === 1 ? (results.at(place) as Result) : undefined;
          yield odd ? fields.map(({ cell }) => cell(odd)) : cellsAt(cells, page, at, place);
        }
      }
    },
  };
}

/** What a field shows of a result that stands at a place of a page, and of all. */
type CellAt = (page: ResultPage, at: number, place: number) => Cell;

function cellsAt(cells: readonly CellAt[], page: ResultPage, at: number, place: number): Row {
  const row: Cell[] = [];
  for (let each = 0; each < cells.length; each++) row.push((cells[each] as CellAt)(page, at, place));
  return row;
}

/** What a field shows of a result that is not odd. */
function cellOf({ from, cell }: Field, results: Results, { people, per }: ResultColumns): CellAt {
  const units = (number: number | undefined) => (number === undefined ? undefined : divide(number, per));
  switch (from?.kind) {
    case "rank":
      return ({ ranks }, at) => ranks[at] || undefined;
    case "total":
      return ({ totals }, at) => units(totals[at]);
    case "unclamped":
      return ({ unclamped }, at) => units(unclamped[at]);
    case "node":
      return ({ nodes }, at) => {
        const number = nodes[from.at]?.[at];
        return number === leftOut ? undefined : units(number);
      };
    case "column": {
      const values = people.values[from.at] as Values;
      const width = people.values.length;
      return ({ profiles }, at) =>
        from.cell(valueAt(values, people.profiles[(profiles[at] as number) * width + from.at] as number));
    }
    case "result":
      return (_, _at, place) => cell(results.at(place) as Result);
    case undefined: {
      const known = new Map<number, Cell>();
      return ({ endings }, at, place) => {
        const ending = endings[at] as number;
        if (!known.has(ending)) known.set(ending, cell(results.at(place) as Result));
        return known.get(ending);
      };
    }
  }
}
