import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { labelOf } from "../model/column.ts";
import { keyColumns, showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { clean, fold } from "../text/fold.ts";
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

/** By its key, else by its name as it is written, else by its name without accents where that is how it was typed. */
function find(written: string, plan: Plan, people: readonly Result[]): string | undefined {
  const known = people.find(({ key }) => isKey(written, key));
  if (known) return known.key;
  const named = people.filter((one) => lower(nameOf(plan, one)) === lower(written));
  const isPlain = !/[\p{Mn}đ]/u.test(lower(written).normalize("NFD"));
  const meant =
    named.length > 0 || !isPlain ? named : people.filter((one) => fold(nameOf(plan, one)) === fold(written));
  return meant.length === 1 ? meant[0]?.key : undefined;
}

const lower = (text: string): string => clean(text).toLowerCase();

const nameOf = (plan: Plan, { columns }: Result): string =>
  plan.name === undefined ? "" : String(columns[plan.name] ?? "");

/** Whether a key is the one that was written: the parts of a key of several columns with a slash between. */
const isKey = (written: string, key: string): boolean => bare(written) === bare(showKey(key));

/** Spaces around a slash mean nothing. */
const bare = (text: string): string => clean(text).replace(/ ?\/ ?/g, "/");

/** Says that nobody has this key, and whom it may have meant: by another period, a near key, or a name. */
function reportStranger(
  written: string,
  { plan, periods }: Report,
  computed: readonly PeriodReport[],
  diagnostics: Diagnostics,
): void {
  const elsewhere = computed.filter(({ results }) => [...results].some(({ key }) => isKey(written, key)));
  diagnostics.report("C181", {
    key: written,
    period: periods.length === 1 ? periods[0]?.period : undefined,
    ...(elsewhere.length > 0
      ? { elsewhere: elsewhere.map(({ period }) => period) }
      : nearest(written, plan, peopleOf(computed))),
    columns: keyColumns(plan)
      .map(({ id, headers }) => labelOf(id, headers))
      .join(" / "),
  });
}

/** The keys of those who have this name, else a key that is near. */
function nearest(
  written: string,
  plan: Plan,
  people: readonly Result[],
): { readonly suggestion?: string | undefined; readonly namesakes?: readonly string[] } {
  const named = people.filter((one) => fold(nameOf(plan, one)) === fold(written));
  const keys = named.map(({ key }) => showKey(key));
  if (named.length > 1) return { namesakes: keys };
  if (named[0]) return { suggestion: `${keys[0]} (${nameOf(plan, named[0])})` };
  return {
    suggestion: suggest(
      written,
      people.map(({ key }) => showKey(key)),
    ),
  };
}
