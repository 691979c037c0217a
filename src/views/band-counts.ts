import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Results, State } from "../model/report.ts";
import { pagesOf } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { states } from "./words.ts";

/** `Tốt 12 · Khá 3 · chưa đủ điểm 1`. */
export const bandCounts = (plan: Plan, period: PeriodReport): string =>
  [...countsByTitle(plan, period)].map(([title, count]) => `${title} ${count}`).join(" · ");

/** How many are in every band, then in the states without one that occur. */
export function countsByTitle(plan: Plan, period: PeriodReport): ReadonlyMap<string, number> {
  const { bands } = stageAt(plan, period);
  const { inBand, inState } = counted(bands.length, period.results);
  return new Map([
    ...bands.map(({ title }, at) => [title[plan.language], inBand[at] as number] as const),
    ...(["not_rated", "incomplete"] as const)
      .filter((state) => inState[state] > 0)
      .map((state) => [states[state][plan.language], inState[state]] as const),
  ]);
}

function counted(bands: number, results: Results) {
  const inBand = Array.from({ length: bands }, () => 0);
  const enter = (band: number | undefined): void => {
    if (band !== undefined && band < bands) inBand[band] = (inBand[band] as number) + 1;
  };
  const { columns } = results;
  if (columns) {
    for (const [, page] of pagesOf(columns, 0, results.length)) {
      for (let at = 0; at < page.count; at++) enter(page.bands[at]);
    }
    return { inBand, inState: columns.counts };
  }
  const inState: Record<State, number> = { rated: 0, not_rated: 0, incomplete: 0 };
  for (const { state, band } of results) {
    inState[state]++;
    if (state === "rated") enter(band);
  }
  return { inBand, inState };
}
