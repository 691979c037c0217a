import type { Cell, ColumnOf } from "../document/table.ts";
import { id, text } from "../document/table.ts";
import { keyParts } from "../model/keys.ts";
import type { Units } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result, Results } from "../model/report.ts";
import { isLeftOut, leftOut, pagesOf } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stageAt } from "../model/stages.ts";
import { placesNeeded } from "../number/decimal.ts";
import { equal, quotientKey } from "../number/exact.ts";
import { printsUnclamped } from "./fields.ts";

export const exactName = "exact.csv";

/** Whether some number that a later run may read stands in no period file, or only to some places. */
export const needsExact = (report: Report): boolean => !exactEntries(report).next().done;

/**
 * The numbers that the period files hold only to some places (as fractions in lowest terms), and the scores
 * below the top level that later periods read. With it results are an exact history.
 */
export function exactRows(report: Report): {
  readonly columns: readonly ColumnOf<Entry>[];
  readonly entries: Iterable<Entry>;
} {
  const { scale } = report.plan;
  const column = (name: string, cell: (entry: Entry) => Cell, type = id) => ({ id: name, head: name, type, cell });
  return {
    columns: [
      column("period", ({ period }) => period),
      ...report.plan.key.map((_, at) => column(`key_${at + 1}`, ({ key }) => keyParts(key)[at], text)),
      column("what", ({ what }) => what),
      column("value", ({ units }) => quotientKey(units, scale)),
    ],
    entries: exactEntries(report),
  };
}

interface Entry {
  readonly period: string;
  readonly key: string;
  /** `total`, `unclamped` or the id of a node. */
  readonly what: string;
  readonly units: Units;
}

function* exactEntries({ plan, periods }: Report): Generator<Entry> {
  for (const period of periods) {
    const stage = stageAt(plan, period);
    const readBack = stage.readBack ?? [];
    const below = readBack.filter((node) => !stage.top.includes(node));
    const results = below.length === 0 ? oddOnes(period.results, readBack) : period.results;
    for (const result of results) for (const entry of entriesOf(plan, stage, period, result, below)) yield entry;
  }
}

/** Those whose numbers are not all whole ones that stand in the period file, where one of these nodes that was left out is blank. */
function* oddOnes(results: Results, nodes: readonly number[]): Iterable<Result> {
  const { columns } = results;
  if (!columns) return yield* results;
  if (nodes.length === 0) {
    for (const place of columns.odd) yield results.at(place) as Result;
    return;
  }
  for (const [first, { odd, count, nodes: scores }] of pagesOf(columns, 0, results.length, nodes)) {
    const isOdd = (at: number): boolean => odd[at] === 1 || nodes.some((node) => scores[node]?.[at] === leftOut);
    // The page is overwritten when somebody is asked for.
    const places: number[] = [];
    for (let at = 0; at < count; at++) if (isOdd(at)) places.push(at);
    for (const at of places) yield results.at(first + at) as Result;
  }
}

function entriesOf(
  plan: Plan,
  stage: Stage,
  { period }: PeriodReport,
  result: Result,
  below: readonly number[],
): readonly Entry[] {
  const { key, scores, total, unclamped } = result;
  const entries: Entry[] = [];
  const enter = (what: string, units: Units): number => entries.push({ period, key, what, units });
  for (const node of stage.top) {
    const units = scores[node];
    // Later periods count 0 what was left out, which the period file leaves blank.
    const isBlank = isLeftOut(result, node) && stage.readBack?.includes(node);
    if (units !== undefined && (isBlank || isRough(units))) enter(stage.nodes[node]?.id ?? "", units);
  }
  for (const node of below) {
    const units = scores[node];
    if (units !== undefined) enter(stage.nodes[node]?.id ?? "", units);
  }
  if (total !== undefined && isRough(total)) enter("total", total);
  if (unclamped === undefined) return entries;
  // Where the period file has no such column it is the total, unless this says otherwise.
  const isPrinted = printsUnclamped(plan, stage);
  const isKnown = isPrinted ? !isRough(unclamped) : total !== undefined && equal(unclamped, total);
  if (!isKnown) enter("unclamped", unclamped);
  return entries;
}

/** Units are parts of a decimal, so that whole ones have finite decimals. */
const isRough = (units: Units): boolean => typeof units !== "number" && placesNeeded(units) === undefined;
