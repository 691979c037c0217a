import type { Plan } from "../../model/plan.ts";
import type { AwardOutcome, PeriodReport } from "../../model/report.ts";
import type { Award, Stage } from "../../model/stage.ts";
import { honoured } from "../honoured.ts";
import type { Style } from "../style.ts";
import { byValues, placesBy } from "../text-groups.ts";
import type { Line } from "./summary-line.ts";
import { namedKeys, scopeText } from "./summary-line.ts";
import { cutsOf } from "./summary-sums.ts";

/** People of one group by an award: who got it, and who is equal at its cut. */
interface Count {
  readonly scope: readonly string[];
  readonly winners: readonly string[];
  readonly open: readonly string[];
}

/** Each award for everybody, for the ranking groups and those that the rubric asks for, and for the scopes in which it is given. */
export function* awardLines(plan: Plan, stage: Stage, period: PeriodReport, style: Style): Generator<Line> {
  if (stage.awards.length === 0) return;
  const named = namedKeys(plan, period, style);
  for (const award of stage.awards) {
    const outcomes = period.awards.filter((outcome) => outcome.award === award.id);
    for (const within of awardGroupings(plan, stage, award)) {
      const counts = same(within, award.within)
        ? scopes(plan, award, outcomes, style)
        : inGroups(plan, within, period, outcomes, style);
      for (const { scope, winners, open } of counts.sort((a, b) => byValues(a.scope, b.scope))) {
        const line = { id: award.id, title: award.title[plan.language], within, scope };
        yield { kind: "award", ...line, count: winners.length, note: named(winners) };
        if (open.length > 0) yield { kind: "award_open", ...line, count: open.length, note: named(open) };
      }
    }
  }
}

/** By what an award is counted, each only once. */
export const awardGroupings = (plan: Plan, stage: Stage, award: Award): (readonly number[])[] =>
  [[], ...cutsOf(plan, stage), award.within].filter(
    (within, at, all) => all.findIndex((other) => same(other, within)) === at,
  );

const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

function scopes(plan: Plan, { within }: Award, outcomes: readonly AwardOutcome[], style: Style): Count[] {
  const texts = scopeText(plan, within, style);
  return outcomes.map(({ scope, winners, open }) => ({ scope: texts(scope), winners, open }));
}

/** Groups in which nobody got the award are listed too. */
function inGroups(
  plan: Plan,
  within: readonly number[],
  { results }: PeriodReport,
  outcomes: readonly AwardOutcome[],
  style: Style,
): Count[] {
  const winners = new Set(outcomes.flatMap((outcome) => outcome.winners));
  const open = new Set(outcomes.flatMap((outcome) => outcome.open));
  const { values, of } = placesBy(results, within, scopeText(plan, within, style));
  const counts = values.map((scope) => ({ scope, winners: [] as string[], open: [] as string[] }));
  for (const [place, key] of honoured(results)) {
    const count = counts[of[place] as number];
    if (winners.has(key)) count?.winners.push(key);
    if (open.has(key)) count?.open.push(key);
  }
  return counts;
}
