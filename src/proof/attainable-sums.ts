import type { Exact } from "../number/exact.ts";
import { add, divide, toKey } from "../number/exact.ts";
import type { Attainable } from "./attainable.ts";
import { joined, ofValues, placesOf, repeated, scaled } from "./attainable.ts";

/** The most numbers without equal steps that are added one by one. */
const mostSums = 10_000;

/** All sums of a number of `a` and one of `b`. */
export const sums = (a: Attainable, b: Attainable): Attainable =>
  joined(a, b, add(a.low, b.low), add(a.high, b.high), (_, one, two) => {
    const [more, fewer] = one > two ? [one, two] : [two, one];
    const places = placesOf(fewer);
    const step = places[1] ?? 1;
    // Equal steps, as those of points, are added in a few strokes.
    if (fewer === repeated(1n, step, places.length)) return repeated(more, step, places.length);
    if (places.length > mostSums) return undefined;
    return places.reduce((all, at) => all | (more << BigInt(at)), 0n);
  });

/** The same of numbers of many sets. */
export const sumsOfAll = (sets: readonly Attainable[]): Attainable =>
  kindsOf(sets)
    .map(({ set, count }) => copies(set, count))
    .reduce(sums);

/** Kinds of sets up to which each is left out in turn. */
const mostKinds = 200;

/** All sums of numbers of all sets but one, in the order of the sets; undefined where these are too unlike. */
export function sumsOfOthers(sets: readonly Attainable[]): readonly Attainable[] | undefined {
  const kinds = kindsOf(sets);
  if (kinds.length > mostKinds) return undefined;
  const nothing = ofValues([0]);
  const wholes = kinds.map(({ set, count }) => copies(set, count));
  const before = running(wholes, nothing);
  const behind = running(wholes.toReversed(), nothing).toReversed();
  const others = kinds.map(({ set, count }, at) => {
    const around = sums(before[at] as Attainable, behind[at + 1] as Attainable);
    return count > 1 ? sums(around, copies(set, count - 1)) : around;
  });
  const byName = new Map(kinds.map(({ set }, at) => [nameOf(set), others[at] as Attainable]));
  return sets.map((set) => byName.get(nameOf(set)) as Attainable);
}

/** The sums of no set, of the first, of the first two, … */
function running(sets: readonly Attainable[], nothing: Attainable): readonly Attainable[] {
  const all = [nothing];
  for (const set of sets) all.push(sums(all.at(-1) as Attainable, set));
  return all;
}

/** Sets that are alike, with how many there are. */
function kindsOf(sets: readonly Attainable[]): readonly { readonly set: Attainable; readonly count: number }[] {
  const kinds = new Map<string, { set: Attainable; count: number }>();
  for (const set of sets) {
    const name = nameOf(set);
    const kind = kinds.get(name) ?? { set, count: 0 };
    kind.count += 1;
    kinds.set(name, kind);
  }
  return [...kinds.values()];
}

const nameOf = ({ low, high, found }: Attainable): string =>
  [toKey(low), toKey(high), ...Object.values(found).map((value) => value.toString(16))].join(" ");

/** All sums of so many numbers of one set. */
function copies(set: Attainable, count: number): Attainable {
  if (count === 1) return set;
  const half = copies(set, Math.floor(count / 2));
  const even = sums(half, half);
  return count % 2 === 0 ? even : sums(even, set);
}

/** All sums of numbers of a set, each times its weight, divided by all weights. */
export const meanOf = (sets: readonly Attainable[], weights: readonly Exact[]): Attainable => {
  const all = weights.reduce(add);
  return sets.map((set, at) => scaled(set, divide(weights[at] as Exact, all))).reduce(sums);
};
