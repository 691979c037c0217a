import type { Block } from "../../document/block.ts";
import type { Cell, TableColumn } from "../../document/table.ts";
import { number, table, text } from "../../document/table.ts";
import type { Column } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import { stageAt } from "../../model/stages.ts";
import { phrase } from "../../text/phrase.ts";
import { forPeople } from "../style.ts";
import { groupsBy } from "../text-groups.ts";
import { states, summaryHeads } from "../words.ts";
import { groupText } from "./summary-line.ts";
import { sumsOf } from "./summary-sums.ts";

/** What is told of each group. */
interface Figure {
  readonly id: string;
  readonly head: string;
  of(members: readonly Result[]): Cell;
}

/** A table for each grouping that the rubric asks for: how many hold each band and award, and what they have together. */
export function cutTables(plan: Plan, period: PeriodReport): Block[] {
  const { by = [] } = plan.summary ?? {};
  if (by.length === 0) return [];
  const figures = figuresOf(plan, period);
  const everybody = [...period.results];
  return by.map((within) => {
    const columns = [
      ...within.map((at): TableColumn => {
        const { id, title } = plan.columns[at] as Column;
        return { id, head: title[plan.language], type: text };
      }),
      ...figures.map(({ id, head }): TableColumn => ({ id, head, type: number })),
    ];
    const cells = (members: readonly Result[]) => figures.map(({ of }) => of(members));
    const groups = groupsBy(everybody, within, groupText(plan, within, forPeople(plan)));
    const all = within.map((_, at) => (at === 0 ? phrase("All together")[plan.language] : ""));
    return table(columns, [
      ...groups.map(({ values, members }) => [...values, ...cells(members)]),
      [...all, ...cells(everybody)],
    ]);
  });
}

function figuresOf(plan: Plan, period: PeriodReport): readonly Figure[] {
  const { language } = plan;
  const stage = stageAt(plan, period);
  const counting = (id: string, head: string, holds: (result: Result) => boolean): Figure => ({
    id,
    head,
    of: (members) => members.filter(holds).length,
  });
  const unrated = (["not_rated", "incomplete"] as const).filter((state) =>
    [...period.results].some((result) => result.state === state),
  );
  return [
    counting("count", summaryHeads.count[language], () => true),
    ...stage.bands.map(({ id, title }, at) =>
      counting(id, title[language], ({ state, band }) => state === "rated" && band === at),
    ),
    ...unrated.map((state) => counting(state, states[state][language], (result) => result.state === state)),
    ...stage.awards.map(({ id, title }) => counting(id, title[language], ({ awards }) => awards.includes(id))),
    ...sumsOf(plan, stage).map(({ id, title, of }): Figure => ({ id, head: title, of: (members) => of(members).sum })),
  ];
}
