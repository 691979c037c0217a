import type { Plan, Stage } from "../model/plan.ts";
import type { PeriodReport, Result, State } from "../model/report.ts";
import { compareText } from "../text/order.ts";
import { groupsBy, tallyOf } from "./groups.ts";
import { reasonText } from "./reason-text.ts";
import type { Style } from "./style.ts";
import type { Line } from "./summary-line.ts";
import { groupText, keyText, listed, share } from "./summary-line.ts";
import { states } from "./words.ts";

/** Counts and means by band, those without one, and alerts: for everybody first, then for each ranking group. */
export function* groupLines(plan: Plan, stage: Stage, { results }: PeriodReport, style: Style): Generator<Line> {
  const { within } = stage.ranking;
  const keyOf = keyText(plan, style);
  yield* linesOf(plan, stage, [...results], keyOf);
  if (within.length === 0) return;
  for (const { values, members } of groupsBy(results, within, groupText(plan, within, style))) {
    for (const line of linesOf(plan, stage, members, keyOf)) yield { ...line, within, scope: values };
  }
}

function* linesOf(
  plan: Plan,
  { bands, alerts }: Stage,
  members: readonly Result[],
  keyOf: (result: Result) => string,
): Generator<Line> {
  const { language } = plan;
  const whole = members.length;
  const inState = (state: State): readonly Result[] => members.filter((member) => member.state === state);
  const [rated, incomplete] = [inState("rated"), inState("incomplete")];
  const counted = (some: readonly Result[], of: number) => ({ ...tallyOf(some), share: share(some.length, of) });
  for (const [at, { id, title }] of bands.entries()) {
    const inBand = rated.filter(({ band }) => band === at);
    yield { kind: "band", id, title: title[language], ...counted(inBand, rated.length) };
  }
  yield { kind: "rated", title: states.rated[language], ...counted(rated, whole) };
  for (const [reason, keys] of byReason(plan, inState("not_rated"), keyOf)) {
    yield { kind: "not_rated", title: reason, ...listed(keys, whole) };
  }
  if (incomplete.length > 0) {
    yield { kind: "incomplete", title: states.incomplete[language], ...listed(incomplete.map(keyOf), whole) };
  }
  for (const { id, title } of alerts) {
    const alerted = members.filter((member) => member.alerts.includes(id));
    if (alerted.length > 0) yield { kind: "alert", id, title: title[language], ...listed(alerted.map(keyOf), whole) };
  }
}

function byReason(
  plan: Plan,
  results: readonly Result[],
  keyOf: (result: Result) => string,
): readonly (readonly [reason: string, keys: readonly string[]])[] {
  const keys = new Map<string, string[]>();
  for (const result of results) {
    const reason = reasonText(plan, result.reason);
    const list = keys.get(reason) ?? [];
    keys.set(reason, list);
    list.push(keyOf(result));
  }
  return [...keys].sort(([a], [b]) => compareText(a, b));
}
