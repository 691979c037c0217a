import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { PeriodKind } from "./period.ts";

/** The kinds of period in words. */
export const kindWords: Readonly<Record<PeriodKind, Bilingual>> = {
  week: phrase("week"),
  month: phrase("month"),
  quarter: phrase("quarter"),
  semester: phrase("semester"),
  year: phrase("year"),
};
