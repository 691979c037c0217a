import { groupBy } from "../../model/groups.ts";
import type { AwardOutcome, Classed, Mark } from "../../model/report.ts";
import type { Award, Stage } from "../../model/stage.ts";
import type { Period } from "../../period/period.ts";
import { compareText } from "../../text/order.ts";
import { shareOf } from "./capacity.ts";
import type { Environment } from "./environment.ts";
import { byId, createOrder } from "./order.ts";
import type { Honours } from "./result.ts";
import type { Earlier } from "./streak.ts";
import { isEarned, streakOf } from "./streak.ts";
import type { Subject } from "./subject.ts";

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
  const given = new Map<string, readonly AwardOutcome[]>();
  /** Who holds an award, or is a candidate of it left open. */
  const mayHold = (id: string): ReadonlySet<string> =>
    new Set(given.get(id)?.flatMap(({ winners, open }) => [...winners, ...open]));
  for (const award of inTurn(byId(stage.awards))) {
    const when = award.when && environment.compile(award.when, award.id);
    const passed = (award.except ?? []).map(mayHold);
    // A decision gives an award to anybody, also to somebody who has no band.
    const concerned = people.filter((each) => each.state === "rated" || isTold(each, "award", award));
    const outcomes = groupBy(concerned, award.within).map(({ values, members: all }) => {
      const members = all.filter(({ state }) => state === "rated");
      const considered = members.filter(({ key }) => !passed.some((keys) => keys.has(key)));
      const eligible = considered.filter((each) => !when || when(subjectOf(each)) === true);
      const candidates = award.size.kind === "streak" ? onStreak(award.size, eligible) : eligible;
      const places = placesOf(award, members, candidates);
      const { winners, open } = decided(award, choose(award, candidates, places), all, places);
      for (const { key } of winners) awards.add(key, award.id);
      for (const { key } of open) marks.add(key, "tie_open");
      return { award: award.id, scope: values, winners: keysOf(winners), open: keysOf(open) };
    });
    given.set(award.id, outcomes);
  }
  for (const { id, when } of byId(stage.alerts)) {
    const holds = environment.compile(when, id);
    for (const each of people) if (holds(subjectOf(each)) === true) alerts.add(each.key, id);
  }
  const outcomes = byId(stage.awards).flatMap(({ id }) => given.get(id) ?? []);
  // An award may have been given before one with a lesser id.
  const inOrder = (ids: readonly string[]) => (ids.length > 1 ? ids.toSorted(compareText) : ids);
  return { outcomes, of: (key) => ({ awards: inOrder(awards.of(key)), alerts: alerts.of(key), marks: marks.of(key) }) };

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

/** Each award after those whose holders it passes over. */
function inTurn(awards: readonly Award[]): Iterable<Award> {
  const turn = new Set<Award>();
  const enter = (award: Award): void => {
    for (const other of awards) if (award.except?.includes(other.id) && !turn.has(other)) enter(other);
    turn.add(award);
  };
  for (const award of awards) enter(award);
  return turn;
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
function decided(award: Award, { winners, open }: Choice, people: readonly Classed[], { from, last }: Places): Choice {
  const told = (result: Classed, action: "award" | "no_award"): boolean => isTold(result, action, award);
  if (!people.some((result) => told(result, "award") || told(result, "no_award"))) return { winners, open };
  const all = people.filter(
    (result) => told(result, "award") || (winners.includes(result) && !told(result, "no_award")),
  );
  const rest = open.filter((result) => !all.includes(result) && !told(result, "no_award"));
  return { winners: all, open: all.length > last - from ? [] : rest };
}

const isTold = ({ decisions }: Classed, action: "award" | "no_award", { id }: Award): boolean =>
  decisions?.some((decision) => decision.action === action && decision.value === id) === true;

const keysOf = (results: readonly Classed[]): readonly string[] => results.map(({ key }) => key);

/** The places that get an award, both included. */
interface Places {
  readonly from: number;
  readonly last: number;
}

/** Which places of one group get an award. */
function placesOf({ size }: Award, members: readonly Classed[], candidates: readonly Classed[]): Places {
  switch (size.kind) {
    case "top":
      return { from: size.from ?? 1, last: size.top };
    case "share": {
      const { of } = size;
      const people = of === "rated" ? members : members.filter(({ band }) => of.includes(band as number));
      return { from: 1, last: shareOf(size.share, people.length, size.round) };
    }
    default:
      return { from: 1, last: candidates.length };
  }
}

/** The candidates on these places, equal ones sharing one; of those who do not all fit the award's `ties` decide. */
function choose(award: Award, candidates: readonly Classed[], { from, last }: Places): Choice {
  const better = createOrder(award.by);
  const sorted = [...candidates].sort((a, b) => better(a, b) || compareText(a.key, b.key));
  const winners: Classed[] = [];
  for (let start = 0, end = 0; start < Math.min(last, sorted.length); start = end) {
    while (end < sorted.length && better(sorted[start] as Classed, sorted[end] as Classed) === 0) end++;
    // Equal ones share the first of their places.
    if (start + 1 < from) continue;
    const equals = sorted.slice(start, end);
    if (end > last && award.ties !== "all") return { winners, open: award.ties === "open" ? equals : [] };
    for (const each of equals) winners.push(each);
  }
  return { winners, open: [] };
}
