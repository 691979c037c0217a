import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { labelOf } from "../model/column.ts";
import { keyColumns, showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { clean, fold } from "../text/fold.ts";
import { compareNatural } from "../text/order.ts";
import { shellWord } from "../text/shell-word.ts";
import { suggest } from "../text/suggest.ts";

/**
 * The keys of those who are asked for, each by key or by a name that nobody else has; several may be parted by commas. Those who
 * are not among the results are reported.
 * @param computed all periods that were computed, those that are not reported too
 */
export function askedKeys(
  asked: readonly string[],
  report: Report,
  computed: readonly PeriodReport[],
  diagnostics: Diagnostics,
): string[] {
  const people = peopleOf(report.periods);
  const keys = asked.flatMap((written) => {
    const whole = find(written, report.plan, people);
    if (whole !== undefined) return [whole];
    return written.split(",").flatMap((part) => {
      const one = find(part, report.plan, people);
      if (one === undefined) reportStranger(part.trim(), report, computed, diagnostics);
      return one ?? [];
    });
  });
  return [...new Set(keys)];
}

/** One result of everybody. */
const peopleOf = (periods: readonly PeriodReport[]): readonly Result[] => [
  ...new Map(periods.flatMap(({ results }) => [...results].map((one) => [one.key, one]))).values(),
];

/** By its key, else by a name that nobody else has: as it is written, or without accents where that is how it was typed. */
function find(written: string, plan: Plan, people: readonly Result[]): string | undefined {
  const known = people.find(({ key }) => isKey(written, key));
  if (known) return known.key;
  const named = calledSo(written, plan, people, lower);
  const isPlain = !/[\p{Mn}đ]/u.test(lower(written).normalize("NFD"));
  const meant = named.length > 0 || !isPlain ? named : calledSo(written, plan, people, fold);
  return meant.length === 1 ? meant[0]?.key : undefined;
}

/** By their name, or by a part of a key that has several, where `same` gives the same of both. */
const calledSo = (written: string, plan: Plan, people: readonly Result[], same: (text: string) => string) =>
  people.filter((one) => namesOf(plan, one).some((name) => same(name) === same(written)));

const lower = (text: string): string => clean(text).toLowerCase();

const namesOf = ({ name, key }: Plan, { columns }: Result): readonly string[] =>
  [...(name === undefined ? [] : [name]), ...(key.length > 1 ? key : [])].map((at) => String(columns[at] ?? ""));

/** Whether a key is the one that was written: the parts of a key of several columns with a slash between. */
const isKey = (written: string, key: string): boolean => bare(written) === bare(showKey(key));

/** Spaces around a slash mean nothing. */
const bare = (text: string): string => clean(text).replace(/ ?\/ ?/g, "/");

/** Says that nobody has this key, or several this name, and whom it may have meant: by another period, a near key, or a name. */
function reportStranger(
  written: string,
  { plan, periods }: Report,
  computed: readonly PeriodReport[],
  diagnostics: Diagnostics,
): void {
  const elsewhere = computed.filter(({ results }) => [...results].some(({ key }) => isKey(written, key)));
  const people = peopleOf(computed);
  const named = elsewhere.length > 0 ? [] : calledSo(written, plan, people, fold);
  if (named.length > 1) {
    reportNamesakes(written, plan, named, diagnostics);
    return;
  }
  diagnostics.report("C181", {
    key: written,
    period: periods.length === 1 ? periods[0]?.period : undefined,
    ...(elsewhere.length > 0
      ? { elsewhere: elsewhere.map(({ period }) => period) }
      : { suggestion: nearest(written, plan, people, named) }),
    columns: keyColumns(plan)
      .map(({ id, headers }) => labelOf(id, headers))
      .join(" / "),
  });
}

/** Who has this name, or this part of a key, and what to write for each. */
function reportNamesakes(name: string, plan: Plan, named: readonly Result[], diagnostics: Diagnostics): void {
  const sorted = named.toSorted((a, b) => compareNatural(showKey(a.key), showKey(b.key)));
  const apart = columnApart(plan, sorted);
  const tell = ({ key, columns }: Result): string =>
    apart < 0 ? showKey(key) : `${showKey(key)} (${columns[apart] ?? ""})`;
  const cut = sorted.length > mostNamesakes ? ["…"] : [];
  diagnostics.report("C235", {
    name,
    namesakes: [...sorted.slice(0, mostNamesakes).map(tell), ...cut],
    flags: sorted.slice(0, 2).map(({ key }) => `--subject ${shellWord(showKey(key))}`),
  });
}

/** Who has this name, with it; else a key that is near. */
function nearest(
  written: string,
  plan: Plan,
  people: readonly Result[],
  [named]: readonly Result[],
): string | undefined {
  const keys = people.map(({ key }) => showKey(key));
  if (!named) return suggest(written, keys);
  const name = plan.name === undefined || plan.key.includes(plan.name) ? undefined : named.columns[plan.name];
  return name === undefined ? showKey(named.key) : `${showKey(named.key)} (${name})`;
}

const mostNamesakes = 10;

/** The first column of texts that tells namesakes apart for people, who may not know keys by heart. */
const columnApart = (plan: Plan, people: readonly Result[]): number =>
  plan.columns.findIndex(
    ({ type }, at) =>
      type.kind === "text" &&
      !plan.key.includes(at) &&
      at !== plan.name &&
      new Set(people.map(({ columns }) => columns[at])).size === people.length,
  );
