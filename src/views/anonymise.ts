import type { Column } from "../model/column.ts";
import { isPrinted } from "../model/column.ts";
import type { Decision } from "../model/given.ts";
import { mapKeys } from "../model/map-keys.ts";
import type { Plan } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import type { Report, Result } from "../model/report.ts";
import { phrase } from "../text/phrase.ts";
import { groupingColumns, identity } from "./columns.ts";

/**
 * The report with codes in place of keys and names. Columns by which people are grouped keep their values, as do all that say
 * nothing of who somebody is by themselves; {@link tellingColumns} are those to think about.
 * @param codes by key; a key that nobody has in this report, such as a former one, has none and is left blank
 */
export function anonymise(report: Report, codes: ReadonlyMap<string, string>): Report {
  const { plan, periods } = mapKeys(report, (key) => codes.get(key) ?? "");
  const replaced = replacedColumns(plan);
  const result = (of: Result): Result => {
    const columns = of.columns.map((value, at) => {
      if (replaced.includes(at)) return of.key;
      return isPrinted(plan.columns[at] as Column) ? value : undefined;
    });
    return { ...of, columns, ...withheld(plan, of) };
  };
  return { plan, periods: periods.map((period) => ({ ...period, results: Array.from(period.results, result) })) };
}

/** Reasons of decisions are free text, in which a name may stand, and a former key is a key. */
function withheld(plan: Plan, { decisions, reason }: Result): Partial<Result> {
  if (!decisions) return {};
  const blank = (decision: Decision): Decision => ({
    ...decision,
    value: decision.action === "was" ? "" : decision.value,
    reason: phrase("(withheld)")[plan.language],
  });
  return { decisions: decisions.map(blank), reason: withoutWords(reason, blank) };
}

function withoutWords(reason: Reason | undefined, blank: (decision: Decision) => Decision): Reason | undefined {
  switch (reason?.kind) {
    case "decided":
      return { ...reason, decisions: reason.decisions.map(blank), before: withoutWords(reason.before, blank) };
    case "several":
      return { ...reason, reasons: reason.reasons.flatMap((each) => withoutWords(each, blank) ?? []) };
    default:
      return reason;
  }
}

/** The name and the key; of a key of several columns, not those that group people. */
function replacedColumns(plan: Plan): readonly number[] {
  const groups = groupingColumns(plan);
  const own = identity(plan).filter((at) => !groups.includes(at));
  return plan.key.some((at) => own.includes(at)) ? own : identity(plan);
}

/** Ids of the columns that are still printed and could say who somebody is: texts, and dates such as a birthday. */
export const tellingColumns = (plan: Plan, without: readonly string[]): readonly string[] => {
  const replaced = replacedColumns(plan);
  return plan.columns
    .filter(
      (column, at) =>
        isPrinted(column) && !replaced.includes(at) && (column.type.kind === "text" || column.type.kind === "date"),
    )
    .map(({ id }) => id)
    .filter((id) => !without.includes(id));
};
