import type { Plan } from "../../model/plan.ts";
import type { Classed, PeriodReport } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Period } from "../../period/period.ts";
import { giveAwards } from "../law/award.ts";
import type { ClassedSubject } from "../law/result.ts";
import type { PreparedStage } from "../stage.ts";
import type { ColumnClasses } from "./column-classes.ts";
import { columnContenders } from "./column-contenders.ts";
import type { Grouped, GroupsOf } from "./column-groups.ts";
import { applyColumnQuotas } from "./column-quotas.ts";
import { createColumnResults } from "./column-results.ts";
import { endOf, sortedBy, startsOf } from "./counting-sort.ts";
import type { Ledger } from "./ledger.ts";
import { closeBands, compareKeys, noBand, rowAt } from "./ledger.ts";
import { createRanks, turn } from "./ranks.ts";
import type { Scoring } from "./scoring.ts";
import { createSortKeys } from "./sort-keys.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Quotas, ranking and awards of the rows of one period, as the law has them, on numbers of rows; changes `bands`. `judge` is the
 * law's own word on one row. Gives nothing where a key to sort by is no whole number for everybody.
 */
export function concludeColumns(
  plan: Plan,
  { stage, environment, looksAround, surroundings }: PreparedStage,
  period: Period,
  ledger: Ledger,
  scoring: Scoring,
  { bands, own, notRated }: ColumnClasses,
  groupsOf: GroupsOf,
  judge: (row: Row) => ClassedSubject,
  workspace: Workspace,
): Pick<PeriodReport, "results" | "quotas" | "awards"> | undefined {
  const { ranking } = stage;
  const classedOf = classedBy(judge);
  const keys = createSortKeys(ledger, scoring, classedOf, workspace);
  const profiles = ledger.profile.subarray(0, ledger.count);
  const groupings = new Map<string, Grouped>();
  const groupsBy = (within: readonly number[]): Grouped => {
    const id = within.join();
    const known = groupings.get(id);
    if (known) return known;
    const { values, put } = groupsOf(profiles, within);
    const grouped = { values, of: workspace(`groups ${id}`, profiles.length) };
    put(profiles, grouped.of);
    groupings.set(id, grouped);
    return grouped;
  };
  const grouped = groupsBy(ranking.within);
  const settled = applyColumnQuotas(stage, bands, (order) => keys.of(order, bands), groupsBy, ledger, workspace);
  const by = keys.of(ranking.by, bands);
  if (!settled || !by || !stage.awards.every((award) => keys.of(award.by, bands))) return undefined;
  const sorted = [grouped.of, ...unclassed(bands), ...by];
  const order = sortedBy(ledger.count, sorted, workspace);
  const starts = startsOf(order, sorted);
  sortEquals(order, starts, ledger);
  const ranks = createRanks(turnsOf(order, starts, grouped.of, bands), ranking.number);
  const judgeAt = (row: number): ClassedSubject => judge(rowAt(ledger, row));
  const field = { stage, ledger, scoring, bands, own, order, keys, groupsBy, looksAround };
  const among = columnContenders({ ...field, judge: judgeAt });
  const { outcomes: awards, honoured, of } = giveAwards(stage, among, environment, surroundings.chronicle, period);
  for (const at of honoured) own[at] = 1;
  const honours = new Map(Array.from(honoured, (at) => [at, of(at)]));
  const { moves, outcomes: quotas } = settled;
  closeBands(ledger, bands, own);
  const concluded = { order, ranks, bands, moves, honours, notRated };
  return {
    results: createColumnResults(plan, ledger, scoring, classedOf, groupsOf, concluded),
    quotas,
    awards,
  };
}

// What results keep is no function made above: it would keep all that was needed on the way.
const classedBy =
  (judge: (row: Row) => ClassedSubject) =>
  (row: Row): Classed =>
    judge(row).classed;

/** 1 for those who have no class, where there are such. */
function unclassed(bands: Uint8Array): readonly Int32Array[] {
  return bands.includes(noBand) ? [Int32Array.from(bands, (band) => (band === noBand ? 1 : 0))] : [];
}

/** `starts`: 1 where a run of equals begins; it is overwritten. */
function turnsOf(order: Int32Array, starts: Uint8Array, groupOf: Int32Array, bands: Uint8Array): Uint8Array {
  let group = -1;
  for (let place = 0; place < order.length; place++) {
    const row = order[place] as number;
    if (bands[row] === noBand) starts[place] = turn.unranked;
    else if (groupOf[row] !== group) starts[place] = turn.group;
    group = groupOf[row] as number;
  }
  return starts;
}

/** Puts those who are equal in the order of their keys. */
function sortEquals(order: Int32Array, starts: Uint8Array, ledger: Ledger): void {
  for (let from = 0, to = 0; from < order.length; from = to) {
    to = endOf(starts, from);
    if (to - from > 1 && !areInOrder(order, from, to, ledger)) sortRun(order.subarray(from, to), ledger);
  }
}

function areInOrder(order: Int32Array, from: number, to: number, ledger: Ledger): boolean {
  for (let at = from + 1; at < to; at++) {
    if (compareKeys(ledger, order[at - 1] as number, order[at] as number) > 0) return false;
  }
  return true;
}

function sortRun(run: Int32Array, ledger: Ledger): void {
  run.sort((a, b) => compareKeys(ledger, a, b));
}
