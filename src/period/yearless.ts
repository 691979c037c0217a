import type { YearTerms } from "./calendar.ts";
import { liesWithin } from "./calendar.ts";
import { wholeNumber } from "./date.ts";
import { halfYear, indexOf, monthName, optional, scan } from "./parse-period.ts";
import type { Calendar, Period, PeriodKind } from "./period.ts";
import { countInYear, periodOf } from "./period.ts";
import { longestText, plainText } from "./plain-text.ts";

/** A month, quarter or semester that is named without its year, as in `Báo cáo quý I`. */
export interface Yearless {
  readonly kind: PeriodKind;
  readonly calendar: Calendar;
  readonly index: number;
}

const anIndex = "(?:[0-9]{1,2}|i{1,3}|iv)";
/** One or several, as in `quý 1, 2 và 3`: each of them is named then. A comma may have parted cells of the sheet. */
const indexes = `(?<list>${anIndex}(?:(?: ?(?:[-+,&/]|va|den) ?| )${anIndex}(?![a-z0-9]))*)`;

/** Not weeks: `tuần 2` may be the second of a month. Nor `t3`, which is a day of the week as well. */
const forms: readonly { readonly kind: PeriodKind; readonly calendar: Calendar; readonly pattern: string }[] = [
  { kind: "semester", calendar: "school", pattern: `(?:hk|hoc ky|hoc ki|semester|term)${optional}${indexes}` },
  { kind: "semester", calendar: "civil", pattern: `${halfYear}(?: nam)?` },
  { kind: "quarter", calendar: "civil", pattern: `(?:quarter|quy|qui|q)${optional}${indexes}` },
  // `thang 10 diem` is a scale.
  { kind: "month", calendar: "civil", pattern: `(?:thang|month)${optional}${indexes}(?! diem)` },
];

const inside = forms.map((form) => ({
  form,
  regex: new RegExp(`(?<![a-z0-9])${form.pattern}(?![a-z0-9])`, "g"),
}));

/** The periods, of these kinds where they are told, that a title or a file name mentions without their year. */
export function findYearless(text: string, kinds?: readonly PeriodKind[]): readonly Yearless[] {
  const { rest } = scan(text);
  if (!/[a-z]/.test(rest)) return [];
  const asked = kinds ? inside.filter(({ form }) => kinds.includes(form.kind)) : inside;
  return asked.flatMap(({ form: { kind, calendar }, regex }) =>
    [...rest.matchAll(regex)]
      .flatMap(({ groups = {} }) => indexesIn(groups))
      .filter((index) => index >= 1 && index <= countInYear(kind, anyYear, calendar))
      .map((index) => ({ kind, calendar, index })),
  );
}

/** In a text with more, `t3` is a day of the week as well. */
const monthAlone = new RegExp(`^(?:(?:thg|th|t|m)${optional}(?<index>0?[1-9]|1[0-2])|${monthName}\\.?)$`);
const halfAlone = /^h(?<index>[12])$/;
const weekAlone = new RegExp(`^(?:tuan|week|w)${optional}(?<index>\\d{1,2})$`);

/** A part of a year that a whole text names: there a week, `T11` or `H1` can be nothing else. */
export function parseYearless(text: string): Yearless | undefined {
  if (text.length > longestText) return undefined;
  const plain = plainText(text);
  const week = weekAlone.exec(plain)?.groups;
  const month = monthAlone.exec(plain)?.groups;
  const half = halfAlone.exec(plain)?.groups;
  if (week) return within({ kind: "week", calendar: "civil", index: indexOf(week) });
  if (month) return { kind: "month", calendar: "civil", index: indexOf(month) };
  if (half) return { kind: "semester", calendar: "civil", index: indexOf(half) };
  const form = forms.find(({ pattern }) => new RegExp(`^${pattern}$`).test(plain));
  const [one, ...others] = form ? findYearless(plain) : [];
  return others.length === 0 ? one : undefined;
}

/** The last week of some years is of no others. */
const within = (part: Yearless): Yearless | undefined => (part.index >= 1 && part.index <= 53 ? part : undefined);

function indexesIn({ list, half }: { readonly [part: string]: string | undefined }): readonly number[] {
  if (list === undefined) return [indexOf({ half })];
  return (list.match(/\d+|iv|i+/g) ?? []).map((index) => indexOf({ index }));
}

/** Months, quarters and semesters are as many in every year. */
const anyYear = 2000;

/**
 * The period in the year of another; undefined when it has none such. Of other calendars only months have the same names in all: each is
 * once in a school year, whose quarters may be counted from its beginning.
 */
export function inYear({ kind, calendar, index }: Yearless, of: Period, terms?: YearTerms): Period | undefined {
  if (calendar === of.calendar) return periodOf(kind, of.year, index, calendar);
  if (kind !== "month") return undefined;
  const months = [of.year, of.year + 1].flatMap((year) => periodOf(kind, year, index) ?? []);
  return months.find((month) => liesWithin(month, of, terms));
}

/** The years that stand alone in a text, among other words: in a file name they are most likely its year. */
export const findBareYears = (text: string): readonly Period[] =>
  [...scan(text).rest.matchAll(/(?<![a-z0-9])\d{4}(?![a-z0-9])/g)].flatMap(
    ([digits]) => periodOf("year", wholeNumber(digits)) ?? [],
  );
