import type { PeriodWord, Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";

/** Periods that a longer one has in a calendar year; weeks are a matter of their own. */
const perYear = { month: 12, quarter: 4, semester: 2, year: 1 } as const;

/** When the years of a rubric begin, and their second semesters; undefined for those of the calendar. */
export type Terms = { readonly starts: number; readonly second: number } | undefined;

export function termsOf({ year }: Pick<Rubric, "year">): Terms {
  if (!year) return undefined;
  const starts = Number(year.starts);
  return { starts, second: year.second === undefined ? ((starts + 5) % 12) + 1 : Number(year.second) };
}

/** The periods of a shorter kind that make up a longer one, in the order of time. */
export function partsOf(whole: string, wholeKind: PeriodWord, kind: PeriodWord, terms?: Terms): string[] {
  if (/^\d{4}-\d{4}/.test(whole)) return terms && kind !== "semester" ? ofSchool(whole, kind, terms) : halvesOf(whole);
  const year = Number(whole.slice(0, 4));
  if (kind === "week") return weeksOf(year, Number(whole.slice(5)));
  const count = perYear[kind];
  const each = count / perYear[wholeKind as keyof typeof perYear];
  const first = wholeKind === "year" ? 0 : (Number(whole.slice(5).replace(/\D/, "")) - 1) * each;
  return Array.from({ length: each }, (_, index) => nameOf(year, kind, first + index + 1));
}

const halvesOf = (year: string): string[] => [`${year}-HK1`, `${year}-HK2`];

/** The months or weeks of a school year or semester: those from its first month to before the next. */
function ofSchool(whole: string, kind: PeriodWord, { starts, second }: NonNullable<Terms>): string[] {
  const twelve = Array.from({ length: 12 }, (_, index) => ((starts - 1 + index) % 12) + 1);
  const half = twelve.indexOf(second);
  const months = whole.endsWith("HK1") ? twelve.slice(0, half) : whole.endsWith("HK2") ? twelve.slice(half) : twelve;
  const year = Number(whole.slice(0, 4));
  const inYear = (month: number): number => (month >= starts ? year : year + 1);
  return months.flatMap((month) =>
    kind === "week" ? weeksOf(inYear(month), month) : [nameOf(inYear(month), "month", month)],
  );
}

/** The longer period that a shorter one belongs to. */
export function wholeOf(part: string, kind: PeriodWord, wholeKind: PeriodWord, terms?: Terms): string {
  if (part.includes("HK")) return part.slice(0, 9);
  const year = Number(part.slice(0, 4));
  if (terms && wholeKind !== "month") {
    const years = [`${year - 1}-${year}`, `${year}-${year + 1}`];
    const wholes = wholeKind === "year" ? years : years.flatMap(halvesOf);
    return wholes.find((name) => partsOf(name, wholeKind, kind, terms).includes(part)) as string;
  }
  const wholes = wholeKind === "month" ? perYear.month : perYear[wholeKind as keyof typeof perYear];
  const names = Array.from({ length: wholes }, (_, index) => nameOf(year, wholeKind, index + 1));
  // A week near the turn of the year belongs to the year of its Thursday, which is the year of its name.
  return names.find((name) => partsOf(name, wholeKind, kind).includes(part)) as string;
}

function nameOf(year: number, kind: PeriodWord, index: number): string {
  if (kind === "year") return `${year}`;
  if (kind === "month") return `${year}-${String(index).padStart(2, "0")}`;
  return `${year}-${kind === "quarter" ? "Q" : "H"}${index}`;
}

/** The weeks whose Thursday lies in a month: the Thursdays of a year, counted, are its weeks. */
function weeksOf(year: number, month: number): string[] {
  const weeks: string[] = [];
  let week = 0;
  for (
    let day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day = new Date(day.getTime() + 86_400_000)
  ) {
    if (day.getUTCDay() !== 4) continue;
    week++;
    if (day.getUTCMonth() + 1 === month) weeks.push(`${year}-W${String(week).padStart(2, "0")}`);
  }
  return weeks;
}

const dayLength = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayLength;

/** The Thursday of the week, from Monday on, that a day lies in. */
export function thursdayOf(day: number): number {
  const weekday = (new Date(day * dayLength).getUTCDay() + 6) % 7;
  return day - weekday + 3;
}

/** The first and the last day of a period. */
export function daysOf(period: string, terms?: Terms): readonly [number, number] {
  if (period.includes("W")) {
    const january4 = dayNumber(`${period.slice(0, 4)}-01-04`);
    const monday = thursdayOf(january4) - 3 + (Number(period.slice(6)) - 1) * 7;
    return [monday, monday + 6];
  }
  const kind = kindOf(period);
  const isSchool = /^\d{4}-\d{4}/.test(period);
  const months =
    kind === "month" ? [period] : partsOf(period, kind, "month", isSchool ? (terms ?? schoolTerms) : terms);
  const last = months.at(-1) as string;
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5))];
  return [dayNumber(`${months[0]}-01`), Date.UTC(year, month, 0) / dayLength];
}

/** Of a school year where the rubric says nothing of it. */
const schoolTerms = { starts: 9, second: 2 };

/** Full calendar months from one day to another; one that begins on a day which the last month has not ends with that month. */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from);
  const [a, b] = [from, to].map((day) => new Date(day * dayLength)) as [Date, Date];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  const lastOfMonth = new Date(Date.UTC(b.getUTCFullYear(), b.getUTCMonth() + 1, 0)).getUTCDate();
  return b.getUTCDate() >= Math.min(a.getUTCDate(), lastOfMonth) ? months : months - 1;
}

/** The period of its kind right before another. */
export function before(period: string): string {
  const [year, part] = [Number(period.slice(0, 4)), partName(period)];
  const isSchool = /^\d{4}-\d{4}/.test(period);
  if (kindOf(period) === "year") return isSchool ? `${year - 1}-${year}` : `${year - 1}`;
  if (isSchool) return part === "HK2" ? `${period.slice(0, 9)}-HK1` : `${year - 1}-${year}-HK2`;
  if (part.startsWith("W")) return weekOf(daysOf(period)[0] - 7);
  const index = Number(part.replace(/\D/, "")) - 1;
  const kind = kindOf(period);
  return index > 0 ? nameOf(year, kind, index) : nameOf(year - 1, kind, perYear[kind as "month"]);
}

/** The week that a day lies in, which belongs to the year of its Thursday. */
function weekOf(day: number): string {
  const thursday = thursdayOf(day);
  const year = new Date(thursday * dayLength).getUTCFullYear();
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** What weights call a period: its name without the year. */
export const partName = (period: string): string => period.replace(/^[\d-]*(?=HK)|^\d{4}-/, "");

/** The kind of a period, by its name. */
export function kindOf(period: string): PeriodWord {
  const part = partName(period);
  if (part.startsWith("W")) return "week";
  if (part.startsWith("Q")) return "quarter";
  if (part.startsWith("H")) return "semester";
  return part.length === 2 ? "month" : "year";
}
