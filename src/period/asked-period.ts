import type { YearTerms } from "./calendar.ts";
import { containing } from "./calendar.ts";
import { parsePeriod, periodNamed } from "./parse-period.ts";
import type { Period } from "./period.ts";
import type { Yearless } from "./yearless.ts";
import { inYear, parseYearless } from "./yearless.ts";

/** What somebody asks for: the canonical name of a period, or a part of a year that only the sheets can tell. */
export type AskedPeriod = string | Yearless;

/** `2026-Q1`, `Quý I/2026`; `Q1`, `Quý I` without a year. */
export const parseAsked = (text: string): AskedPeriod | undefined => parsePeriod(text)?.name ?? parseYearless(text);

/** The periods that may be meant where these have rows: those that hold some, else those of their years. */
export function periodsMeant(
  asked: AskedPeriod,
  periods: readonly Period[],
  terms: YearTerms | undefined,
): readonly Period[] {
  if (typeof asked === "string") return [periodNamed(asked)];
  const there = periods.flatMap((period) => containing(period, asked.kind, terms) ?? []);
  const meant = there.filter((period) => isPart(asked, period));
  const years = periods.flatMap(
    (period) => containing(period, "year", asked.calendar === "school" ? terms : undefined) ?? [],
  );
  const all = meant.length > 0 ? meant : years.flatMap((year) => inYear(asked, year) ?? []);
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

const isPart = ({ kind, calendar, index }: Yearless, period: Period): boolean =>
  period.kind === kind && period.calendar === calendar && period.index === index;
