import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { clean, fold } from "../text/fold.ts";
import { suggest } from "../text/suggest.ts";

/** Whether a key is the one that was written: the parts of a key of several columns with a slash between. */
export const isKey = (written: string, key: string): boolean => bare(written) === bare(showKey(key));

/** Spaces around a slash mean nothing. */
const bare = (text: string): string => clean(text).replace(/ ?\/ ?/g, "/");

/**
 * Says that nobody has this key, and whom it may have meant: by another period, a near key, or a name.
 * @param computed all periods that were computed, those that are not reported too
 */
export function reportStranger(
  written: string,
  { plan, periods }: Report,
  computed: readonly PeriodReport[],
  diagnostics: Diagnostics,
): void {
  const name = periods.length === 1 ? periods[0]?.period : undefined;
  const elsewhere = computed.filter(({ results }) => [...results].some(({ key }) => isKey(written, key)));
  const people = new Map(computed.flatMap(({ results }) => [...results].map((one) => [one.key, one])));
  diagnostics.report("C181", {
    key: written,
    period: name,
    ...(elsewhere.length > 0
      ? { elsewhere: elsewhere.map(({ period }) => period) }
      : { suggestion: nearest(written, plan, [...people.values()]) }),
    columns: plan.key.map((at) => plan.columns[at]?.id ?? "").join(" / "),
  });
}

/** A key that is near; otherwise the key of the one person who has this name. */
function nearest(written: string, plan: Plan, results: readonly Result[]): string | undefined {
  const nameOf = ({ columns }: Result): string => (plan.name === undefined ? "" : String(columns[plan.name] ?? ""));
  const named = results.filter((result) => fold(nameOf(result)) === fold(written));
  if (named.length === 1 && named[0]) return `${showKey(named[0].key)} (${nameOf(named[0])})`;
  const near = suggest(
    written,
    results.map(({ key }) => showKey(key)),
  );
  return near ?? (named.length > 1 ? named.map(({ key }) => showKey(key)).join(", ") : undefined);
}
