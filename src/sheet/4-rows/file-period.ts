import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace, tabIn } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { AskedPeriod } from "../../period/asked-period.ts";
import { comparePeriods, containing, liesWithin } from "../../period/calendar.ts";
import { kindWords } from "../../period/kind-words.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Period, PeriodKind } from "../../period/period.ts";
import { periodKinds, periodOf } from "../../period/period.ts";
import type { Yearless } from "../../period/yearless.ts";
import { inYear } from "../../period/yearless.ts";
import { fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { shellWord } from "../../text/shell-word.ts";
import type { Mention, Title } from "../2-header/mentions.ts";
import { contradictedBy, findMentions } from "../2-header/mentions.ts";
import { kindExamples } from "../2-header/period-words.ts";
import { isFault } from "../3-cells/fault.ts";
import { kindsOf, rowPeriod } from "../3-cells/row-period.ts";
import { periodNames } from "../vocabulary.ts";
import type { SheetInput, SheetOptions } from "./sheet-input.ts";

/** The period of all rows of a sheet that has no period column, and what said so. */
export interface FilePeriod {
  readonly period: Period;
  readonly source: "command line" | "sheet" | "option";
  /** The text that says its year, where it does not stand beside it. */
  readonly yearText?: string;
}

/** What a sheet says of its period outside of its rows. */
export interface PeriodHints {
  readonly titles: readonly Title[];
  /** Kind of the periods that its items are about. */
  readonly rows: PeriodKind;
  /** Names of the columns that the rubric does not use. */
  readonly unused: readonly string[];
}

/** Is a tab called after a period? Beside such a one a tab without a period may be about any. */
export function isTabOfPeriod(name: string, plan: Plan): boolean {
  const { periods, yearless, bareYears } = findMentions(tabIn(name)?.tab ?? "", [], kindsOf(plan), plan.year);
  return [periods, yearless, bareYears].some((found) => found.length > 0);
}

/** The command line, else what name and titles agree on, else `--period` for a single file. Undefined after an error. */
export function filePeriod(
  plan: Plan,
  input: SheetInput,
  { titles, rows, unused }: PeriodHints,
  options: SheetOptions & { readonly isSingle: boolean },
  diagnostics: Diagnostics,
): FilePeriod | undefined {
  const stated = statedPeriod(plan, input, diagnostics);
  const { periods, yearless, bareYears } = findMentions(input.name, titles, kindsOf(plan), plan.year);
  if (stated !== "none") {
    const other = stated && contradictedBy(stated, [...periods]);
    if (other) {
      const parameters = { where: phrase("the command line"), found: stated.name, stated: other.period.name };
      diagnostics.report("D118", { ...parameters, text: other.text }, cellPlace(input.name, other.line));
    }
    return stated && { period: stated, source: "command line" };
  }
  // In the name of a sheet of years a number such as 2026 is taken for the year.
  const mentions = periods.length === 0 && rows === "year" ? [...bareYears] : [...periods];
  // The shortest period is the one that is meant: `2026` beside `Quý I/2026` only repeats its year.
  mentions.sort((a, b) => periodKinds.indexOf(a.period.kind) - periodKinds.indexOf(b.period.kind));
  const [first] = mentions;
  const other = mentions.find(({ period }) => first && !agrees(first.period, period));
  if (first && other) {
    reportDisagreement(first, other, input.name, plan, diagnostics);
    return undefined;
  }
  const meant = mentions.find(({ isAside }) => !isAside);
  if (meant && [plan.stage.period, rows].includes(meant.period.kind)) {
    return checked(meant.period.name, "sheet", meant.yearText);
  }
  const asked = options.isSingle ? askedFor(options.period) : undefined;
  if (asked !== undefined && fits(asked)) return checked(asked, "option");
  // A period of the kind wanted was not believed for where it stands.
  const aside = mentions.find(({ period }) => [plan.stage.period, rows].includes(period.kind));
  const seen = aside ? { aside: aside.period.name } : first && { period: first.period.name };
  const said = seen ?? { yearless: yearless[0]?.text };
  const head = unused.find((name) => mayBePeriod(name, rows));
  const form = openPeriod(yearless.map(({ named }) => named).filter(({ kind }) => kind === rows)) ?? openForms[rows];
  const ofYear = mentions.find(({ period, isAside }) => !isAside && period.calendar === "civil");
  const named = ofYear ? form.replace(/^YYYY(?=-)/, String(ofYear.period.year)) : form;
  const open = named.match(/YYYY|n+/g) ?? undefined;
  const argument = argumentFor(named, input.name);
  const counted = rows === "week" ? countedWeeks : undefined;
  const tab = tabIn(input.name)?.tab;
  const naming = tab === undefined ? phrase("name the file after the period") : phrase("name the tab after the period");
  const parameters = { kind: kindWords[rows], tab, ...said, head, naming, argument, open, counted };
  diagnostics.report("D115", parameters, cellPlace(input.name, 1));
  return undefined;

  function agrees(period: Period, longer: Period): boolean {
    if (period.calendar !== longer.calendar) return liesWithin(period, longer, plan.year);
    return containing(period, longer.kind)?.name === longer.name;
  }

  function checked(text: string, source: FilePeriod["source"], yearText?: string): FilePeriod | undefined {
    const period = periodGiven(text, plan, input.name, diagnostics);
    return period && { period, source, ...(yearText !== undefined && { yearText }) };
  }

  /** What is asked for without its year is of that which the sheet names. */
  function askedFor(period: AskedPeriod | undefined): string | undefined {
    return typeof period === "object" ? first && inYear(period, first.period, plan.year)?.name : period;
  }

  /** The sheet may name the quarter or the year alone, but no others. */
  function fits(text: string): boolean {
    const period = parsePeriod(text);
    if (!period) return true;
    if (contradictedBy(period, mentions)) return false;
    return yearless.every(({ named }) => inYear(named, period)?.name === period.name);
  }
}

/** What nobody knows yet of a period stands open, so that none is copied that it is not. */
const openForms: Readonly<Record<PeriodKind, string>> = {
  week: "YYYY-Wnn",
  month: "YYYY-nn",
  quarter: "YYYY-Qn",
  semester: "YYYY-Hn",
  year: "YYYY",
};

/** A period whose year alone is not known; undefined where several are named. */
function openPeriod([first, ...others]: readonly Yearless[]): string | undefined {
  if (!first || others.some(({ index, calendar }) => index !== first.index || calendar !== first.calendar))
    return undefined;
  return periodOf(first.kind, anyYear, first.index, first.calendar)?.name.replace(/\d{4}/g, "YYYY");
}

const anyYear = 2000;

/** No rubric says on which day a school begins. */
const countedWeeks = phrase(
  "weeks are those of the calendar; where a school counts them from the beginning of its year, write which week of the calendar each is",
);

/** May a column of this name say the period of its rows? Only the rubric can tell. */
const mayBePeriod = (head: string, kind: PeriodKind): boolean =>
  [...Object.values(kindWords[kind]), ...periodNames].some((name) => fold(name) === fold(head));

/** What the command line says of this sheet: `none`, or undefined where that is no period for this rubric. */
export function statedPeriod(plan: Plan, input: SheetInput, diagnostics: Diagnostics): Period | "none" | undefined {
  return input.period === undefined ? "none" : periodGiven(input.period, plan, input.name, diagnostics);
}

function periodGiven(text: string, plan: Plan, file: string, diagnostics: Diagnostics): Period | undefined {
  const period = rowPeriod(text, plan);
  if (!isFault(period)) return period;
  diagnostics.report("D117", { found: text, expected: period.expected }, cellPlace(file, 1));
  return undefined;
}

function reportDisagreement(one: Mention, another: Mention, file: string, plan: Plan, diagnostics: Diagnostics): void {
  const [a, b] = comparePeriods(one.period, another.period) <= 0 ? [one, another] : [another, one];
  const names = [a, b].map(({ period }) => period.name).filter((name) => !isFault(rowPeriod(name, plan)));
  const said = names.length > 0 ? names : [kindExamples[plan.stage.period]];
  diagnostics.report(
    "D116",
    {
      first: a.period.name,
      firstText: a.text === b.text ? undefined : a.text,
      second: b.period.name,
      secondText: b.text,
      arguments: said.map((name) => argumentFor(name, file)),
    },
    cellPlace(file, a.line),
    a.text === b.text ? [] : [{ place: cellPlace(file, b.line), message: phrase("the other period") }],
  );
}

/** How the command line says the period of a file. */
const argumentFor = (period: string, file: string): string => shellWord(`${period}=${file === "<stdin>" ? "-" : file}`);
