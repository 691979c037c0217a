import type { CellValue, Plan } from "../rubric/4-plan/plan.ts";
import type { Row, SheetLayout } from "../rubric/4-plan/row.ts";
import { itemsOf } from "./targets.ts";

/**
 * The ratings that a row of a wide sheet holds: one for each source with a filled cell. A source whose cells are all blank
 * did not score; where none did, one row without a rater says that the subject is there.
 */
export function ratingsIn(plan: Plan, layout: SheetLayout): (row: Row, isRating: boolean) => readonly Row[] {
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
    const ratingOf = (id: CellValue | undefined, at: number): Row => ({
      ...row,
      columns: row.columns.with(by, id),
      cells: part(row.cells, at),
      sheet: layouts[at] as SheetLayout,
    });
    const ratings = sources.flatMap(({ id }, at) =>
      part(row.cells, at).some((cell) => cell !== null) ? [ratingOf(id, at)] : [],
    );
    return ratings.length > 0 ? ratings : [ratingOf(undefined, 0)];
  };
}
