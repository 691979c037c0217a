/** From short to long. */
export const periodKinds = ["week", "month", "quarter", "semester", "year"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Calendar years run from January; school years from September, and have two semesters of their own. */
export type Calendar = "civil" | "school";

/** A stretch of time that scores are given for. Equal periods have equal names. */
export interface Period {
  /** The canonical name: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W07`, `2025-2026`, `2025-2026-HK1`. */
  readonly name: string;
  readonly kind: PeriodKind;
  readonly calendar: Calendar;
  /** The year it belongs to: the first of the two for a school year, the year of the Thursday for a week. */
  readonly year: number;
  /** Which one within its year, from 1; always 1 for a year. */
  readonly index: number;
}

/** Years that a period may lie in: outside of them a number is more likely something else. */
const firstYear = 1900;
const lastYear = 2199;

/** The period with this place in its year, or undefined when the year has none such. */
export function periodOf(kind: PeriodKind, year: number, index = 1, calendar: Calendar = "civil"): Period | undefined {
  if (year < firstYear || year > lastYear || index < 1 || index > countInYear(kind, year, calendar)) return undefined;
  return { name: nameOf(kind, year, index, calendar), kind, calendar, year, index };
}

/** How many periods of a kind a year has. */
export function countInYear(kind: PeriodKind, year: number, calendar: Calendar): number {
  if (calendar === "school") return kind === "year" ? 1 : kind === "semester" ? 2 : 0;
  switch (kind) {
    case "week":
      return weeksIn(year);
    case "month":
      return 12;
    case "quarter":
      return 4;
    case "semester":
      return 2;
    case "year":
      return 1;
  }
}

/** ISO 8601: a year that begins or ends with a Thursday has 53 weeks. */
export function weeksIn(year: number): number {
  const isLong = (y: number): boolean => weekdayOfLastDay(y) === 4 || weekdayOfLastDay(y - 1) === 3;
  return isLong(year) ? 53 : 52;
}

/** 0 is Sunday. */
const weekdayOfLastDay = (year: number): number =>
  (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)) % 7;

function nameOf(kind: PeriodKind, year: number, index: number, calendar: Calendar): string {
  if (calendar === "school") return `${year}-${year + 1}${kind === "semester" ? `-HK${index}` : ""}`;
  switch (kind) {
    case "week":
      return `${year}-W${twoDigits(index)}`;
    case "month":
      return `${year}-${twoDigits(index)}`;
    case "quarter":
      return `${year}-Q${index}`;
    case "semester":
      return `${year}-H${index}`;
    case "year":
      return `${year}`;
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
