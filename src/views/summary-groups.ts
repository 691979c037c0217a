import type { CellValue } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Result, ResultColumns, ResultPage, Results, State } from "../model/report.ts";
import { pageRows } from "../model/report.ts";
import type { Band, Stage } from "../model/stage.ts";
import { divide } from "../number/exact.ts";
import { compareText } from "../text/order.ts";
import type { Tally } from "./groups.ts";
import { byValues, groupsBy, tallyOf } from "./groups.ts";
import { reasonText } from "./reason-text.ts";
import type { Style } from "./style.ts";
import type { Line } from "./summary-line.ts";
import { groupText, keyText, listed, scopeText, share } from "./summary-line.ts";
import { cutsOf } from "./summary-sums.ts";
import { states } from "./words.ts";

/** Counts and means by band, those without one, and alerts: for everybody first, then for each group. */
export function* groupLines(plan: Plan, stage: Stage, { results }: PeriodReport, style: Style): Generator<Line> {
  const keyOf = keyText(plan, style);
  const { everybody, groups } = results.columns
    ? columnTallies(plan, stage, results, results.columns, style, keyOf)
    : tallies(plan, stage, results, style, keyOf);
  yield* linesOf(plan, stage, style, everybody, undefined, undefined);
  for (const { within, values, tally } of groups) yield* linesOf(plan, stage, style, tally, within, values);
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
    readonly values: readonly string[];
    readonly tally: PeopleTally;
  }[];
}

function tallies(plan: Plan, stage: Stage, results: Results, style: Style, keyOf: (result: Result) => string): Tallies {
  return {
    everybody: tallied(plan, stage, [...results], keyOf),
    groups: cutsOf(plan, stage).flatMap((within) =>
      groupsBy(results, within, groupText(plan, within, style)).map(({ values, members }) => {
        return { within, values, tally: tallied(plan, stage, members, keyOf) };
      }),
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
  within: Line["within"],
  scope: Line["scope"],
): Generator<Line> {
  const { whole, rated } = tally;
  const of = { within, scope };
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
function columnTallies(
  plan: Plan,
  stage: Stage,
  results: Results,
  columns: ResultColumns,
  style: Style,
  keyOf: (result: Result) => string,
): Tallies {
  const apart = lookedAt(plan, stage, results, columns, keyOf);
  const cuts = cutsOf(plan, stage).map((within) => {
    const texts = scopeText(plan, within, style);
    const { values, of } = columns.groupsBy(within);
    const groups = countedBy(stage, results.length, columns, values.length, of, apart);
    return groups.map((tally, at) => ({ within, values: texts(values[at] as readonly CellValue[]), tally }));
  });
  const everybody = countedBy(stage, results.length, columns, 1, new Int32Array(results.length), apart);
  return {
    everybody: everybody[0] as PeopleTally,
    groups: cuts.flatMap((groups) => groups.sort((a, b) => byValues(a.values, b.values))),
  };
}

/** What is to be said of somebody at a place, besides the band. */
interface Apart {
  readonly place: number;
  readonly leftOut: readonly LeftOut[];
  readonly key: string;
  readonly alerts: readonly string[];
}

/** Those without a class or with alerts, in the order of their places. */
function lookedAt(
  plan: Plan,
  { bands: { length: size } }: Stage,
  results: Results,
  { page, alertsAt }: ResultColumns,
  keyOf: (result: Result) => string,
): readonly Apart[] {
  const found: Apart[] = [];
  for (let from = 0; from < results.length; from += pageRows) {
    const { count, bands, odd } = page(from, pageRows);
    for (let at = 0; at < count; at++) {
      const place = from + at;
      const alerts = odd[at] === 1 ? alertsAt(place) : [];
      if ((bands[at] as number) < size && alerts.length === 0) continue;
      const result = results.at(place) as Result;
      found.push({ place, leftOut: leftOut(plan, result, keyOf), key: alerts.length > 0 ? keyOf(result) : "", alerts });
    }
  }
  return found;
}

/** What is counted of each group; `of`: the number of it by place. */
function countedBy(
  { bands: { length: size }, alerts }: Stage,
  length: number,
  { page }: ResultColumns,
  groups: number,
  of: Int32Array,
  apart: readonly Apart[],
): PeopleTally[] {
  const counts = new Float64Array(groups * size);
  const sums = new Float64Array(groups * size);
  for (let from = 0; from < length; from += pageRows) addPage(page(from, pageRows), of, from, counts, sums, size);
  const without = Array.from({ length: groups }, (): LeftOut[] => []);
  const alerted = Array.from({ length: groups }, () => alerts.map((): string[] => []));
  for (const { place, leftOut: lacking, key, alerts: ids } of apart) {
    const group = of[place] as number;
    without[group]?.push(...lacking);
    for (const [at, { id }] of alerts.entries()) if (ids.includes(id)) alerted[group]?.[at]?.push(key);
  }
  return without.map((some, group) => wholeTally(size, counts, sums, group * size, some, alerted[group] as string[][]));
}

/** Adds results to what is counted by group, then by band. */
function addPage(
  { count, bands, totals }: ResultPage,
  of: Int32Array,
  from: number,
  counts: Float64Array,
  sums: Float64Array,
  size: number,
): void {
  for (let at = 0; at < count; at++) {
    const band = bands[at] as number;
    if (band >= size) continue;
    const to = (of[from + at] as number) * size + band;
    counts[to] = (counts[to] as number) + 1;
    sums[to] = (sums[to] as number) + (totals[at] as number);
  }
}

function wholeTally(
  size: number,
  counts: Float64Array,
  sums: Float64Array,
  start: number,
  without: readonly LeftOut[],
  alerts: PeopleTally["alerts"],
): PeopleTally {
  const tallyAt = (count: number, sum: number): Tally => ({
    count,
    mean: count === 0 ? undefined : divide(sum, count),
  });
  const bands: Tally[] = [];
  let [people, points] = [0, 0];
  for (let at = start; at < start + size; at++) {
    const [count, sum] = [counts[at] as number, sums[at] as number];
    bands.push(tallyAt(count, sum));
    people += count;
    points += sum;
  }
  const whole = people + without.length;
  return { whole, bands, rated: tallyAt(people, points), ...withoutClass(without), alerts };
}

/** Somebody who has no class, with the reason where he is not rated. */
interface LeftOut {
  readonly key: string;
  readonly reason: string | undefined;
}

function leftOut(plan: Plan, result: Result, keyOf: (result: Result) => string): readonly LeftOut[] {
  const { state } = result;
  if (state === "rated") return [];
  return [{ key: keyOf(result), reason: state === "not_rated" ? reasonText(plan, result.reason) : undefined }];
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
