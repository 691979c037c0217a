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

/** Which period of the old side is compared with which of the new one. */
export interface PeriodPair {
  readonly old: string;
  readonly new: string;
}

export interface PeriodComparison {
  readonly period: string;
  /** That of the old side, where it is another. */
  readonly before?: string;
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

/** Who gets another class, rank or total, or anything else, and why: in all periods of either side, or in a pair of them. */
export function compareSnapshots(old: Snapshot, now: Snapshot, pair?: PeriodPair): Comparison {
  const names = [...new Set([...old.periods.keys(), ...now.periods.keys()])].sort(byTime);
  const pairs = pair ? [pair] : names.map((name) => ({ old: name, new: name }));
  return {
    old: old.name,
    new: now.name,
    periods: pairs.flatMap((each) => comparePeriod(each, old.periods.get(each.old), now.periods.get(each.new)) ?? []),
  };
}

/** Two periods of one kind, the latest of each side, where the sides share none: somebody may want to compare these. */
export function pairToOffer({
  old,
  new: now,
}: {
  readonly old: Snapshot;
  readonly new: Snapshot;
}): PeriodPair | undefined {
  const latest = (side: Snapshot) => [...side.periods.keys()].sort(byTime).reverse();
  if ([...old.periods.keys()].some((name) => now.periods.has(name))) return undefined;
  const kindOf = (name: string) => parsePeriod(name)?.kind;
  const pairs = latest(now).map((name) => ({
    old: latest(old).find((each) => kindOf(each) === kindOf(name)),
    new: name,
  }));
  return pairs.find((pair): pair is PeriodPair => pair.old !== undefined);
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
  names: PeriodPair,
  before: PeriodSnapshot | undefined,
  after: PeriodSnapshot | undefined,
): PeriodComparison | undefined {
  if (!before && !after) return undefined;
  const [old, now] = [before ?? nobody, after ?? nobody];
  const keys = [...new Set([...old.subjects.keys(), ...now.subjects.keys()])].sort(compareText);
  const pairs = keys.map((key) => changeOf(key, old.subjects.get(key), now.subjects.get(key)));
  const changes = pairs.filter((change) => change.ofClass || change.reasons.length > 0);
  return {
    period: names.new,
    ...(names.old !== names.new && { before: names.old }),
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
