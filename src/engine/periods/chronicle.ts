import type { Decision } from "../../model/given.ts";
import type { Result } from "../../model/report.ts";
import type { YearTerms } from "../../period/calendar.ts";
import { comparePeriods, previous } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Period, PeriodKind } from "../../period/period.ts";

/** The results of a period by key. */
export type ByKey = ReadonlyMap<string, Result>;

/** What is known of every period so far: computed in this run, or taken from an earlier one. */
export interface Chronicle {
  /** There is nothing but what this run computes, under the keys of the sheets. */
  readonly isPlain: boolean;
  /** Takes the results of earlier runs, by period. */
  remember(past: ReadonlyMap<string, ByKey>): void;
  /** Enters the final results of a period that was computed; they win over those of an earlier run. */
  enter(period: Period, results: ByKey): void;
  computed(period: Period): ByKey | undefined;
  past(period: Period): ByKey | undefined;
  /** A subject's result, under the key that they had then. */
  resultOf(period: Period, key: string): Result | undefined;
  /** The `count` periods that end with this one, oldest first. */
  last(period: Period, count: number): readonly Period[];
  /** The files that results of earlier runs stand in, once for each result. */
  pastFiles(): readonly string[];
  hasKey(key: string): boolean;
  /** The periods of a kind of which anything is known, in the order of time. */
  known(kind: PeriodKind): readonly Period[];
  /** The key that a subject of `period` has at the end of `whole`. */
  keyWithin(period: Period, key: string, whole: Period): string;
  /** The key of a subject of a period, and all that it had before. */
  keysUntil(period: Period, key: string): readonly string[];
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
  let past: ReadonlyMap<string, ByKey> = new Map();
  const renamings = renamed.map(
    ({ key, value, period }): Renaming => ({
      key,
      former: value,
      since: periodNamed(period),
    }),
  );
  const isBefore = (period: Period, other: Period): boolean => comparePeriods(period, other, terms) < 0;
  const knownByKind = new Map<PeriodKind, readonly Period[]>();
  const stretches = new Map<string, readonly Period[]>();

  function resultOf(period: Period, key: string, seen: readonly string[] = []): Result | undefined {
    const found = computed.get(period.name)?.get(key) ?? past.get(period.name)?.get(key);
    if (found || renamings.length === 0 || seen.includes(key)) return found;
    const renaming = renamings.find((each) => each.key === key && isBefore(period, each.since));
    return renaming && resultOf(period, renaming.former, [...seen, key]);
  }

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
          if (later === each && comparePeriods(since, period, terms) <= 0 && !keys.includes(former)) keys.push(former);
        }
      }
      return keys;
    },
    keyWithin(period, key, whole) {
      let found = key;
      for (let step = 0; step < renamings.length; step++) {
        const renaming = renamings.find(
          ({ former, since }) =>
            former === found && isBefore(period, since) && comparePeriods(since, whole, terms) <= 0,
        );
        if (!renaming) break;
        found = renaming.key;
      }
      return found;
    },
  };
}
