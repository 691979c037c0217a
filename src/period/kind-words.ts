import type { PeriodKind } from "./period.ts";

/** The kinds of period in words. */
export const kindWords: Readonly<Record<PeriodKind, { readonly en: string; readonly vi: string }>> = {
  week: { en: "week", vi: "tuần" },
  month: { en: "month", vi: "tháng" },
  quarter: { en: "quarter", vi: "quý" },
  semester: { en: "semester", vi: "học kỳ (6 tháng)" },
  year: { en: "year", vi: "năm" },
};
