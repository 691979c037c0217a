import { periodKinds } from "../../period/period.ts";
import type { PeriodWord } from "../2-shape/rubric.generated.ts";

/** The most periods of kind `of` that one of kind `period` can have; 0 when it is not longer. */
export function mostParts(period: PeriodWord, of: PeriodWord): number {
  if (periodKinds.indexOf(of) >= periodKinds.indexOf(period)) return 0;
  if (of === "week") return { week: 0, month: 5, quarter: 14, semester: 27, year: 53 }[period];
  const months = { week: 0, month: 1, quarter: 3, semester: 6, year: 12 };
  return months[period] / months[of];
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
