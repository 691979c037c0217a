import type { Change, Comparison, PeriodComparison } from "./compare.ts";
import { classChanges, isSame } from "./compare.ts";
import type { BandName, Subject } from "./snapshot.ts";
import type { SourceChange } from "./source-changes.ts";

/** Version of the JSON comparison. */
const comparisonVersion = 1;

/** A comparison as JSON. Numbers of results are texts, as in the result files; counts are numbers. */
export function diffJson(comparison: Comparison, sources: readonly SourceChange[] | undefined): string {
  const { old, new: now, periods } = comparison;
  const value = {
    comparison: comparisonVersion,
    old,
    new: now,
    same: isSame(comparison),
    classChanges: classChanges(comparison),
    sources,
    periods: periods.map(periodJson),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const periodJson = ({ period, before, only, count, changes, classes, transitions }: PeriodComparison) => ({
  period,
  before,
  only,
  subjects: count,
  classes: { old: classes.old.map(idOf), new: classes.new.map(idOf) },
  transitions: transitions.map(({ from, to, count: people }) => ({ from, to, count: people })),
  changes: changes.map(changeJson),
});

const idOf = ({ id }: BandName): string => id;

const changeJson = ({ key, name, ofClass, old, new: now, reasons }: Change) => ({
  key,
  ...(name !== "" && { name }),
  ofClass,
  old: old && side(old),
  new: now && side(now),
  reasons,
});

const side = ({ class: band, rank, total }: Subject) => ({
  class: band,
  ...(rank !== "" && { rank }),
  ...(total !== "" && { total }),
});
