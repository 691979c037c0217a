import { groupBy } from "../../model/groups.ts";
import type { AwardOutcome, Classed, Mark } from "../../model/report.ts";
import { isAwardDecided } from "../../model/report.ts";
import type { Award, Stage } from "../../model/stage.ts";
import { inTurn } from "../../model/stages.ts";
import type { Period } from "../../period/period.ts";
import { compareText } from "../../text/order.ts";
import { shareOf } from "./capacity.ts";
import type { Environment, Evaluate } from "./environment.ts";
import { byId, createOrder } from "./order.ts";
import type { Honours } from "./result.ts";
import type { Earlier } from "./streak.ts";
import { isEarned, streakOf } from "./streak.ts";
import type { Subject } from "./subject.ts";

/** What the awards and alerts come to. */
interface Given<T> {
  readonly outcomes: readonly AwardOutcome[];
  /** Of whom there is anything to say. */
  readonly honoured: ReadonlySet<T>;
  of(each: T): Omit<Honours, "rank">;
}

/** Among whom awards are given, in ranking order, however they are kept. */
export interface Contenders<T> {
  /** Those of whom `isTold` may be true are among all of a group, the others only where they are rated. */
  groups(award: Award): readonly { readonly values: AwardOutcome["scope"]; readonly members: readonly T[] }[];
  readonly everybody: readonly T[];
  /** Those for whom something holds that is asked with the final band. */
  where(holds: Evaluate, some: readonly T[]): readonly T[];
  isRated(of: T): boolean;
  /** Of somebody who is rated, or told of in a decision. */
  result(of: T): Contender;
  isTold(of: T, action: "award" | "no_award", award: Award): boolean;
  /** By the keys of an award, then by key. */
  sorted(some: readonly T[], award: Award): { readonly all: readonly T[]; areEqual(a: T, b: T): boolean };
}

type Contender = Pick<Classed, "key" | "state" | "band" | "past">;

/** Gives the awards (filter, then the first n with their ties) and the alerts; both see the final band. */
export function giveAwards<T>(
  stage: Stage,
  people: Contenders<T>,
  environment: Environment,
  earlier: Earlier,
  period: Period,
): Given<T> {
  const awards = lists<T, string>();
  const alerts = lists<T, string>();
  const marks = lists<T, Mark>();
  const given = new Map<string, readonly AwardOutcome[]>();
  /** By award who holds it, or is a candidate of it left open. */
  const mayHold = new Map<string, Set<T>>();
  for (const award of inTurn(byId(stage.awards))) {
    const when = award.when && environment.compile(award.when, award.id);
    const passed = (award.except ?? []).flatMap((id) => mayHold.get(id) ?? []);
    const held = new Set<T>();
    const outcomes = people.groups(award).map(({ values, members: all }) => {
      const members = all.filter(people.isRated);
      const considered = passed.length === 0 ? members : members.filter((each) => !passed.some((of) => of.has(each)));
      const eligible = when ? people.where(when, considered) : considered;
      const candidates = award.size.kind === "streak" ? onStreak(award.size, eligible) : eligible;
      const places = placesOf(award, members.length, () => members.map((each) => people.result(each).band));
      const chosen = choose(people, award, candidates, places);
      const { winners, open } = decided(people, award, chosen, all, places);
      const size = places.last - places.from + 1;
      for (const each of winners) awards.add(each, award.id);
      for (const each of open) marks.add(each, "tie_open");
      for (const each of [...winners, ...open]) held.add(each);
      return {
        award: award.id,
        scope: values,
        winners: keysOf(people, winners),
        open: keysOf(people, open),
        ...(winners.length > Math.max(size, chosen.winners.length) && { exceeded: size }),
      };
    });
    given.set(award.id, outcomes);
    mayHold.set(award.id, held);
  }
  for (const { id, when } of byId(stage.alerts)) {
    for (const each of people.where(environment.compile(when, id), people.everybody)) alerts.add(each, id);
  }
  const outcomes = byId(stage.awards).flatMap(({ id }) => given.get(id) ?? []);
  // An award may have been given before one with a lesser id.
  const inOrder = (ids: readonly string[]) => (ids.length > 1 ? ids.toSorted(compareText) : ids);
  return {
    outcomes,
    honoured: new Set([awards, alerts, marks].flatMap(({ those }) => [...those()])),
    of: (each) => ({ awards: inOrder(awards.of(each)), alerts: alerts.of(each), marks: marks.of(each) }),
  };

  /** Who earns an award for years in a row; marks whose streak may be longer than is known, or rests on earlier results. */
  function onStreak(terms: Extract<Award["size"], { kind: "streak" }>, eligible: readonly T[]): readonly T[] {
    return eligible.filter((each) => {
      const streak = streakOf(terms, earlier, period, people.result(each));
      const earned = isEarned(terms, streak);
      if (streak.startUnknown) marks.add(each, "start_unknown");
      if (earned && streak.fromHistory) marks.add(each, "from_history");
      return earned;
    });
  }
}

/** Results as objects; `subjectOf` gives what an expression looks at. */
export function contenders(people: readonly Classed[], subjectOf: (classed: Classed) => Subject): Contenders<Classed> {
  return {
    everybody: people,
    // A decision gives an award to anybody, also to somebody who has no band.
    groups: (award) =>
      groupBy(
        people.filter((each) => each.state === "rated" || isAwardDecided(each, "award", award.id)),
        award.within,
      ),
    where: (holds, some) => some.filter((each) => holds(subjectOf(each)) === true),
    isRated: ({ state }) => state === "rated",
    result: (each) => each,
    isTold: (of, action, { id }) => isAwardDecided(of, action, id),
    sorted(some, { by }) {
      const better = createOrder(by);
      const all = [...some].sort((a, b) => better(a, b) || compareText(a.key, b.key));
      return { all, areEqual: (a, b) => better(a, b) === 0 };
    },
  };
}

/** Lists of things by whose they are; most have none. */
function lists<K, T>() {
  const all = new Map<K, T[]>();
  return {
    add(whose: K, value: T): void {
      const list = all.get(whose);
      if (list) list.push(value);
      else all.set(whose, [value]);
    },
    those: () => all.keys(),
    of: (whose: K): readonly T[] => all.get(whose) ?? [],
  };
}

interface Choice<T> {
  readonly winners: readonly T[];
  readonly open: readonly T[];
}

/** After the decisions of the authority, such as a ballot: once all places are given a tie is open no more. */
function decided<T>(
  { isTold: isSo }: Contenders<T>,
  award: Award,
  { winners, open }: Choice<T>,
  people: readonly T[],
  { from, last }: Places,
): Choice<T> {
  const told = (each: T, action: "award" | "no_award"): boolean => isSo(each, action, award);
  if (!people.some((each) => told(each, "award") || told(each, "no_award"))) return { winners, open };
  const all = people.filter((each) => told(each, "award") || (winners.includes(each) && !told(each, "no_award")));
  const rest = open.filter((each) => !all.includes(each) && !told(each, "no_award"));
  return { winners: all, open: all.length > last - from ? [] : rest };
}

const keysOf = <T>({ result }: Contenders<T>, some: readonly T[]): readonly string[] =>
  some.map((of) => result(of).key);

/** The places that get an award, both included. */
interface Places {
  readonly from: number;
  readonly last: number;
}

/** Which places of one group get an award. `bands`: of all its rated people. */
function placesOf({ size }: Award, people: number, bands: () => readonly (number | undefined)[]): Places {
  switch (size.kind) {
    case "top":
      return { from: size.from ?? 1, last: size.top };
    case "share": {
      const { of } = size;
      const whole = of === "rated" ? people : bands().filter((band) => of.includes(band as number)).length;
      return { from: 1, last: shareOf(size.share, whole, size.round) };
    }
    default:
      return { from: 1, last: Infinity };
  }
}

/** The candidates on these places, equal ones sharing one; of those who do not all fit the award's `ties` decide. */
function choose<T>(people: Contenders<T>, award: Award, candidates: readonly T[], { from, last }: Places): Choice<T> {
  const { all: sorted, areEqual } = people.sorted(candidates, award);
  const winners: T[] = [];
  for (let start = 0, end = 0; start < Math.min(last, sorted.length); start = end) {
    while (end < sorted.length && areEqual(sorted[start] as T, sorted[end] as T)) end++;
    // Equal ones share the first of their places.
    if (start + 1 < from) continue;
    const equals = sorted.slice(start, end);
    if (end > last && award.ties !== "all") return { winners, open: award.ties === "open" ? equals : [] };
    for (const each of equals) winners.push(each);
  }
  return { winners, open: [] };
}
