import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Result, ResultColumns, Results, State } from "../../model/report.ts";
import type { Band, Stage } from "../../model/stage.ts";
import { divide } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
import type { Style } from "../style.ts";
import type { Tally } from "../text-groups.ts";
import { groupsBy, tallyOf } from "../text-groups.ts";
import { states } from "../words.ts";
import type { CountedCut, LeftOut } from "./summary-counts.ts";
import { countedCuts, leftOut } from "./summary-counts.ts";
import type { Line } from "./summary-line.ts";
import { groupText, keyText, listed, share } from "./summary-line.ts";
import { cutsOf } from "./summary-sums.ts";

/** Counts and means by band, those without one, and alerts: for everybody first, then for each group. */
export function* groupLines(plan: Plan, stage: Stage, { results }: PeriodReport, style: Style): Generator<Line> {
  const { everybody, groups } = results.columns
    ? columnTallies(plan, stage, results, results.columns, style)
    : tallies(plan, stage, results, style, keyText(plan, style));
  yield* linesOf(plan, stage, style, everybody, {});
  for (const { tally, ...scope } of groups) yield* linesOf(plan, stage, style, tally, scope);
}

/** The lines of one group that was counted in columns. */
export function countedLines(
  plan: Plan,
  stage: Stage,
  style: Style,
  counted: CountedCut,
  group: number,
): Iterable<Line> {
  const { within, values } = counted;
  const scope = within.length === 0 ? {} : { within, scope: values[group] };
  return linesOf(plan, stage, style, wholeTally(stage, counted, group), scope);
}

/** What is counted of some people. */
interface PeopleTally {
  readonly whole: number;
  readonly bands: readonly Tally[];
  readonly rated: Tally;
  readonly notRated: readonly (readonly [reason: string, keys: readonly string[]])[];
  readonly incomplete: readonly string[];
  /** By alert of the stage. */
  readonly alerts: readonly (readonly string[])[];
}

interface Tallies {
  readonly everybody: PeopleTally;
  /** Those of one grouping in code-point order of their texts. */
  readonly groups: readonly {
    readonly within: readonly number[];
    readonly scope: readonly string[];
    readonly tally: PeopleTally;
  }[];
}

function tallies(plan: Plan, stage: Stage, results: Results, style: Style, keyOf: (result: Result) => string): Tallies {
  return {
    everybody: tallied(plan, stage, [...results], keyOf),
    groups: cutsOf(plan, stage).flatMap((within) =>
      groupsBy(results, within, groupText(plan, within, style)).map(({ values, members }) => ({
        within,
        scope: values,
        tally: tallied(plan, stage, members, keyOf),
      })),
    ),
  };
}

function tallied(
  plan: Plan,
  { bands, alerts }: Stage,
  members: readonly Result[],
  keyOf: (result: Result) => string,
): PeopleTally {
  const inState = (state: State): readonly Result[] => members.filter((member) => member.state === state);
  const rated = inState("rated");
  return {
    whole: members.length,
    bands: bands.map((_, at) => tallyOf(rated.filter(({ band }) => band === at))),
    rated: tallyOf(rated),
    ...withoutClass(members.flatMap((member) => leftOut(plan, member, keyOf))),
    alerts: alerts.map(({ id }) => members.filter((member) => member.alerts.includes(id)).map(keyOf)),
  };
}

function* linesOf(
  { language }: Plan,
  { bands, alerts }: Stage,
  style: Style,
  tally: PeopleTally,
  of: Pick<Line, "within" | "scope">,
): Generator<Line> {
  const { whole, rated } = tally;
  const { within, scope } = of;
  for (let at = 0; at < bands.length; at++) {
    const { id, title } = bands[at] as Band;
    const { count, mean } = tally.bands[at] as Tally;
    // Each key by name: V8 takes many times as long for an object that begins with a spread.
    yield { kind: "band", id, title: title[language], count, mean, share: share(count, rated.count), within, scope };
  }
  const { count, mean } = rated;
  yield { kind: "rated", title: states.rated[language], count, mean, share: share(count, whole), within, scope };
  for (const [reason, keys] of tally.notRated)
    yield { kind: "not_rated", title: reason, ...listed(keys, whole, style), ...of };
  if (tally.incomplete.length > 0) {
    yield { kind: "incomplete", title: states.incomplete[language], ...listed(tally.incomplete, whole, style), ...of };
  }
  for (const [at, { id, title }] of alerts.entries()) {
    const alerted = tally.alerts[at] as readonly string[];
    if (alerted.length === 0) continue;
    yield { kind: "alert", id, title: title[language], ...listed(alerted, whole, style), ...of };
  }
}

/** The same of results that are kept as columns. */
function columnTallies(plan: Plan, stage: Stage, results: Results, columns: ResultColumns, style: Style): Tallies {
  const [everybody, ...cuts] = [...countedCuts(plan, stage, results, columns, style)].map(
    ({ within, values, order, ...counted }) =>
      order.map((group) => ({
        within,
        scope: values[group] as string[],
        tally: wholeTally(stage, counted, group),
      })),
  );
  return { everybody: everybody?.[0]?.tally as PeopleTally, groups: cuts.flat() };
}

/** What is said of one group that was counted in columns. */
function wholeTally(
  { bands: { length: size }, alerts }: Stage,
  { counts, sums, per, apart }: Pick<CountedCut, "counts" | "sums" | "per" | "apart">,
  group: number,
): PeopleTally {
  const tallyAt = (count: number, sum: number): Tally => ({
    count,
    mean: count === 0 ? undefined : divide(sum, count * per),
  });
  const bands: Tally[] = [];
  let [people, points] = [0, 0];
  for (let at = group * size; at < (group + 1) * size; at++) {
    const [count, sum] = [counts[at] as number, sums[at] as number];
    bands.push(tallyAt(count, sum));
    people += count;
    points += sum;
  }
  const own = apart.get(group) ?? [];
  const without = own.flatMap((each) => each.leftOut);
  return {
    whole: people + without.length,
    bands,
    rated: tallyAt(people, points),
    ...withoutClass(without),
    alerts: alerts.map(({ id }) => own.filter((each) => each.alerts.includes(id)).map(({ key }) => key)),
  };
}

function withoutClass(some: readonly LeftOut[]): Pick<PeopleTally, "notRated" | "incomplete"> {
  const notRated = new Map<string, string[]>();
  const incomplete: string[] = [];
  for (const { key, reason } of some) {
    const list = reason === undefined ? incomplete : (notRated.get(reason) ?? []);
    if (reason !== undefined) notRated.set(reason, list);
    list.push(key);
  }
  return { notRated: [...notRated].sort(([a], [b]) => compareText(a, b)), incomplete };
}
