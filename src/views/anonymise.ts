import type { Decision } from "../model/given.ts";
import type { Column, Plan } from "../model/plan.ts";
import { reasonText } from "../model/reason.ts";
import type { AwardOutcome, Difference, QuotaOutcome, Report, Result } from "../model/report.ts";
import { identity, isPrinted } from "./fields.ts";
import { groupingColumns } from "./grouping.ts";

/**
 * The report with codes in place of keys and names. Columns by which people are grouped keep their values, as do all that say
 * nothing of who somebody is by themselves; {@link tellingColumns} are those to think about.
 * @param codes by key; every key of the report has one
 */
export function anonymise({ plan, periods }: Report, codes: ReadonlyMap<string, string>): Report {
  const replaced = replacedColumns(plan);
  const codeOf = (key: string): string => {
    const code = codes.get(key);
    if (code === undefined) throw new Error("a subject has no code");
    return code;
  };
  const codesOf = (keys: readonly string[]): string[] => keys.map(codeOf).sort();
  const result = (of: Result): Result => {
    const code = codeOf(of.key);
    const columns = of.columns.map((value, at) => {
      if (replaced.includes(at)) return code;
      return isPrinted(plan.columns[at] as Column) ? value : undefined;
    });
    return { ...of, key: code, columns, ...withheld(plan, of) };
  };
  const quota = (of: QuotaOutcome): QuotaOutcome => ({
    ...of,
    leavers: codesOf(of.leavers),
    equals: codesOf(of.equals),
  });
  const award = (of: AwardOutcome): AwardOutcome => ({
    ...of,
    winners: codesOf(of.winners),
    open: codesOf(of.open),
  });
  const difference = (of: Difference): Difference => ({ ...of, key: codeOf(of.key) });
  return {
    plan,
    periods: periods.map((period) => ({
      ...period,
      results: period.results.map(result),
      quotas: period.quotas.map(quota),
      awards: period.awards.map(award),
      differences: period.differences.map(difference),
    })),
  };
}

/** Reasons of decisions are free text, in which a name may stand, and a former key is a key. */
function withheld(plan: Plan, { decisions, why }: Result): Partial<Result> {
  if (!decisions) return {};
  const blank = (decision: Decision): Decision => ({
    ...decision,
    value: decision.action === "was" ? "" : decision.value,
    reason: plan.language === "vi" ? "(không nêu)" : "(withheld)",
  });
  const others = why?.kind === "decided" ? { ...why, decisions: why.decisions.map(blank) } : why;
  return {
    decisions: decisions.map(blank),
    why: others,
    ...(others && { reason: reasonText(plan, others) }),
  };
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
