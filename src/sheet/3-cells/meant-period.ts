import type { Plan } from "../../model/plan.ts";
import { containing } from "../../period/calendar.ts";
import { dateOf } from "../../period/date.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Period, PeriodKind } from "../../period/period.ts";
import { countInYear, periodOf } from "../../period/period.ts";
import { shownDay } from "../../period/shown-day.ts";
import type { Yearless } from "../../period/yearless.ts";
import { parseYearless } from "../../period/yearless.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";

/** What a text that is no period lacks, and what to write: `2026-03` for `Mar-26` or `15/03/2026`, `YYYY-03` for `Tháng 3`. */
export function meantPeriod(text: string, { stage, year }: Plan, kinds: readonly PeriodKind[]): Bilingual | undefined {
  const [, before, digits] = /^(.*\D)(\d\d)$/.exec(text) ?? [];
  const short = before === undefined ? undefined : parsePeriod(`${before}20${digits}`);
  if (short && kinds.includes(short.kind)) return phrase("{period} if that is meant", { period: short.name });
  const day = shownDay(text);
  if (day !== undefined) {
    const date = dateOf(day);
    const month = periodOf("month", date.year, date.month);
    const meant = month && containing(month, stage.period, year);
    return meant && phrase("{period}, no day", { period: meant.name });
  }
  const part = parseYearless(text) ?? numberOf(text, stage.period);
  // Schools count weeks of their own.
  if (!part || part.kind === "week" || !kinds.includes(part.kind)) return undefined;
  const meant = periodOf(part.kind, anyYear, part.index, part.calendar);
  return meant && phrase("{period} with the year for YYYY", { period: nameWithoutYear(meant) });
}

/** `3` and `III`, where rows are of quarters. */
function numberOf(text: string, kind: PeriodKind): Yearless | undefined {
  const part = parseYearless(`${kind === "month" ? "tháng" : "quý"} ${text}`);
  if (part === undefined || (kind !== "month" && kind !== "quarter")) return undefined;
  return part.index <= countInYear(kind, anyYear, "civil") ? part : undefined;
}

const anyYear = 2000;

const nameWithoutYear = ({ name }: Period): string => name.replace(/\d{4}/g, "YYYY");
