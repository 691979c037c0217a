import { parsePeriod } from "../period/parse-period.ts";
import type { Period } from "../period/period.ts";
import type { Language } from "../text/bilingual.ts";

/** A canonical period name as people say it: `2026-Q1` → `Quý I/2026`, `Quarter 1, 2026`. */
export function periodWords(name: string, language: Language): string {
  const period = parsePeriod(name);
  if (!period) return name;
  return language === "vi" ? inVietnamese(period) : inEnglish(period);
}

const roman = ["", "I", "II", "III", "IV"];

function inVietnamese({ kind, calendar, year, index }: Period): string {
  const school = calendar === "school" ? `năm học ${year}-${year + 1}` : undefined;
  switch (kind) {
    case "week":
      return `Tuần ${index}/${year}`;
    case "month":
      return `Tháng ${index}/${year}`;
    case "quarter":
      return `Quý ${roman[index]}/${year}`;
    case "semester":
      return school ? `Học kỳ ${index}, ${school}` : `6 tháng ${index === 1 ? "đầu" : "cuối"} năm ${year}`;
    case "year":
      return school ? `N${school.slice(1)}` : `Năm ${year}`;
  }
}

function inEnglish({ kind, calendar, year, index }: Period): string {
  const school = calendar === "school" ? `school year ${year}-${year + 1}` : undefined;
  switch (kind) {
    case "week":
      return `Week ${index}, ${year}`;
    case "month":
      return `Month ${index}, ${year}`;
    case "quarter":
      return `Quarter ${index}, ${year}`;
    case "semester":
      return school ? `Semester ${index}, ${school}` : `Half-year ${index}, ${year}`;
    case "year":
      return school ? `S${school.slice(1)}` : `Year ${year}`;
  }
}
