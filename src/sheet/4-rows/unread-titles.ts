import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { labelOf } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import { shownValue } from "../2-header/absent-column.ts";
import { groupsIn } from "../2-header/groups-above.ts";
import type { BoundHeader } from "../2-header/header.ts";

/**
 * Warns of the first title of a group among the rows whose column the sheet lacks and the rubric does not read from titles: its members get the
 * default.
 */
export function unreadTitles(
  plan: Plan,
  { absent, place }: Pick<BoundHeader, "absent" | "place">,
  diagnostics: Diagnostics,
): (row: { readonly line: number; readonly cells: readonly string[] }) => void {
  let unread = absent.flatMap((each) => {
    const column = plan.columns.find(({ id }) => id === each.id);
    return column?.type.kind === "text" && !column.from
      ? [{ each, label: labelOf(column.id, column.headers), names: [column.id, ...column.headers] }]
      : [];
  });
  return ({ line, cells }) => {
    for (const told of unread) {
      const [found] = groupsIn(cells, told.names);
      if (found === undefined) continue;
      diagnostics.report("D139", { column: told.label, found, value: shownValue(told.each) }, place(line));
      unread = unread.filter((other) => other !== told);
    }
  };
}
