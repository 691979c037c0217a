import { groupBy } from "../../model/groups.ts";
import type { Award, Stage } from "../../model/plan.ts";
import type { AwardOutcome, Mark, Result } from "../../model/report.ts";
import type { Period } from "../../period/period.ts";
import { compareText } from "../../text/order.ts";
import type { Environment, Subject } from "../environment.ts";
import type { Chronicle } from "../periods/chronicle.ts";
import { shareOf } from "./capacity.ts";
import { createOrder } from "./order.ts";
import { isEarned, streakOf } from "./streak.ts";

/** Gives the awards (filter, then the first n with their ties) and sets the alerts; both see the final band. */
export function giveAwards(
  stage: Stage,
  results: readonly Result[],
  environment: Environment,
  subjectOf: (result: Result) => Subject,
  chronicle: Chronicle,
  period: Period,
): readonly AwardOutcome[] {
  const outcomes = [...stage.awards]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap((award) => {
      const when = award.when && environment.compile(award.when, award.id);
      // A decision gives an award to anybody, also to somebody who has no band.
      const people = results.filter((result) => result.state === "rated" || isTold(result, "award", award));
      return groupBy(people, award.within).map(({ values, members: all }) => {
        const members = all.filter(({ state }) => state === "rated");
        const eligible = members.filter((result) => !when || when(subjectOf(result)) === true);
        const candidates = award.size.kind === "streak" ? onStreak(award.size, eligible, chronicle, period) : eligible;
        const count = quotaOf(award, members, candidates);
        const { winners, open } = decided(award, choose(award, candidates, count), all, count);
        for (const winner of winners) winner.awards = [...winner.awards, award.id];
        for (const result of open) mark(result, "tie_open");
        return { award: award.id, scope: values, winners: keysOf(winners), open: keysOf(open) };
      });
    });
  for (const alert of [...stage.alerts].sort((a, b) => compareText(a.id, b.id))) {
    const when = environment.compile(alert.when, alert.id);
    for (const result of results) {
      if (when(subjectOf(result)) === true) result.alerts = [...result.alerts, alert.id];
    }
  }
  return outcomes;
}

/** Who earns an award for years in a row; marks whose streak may be longer than is known, or rests on earlier results. */
function onStreak(
  terms: Extract<Award["size"], { kind: "streak" }>,
  results: readonly Result[],
  chronicle: Chronicle,
  period: Period,
): Result[] {
  return results.filter((result) => {
    const streak = streakOf(terms, chronicle, period, result);
    const earned = isEarned(terms, streak);
    if (streak.startUnknown) mark(result, "start_unknown");
    if (earned && streak.fromHistory) mark(result, "from_history");
    return earned;
  });
}

interface Choice {
  readonly winners: readonly Result[];
  readonly open: readonly Result[];
}

/** After the decisions of the authority, such as a ballot: once all places are given a tie is open no more. */
function decided(award: Award, { winners, open }: Choice, people: readonly Result[], count: number): Choice {
  const told = (result: Result, action: "award" | "no_award"): boolean => isTold(result, action, award);
  if (!people.some((result) => told(result, "award") || told(result, "no_award"))) return { winners, open };
  const all = people.filter(
    (result) => told(result, "award") || (winners.includes(result) && !told(result, "no_award")),
  );
  const rest = open.filter((result) => !all.includes(result) && !told(result, "no_award"));
  return { winners: all, open: all.length >= count ? [] : rest };
}

const isTold = ({ decisions }: Result, action: "award" | "no_award", { id }: Award): boolean =>
  decisions?.some((decision) => decision.action === action && decision.value === id) === true;

function mark(result: Result, as: Mark): void {
  result.marks = [...new Set([...result.marks, as])].sort();
}

const keysOf = (results: readonly Result[]): readonly string[] => results.map(({ key }) => key);

/** How many of an award there are in one group. */
function quotaOf({ size }: Award, members: readonly Result[], candidates: readonly Result[]): number {
  switch (size.kind) {
    case "top":
      return size.top;
    case "share": {
      const { of } = size;
      const people = of === "rated" ? members : members.filter(({ band }) => of.includes(band as number));
      return shareOf(size.share, people.length, size.round);
    }
    default:
      return candidates.length;
  }
}

/** The first `count` candidates; the equal ones at the cut as the award's `ties` say. */
function choose(award: Award, candidates: readonly Result[], count: number): Choice {
  const better = createOrder(award.by);
  const sorted = [...candidates].sort((a, b) => better(a, b) || compareText(a.key, b.key));
  const [last, next] = [sorted[count - 1], sorted[count]];
  if (count === 0 || !last || !next || better(last, next) !== 0) return { winners: sorted.slice(0, count), open: [] };
  const above = sorted.filter((result) => better(result, last) < 0);
  const tied = sorted.filter((result) => better(result, last) === 0);
  if (award.ties === "all") return { winners: [...above, ...tied], open: [] };
  return { winners: above, open: award.ties === "open" ? tied : [] };
}
