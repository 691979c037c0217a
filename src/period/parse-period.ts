import { wholeNumber } from "./date.ts";
import type { Calendar, Period, PeriodKind } from "./period.ts";
import { periodOf, weeksIn } from "./period.ts";
import { gap, longestText, plainText, withoutDates } from "./plain-text.ts";

const year = String.raw`(?<year>\d{4})`;
const schoolYear = String.raw`(?<year>\d{4})\s?[-/]\s?(?<second>\d{4})`;
/** Between a period and its year: a mark, a space, `năm`, `of`. */
const joint = String.raw`(?:[\s,.:/-]{1,3}|[\s,.:/-]{0,3}(?:cua nam|nam|of)[\s,.:/-]{0,3})`;
/** Between a word and its number, as in `Quý: I`. */
export const optional = String.raw`\s?[.:/-]?\s?`;
const few = "(?<index>0?[1-4]|i{1,3}|iv)";
const many = String.raw`(?<index>\d{1,2})`;
/** The words of each kind, longer ones before those that they begin with. */
const words = {
  semester: ["hk", "hoc ky", "hoc ki", "semester", "term"],
  half: ["thang dau", "thang cuoi"],
  quarter: ["quarter", "quy", "qui", "q"],
  week: ["tuan", "week", "w"],
  month: ["thang", "thg", "month", "t"],
  schoolYear: ["nam hoc", "school year"],
  year: ["nam", "year"],
} as const;
const anyOf = (some: readonly string[]): string => `(?:${some.join("|")})`;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
export const monthName =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const schoolSemester = `${anyOf(words.semester)}${optional}(?<index>[12]|i{1,2})`;
const inSchoolYear = `${anyOf(words.schoolYear)}[\\s:-]{1,3}`;
const [week, month, quarter] = [words.week, words.month, words.quarter].map((some) => `${anyOf(some)}${optional}`);
/** Before a year, where it comes first. */
const named = `(?:${anyOf(words.year)}${optional})?`;
/** Half of a civil year. */
export const halfYear = "(?:0?6|sau)[\\s-]?thang (?<half>dau|cuoi)";

interface Form {
  readonly kind: PeriodKind;
  readonly calendar?: Calendar;
  /** One of these stands in every text of this form; absent: digits alone may be one. */
  readonly words?: readonly string[];
  readonly pattern: string;
  /** Only as a whole text: in a title or a file name it may be something else. */
  readonly alone?: true;
}

/** Every written form, in text without accents, case and doubled spaces. */
const forms: readonly Form[] = [
  {
    kind: "semester",
    calendar: "school",
    words: words.semester,
    pattern: `(?:${anyOf(words.schoolYear)}\\s?)?${schoolYear}[\\s,./-]{0,3}${schoolSemester}`,
  },
  {
    kind: "semester",
    calendar: "school",
    words: words.semester,
    pattern: `${schoolSemester}(?:${joint}|[\\s,./-]{0,3}nam hoc[\\s:-]{1,3})(?:nam hoc[\\s:-]{1,3})?${schoolYear}`,
  },
  {
    kind: "semester",
    calendar: "school",
    words: ["ky", "ki"],
    // `Giữa kỳ 1` or `định kỳ 1` is no half of the year.
    alone: true,
    pattern: `k[yi]${optional}(?<index>[12]|i{1,2})${joint}(?:nam hoc[\\s:-]{1,3})?${schoolYear}`,
  },
  { kind: "year", calendar: "school", words: words.schoolYear, pattern: `${inSchoolYear}${schoolYear}` },
  { kind: "year", calendar: "school", pattern: schoolYear },
  { kind: "quarter", words: words.quarter, pattern: `${quarter}${few}${joint}${year}` },
  { kind: "quarter", words: ["i"], pattern: `(?<index>i{1,3}|iv)\\s?[./-]\\s?${year}`, alone: true },
  { kind: "semester", words: ["h"], pattern: `h(?<index>[12])${joint}${year}` },
  { kind: "semester", words: ["h"], pattern: `${year}${optional}h(?<index>[12])` },
  { kind: "semester", words: words.half, pattern: `${halfYear}(?: nam)?[\\s:-]{1,3}${year}` },
  { kind: "week", words: words.week, pattern: `${week}${many}${joint}${year}` },
  { kind: "week", words: ["w"], pattern: `${year}${optional}w${optional}${many}` },
  { kind: "month", words: words.month, pattern: `${month}${many}${joint}${year}` },
  { kind: "month", words: monthNames, pattern: `${monthName}${joint}${year}` },
  { kind: "month", pattern: `${year}[-/](?<index>\\d{2})` },
  { kind: "month", pattern: `${many}[\\s./-]${year}`, alone: true },
  // As a number 2026.10 is 2026.1.
  { kind: "month", pattern: `${year}[\\s.](?<index>\\d{2})`, alone: true },
  { kind: "month", pattern: `${year}[/-](?<index>\\d)`, alone: true },
  // With the year first: last, so that the year of what stands before is not taken for that of what follows.
  { kind: "quarter", words: words.quarter, pattern: `${named}${year}(?:${joint})?${quarter}${few}` },
  { kind: "semester", words: words.half, pattern: `${named}${year}${joint}${halfYear}(?: nam)?` },
  { kind: "month", words: words.month, pattern: `${named}${year}${joint}${month}${many}` },
  { kind: "year", words: words.year, pattern: `${anyOf(words.year)}${optional}${year}` },
  { kind: "year", pattern: year, alone: true },
];

/** `Học kỳ 1 (2025-2026)` */
const yearInBrackets = /\s?\(((?:[a-z ]{1,20} )?\d{4}(?:\s?[-/]\s?\d{4})?)\)$/;

/** A form with what finds it. */
interface Sought {
  readonly form: Form;
  readonly regex: RegExp;
}

/**
 * What makes, of the forms that can be in a text, what finds them. Each is made when the first text asks for it: most files name their
 * periods in one form, and to compile all of these patterns takes longer than to score a small sheet.
 */
function seeking(among: readonly Form[], regexOf: (pattern: string) => RegExp): (plain: string) => Iterable<Sought> {
  const made = new Map<Form, Sought>();
  const soughtOf = (form: Form): Sought => {
    const sought = made.get(form) ?? { form, regex: regexOf(form.pattern) };
    made.set(form, sought);
    return sought;
  };
  return (plain) => among.filter(({ words }) => !words || words.some((word) => plain.includes(word))).map(soughtOf);
}

const whole = seeking(forms, (pattern) => new RegExp(`^${pattern}$`));
const inside = seeking(
  forms.filter((form) => !form.alone),
  (pattern) => new RegExp(`(?<![a-z0-9])${pattern}(?![a-z0-9])`, "g"),
);

/** Names as {@link Period} has them: tried first, as nearly all texts are such, and a pattern costs most when it is first used. */
const canonical =
  /^(?<year>\d{4})(?:-(?:(?<second>\d{4})(?:-HK(?<semester>[12]))?|Q(?<quarter>[1-4])|H(?<half>[12])|W(?<week>\d\d)|(?<month>\d\d)))?$/;
/** Every written form has a year. */
const hasYear = /\d{4}/;

function parseCanonical(text: string): Period | undefined {
  const groups = canonical.exec(text)?.groups;
  if (!groups) return undefined;
  const { second, semester, quarter, half, week, month } = groups;
  const first = wholeNumber(groups.year);
  if (second !== undefined) {
    if (wholeNumber(second) !== first + 1) return undefined;
    return semester === undefined
      ? periodOf("year", first, 1, "school")
      : periodOf("semester", first, wholeNumber(semester), "school");
  }
  if (quarter !== undefined) return periodOf("quarter", first, wholeNumber(quarter));
  if (half !== undefined) return periodOf("semester", first, wholeNumber(half));
  if (week !== undefined) return periodOf("week", first, wholeNumber(week));
  return month === undefined ? periodOf("year", first) : periodOf("month", first, wholeNumber(month));
}

/** The period that a whole text names, in any written form in Vietnamese or English; undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  if (text.length > longestText || !hasYear.test(text)) return undefined;
  const known = parseCanonical(text);
  if (known) return known;
  const plain = plainText(text).replace(yearInBrackets, " $1");
  for (const { form, regex } of whole(plain)) {
    const match = regex.exec(plain);
    if (match) return read(form, match);
  }
  return undefined;
}

const byName = new Map<string, Period>();

/** The period of a canonical name, as rows, plans and reports hold it; each name is read once. @throws for any other text */
export function periodNamed(name: string): Period {
  const known = byName.get(name);
  if (known) return known;
  const period = parseCanonical(name);
  if (!period) throw new Error(`no name of a period: ${name}`);
  byName.set(name, period);
  return period;
}

/** The periods that a title or a file name mentions, the longest reading of each mention; the same one once. */
export const findPeriods = (text: string): readonly Period[] => scan(text).periods;

/** The same, and the text around them as {@link plainText}. */
export function scan(text: string): { readonly periods: readonly Period[]; readonly rest: string } {
  const only = parsePeriod(text);
  if (only) return { periods: [only], rest: "" };
  const found = new Map<string, Period>();
  let rest = withoutDates(plainText(text));
  if (!hasYear.test(rest)) return { periods: [], rest };
  for (const { form, regex } of inside(rest)) {
    rest = rest.replace(regex, (...match) => {
      const period = read(form, { groups: match.at(-1) as Record<string, string> });
      if (period) found.set(period.name, period);
      return gap;
    });
  }
  return { periods: [...found.values()], rest };
}

const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

function read(form: Form, { groups = {} }: { groups?: Record<string, string> | undefined }): Period | undefined {
  const first = wholeNumber(groups.year);
  if (form.calendar === "school" && wholeNumber(groups.second) !== first + 1) return undefined;
  return periodOf(form.kind, first, indexOf(groups), form.calendar);
}

/** The place in its year that the parts of a written form say; 1 where they say none. */
export function indexOf({ index, month, half }: { readonly [part: string]: string | undefined }): number {
  if (month !== undefined) return monthNames.indexOf(month.slice(0, 3)) + 1;
  if (half !== undefined) return half === "dau" ? 1 : 2;
  return index === undefined ? 1 : (romans[index] ?? wholeNumber(index));
}

/** The year of a week that it does not have: 2025 of `Tuần 53/2025`. */
export function yearWithoutWeek(text: string): number | undefined {
  const pattern =
    /\b(?:tuan|week|w)\D{0,3}(?<week>\d{1,2})\D{1,12}(?<year>\d{4})$|^(?<before>\d{4})\D{0,3}w(?<number>\d{1,2})$/;
  const { week, year, before, number } = pattern.exec(plainText(text))?.groups ?? {};
  const [found, of] = [wholeNumber(week ?? number), wholeNumber(year ?? before)];
  return of > 0 && (found < 1 || found > weeksIn(of)) ? of : undefined;
}
