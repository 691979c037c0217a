import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { widerKey } from "../model/other-key.ts";
import { rowKeyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/row.ts";
import { phrase } from "../text/phrase.ts";
import type { Obstacle } from "./law/result.ts";
import type { Scorer } from "./law/score.ts";
import type { Work } from "./law/work.ts";
import { startWork } from "./law/work.ts";
import type { PreparedStage } from "./stage.ts";
import type { CreateSubjects, PerSubject, ScoredRows } from "./subjects.ts";
import { entryOf, missingItems } from "./subjects.ts";

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
  const rows: PerSubject<Row> = new Map();
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

type Told = Pick<Row, "key" | "columns" | "sheet" | "line">;

/** Two rows of one key in one period, with the column that would tell two people apart. */
export function reportDoubled(
  plan: Plan,
  diagnostics: Diagnostics,
  first: Told,
  second: Told & Pick<Row, "period">,
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
