import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { divide } from "../../number/exact.ts";
import { compareNatural } from "../../text/order.ts";
import { groupingColumns } from "../columns.ts";
import { forPeople } from "../style.ts";
import { groupText } from "../summary/summary-line.ts";
import { groupsBy, tallyOf } from "../text-groups.ts";

/** A unit whose people are shown together. */
export interface Unit {
  readonly label: string;
  readonly members: readonly Result[];
}

/** The columns that a page groups people by: those of the ranking, else the first that a quota or an award counts by. */
function unitColumns(plan: Plan, { ranking }: Stage): readonly number[] {
  return ranking.within.length > 0 ? ranking.within : groupingColumns(plan).slice(0, 1);
}

/** The units of some results as people look them up; none where the rubric knows no groups. */
export function unitsOf(plan: Plan, stage: Stage, results: Iterable<Result>): readonly Unit[] {
  const within = unitColumns(plan, stage);
  if (within.length === 0) return [];
  const texts = groupText(plan, within, forPeople(plan));
  return groupsBy(results, within, texts)
    .map(({ values, members }) => ({ label: values.join(" · "), members }))
    .sort((a, b) => compareNatural(a.label, b.label));
}

/** The mean total of those who are rated, in points; undefined where nobody has one. */
export function meanPoints({ scale }: Plan, members: readonly Result[]): Exact | undefined {
  const { mean } = tallyOf(members.filter(({ state }) => state === "rated"));
  return mean === undefined ? undefined : divide(mean, scale);
}
