import type { AwardOutcome, PeriodReport, QuotaOutcome } from "../../model/report.ts";
import type { SortKey, Stage } from "../../model/stage.ts";
import { giveAwards } from "../law/award.ts";
import { classesIn } from "./column-classes.ts";
import { columnContenders } from "./column-contenders.ts";
import type { Grouped, GroupsOf } from "./column-groups.ts";
import { applyColumnQuotas } from "./column-quotas.ts";
import type { Concluded } from "./column-results.ts";
import { countsOf, createColumnResults } from "./column-results.ts";
import { endOf, sortedBy, startsOf } from "./counting-sort.ts";
import { createRanks, turn } from "./ranks.ts";
import type { Roster } from "./roster.ts";
import { compareKeys, markOwn, noBand } from "./roster.ts";
import type { Scored } from "./scored.ts";
import type { Scoring } from "./scoring.ts";
import { createSortKeys } from "./sort-keys.ts";
import type { Workspace } from "./workspace.ts";

/** What all periods of a run are concluded with. */
export interface Setting {
  readonly groupsOf: GroupsOf;
  readonly workspace: Workspace;
  /** The periods that were concluded, by name. */
  readonly concluded: Map<string, PartColumns>;
}

/** A concluded period, as longer ones look at it. */
export interface PartColumns {
  readonly roster: Roster;
  /** As of its {@link Scoring}, here and below. */
  readonly nodes: Scoring<Roster>["nodes"];
  readonly unclamped: Scoring<Roster>["unclamped"];
  page(rows: Int32Array, wanted: readonly number[]): void;
}

/**
 * Quotas, ranking and awards of one period, as the law has them, on numbers of rows. Where nobody but the numbers has to
 * be asked that is done when somebody looks at the results. Gives nothing where a key to sort by is no whole number for everybody.
 */
export function concludeColumns<R extends Roster>(
  setting: Setting,
  scored: Scored<R>,
): Pick<PeriodReport, "results" | "quotas" | "awards"> | undefined {
  const settled = once(() => settle(setting, scored)) as () => Settled;
  const waits = mayWait(scored.prepared.stage);
  const first = waits ? undefined : settled();
  if (!waits && !first) return undefined;
  // Quotas leave nobody without a class.
  const counts = countsOf(scored.roster);
  setting.concluded.set(scored.period.name, partOf(scored));
  return {
    results: createColumnResults(scored, setting.groupsOf, counts, settled),
    quotas: { [Symbol.iterator]: () => settled().quotas[Symbol.iterator]() },
    awards: first?.awards ?? [],
  };
}

function partOf<R extends Roster>({ roster, scoring }: Scored<R>): PartColumns {
  const { nodes, unclamped } = scoring;
  return { roster, nodes, unclamped, page: (rows, wanted) => scoring.page(roster, rows, wanted) };
}

/** Whether numbers alone decide, of which each is whole: nothing is found on the way that somebody has to be told. */
function mayWait({ rules, bands, quotas, ranking, awards, alerts }: Stage): boolean {
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

function settle<R extends Roster>(
  { groupsOf, workspace }: Setting,
  { prepared, period, roster, scoring, judge }: Scored<R>,
): Settled | undefined {
  const { stage, environment, classify, surroundings } = prepared;
  const { ranking } = stage;
  const { bands, own } = classesIn(stage, classify, scoring, roster, judge);
  const keys = createSortKeys(roster, scoring, judge, workspace);
  const profiles = roster.profile.subarray(0, roster.count);
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
  const settled = applyColumnQuotas(stage, bands, (order) => keys.of(order, bands), groupsBy, roster, workspace);
  const by = keys.of(ranking.by, bands);
  if (!settled || !by || !stage.awards.every((award) => keys.of(award.by, bands))) return undefined;
  const sorted = [grouped.of, ...unclassed(bands), ...by];
  const order = sortedBy(roster.count, sorted, workspace);
  const starts = startsOf(order, sorted);
  sortEquals(order, starts, roster);
  const ranks = createRanks(turnsOf(order, starts, grouped.of, bands), ranking.number);
  const among = columnContenders({ stage, roster, scoring, bands, own, order, keys, groupsBy, judge });
  const { outcomes: awards, honoured, of } = giveAwards(stage, among, environment, surroundings.chronicle, period);
  for (const at of honoured) own[at] = 1;
  const honours = new Map(Array.from(honoured, (at) => [at, of(at)]));
  const { moves, outcomes: quotas } = settled;
  markOwn(roster, bands, own);
  return { order, ranks, bands, moves, honours, quotas, awards };
}

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
function sortEquals(order: Int32Array, starts: Uint8Array, roster: Roster): void {
  for (let from = 0, to = 0; from < order.length; from = to) {
    to = endOf(starts, from);
    if (to - from > 1 && !areInOrder(order, from, to, roster)) sortRun(order.subarray(from, to), roster);
  }
}

function areInOrder(order: Int32Array, from: number, to: number, roster: Roster): boolean {
  for (let at = from + 1; at < to; at++) {
    if (compareKeys(roster, order[at - 1] as number, order[at] as number) > 0) return false;
  }
  return true;
}

function sortRun(run: Int32Array, roster: Roster): void {
  run.sort((a, b) => compareKeys(roster, a, b));
}
