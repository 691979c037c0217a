import type { Column } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Results } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { beginsWith } from "../text/fold.ts";
import { compareNatural } from "../text/order.ts";
import { columnText } from "./columns.ts";
import { forPeople } from "./style.ts";
import { placesBy } from "./text-groups.ts";

/** The results of one ranking group, from one place on to another; `title` is empty where everybody is ranked together. */
export interface RankingGroup {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** Ranking order keeps a group together: a new section begins where the group changes. People look for theirs by its name; the values of a choice keep their order. */
export function rankingGroups(plan: Plan, period: PeriodReport, results: Results): RankingGroup[] {
  const { within } = stageAt(plan, period).ranking;
  const style = forPeople(plan);
  const prints = within.map((at) => columnText(plan, at, style));
  const groups = placesBy(results, within, (values) => prints.map((print, at) => print(values[at])));
  const names = within.map((at) => (plan.columns[at] as Column).title[plan.language]);
  const titles = groups.values.map((texts) => texts.map((text, at) => titleOf(names[at] as string, text)).join(" · "));
  const found: { title: string; from: number; to: number; readonly texts: readonly string[] }[] = [];
  for (const [place, group] of groups.of.entries()) {
    const title = titles[group] as string;
    const last = found.at(-1);
    if (last?.title === title) last.to++;
    else found.push({ title, from: place, to: place + 1, texts: groups.values[group] as readonly string[] });
  }
  const isText = within.map((at) => plan.columns[at]?.type.kind === "text");
  return found.sort((a, b) => {
    const other = a.texts.findIndex((text, part) => text !== b.texts[part]);
    return isText[other] ? compareNatural(a.texts[other] as string, b.texts[other] as string) : a.from - b.from;
  });
}

/** A value that begins with the name of its column needs it no more: `Tổ 1`. */
const titleOf = (name: string, value: string): string => (beginsWith(value, name) ? value : `${name}: ${value}`);
