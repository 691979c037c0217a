import { compareText } from "../text/order.ts";
import type { Decision } from "./given.ts";
import type { PeriodReport, Report, Result } from "./report.ts";
import type { Row } from "./row.ts";

/**
 * The report under other keys: every key that stands anywhere in it goes through `keyOf`. Lists of keys are put in the
 * order of the new ones, as that of the old would tell something of them. The cells of key columns are not keys.
 */
export function mapKeys(report: Report, keyOf: (key: string) => string): Report {
  const keysOf = (keys: readonly string[]): readonly string[] => keys.map(keyOf).sort(compareText);
  const keyed = <T extends { readonly key: string }>(of: T): T => ({ ...of, key: keyOf(of.key) });
  const row = (of: Row): Row => keyed(of);
  const decision = (of: Decision): Decision =>
    of.action === "was" ? { ...keyed(of), value: keyOf(of.value) } : keyed(of);
  const result = (of: Result): Result => ({
    ...keyed(of),
    rows: of.rows.map(row),
    parts: of.parts.map((part) => ({ ...part, result: result(part.result) })),
    ...(of.decisions && { decisions: of.decisions.map(decision) }),
  });
  const period = (of: PeriodReport): PeriodReport => ({
    ...of,
    results: Array.from(of.results, result),
    quotas: Array.from(of.quotas, (quota) => ({
      ...quota,
      leavers: keysOf(quota.leavers),
      equals: keysOf(quota.equals),
    })),
    awards: of.awards.map((award) => ({ ...award, winners: keysOf(award.winners), open: keysOf(award.open) })),
    differences: of.differences.map((difference) => ({ ...keyed(difference), row: row(difference.row) })),
    ...(of.outlook && {
      outlook: {
        ...of.outlook,
        reach: of.outlook.reach.map(keyed).sort((a, b) => compareText(a.key, b.key)),
      },
    }),
  });
  return { ...report, periods: report.periods.map(period) };
}
