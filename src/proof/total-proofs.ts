import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import type { Exact } from "../number/exact.ts";
import { compare, sign, subtract } from "../number/exact.ts";
import type { Attainable } from "./attainable.ts";
import { either, hasWithin, nextFrom, sizeOf, valuesOf } from "./attainable.ts";
import type { Proof } from "./proof.ts";
import type { InCase } from "./totals.ts";
import { totalsByCase, totalsOf } from "./totals.ts";

/** What is true of the totals of filled rows, and of the bands and items that depend on them. */
export function proofsOfTotals(plan: Plan): Proof[] {
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
    ...(below || above ? [{ kind: "beyond_max", stage, below, above } as const] : []),
    ...bands,
    ...itemsThatNeverDecide(plan, totals),
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

/** Items whose points move nobody over a bound, and that nothing else asks about. */
function itemsThatNeverDecide(plan: Plan, all: Attainable): Proof[] {
  const { stage } = plan;
  const isPlain = !plan.ratings && !stage.total.clamp && !stage.total.round && stage.nodes.every(addsUp);
  if (!isPlain) return [];
  const asked = new Set([...stage.rules, ...stage.bands, ...stage.awards].flatMap((part) => [...namesOf(part)]));
  return stage.nodes.flatMap(({ id, body, counts }): Proof[] => {
    if (body.kind !== "item" || counts === false || asked.has(id) || asked.has("items")) return [];
    const rest = totalsOf(plan, id);
    if (!("low" in rest)) return [];
    // The item alone gives what is left of the ends of the totals once all others are at theirs.
    const [worst, best] = [subtract(all.low, rest.low), subtract(all.high, rest.high)];
    const decides = stage.bands.some(
      ({ from }) => from !== undefined && hasWithin(rest, subtract(from, best), subtract(from, worst)),
    );
    return decides ? [] : [{ kind: "never_decides", item: id }];
  });
}

const addsUp = ({ body, round, zeroIf, by, when, min }: Stage["nodes"][number]): boolean =>
  !round && !zeroIf && !by && !when && (body.kind === "item" || (body.combine === "sum" && !body.clamp && min === 0));

/** Names that the expressions of a part ask for, with those of fields. */
function namesOf(part: object): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value && "name" in value) names.add(String(value.name));
    if ("kind" in value && "field" in value) names.add(String(value.field));
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(part);
  return names;
}
