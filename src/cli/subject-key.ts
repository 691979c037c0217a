import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Witness } from "../engine/explain/witness.ts";
import { showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { Report, Result } from "../model/report.ts";
import { clean, fold } from "../text/fold.ts";
import { suggest } from "../text/suggest.ts";

/** Whether a key is the one that was written: the parts of a key of several columns with a slash between. */
export const isKey = (written: string, key: string): boolean => bare(written) === bare(showKey(key));

/** Spaces around a slash mean nothing. */
const bare = (text: string): string => clean(text).replace(/ ?\/ ?/g, "/");

/** Says that nobody has this key, and whom it may have meant: by another period, a near key, or a name. */
export function reportStranger(
  written: string,
  plan: Plan,
  report: Report,
  { periods }: Witness,
  diagnostics: Diagnostics,
): void {
  const [only] = report.periods;
  const name = report.periods.length === 1 ? only?.period : undefined;
  const elsewhere = [...periods].filter(([, each]) => each.report.results.some(({ key }) => isKey(written, key)));
  const people = [
    ...new Map([...periods.values()].flatMap((each) => each.report.results.map((one) => [one.key, one]))),
  ];
  const results = people.map(([, result]) => result);
  diagnostics.report("C181", {
    key: written,
    period: name,
    ...(elsewhere.length > 0
      ? { elsewhere: elsewhere.map(([period]) => period) }
      : { suggestion: nearest(written, plan, results) }),
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
