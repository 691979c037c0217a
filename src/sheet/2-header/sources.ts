import type { Plan } from "../../model/plan.ts";
import type { Row, SheetLayout } from "../../model/row.ts";
import { itemsOf } from "./targets.ts";

type Scores = Pick<Row, "columns" | "cells" | "sheet">;

/** The ratings that a row of a wide sheet holds: one for each source with a filled cell. */
export function ratingsIn(
  plan: Plan,
  layout: SheetLayout,
): <R extends Scores>(row: R, isRating: boolean) => readonly R[] {
  const { by = 0, sources } = plan.ratings ?? {};
  if (!sources) return (row) => [row];
  const size = itemsOf(plan).length;
  const part = <T>(cells: readonly T[], source: number): readonly T[] =>
    cells.slice(source * size, (source + 1) * size);
  const layouts = sources.map((_, at): SheetLayout => ({ ...layout, cells: part(layout.cells, at) }));

  // The cells of a longer period stand behind those of all sources.
  const further = (sources.length - 1) * size;
  const longer: SheetLayout = { ...layout, cells: layout.cells.slice(further) };
  return (row, isRating) => {
    if (!isRating) return [{ ...row, cells: row.cells.slice(further), sheet: longer }];
    const ratings = sources.map(({ id }, at) => {
      const columns = row.columns.with(by, id);
      return { ...row, columns, cells: part(row.cells, at), sheet: layouts[at] as SheetLayout };
    });
    return whereScored(ratings, by);
  };
}

/**
 * The ratings of those sources that scored: one whose cells are all blank did not. Where none did, one row without a rater
 * says that the subject is there. `by`: the column that names the source.
 */
export function whereScored<R extends Scores>(ratings: readonly R[], by: number): readonly R[] {
  const scored = ratings.filter(({ cells }) => cells.some((cell) => cell !== null));
  if (scored.length > 0) return scored;
  return ratings.slice(0, 1).map((row) => ({ ...row, columns: row.columns.with(by, undefined) }));
}
