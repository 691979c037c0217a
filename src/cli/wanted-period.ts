import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { theOne } from "../engine/periods/wanted.ts";
import type { Plan } from "../model/plan.ts";
import type { AskedPeriod } from "../period/asked-period.ts";
import { parseAsked } from "../period/asked-period.ts";
import { containing } from "../period/calendar.ts";
import { parsePeriod } from "../period/parse-period.ts";

/** `--period`, however it was written; what the command has before it tells its year where it names none. */
export function askedPeriod(text: string | undefined, diagnostics: Diagnostics): AskedPeriod | undefined {
  const period = text === undefined ? undefined : parseAsked(text);
  if (text !== undefined && period === undefined) diagnostics.report("C109", { found: text });
  return period;
}

/** The canonical name of the period asked for, where results of these are there. */
export function periodAmong(
  asked: AskedPeriod | undefined,
  names: readonly string[],
  plan: Pick<Plan, "year">,
  diagnostics: Diagnostics,
): string | undefined {
  const periods = names.flatMap((name) => parsePeriod(name) ?? []);
  if (typeof asked === "object" && periods.length === 0) diagnostics.report("C179", {});
  return theOne(asked, periods, plan, diagnostics)?.name;
}

/** The same where there is a rubric alone: the year in which it is valid. */
export function periodOfRubric(text: string | undefined, plan: Plan, diagnostics: Diagnostics): string | undefined {
  const { from, to } = plan.valid ?? {};
  const ends = from !== undefined && to !== undefined ? [from, to] : [];
  const months = ends.flatMap((date) => parsePeriod(date.slice(0, "2026-01".length)) ?? []);
  const years = new Set(months.flatMap((month) => containing(month, "year", plan.year)?.name ?? []));
  return periodAmong(askedPeriod(text, diagnostics), [...years], plan, diagnostics);
}
