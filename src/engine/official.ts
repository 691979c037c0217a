import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { rowKeyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/row.ts";
import { phrase } from "../text/phrase.ts";
import type { Obstacle } from "./law/result.ts";
import type { Scorer } from "./law/score.ts";
import type { Work } from "./law/work.ts";
import { startWork } from "./law/work.ts";
import type { CreateSubjects, PerSubject, ScoredRows } from "./subjects.ts";
import { entryOf, missingItems } from "./subjects.ts";

/** Without `ratings`: one row is the official score of one subject in one period. */
export const officialSubjects: CreateSubjects = (plan, prepared, diagnostics, options) => {
  const { stage } = prepared;
  const scorer = prepared.scorer as Scorer;
  const rows: PerSubject<Row> = new Map();

  function score(row: Row): ScoredRows {
    const work = startWork(stage, row.columns, row.cells, row);
    scorer.score(work);
    return { key: row.key, rows: [row], work, obstacle: withoutTotal(plan, work) };
  }

  return {
    add(row) {
      const first = entryOf(rows, row, () => row);
      if (first === row) return;
      reportDoubled(plan, diagnostics, first, row);
      options.onContradiction(row, "A201");
    },
    close: () => undefined,
    periods: () => rows.keys(),
    scored: ({ name }) => [...(rows.get(name)?.values() ?? [])].map(score),
  };
};

function withoutTotal(plan: Plan, work: Work): Obstacle | undefined {
  if (work.total !== undefined) return undefined;
  const ids = missingItems(plan, work);
  return {
    state: "incomplete",
    reason: ids.length > 0 ? { kind: "missing_scores", ids } : { kind: "nothing_applies" },
  };
}

export function reportDoubled(plan: Plan, diagnostics: Diagnostics, first: Row, second: Row): void {
  diagnostics.report("A201", { key: showKey(second.key), period: second.period }, rowKeyPlace(plan, second), [
    {
      place: rowKeyPlace(plan, first),
      message: phrase("the first row of {key}", { key: showKey(first.key) }),
    },
  ]);
}
