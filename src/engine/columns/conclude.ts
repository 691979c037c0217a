import type { Plan } from "../../model/plan.ts";
import type { AwardOutcome, Classed, PeriodReport, QuotaOutcome } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { SortKey } from "../../model/stage.ts";
import type { Period } from "../../period/period.ts";
import { giveAwards } from "../law/award.ts";
import type { ClassedSubject } from "../law/result.ts";
import type { PreparedStage } from "../stage.ts";
import type { ColumnClasses } from "./column-classes.ts";
import { columnContenders } from "./column-contenders.ts";
import type { Grouped, GroupsOf } from "./column-groups.ts";
import { applyColumnQuotas } from "./column-quotas.ts";
import type { Concluded } from "./column-results.ts";
import { countsOf, createColumnResults } from "./column-results.ts";
import { endOf, sortedBy, startsOf } from "./counting-sort.ts";
import type { Ledger } from "./ledger.ts";
import { compareKeys, markOwn, noBand, rowAt } from "./ledger.ts";
import { createRanks, turn } from "./ranks.ts";
import type { Scoring } from "./scoring.ts";
import { createSortKeys } from "./sort-keys.ts";
import type { Workspace } from "./workspace.ts";

/** What all periods of a run are concluded with. */
interface Setting {
  readonly plan: Plan;
  readonly prepared: PreparedStage;
  readonly scoring: Scoring;
  readonly groupsOf: GroupsOf;
  readonly workspace: Workspace;
}

/** A period whose rows are scored. */
interface Scored {
  readonly period: Period;
  readonly ledger: Ledger;
  /** Asked once. */
  classes(): ColumnClasses;
  /** The law's own word on one row. */
  judge(row: Row): ClassedSubject;
}

/**
 * Quotas, ranking and awards of the rows of one period, as the law has them, on numbers of rows. Where nobody but the numbers has to
 * be asked that is done when somebody looks at the results. Gives nothing where a key to sort by is no whole number for everybody.
 */
export function concludeColumns(
  setting: Setting,
  scored: Scored,
): Pick<PeriodReport, "results" | "quotas" | "awards"> | undefined {
  const { plan, scoring, groupsOf } = setting;
  const { ledger, judge } = scored;
  const settled = once(() => settle(setting, scored)) as () => Settled;
  const waits = mayWait(plan);
  const first = waits ? undefined : settled();
  if (!waits && !first) return undefined;
  // Quotas leave nobody without a class.
  const counts = countsOf(ledger.band, first?.notRated ?? 0);
  return {
    results: createColumnResults({ plan, ledger, scoring, groupsOf, classedOf: classedBy(judge), counts }, settled),
    quotas: { [Symbol.iterator]: () => settled().quotas[Symbol.iterator]() },
    awards: first?.awards ?? [],
  };
}

/** Whether numbers alone decide, of which each is whole: nothing is found on the way that somebody has to be told. */
function mayWait({ stage }: Plan): boolean {
  const { rules, bands, quotas, ranking, awards, alerts } = stage;
  const isWhole = ({ by }: SortKey): boolean => by.kind === "total" || by.kind === "band";
  return (
    rules.length + awards.length + alerts.length === 0 &&
    bands.every(({ require }) => require.length === 0) &&
    [ranking.by, ...quotas.map(({ order }) => order)].every((keys) => keys.every(isWhole))
  );
}

/** What is made when somebody asks for it. */
function once<T>(make: () => T): () => T {
  let give = (): T => {
    const made = make();
    give = () => made;
    return made;
  };
  return () => give();
}

interface Settled extends Concluded {
  readonly quotas: Iterable<QuotaOutcome>;
  readonly awards: readonly AwardOutcome[];
}

function settle(
  { prepared, scoring, groupsOf, workspace }: Setting,
  { period, ledger, judge, classes }: Scored,
): Settled | undefined {
  const { stage, environment, looksAround, surroundings } = prepared;
  const { ranking } = stage;
  const { bands, own, notRated } = classes();
  const keys = createSortKeys(ledger, scoring, classedBy(judge), workspace);
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
  markOwn(ledger, bands, own);
  return { order, ranks, bands, moves, honours, notRated, quotas, awards };
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
