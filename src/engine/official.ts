import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { widerKey } from "../model/other-key.ts";
import { rowKeyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Row, RowHead } from "../model/row.ts";
import type { Period } from "../period/period.ts";
import { phrase } from "../text/phrase.ts";
import type { Obstacle } from "./law/result.ts";
import type { Scorer } from "./law/score.ts";
import type { Work } from "./law/work.ts";
import { startWork } from "./law/work.ts";
import type { PreparedStage } from "./stage.ts";
import type { CreateSubjects, PerSubject, ScoredRows, SubjectOptions } from "./subjects.ts";
import { entryOf, isSound, missingItems } from "./subjects.ts";

/** How one row is scored that is the official score of its subject in a period. */
export function createOfficialScore(plan: Plan, { stage, scorer }: PreparedStage): (row: Row) => ScoredRows {
  return (row) => {
    const work = startWork(stage, row.columns, row.cells, row);
    (scorer as Scorer).score(work);
    return { key: row.key, rows: [row], work, obstacle: withoutTotal(plan, work) };
  };
}

/** Without `ratings`: one row is the official score of one subject in one period. */
export const officialSubjects: CreateSubjects = (plan, prepared, diagnostics, options) => {
  const score = createOfficialScore(plan, prepared);
  const rows = createSingleRows(plan, diagnostics, options);
  return {
    add: rows.add,
    addBroken: rows.add,
    close: () => undefined,
    periods: rows.periods,
    scored: (period) => [...rows.within(period).values()].map(score),
  };
};

/** The only row of each subject in a period. */
export interface SingleRows {
  /** Takes a row, or what is known of one that was left out; a second one is told of. */
  add(row: RowHead): void;
  /** Names of the periods that have rows. */
  periods(): Iterable<string>;
  /** By key, without those that were left out. */
  within(period: Period): ReadonlyMap<string, Row>;
}

export function createSingleRows(
  plan: Plan,
  diagnostics: Diagnostics,
  { onContradiction }: Pick<SubjectOptions, "onContradiction">,
): SingleRows {
  const rows: PerSubject<RowHead> = new Map();
  return {
    add(row) {
      const first = entryOf(rows, row, () => row);
      if (first === row) return;
      reportDoubled(plan, diagnostics, first, row);
      onContradiction(row, "A201");
    },
    periods: () => rows.keys(),
    within: ({ name }) =>
      new Map([...(rows.get(name) ?? [])].flatMap(([key, row]) => (isSound(row) ? [[key, row]] : []))),
  };
}

function withoutTotal(plan: Plan, work: Work): Obstacle | undefined {
  if (work.total !== undefined) return undefined;
  const ids = missingItems(plan, work);
  return {
    state: "incomplete",
    reason: ids.length > 0 ? { kind: "missing_scores", ids } : { kind: "nothing_applies" },
  };
}

/** Two rows of one key in one period, with the column that would tell two people apart. */
export function reportDoubled(
  plan: Plan,
  diagnostics: Diagnostics,
  first: Omit<RowHead, "period">,
  second: RowHead,
): void {
  const parameters = {
    key: showKey(second.key),
    period: second.period,
    wider: widerKey(plan, first.columns, second.columns),
  };
  diagnostics.report("A201", parameters, rowKeyPlace(plan, second), [
    {
      place: rowKeyPlace(plan, first),
      message: phrase("the first row of {key}", { key: showKey(first.key) }),
    },
  ]);
}
