import { groupBy } from "../../model/groups.ts";
import type { Award, Stage } from "../../model/plan.ts";
import type { AwardOutcome, Classed, Mark } from "../../model/report.ts";
import type { Period } from "../../period/period.ts";
import { compareText } from "../../text/order.ts";
import type { Environment } from "./environment.ts";
import type { Subject } from "./subject.ts";
import { shareOf } from "./capacity.ts";
import { byId, createOrder } from "./order.ts";
import type { Honours } from "./result.ts";
import type { Earlier } from "./streak.ts";
import { isEarned, streakOf } from "./streak.ts";

/** What the awards and alerts come to. */
interface Given {
  readonly outcomes: readonly AwardOutcome[];
  /** By key; absent: nothing. */
  readonly of: (key: string) => Omit<Honours, "rank">;
}

/** Gives the awards (filter, then the first n with their ties) and the alerts; both see the final band. `people`: in ranking order. */
export function giveAwards(
  stage: Stage,
  people: readonly Classed[],
  environment: Environment,
  subjectOf: (classed: Classed) => Subject,
  earlier: Earlier,
  period: Period,
): Given {
  const awards = lists<string>();
  const alerts = lists<string>();
  const marks = lists<Mark>();
  const outcomes = byId(stage.awards).flatMap((award) => {
    const when = award.when && environment.compile(award.when, award.id);
    // A decision gives an award to anybody, also to somebody who has no band.
    const concerned = people.filter((each) => each.state === "rated" || isTold(each, "award", award));
    return groupBy(concerned, award.within).map(({ values, members: all }) => {
      const members = all.filter(({ state }) => state === "rated");
      const eligible = members.filter((each) => !when || when(subjectOf(each)) === true);
      const candidates = award.size.kind === "streak" ? onStreak(award.size, eligible) : eligible;
      const count = quotaOf(award, members, candidates);
      const { winners, open } = decided(award, choose(award, candidates, count), all, count);
      for (const { key } of winners) awards.add(key, award.id);
      for (const { key } of open) marks.add(key, "tie_open");
      return { award: award.id, scope: values, winners: keysOf(winners), open: keysOf(open) };
    });
  });
  for (const { id, when } of byId(stage.alerts)) {
    const holds = environment.compile(when, id);
    for (const each of people) if (holds(subjectOf(each)) === true) alerts.add(each.key, id);
  }
  return { outcomes, of: (key) => ({ awards: awards.of(key), alerts: alerts.of(key), marks: marks.of(key) }) };

  /** Who earns an award for years in a row; marks whose streak may be longer than is known, or rests on earlier results. */
  function onStreak(terms: Extract<Award["size"], { kind: "streak" }>, eligible: readonly Classed[]): Classed[] {
    return eligible.filter((each) => {
      const streak = streakOf(terms, earlier, period, each);
      const earned = isEarned(terms, streak);
      if (streak.startUnknown) marks.add(each.key, "start_unknown");
      if (earned && streak.fromHistory) marks.add(each.key, "from_history");
      return earned;
    });
  }
}

/** Lists of things by key; most keys have none. */
function lists<T>() {
  const all = new Map<string, T[]>();
  return {
    add(key: string, value: T): void {
      const list = all.get(key);
      if (list) list.push(value);
      else all.set(key, [value]);
    },
    of: (key: string): readonly T[] => all.get(key) ?? [],
  };
}

interface Choice {
  readonly winners: readonly Classed[];
  readonly open: readonly Classed[];
}

/** After the decisions of the authority, such as a ballot: once all places are given a tie is open no more. */
function decided(award: Award, { winners, open }: Choice, people: readonly Classed[], count: number): Choice {
  const told = (result: Classed, action: "award" | "no_award"): boolean => isTold(result, action, award);
  if (!people.some((result) => told(result, "award") || told(result, "no_award"))) return { winners, open };
  const all = people.filter(
    (result) => told(result, "award") || (winners.includes(result) && !told(result, "no_award")),
  );
  const rest = open.filter((result) => !all.includes(result) && !told(result, "no_award"));
  return { winners: all, open: all.length >= count ? [] : rest };
}

const isTold = ({ decisions }: Classed, action: "award" | "no_award", { id }: Award): boolean =>
  decisions?.some((decision) => decision.action === action && decision.value === id) === true;

const keysOf = (results: readonly Classed[]): readonly string[] => results.map(({ key }) => key);

/** How many of an award there are in one group. */
function quotaOf({ size }: Award, members: readonly Classed[], candidates: readonly Classed[]): number {
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
function choose(award: Award, candidates: readonly Classed[], count: number): Choice {
  const better = createOrder(award.by);
  const sorted = [...candidates].sort((a, b) => better(a, b) || compareText(a.key, b.key));
  const [last, next] = [sorted[count - 1], sorted[count]];
  if (count === 0 || !last || !next || better(last, next) !== 0) return { winners: sorted.slice(0, count), open: [] };
  const above = sorted.filter((result) => better(result, last) < 0);
  const tied = sorted.filter((result) => better(result, last) === 0);
  if (award.ties === "all") return { winners: [...above, ...tied], open: [] };
  return { winners: above, open: award.ties === "open" ? tied : [] };
}
