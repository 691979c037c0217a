import type { Bilingual } from "../text/bilingual.ts";
import { untranslated } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { parsePeriod } from "./parse-period.ts";
import type { Period } from "./period.ts";

/** A canonical period name as people say it: `2026-Q1` → `Quý I/2026`, `Quarter 1, 2026`. */
export function periodWords(name: string): Bilingual {
  const period = parsePeriod(name);
  return period ? inWords(period) : untranslated(name);
}

const roman = ["", "I", "II", "III", "IV"];

function inWords({ kind, calendar, year, index }: Period): Bilingual {
  const next = year + 1;
  switch (kind) {
    case "week":
      return phrase("Week {index}, {year}", { index, year });
    case "month":
      return phrase("Month {index}, {year}", { index, year });
    case "quarter":
      return phrase("Quarter {quarter}, {year}", { quarter: { en: `${index}`, vi: roman[index] ?? "" }, year });
    case "semester":
      if (calendar === "school") return phrase("Semester {index}, school year {year}-{next}", { index, year, next });
      return index === 1 ? phrase("Half-year 1, {year}", { year }) : phrase("Half-year 2, {year}", { year });
    case "year":
      return calendar === "school"
        ? phrase("School year {year}-{next}", { year, next })
        : phrase("Year {year}", { year });
  }
}
