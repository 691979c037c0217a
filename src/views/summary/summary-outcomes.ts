import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, QuotaOutcome } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { compareText } from "../../text/order.ts";
import type { Style } from "../style.ts";
import { byValues } from "../text-groups.ts";
import { nameOf } from "../words.ts";
import type { Line } from "./summary-line.ts";
import { namedKeys, scopeText } from "./summary-line.ts";

/** A line for each quota and each of its scopes, with what became of the candidates. */
export function* quotaLines(plan: Plan, stage: Stage, period: PeriodReport, style: Style): Generator<Line> {
  const named = namedKeys(plan, period, style);
  for (const each of stage.quotas) {
    const { id, within, band } = each;
    const title = nameOf(each, plan.language, stage.bands[band]?.title[plan.language]);
    const texts = scopeText(plan, within, style);
    for (const { outcome, scope } of inOrder(() => scopesOf(period, id, texts))) {
      const { candidates: count, share, denominator, room, kept, moved, open, leavers } = outcome;
      const note = named(leavers);
      yield { kind: "quota", id, title, count, share, denominator, room, kept, moved, open, note, within, scope };
    }
  }
}

interface Scope {
  readonly outcome: QuotaOutcome;
  readonly scope: readonly string[];
}

function* scopesOf(
  { quotas }: PeriodReport,
  id: string,
  texts: (values: QuotaOutcome["scope"]) => string[],
): Generator<Scope> {
  for (const outcome of quotas) if (outcome.quota === id) yield { outcome, scope: texts(outcome.scope) };
}

/** Scopes by their texts. Most are given in that order: then none is kept. */
function inOrder(scopes: () => Iterable<Scope>): Iterable<Scope> {
  let before: Scope | undefined;
  for (const each of scopes()) {
    if (before && byValues(before.scope, each.scope) > 0) {
      return [...scopes()].sort((a, b) => byValues(a.scope, b.scope));
    }
    before = each;
  }
  return scopes();
}

/** A line for every compared column, also one without a difference: that is worth knowing. */
export function* differenceLines(plan: Plan, { differences }: PeriodReport): Generator<Line> {
  for (const [at, { id, title, compare }] of plan.columns.entries()) {
    if (!compare) continue;
    const count = differences.filter(({ column }) => column === at).length;
    yield { kind: "difference", id, title: title[plan.language], count };
  }
}

/** A line for each thing that the authority decided: the action, the rule, band or award that it names, and about whom. */
export function* decisionLines(plan: Plan, period: PeriodReport, style: Style): Generator<Line> {
  const named = namedKeys(plan, period, style);
  const found = new Map<string, { action: string; value: string; keys: string[] }>();
  const { results } = period;
  for (const { key, decisions = [] } of results.columns ? [] : results) {
    for (const { action, value } of decisions) {
      // A former key is nobody's business but of those who keep the keys.
      const shown = action === "was" ? "" : value;
      const id = `${action} ${shown}`;
      const entry = found.get(id) ?? { action, value: shown, keys: [] };
      found.set(id, entry);
      entry.keys.push(key);
    }
  }
  for (const [, { action, value, keys }] of [...found].sort(([a], [b]) => compareText(a, b))) {
    yield { kind: "decision", id: action, title: value, count: keys.length, note: named(keys) };
  }
}

/** Of a provisional period: a line for each part that is still to come, and for each range of bands that people can still end in. */
export function* outlookLines(plan: Plan, stage: Stage, period: PeriodReport, style: Style): Generator<Line> {
  const { missing = [], reach = [] } = period.outlook ?? {};
  for (const part of missing) yield { kind: "missing", id: part };
  const named = namedKeys(plan, period, style);
  const band = (at: number) => stage.bands[at] as Stage["bands"][number];
  for (const best of stage.bands.keys()) {
    for (const worst of stage.bands.keys()) {
      const keys = reach.filter((each) => each.best === best && each.worst === worst).map(({ key }) => key);
      if (keys.length === 0) continue;
      const title = [worst, best].map((at) => band(at).title[plan.language]).join(" – ");
      yield { kind: "reach", id: `${band(worst).id} ${band(best).id}`, title, count: keys.length, note: named(keys) };
    }
  }
}
