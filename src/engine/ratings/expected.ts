import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { showKey } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Row } from "../../model/row.ts";
import { compareText } from "../../text/order.ts";
import type { Environment } from "../law/environment.ts";
import type { Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import type { Acceptance } from "./accept.ts";
import type { Gathering } from "./gather.ts";

type Columns = Row["columns"];

/** With `expect: all`: watches for ratings that `accept` would let count and that nobody gave. */
interface Expected {
  see(row: Row, rater: string): void;
  /** Reports the gaps of a period. Whoever scored somebody in it is a rater, and so is every source, as in `score raters`. */
  reportGaps(period: string, subjects: ReadonlyMap<string, Gathering>, ratersOf: Acceptance["ratersOf"]): void;
}

export function createExpected(
  plan: Plan,
  { by, accept, sources = [] }: Ratings,
  environment: Environment,
  diagnostics: Diagnostics,
): Expected {
  const holds = accept && environment.compile(accept.expression);
  const bare: Work = startWork(plan.stage, [], []);
  const raters = new Map<string, Map<string, Columns>>();
  // The sources of a wide sheet are raters, whether they scored somebody or not.
  const nobody: Columns = new Array(plan.columns.length).fill(undefined);
  const declared = sources.map(({ id }) => [id, nobody.with(by, id)] as const);

  function mayRate(rater: Columns, subject: Columns): boolean {
    if (!holds) return true;
    const columns = plan.columns.map(({ of }, index) => (of === "subject" ? subject[index] : rater[index]));
    return holds({ work: { ...bare, columns } }) === true;
  }

  return {
    see({ period, columns }, rater) {
      const present = raters.get(period) ?? new Map<string, Columns>();
      raters.set(period, present);
      if (!present.has(rater)) present.set(rater, columns);
    },
    reportGaps(period, subjects, ratersOf) {
      const present = [...new Map([...declared, ...(raters.get(period) ?? [])])].sort(([a], [b]) => compareText(a, b));
      const keys = [...subjects.keys()].sort(compareText);
      let given = 0;
      const gaps: { readonly key: string; readonly rater: string }[] = [];
      for (const key of keys) {
        const gathering = subjects.get(key) as Gathering;
        const scoring = ratersOf({ key, period });
        given += gathering.accepted;
        for (const [rater, columns] of present) {
          if (!scoring.has(rater) && mayRate(columns, gathering.first.columns)) gaps.push({ key, rater });
        }
      }
      const [first] = gaps;
      if (!first) return;
      const absent = gaps.length;
      const example = { rater: first.rater, key: showKey(first.key) };
      diagnostics.report("A306", { period, absent, expected: given + absent, ...example });
    },
  };
}
