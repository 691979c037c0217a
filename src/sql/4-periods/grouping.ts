import type { Column } from "../../model/column.ts";
import type { Rollup } from "../../model/stage.ts";

/** The part, by its place in time, that the unit, bloc and role of somebody are taken from. */
export function groupingSql({ attributes }: Rollup, person: string): string {
  const there = (aggregate: "MAX" | "MIN", further = ""): string =>
    `${aggregate}(CASE WHEN results.state IS NOT NULL${further} THEN part_at END) OVER (${person})`;
  if (attributes === "first") return there("MIN");
  if (attributes === "latest") return there("MAX");
  return `COALESCE(${there("MAX", ` AND part_name = '${attributes.part}'`)}, ${there("MAX")})`;
}

/** Whether there is the part that somebody is taken from even if he has a row of the whole period. */
export const takenSql = ({ attributes }: Rollup): string =>
  typeof attributes === "object"
    ? `MAX(CASE WHEN part_name = '${attributes.part}' AND state IS NOT NULL THEN part_at END)`
    : "MAX(latest_at)";

export const columnsFrom = (columns: readonly Column[], letter: string): readonly (readonly [string, string])[] =>
  columns.map(({ id, type }) => {
    const value = `CASE WHEN part_at = latest_at THEN c_${id} END`;
    return [`${letter}_${id}`, type.kind === "flag" ? `BOOL_OR(${value})` : `MAX(${value})`];
  });
