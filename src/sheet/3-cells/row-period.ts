import type { Plan } from "../../model/plan.ts";
import { extentOf } from "../../period/calendar.ts";
import type { Days } from "../../period/date.ts";
import { formatDate, parseDate } from "../../period/date.ts";
import { parsePeriod, yearWithoutWeek } from "../../period/parse-period.ts";
import type { Period, PeriodKind } from "../../period/period.ts";
import { weeksIn } from "../../period/period.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { expectedKinds } from "../2-header/period-words.ts";
import type { Fault } from "./fault.ts";
import { meantPeriod } from "./meant-period.ts";

/** The kinds of period that a row of this rubric may cover: its own, and those of its rollups. */
export const kindsOf = (plan: Plan): readonly PeriodKind[] => [
  ...new Set([plan.stage.period, ...plan.rollups.map(({ period }) => period)]),
];

/** The period that a text names, if a row of this rubric may cover it. */
export function rowPeriod(text: string, plan: Plan): Period | Fault {
  const period = parsePeriod(text);
  const kinds = kindsOf(plan);
  const isKnown = period && kinds.includes(period.kind) && !(mayBeOther(plan, kinds) && isRoman(text));
  if (!isKnown) return { code: "D212", expected: weekIn(text) ?? expectedPeriod(text, plan, kinds) };
  return outsideValidity(period, plan) ?? period;
}

/** `II/2026` is a quarter where rows are of quarters, and nothing else has so few in a year. */
const isRoman = (text: string): boolean => /^[IV]+\P{L}/iu.test(text);
const mayBeOther = ({ stage }: Plan, kinds: readonly PeriodKind[]): boolean =>
  stage.period !== "quarter" || kinds.includes("semester");

function expectedPeriod(text: string, plan: Plan, kinds: readonly PeriodKind[]): Bilingual {
  const meant = meantPeriod(text, plan, kinds);
  return phrase("{kinds}[: write {meant}]", { kinds: expectedKinds(kinds), meant });
}

/** Calendars have 52 or 53 weeks. */
function weekIn(text: string): Bilingual | undefined {
  const year = yearWithoutWeek(text);
  return year === undefined
    ? undefined
    : phrase("a week from 1 to {count} of {year}", { count: weeksIn(year), year: `${year}` });
}

/** A period is outside of the rubric's validity when no day of it is inside. */
function outsideValidity(period: Period, { valid, year }: Plan): Fault | undefined {
  const [from, to] = [parseDate(valid?.from ?? ""), parseDate(valid?.to ?? "")];
  const { first, last } = extentOf(period, year);
  if ((from === undefined || last >= from) && (to === undefined || first <= to)) return undefined;
  return { code: "D213", expected: validTime(from, to) };
}

function validTime(from: Days | undefined, to: Days | undefined): Bilingual {
  const [begin, end] = [written(from), written(to)];
  if (end === undefined) return phrase("a period from {begin} on", { begin: begin ?? "" });
  if (begin === undefined) return phrase("a period up to {end}", { end });
  return phrase("a period between {begin} and {end}", { begin, end });
}

const written = (days: Days | undefined): string | undefined => (days === undefined ? undefined : formatDate(days));
