import { comparePeriods } from "../period/calendar.ts";
import { parsePeriod } from "../period/parse-period.ts";
import { compareText } from "../text/order.ts";
import type { Reason } from "./reasons.ts";
import { reasonsOf } from "./reasons.ts";
import type { BandName, PeriodSnapshot, Snapshot, Subject } from "./snapshot.ts";

export interface Comparison {
  readonly old: string;
  readonly new: string;
  readonly periods: readonly PeriodComparison[];
}

export interface PeriodComparison {
  readonly period: string;
  /** Absent where both sides have the period. */
  readonly only?: "old" | "new";
  /** Subjects of either side. */
  readonly count: number;
  /** Those who change class first, then the others; each by key. */
  readonly changes: readonly Change[];
  /** Classes of each side in order: bands best first, then states. */
  readonly classes: { readonly old: readonly BandName[]; readonly new: readonly BandName[] };
  readonly titles: { readonly old: Titles; readonly new: Titles };
  readonly transitions: readonly Transition[];
}

type Titles = PeriodSnapshot["titles"];

/** A subject whose result differs; without `old` it is new, without `new` it is gone. */
export interface Change {
  readonly key: string;
  readonly name: string;
  readonly old?: Subject;
  readonly new?: Subject;
  /** To appear and to disappear is a change of class too: somebody has one who had none. */
  readonly ofClass: boolean;
  readonly reasons: readonly Reason[];
}

/** How many went from one class to another, or stayed. */
interface Transition {
  /** Absent for those who are new. */
  readonly from?: string;
  /** Absent for those who are gone. */
  readonly to?: string;
  readonly count: number;
}

/** Who gets another class, rank or total, or anything else, and why. `period` limits it to one. */
export function compareSnapshots(old: Snapshot, now: Snapshot, period?: string): Comparison {
  const names = [...new Set([...old.periods.keys(), ...now.periods.keys()])].sort(byTime);
  const chosen = period === undefined ? names : names.filter((name) => name === period);
  return {
    old: old.name,
    new: now.name,
    periods: chosen.map((name) => comparePeriod(name, old.periods.get(name), now.periods.get(name))),
  };
}

/** How many subjects change class, in all periods. */
export const classChanges = ({ periods }: Comparison): number =>
  periods.reduce((sum, { changes }) => sum + changes.filter(({ ofClass }) => ofClass).length, 0);

export const isSame = ({ periods }: Comparison): boolean =>
  periods.every(({ only, changes }) => only === undefined && changes.length === 0);

/** In order of time; what is no name of a period comes last. */
function byTime(a: string, b: string): number {
  const [one, other] = [parsePeriod(a), parsePeriod(b)];
  return one && other ? comparePeriods(one, other) : (one ? 0 : 1) - (other ? 0 : 1) || compareText(a, b);
}

const nobody: PeriodSnapshot = { bands: [], titles: new Map(), subjects: new Map() };

function comparePeriod(
  period: string,
  before: PeriodSnapshot | undefined,
  after: PeriodSnapshot | undefined,
): PeriodComparison {
  const [old, now] = [before ?? nobody, after ?? nobody];
  const keys = [...new Set([...old.subjects.keys(), ...now.subjects.keys()])].sort(compareText);
  const pairs = keys.map((key) => changeOf(key, old.subjects.get(key), now.subjects.get(key)));
  const changes = pairs.filter((change) => change.ofClass || change.reasons.length > 0);
  return {
    period,
    ...((!before || !after) && { only: before ? ("old" as const) : ("new" as const) }),
    count: keys.length,
    changes: [...changes.filter(({ ofClass }) => ofClass), ...changes.filter(({ ofClass }) => !ofClass)],
    classes: { old: classesOf(old), new: classesOf(now) },
    titles: { old: old.titles, new: now.titles },
    transitions: transitionsOf(pairs),
  };
}

function changeOf(key: string, old: Subject | undefined, now: Subject | undefined): Change {
  return {
    key,
    name: (now ?? old)?.name ?? "",
    ...(old && { old }),
    ...(now && { new: now }),
    ofClass: old?.class !== now?.class,
    reasons: old && now ? reasonsOf(old, now) : [],
  };
}

/** The bands, and behind them the states that occur. */
function classesOf({ bands, subjects }: PeriodSnapshot): BandName[] {
  const known = new Set(bands.map(({ id }) => id));
  const others = new Set([...subjects.values()].map((subject) => subject.class).filter((id) => !known.has(id)));
  return [
    ...bands,
    ...[...others]
      .sort(compareText)
      .reverse()
      .map((id) => ({ id, title: "" })),
  ];
}

function transitionsOf(pairs: readonly Change[]): Transition[] {
  const counts = new Map<string, Transition>();
  for (const { old, new: now } of pairs) {
    const id = JSON.stringify([old?.class, now?.class]);
    const count = (counts.get(id)?.count ?? 0) + 1;
    counts.set(id, { ...(old && { from: old.class }), ...(now && { to: now.class }), count });
  }
  return [...counts.values()];
}
