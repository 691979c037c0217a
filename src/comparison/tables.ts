import type { Table, TableColumn } from "../document/table.ts";
import { number, table, text } from "../document/table.ts";
import type { Language } from "../text/bilingual.ts";
import type { PeriodComparison } from "./compare.ts";
import { classText, classTitle, reasonsText, shiftText, words } from "./words.ts";

/** One row for each subject whose result differs. */
export function changeTable(period: PeriodComparison, language: Language): Table {
  const column = (id: "key" | "name" | "class" | "why"): TableColumn => ({ id, head: words[id][language], type: text });
  // From one number to another.
  const shift = (id: "rank" | "total"): TableColumn => ({ id, head: words[id][language], type: text, side: "right" });
  return table(
    [column("key"), column("name"), column("class"), shift("rank"), shift("total"), column("why")],
    period.changes.map((change) => [
      change.key,
      change.name,
      classText(change, period, language),
      shiftText(change.old?.rank, change.new?.rank, language),
      shiftText(change.old?.total, change.new?.total, language),
      reasonsText(
        change.reasons.filter(({ kind }) => kind !== "total"),
        period,
        language,
      ),
    ]),
  );
}

/** How many went from which class (rows) to which (columns); those who are new or gone have a row or column of their own. */
export function transitionTable({ classes, transitions }: PeriodComparison, language: Language): Table {
  const arrive = transitions.some(({ from }) => from === undefined);
  const leave = transitions.some(({ to }) => to === undefined);
  const rows = [...classes.old.map(({ id }) => id), ...(arrive ? [undefined] : [])];
  const columns = [...classes.new.map(({ id }) => id), ...(leave ? [undefined] : [])];
  const title = (id: string | undefined, side: "old" | "new"): string => {
    if (id !== undefined) return classTitle(id, classes[side], language);
    return words[side === "old" ? "isNew" : "isGone"][language];
  };
  return table(
    [
      { id: "from", head: words.from[language], type: text },
      ...columns.map((id): TableColumn => ({ id: id ?? "gone", head: title(id, "new"), type: number })),
    ],
    rows.map((from) => [
      title(from, "old"),
      ...columns.map((to) => transitions.find((each) => each.from === from && each.to === to)?.count ?? 0),
    ]),
  );
}
