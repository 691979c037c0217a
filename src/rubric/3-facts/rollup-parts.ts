import type { YearTerms } from "../../period/calendar.ts";
import { periodKinds } from "../../period/period.ts";
import type { PeriodWord, RollupPart, Rubric } from "../2-shape/rubric.generated.ts";

/** When the years of a rubric begin; undefined where it is in January. */
export function yearTerms({ year }: Pick<Rubric, "year">): YearTerms | undefined {
  const starts = year?.starts as number | undefined;
  if (starts === undefined || starts === 1) return undefined;
  return { starts, second: (year?.second as number | undefined) ?? ((starts + 5) % 12) + 1 };
}

/** The most periods of kind `of` that one of kind `period` can have; 0 when it is not longer. */
export function mostParts(rubric: Pick<Rubric, "year">, period: PeriodWord, of: PeriodWord): number {
  if (periodKinds.indexOf(of) >= periodKinds.indexOf(period)) return 0;
  const terms = yearTerms(rubric);
  const first = terms ? (terms.second - terms.starts + 12) % 12 : 6;
  const months = { week: 0, month: 1, quarter: 3, semester: Math.max(first, 12 - first), year: 12 };
  if (period === "semester" && of === "quarter") return 2;
  if (of !== "week") return of === "semester" ? 2 : months[period] / months[of];
  return { week: 0, month: 5, quarter: 14, semester: Math.floor(months.semester * 4.4) + 1, year: 53 }[period];
}

/** The parts of a rollup that the rubric lets enter, by name; undefined where all do. */
export function enteringParts(rubric: Pick<Rubric, "year">, { of, parts }: RollupPart): readonly string[] | undefined {
  if (parts === undefined) return undefined;
  if (Array.isArray(parts)) return parts as readonly string[];
  const starts = yearTerms(rubric)?.starts ?? 1;
  const [names = []] = partNames(of);
  const ordered = of === "month" ? [...names.slice(starts - 1), ...names.slice(0, starts - 1)] : names;
  return ordered.slice(0, parts as number);
}

const numbered = (count: number, prefix: string, digits: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => prefix + String(index + 1).padStart(digits, "0"));

/**
 * The parts of period names behind the year, one complete list per calendar: `Q1`…`Q4`; `H1`, `H2` of a year or `HK1`,
 * `HK2` of a school year.
 */
export function partNames(kind: PeriodWord): readonly (readonly string[])[] {
  switch (kind) {
    case "week":
      return [numbered(53, "W", 2)];
    case "month":
      return [numbered(12, "", 2)];
    case "quarter":
      return [numbered(4, "Q", 1)];
    case "semester":
      return [numbered(2, "H", 1), numbered(2, "HK", 1)];
    case "year":
      return [];
  }
}
