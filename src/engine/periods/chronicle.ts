import type { Decision } from "../../model/given.ts";
import type { Figures, Result } from "../../model/report.ts";
import type { YearTerms } from "../../period/calendar.ts";
import { comparePeriods, extentOf, previous } from "../../period/calendar.ts";
import type { Days } from "../../period/date.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Period, PeriodKind } from "../../period/period.ts";

/** The results of a period by key; those that are kept as columns are made anew for each who asks. */
export interface ByKey extends Iterable<readonly [string, Result]> {
  get(key: string): Result | undefined;
  /** The same for who asks for no more, where that is made faster. */
  readonly figures?: (key: string) => Figures | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
}
/** Those of an earlier run. */
export type PastByKey = ReadonlyMap<string, Result>;

/** What is known of every period so far: computed in this run, or taken from an earlier one. */
export interface Chronicle {
  /** There is nothing but what this run computes, under the keys of the sheets. */
  readonly isPlain: boolean;
  /** Takes the results of earlier runs, by period. */
  remember(past: ReadonlyMap<string, PastByKey>): void;
  /** Enters the final results of a period that was computed; they win over those of an earlier run. */
  enter(period: Period, results: ByKey): void;
  computed(period: Period): ByKey | undefined;
  past(period: Period): ByKey | undefined;
  /** The result of whoever has a key in `asOf`, under the key that they had then: somebody else may have had this one. */
  resultOf(period: Period, key: string, asOf: Period): Result | undefined;
  /** The `count` periods that end with this one, oldest first. */
  last(period: Period, count: number): readonly Period[];
  /** The files that results of earlier runs stand in, once for each result. */
  pastFiles(): readonly string[];
  hasKey(key: string): boolean;
  /** The first computed period from `since` on in which a key stands that was given up then; not where somebody else has taken it over. */
  stillIn(former: string, since: Period): Period | undefined;
  /** The periods of a kind of which anything is known, in the order of time. */
  known(kind: PeriodKind): readonly Period[];
  /** The key that a subject of `period` has at the end of `whole`. */
  keyWithin(period: Period, key: string, whole: Period): string;
  /** The key of a subject of a period, and all that it had before. */
  keysUntil(period: Period, key: string): readonly string[];
  /** Whose a fact of some day is in a period, by the key that it was written under. */
  ownerOf(key: string, day: Days, period: Period): string;
}

/** A key that took the place of another one. */
interface Renaming {
  readonly key: string;
  readonly former: string;
  readonly since: Period;
}

/** `renamed`: the decisions `was`; `terms`: when the years of the rubric begin. */
export function createChronicle(renamed: readonly Decision[], terms: YearTerms | undefined): Chronicle {
  const computed = new Map<string, ByKey>();
  let past: ReadonlyMap<string, PastByKey> = new Map();
  /** In the order of time. */
  const renamings = renamed
    .map(({ key, value, period }): Renaming => ({ key, former: value, since: periodNamed(period) }))
    .sort((a, b) => comparePeriods(a.since, b.since, terms));
  const isBefore = (period: Period, other: Period): boolean => comparePeriods(period, other, terms) < 0;
  const knownByKind = new Map<PeriodKind, readonly Period[]>();
  const stretches = new Map<string, readonly Period[]>();

  const resultAt = (period: Period, key: string): Result | undefined =>
    computed.get(period.name)?.get(key) ?? past.get(period.name)?.get(key);

  function resultOf(period: Period, key: string, asOf: Period): Result | undefined {
    const held = [key];
    let until: Period | undefined;
    for (const { key: later, former, since } of renamings.toReversed()) {
      const isTheirs = later === held[0] && !isBefore(asOf, since) && (!until || isBefore(since, until));
      if (!isTheirs || !isBefore(period, since)) continue;
      held.unshift(former);
      until = since;
    }
    return held.map((each) => resultAt(period, each)).find((result) => result !== undefined);
  }

  /** Whether a key has come to somebody who had another one before. */
  const isTaken = (key: string, period: Period): boolean =>
    renamings.some((each) => each.key === key && !isBefore(period, each.since));

  const isTakenOn = (key: string, day: Days): boolean =>
    renamings.some((each) => each.key === key && extentOf(each.since, terms).first <= day);

  return {
    get isPlain() {
      return past.size === 0 && renamings.length === 0;
    },
    remember(results) {
      past = results;
      knownByKind.clear();
    },
    enter(period, results) {
      computed.set(period.name, results);
      knownByKind.clear();
    },
    computed: ({ name }) => computed.get(name),
    past: ({ name }) => past.get(name),
    resultOf,
    last(period, count) {
      const id = `${period.name} ${count}`;
      const known = stretches.get(id);
      if (known) return known;
      const periods: Period[] = [];
      for (let at: Period | undefined = period; at && periods.length < count; at = previous(at)) periods.unshift(at);
      stretches.set(id, periods);
      return periods;
    },
    pastFiles: () =>
      [...past.values()].flatMap((results) => [...results.values()].flatMap((result) => result.past?.file ?? [])),
    hasKey: (key) => [...computed.values(), ...past.values()].some((results) => results.has(key)),
    stillIn(former, since) {
      const found = [...computed].filter(([, results]) => results.has(former)).map(([name]) => periodNamed(name));
      return found
        .filter((period) => !isBefore(period, since) && !isTaken(former, period))
        .sort((a, b) => comparePeriods(a, b, terms))[0];
    },
    known(kind) {
      const found = knownByKind.get(kind);
      if (found) return found;
      const names = [...new Set([...computed.keys(), ...past.keys()])];
      const periods = names.map(periodNamed).filter((period) => period.kind === kind);
      knownByKind.set(
        kind,
        periods.sort((a, b) => comparePeriods(a, b, terms)),
      );
      return periods;
    },
    keysUntil(period, key) {
      const keys = [key];
      for (const each of keys) {
        for (const { key: later, former, since } of renamings) {
          if (later === each && !isBefore(period, since) && !keys.includes(former)) keys.push(former);
        }
      }
      return keys;
    },
    ownerOf(key, day, period) {
      let [owner, at] = [key, day];
      for (const { key: later, former, since } of renamings) {
        const begins = extentOf(since, terms).first;
        // A fact may be written under the former key later too, but not when that is somebody else's.
        const isTheirs = former === owner && !isBefore(period, since) && (begins > at || !isTakenOn(former, at));
        if (isTheirs) [owner, at] = [later, Math.max(at, begins)];
      }
      return owner;
    },
    keyWithin(period, key, whole) {
      let [found, at] = [key, period];
      for (;;) {
        const renaming = renamings.find(
          ({ former, since }) => former === found && isBefore(at, since) && comparePeriods(since, whole, terms) <= 0,
        );
        if (!renaming) return found;
        [found, at] = [renaming.key, renaming.since];
      }
    },
  };
}
