import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { PastPeriod, PastResult } from "../../model/given.ts";
import { showKey } from "../../model/keys.ts";
import { keyPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import { stageOfKind } from "../../model/stages.ts";
import { formatDecimal, spelledText } from "../../number/decimal.ts";
import { divide, equal } from "../../number/exact.ts";
import { comparePeriods } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import { phrase } from "../../text/phrase.ts";
import type { Chronicle, PastByKey } from "./chronicle.ts";

/** Results of earlier runs by period: those before `current`; the others are told and left out. */
export function takeHistory(
  plan: Plan,
  history: readonly PastPeriod[],
  current: Period | undefined,
  diagnostics: Diagnostics,
): ReadonlyMap<string, PastByKey> {
  const taken = new Map<string, Map<string, Result>>();
  for (const { period: name, file, results } of history) {
    const period = periodNamed(name);
    if (!current || comparePeriods(period, current, plan.year) >= 0) {
      diagnostics.report("A402", { file, period: name, current: current?.name ?? "-" });
      continue;
    }
    diagnostics.report("A401", { file, period: name, count: results.length });
    const ofPeriod = taken.get(name) ?? new Map<string, Result>();
    taken.set(name, ofPeriod);
    for (const past of results) enter(plan, name, ofPeriod, pastResult(file, past), diagnostics);
  }
  return taken;
}

function enter(plan: Plan, period: string, into: Map<string, Result>, result: Result, diagnostics: Diagnostics): void {
  const other = into.get(result.key);
  if (!other) into.set(result.key, result);
  else if (differ(other, result)) {
    const message = phrase("the other result");
    diagnostics.report("A405", { key: showKey(result.key), period }, keyPlace(plan, result), [
      { place: keyPlace(plan, other), message },
    ]);
  }
}

/** Tells where a result of this run is not what an earlier run said: the sheets win. */
export function compareHistory(
  plan: Plan,
  chronicle: Chronicle,
  computed: readonly Period[],
  diagnostics: Diagnostics,
): void {
  for (const period of computed) {
    const { bands } = stageOfKind(plan, period.kind) ?? plan.stage;
    const words = ({ state, band, total }: Result): string => {
      const points = total === undefined ? "" : ` (${formatDecimal(divide(total, plan.scale))})`;
      return `${bands[band ?? -1]?.id ?? state}${points}`;
    };
    for (const [key, before] of chronicle.past(period) ?? []) {
      const now = chronicle.computed(period)?.get(key);
      if (!now || !differ(before, now)) continue;
      const parameters = {
        key: showKey(key),
        period: period.name,
        before: spelledText(words(before)),
        now: spelledText(words(now)),
      };
      diagnostics.report("A404", parameters, keyPlace(plan, before));
    }
  }
}

function differ(a: Result, b: Result): boolean {
  const sameTotal = a.total === undefined || b.total === undefined ? a.total === b.total : equal(a.total, b.total);
  return !sameTotal || a.state !== b.state || a.band !== b.band;
}

const pastResult = (file: string, past: PastResult): Result => ({
  key: past.key,
  columns: past.columns,
  scores: past.scores,
  states: past.states,
  unclamped: past.unclamped,
  total: past.total,
  state: past.state,
  reason: past.reason === "" ? undefined : { kind: "past", text: past.reason },
  band: past.band,
  natural: undefined,
  rank: past.rank,
  rules: past.rules,
  awards: past.awards,
  alerts: past.alerts,
  marks: ["from_history"],
  moved: [],
  rows: [],
  parts: [],
  past: { file, line: past.line },
});
