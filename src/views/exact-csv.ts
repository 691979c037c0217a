import type { Cell, ColumnOf } from "../document/table.ts";
import { id, text } from "../document/table.ts";
import { keyParts } from "../model/keys.ts";
import type { Units } from "../model/node.ts";
import { keyAt } from "../model/people.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result, ResultColumns, Results } from "../model/report.ts";
import { isLeftOut, leftOut, pagesOf } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stageAt } from "../model/stages.ts";
import { placesNeeded } from "../number/decimal.ts";
import { divide, equal, quotientKey } from "../number/exact.ts";
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
    const enter = entriesOf(plan, stage, period);
    const { results } = period;
    if (results.columns) yield* columnEntries(stage, results, results.columns, enter);
    else for (const result of results) yield* enter(figuresOf(result));
  }
}

/** What is asked of a result. */
interface Figures extends Pick<Result, "key" | "total" | "unclamped"> {
  score(node: number): Units | undefined;
  isLeftOut(node: number): boolean;
}

const figuresOf = (result: Result): Figures => ({
  key: result.key,
  total: result.total,
  unclamped: result.unclamped,
  score: (node) => result.scores[node],
  isLeftOut: (node) => isLeftOut(result, node),
});

/** Of results that are kept as columns: where nothing is divided, whole numbers stand in the period file. */
function* columnEntries(
  stage: Stage,
  results: Results,
  columns: ResultColumns,
  enter: (figures: Figures) => readonly Entry[],
): Generator<Entry> {
  const { people, per, odd } = columns;
  const readBack = stage.readBack ?? [];
  if (per === 1 && readBack.length === 0) {
    for (const place of odd) yield* enter(figuresOf(results.at(place) as Result));
    return;
  }
  const units = (number: number | undefined): Units => (number === leftOut ? 0 : divide(number as number, per));
  for (const [first, page] of pagesOf(columns, 0, results.length, [...stage.top, ...readBack])) {
    const figuresAt = (at: number): Figures => ({
      key: keyAt(people, page.profiles[at] as number),
      total: units(page.totals[at]),
      unclamped: units(page.unclamped[at]),
      score: (node) => units(page.nodes[node]?.[at]),
      isLeftOut: (node) => page.nodes[node]?.[at] === leftOut,
    });
    // The page is overwritten when somebody is asked for.
    const found: Entry[] = [];
    for (let at = 0; at < page.count; at++) {
      found.push(...enter(page.odd[at] === 1 ? figuresOf(results.at(first + at) as Result) : figuresAt(at)));
    }
    yield* found;
  }
}

function entriesOf(plan: Plan, stage: Stage, { period }: PeriodReport): (of: Figures) => readonly Entry[] {
  const below = (stage.readBack ?? []).filter((node) => !stage.top.includes(node));
  return ({ key, score, isLeftOut, total, unclamped }) => {
    const entries: Entry[] = [];
    const enter = (what: string, units: Units): number => entries.push({ period, key, what, units });
    for (const node of stage.top) {
      const units = score(node);
      // Later periods count 0 what was left out, which the period file leaves blank.
      const isBlank = isLeftOut(node) && stage.readBack?.includes(node);
      if (units !== undefined && (isBlank || isRough(units))) enter(stage.nodes[node]?.id ?? "", units);
    }
    for (const node of below) {
      const units = score(node);
      if (units !== undefined) enter(stage.nodes[node]?.id ?? "", units);
    }
    if (total !== undefined && isRough(total)) enter("total", total);
    if (unclamped === undefined) return entries;
    // Where the period file has no such column it is the total, unless this says otherwise.
    const isPrinted = printsUnclamped(plan, stage);
    const isKnown = isPrinted ? !isRough(unclamped) : total !== undefined && equal(unclamped, total);
    if (!isKnown) enter("unclamped", unclamped);
    return entries;
  };
}

/** Units are parts of a decimal, so that whole ones have finite decimals. */
const isRough = (units: Units): boolean => typeof units !== "number" && placesNeeded(units) === undefined;
