import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import type { Exact } from "../number/exact.ts";
import { compare, sign } from "../number/exact.ts";
import { isSame } from "../text/same.ts";
import type { Attainable } from "./attainable.ts";
import { either, hasWithin, nextFrom, sizeOf, valuesOf } from "./attainable.ts";
import { idleItems, unasked } from "./idle-items.ts";
import type { Proof } from "./proof.ts";
import type { InCase } from "./totals.ts";
import { totalsByCase } from "./totals.ts";

/** What is true of the totals of filled rows, and of the bands and items that depend on them. */
export const proofsOfTotals = (plan: Plan): readonly Proof[] => unasked(plan.stage, proofsOfPoints(plan));

/** What totals are proved by. */
export type TotalProofs = typeof proofsOfTotals;

/** The same for many plans: rubrics that adopt one law have most of their points in common, and what is alike is proved once. */
export function rememberedProofs(): TotalProofs {
  let last: { readonly from: readonly unknown[]; readonly proofs: readonly Proof[] } | undefined;
  return (plan) => {
    const { scale, columns, ratings, stage } = plan;
    const bounds = stage.bands.map(({ from }) => from);
    const from = [scale, columns, ratings, stage.nodes, stage.top, stage.total, bounds];
    if (!last || !isSame(last.from, from)) last = { from, proofs: proofsOfPoints(plan) };
    return unasked(stage, last.proofs);
  };
}

/** What follows from points and from where bands begin, whatever is asked besides. */
function proofsOfPoints(plan: Plan): readonly Proof[] {
  const { stage } = plan;
  const inCases = totalsByCase(plan);
  if ("kind" in inCases) return [{ kind: "undecided", what: { kind: "totals", because: inCases } }];
  const totals = inCases.map((each) => each.totals).reduce(either);
  const { low: least, high: most, found } = totals;
  const bands = stage.bands.flatMap((_, band) => {
    const ofAll = ofBand(stage, band, totals);
    return ofAll.some(({ kind }) => kind === "no_total_in") ? ofAll : [...ofAll, ...missedIn(stage, band, inCases)];
  });
  if (found.kind !== "grid") {
    const undecided: Proof = { kind: "undecided", what: { kind: "totals", because: found } };
    return [{ kind: "totals_within", least, most }, ...bands, undecided];
  }
  const below = sign(least) < 0;
  const above = compare(most, stage.total.max) > 0;
  return [
    { kind: "totals", count: sizeOf(found), least, most },
    ...differingIn(inCases),
    ...(below || above ? [{ kind: "beyond_max", below, above } as const] : []),
    ...bands,
    ...idleItems(plan, inCases),
  ];
}

function ofBand({ bands }: Stage, band: number, totals: Attainable): Proof[] {
  const [from, to] = [bands[band]?.from, bands[band - 1]?.from];
  if (!hasWithin(totals, from, to)) return [{ kind: "no_total_in", band, ...shortOf(totals, from) }];
  const next = from && nextFrom(totals, from);
  return from !== undefined && next !== undefined && compare(next, from) > 0
    ? [{ kind: "no_total_at", band, from, next }]
    : [];
}

/** How near totals come to where a band begins that none of them reaches. */
function shortOf(totals: Attainable, from: Exact | undefined): { readonly nearest?: Exact; readonly most?: Exact } {
  if (from === undefined) return {};
  const nearest = valuesOf(totals)?.findLast((total) => compare(total, from) < 0);
  if (nearest !== undefined) return { nearest };
  return compare(totals.high, from) < 0 ? { most: totals.high } : {};
}

/** The cases in which no total lies in a band that others reach, together where they come equally near. */
function missedIn(stage: Stage, band: number, inCases: readonly InCase[]): Proof[] {
  const { bands } = stage;
  const [from, to] = [bands[band]?.from, bands[band - 1]?.from];
  const missed = inCases.filter(({ totals }) => !hasWithin(totals, from, to));
  return grouped(missed, ({ totals }) => shortOf(totals, from)).map(([short, cases]) => ({
    kind: "no_total_in",
    band,
    where: cases.map(({ of }) => of),
    ...short,
  }));
}

/** How many kinds of cases are told apart: more than these nobody reads. */
const mostKinds = 6;

function differingIn(inCases: readonly InCase[]): Proof[] {
  const kinds = grouped(inCases, ({ totals: { low: least, high: most, found } }) =>
    found.kind === "grid" ? { count: sizeOf(found), least, most } : undefined,
  );
  if (kinds.length < 2 || kinds.length > mostKinds) return [];
  return kinds.flatMap(([figures, cases]) =>
    figures ? [{ kind: "totals_where", where: cases.map(({ of }) => of), ...figures }] : [],
  );
}

/** Parts of a list that have the same to say, in the order of their first. */
function grouped<T, K>(list: readonly T[], say: (each: T) => K): readonly (readonly [K, readonly T[]])[] {
  const groups = new Map<string, [K, T[]]>();
  for (const each of list) {
    const said = say(each);
    const name = JSON.stringify(said, (_, value) => (typeof value === "bigint" ? `${value}n` : value)) ?? "";
    const group = groups.get(name) ?? [said, []];
    group[1].push(each);
    groups.set(name, group);
  }
  return [...groups.values()];
}
