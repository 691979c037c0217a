import type { Language } from "../text/bilingual.ts";
import type { PeriodComparison } from "./compare.ts";
import { classText, classTitle, reasonsText, shiftText, words } from "./words.ts";

/** Rows of texts, the head first. */
export type TextTable = readonly (readonly string[])[];

/** One row for each subject whose result differs. */
export function changeTable(period: PeriodComparison, language: Language): TextTable {
  const head = (["key", "name", "class", "rank", "total", "why"] as const).map((id) => words[id][language]);
  const rows = period.changes.map((change) => [
    change.key,
    change.name,
    classText(change, period, language),
    shiftText(change.old?.rank, change.new?.rank),
    shiftText(change.old?.total, change.new?.total),
    reasonsText(
      change.reasons.filter(({ kind }) => kind !== "total"),
      language,
    ),
  ]);
  return [head, ...rows];
}

/** How many went from which class (rows) to which (columns); those who are new or gone have a row or column of their own. */
export function transitionTable({ classes, transitions }: PeriodComparison, language: Language): TextTable {
  const arrive = transitions.some(({ from }) => from === undefined);
  const leave = transitions.some(({ to }) => to === undefined);
  const rows = [...classes.old.map(({ id }) => id), ...(arrive ? [undefined] : [])];
  const columns = [...classes.new.map(({ id }) => id), ...(leave ? [undefined] : [])];
  const count = (from: string | undefined, to: string | undefined): string =>
    String(transitions.find((each) => each.from === from && each.to === to)?.count ?? 0);
  const title = (id: string | undefined, side: "old" | "new"): string => {
    if (id !== undefined) return classTitle(id, classes[side], language);
    return words[side === "old" ? "isNew" : "isGone"][language];
  };
  return [
    [words.from[language], ...columns.map((id) => title(id, "new"))],
    ...rows.map((from) => [title(from, "old"), ...columns.map((to) => count(from, to))]),
  ];
}
