import { wholeNumber } from "./date.ts";
import type { Calendar, Period, PeriodKind } from "./period.ts";
import { periodOf } from "./period.ts";

const year = String.raw`(?<year>\d{4})`;
const schoolYear = String.raw`(?<year>\d{4})\s?[-/]\s?(?<second>\d{4})`;
/** Between a period and its year: a mark, a space, `năm`, `of`. */
const joint = String.raw`(?:[\s,./-]{1,3}|[\s,./-]{0,3}(?:nam|of)[\s,./-]{0,3})`;
const optional = String.raw`[\s./-]?`;
const few = "(?<index>[1-4]|i{1,3}|iv)";
const many = String.raw`(?<index>\d{1,2})`;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const quarterWord = "(?:quarter|quy|q)";
const schoolSemester = String.raw`(?:hk|hoc ky|hoc ki|semester|term)[\s-]?(?<index>[12]|i{1,2})`;

interface Form {
  readonly kind: PeriodKind;
  readonly calendar?: Calendar;
  readonly pattern: string;
  /** Only as a whole text: in a title or a file name it may be something else. */
  readonly alone?: true;
}

/** Every written form, in text without accents, case and doubled spaces. */
const forms: readonly Form[] = [
  {
    kind: "semester",
    calendar: "school",
    pattern: `(?:(?:nam hoc|school year)\\s?)?${schoolYear}[\\s,./-]{0,3}${schoolSemester}`,
  },
  {
    kind: "semester",
    calendar: "school",
    pattern: `${schoolSemester}(?:${joint}|[\\s,./-]{0,3}nam hoc\\s)(?:nam hoc\\s)?${schoolYear}`,
  },
  { kind: "year", calendar: "school", pattern: `(?:nam hoc|school year)[\\s-]?${schoolYear}` },
  { kind: "year", calendar: "school", pattern: schoolYear },
  { kind: "quarter", pattern: `${quarterWord}${optional}${few}${joint}${year}` },
  { kind: "quarter", pattern: `${year}${optional}q${optional}(?<index>[1-4])` },
  { kind: "semester", pattern: `h(?<index>[12])${joint}${year}` },
  { kind: "semester", pattern: `${year}${optional}h(?<index>[12])` },
  { kind: "semester", pattern: `6 thang (?<half>dau|cuoi)(?: nam)? ${year}` },
  { kind: "week", pattern: `(?:tuan|week|w)${optional}${many}${joint}${year}` },
  { kind: "week", pattern: `${year}${optional}w${optional}${many}` },
  { kind: "month", pattern: `(?:thang|month|t)${optional}${many}${joint}${year}` },
  { kind: "month", pattern: `${monthName}${joint}${year}` },
  { kind: "month", pattern: `${year}[-/](?<index>\\d{2})` },
  { kind: "month", pattern: `${many}[-/]${year}`, alone: true },
  { kind: "year", pattern: `(?:nam|year)[\\s-]?${year}` },
  { kind: "year", pattern: year, alone: true },
];

/** A day is never a period: `ngày 5 tháng 4 năm 2026`, `30/8/2025`, `2025-08-30`. */
const dates = /ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g;
const longestText = 500;

const whole = forms.map((form) => ({ form, regex: new RegExp(`^${form.pattern}$`) }));
const inside = forms
  .filter((form) => !form.alone)
  .map((form) => ({ form, regex: new RegExp(`(?<![a-z0-9])${form.pattern}(?![a-z0-9])`, "g") }));

/** The period that a whole text names, in any written form in Vietnamese or English; undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  if (text.length > longestText) return undefined;
  const plain = plainText(text);
  for (const { form, regex } of whole) {
    const match = regex.exec(plain);
    if (match) return read(form, match);
  }
  return undefined;
}

/** The periods that a title or a file name mentions, the longest reading of each mention; the same one once. */
export function findPeriods(text: string): readonly Period[] {
  const only = parsePeriod(text);
  if (only) return [only];
  const found = new Map<string, Period>();
  let rest = plainText(text.slice(0, longestText)).replace(dates, " # ");
  for (const { form, regex } of inside) {
    rest = rest.replace(regex, (...match) => {
      const period = read(form, { groups: match.at(-1) as Record<string, string> });
      if (period) found.set(period.name, period);
      return " # ";
    });
  }
  return [...found.values()];
}

function plainText(text: string): string {
  return (
    text
      .normalize("NFD")
      .replace(/\p{Mn}|[\u200B-\u200D\u2060\uFEFF]/gu, "")
      .replace(/[đĐ]/g, "d")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/[\s_]+/g, " ")
      .trim()
      .toLowerCase()
      // `hoc-ky-1-2025-2026`, as files are named.
      .replace(/(?<=[a-z])-(?=[a-z])/g, " ")
  );
}

const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

function read(form: Form, { groups = {} }: { groups?: Record<string, string> | undefined }): Period | undefined {
  const first = wholeNumber(groups.year);
  if (form.calendar === "school" && wholeNumber(groups.second) !== first + 1) return undefined;
  return periodOf(form.kind, first, indexOf(groups), form.calendar);
}

function indexOf({ index, month, half }: Record<string, string>): number {
  if (month !== undefined) return monthNames.indexOf(month.slice(0, 3)) + 1;
  if (half !== undefined) return half === "dau" ? 1 : 2;
  return index === undefined ? 1 : (romans[index] ?? wholeNumber(index));
}
