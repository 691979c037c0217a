import type { RankStep, ScopeValue } from "../../model/derivation-class.ts";
import { groupBy } from "../../model/groups.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import { keyValues, scopeOf } from "./quota-step.ts";
import type { Scene } from "./scene.ts";

/** Gives the place of a subject in its ranking group; undefined without a rank. Groups are made once for all who are explained. */
export function createRankStep(scene: Scene, { results }: PeriodReport): (result: Result) => RankStep | undefined {
  const { within, by } = scene.stage.ranking;
  let groups: ReadonlyMap<string, RankedGroup> | undefined;
  return (result) => {
    const { key, rank } = result;
    if (rank === undefined) return undefined;
    groups ??= groupsIn(results, within);
    const { scope, ranked, having } = groups.get(key) as RankedGroup;
    return { scope, rank, of: ranked, equals: (having.get(rank) as number) - 1, keys: keyValues(scene, by, result) };
  };
}

interface RankedGroup {
  readonly scope: readonly ScopeValue[];
  /** How many have a rank, and how many each. */
  readonly ranked: number;
  readonly having: ReadonlyMap<number, number>;
}

/** By key. */
function groupsIn(results: PeriodReport["results"], within: readonly number[]): ReadonlyMap<string, RankedGroup> {
  const groups = new Map<string, RankedGroup>();
  for (const { values, members } of groupBy(results, within)) {
    const ranks = members.flatMap(({ rank }) => rank ?? []);
    const having = new Map<number, number>();
    for (const rank of ranks) having.set(rank, (having.get(rank) ?? 0) + 1);
    const group = { scope: scopeOf(within, values), ranked: ranks.length, having };
    for (const { key } of members) groups.set(key, group);
  }
  return groups;
}
