import { listsBy } from "../model/groups.ts";
import { compareText } from "../text/order.ts";
import type { Rating } from "./ratings.ts";
import { targetOf } from "./ratings.ts";

/**
 * Raters and what they score, held together by ratings. Severity can be compared within a part only: between two parts
 * nothing tells a severe rater from a weak subject.
 */
export interface Part {
  /** In the order of their names. */
  readonly raters: readonly string[];
  /** As {@link targetOf} names them. */
  readonly targets: readonly string[];
  readonly ratings: readonly Rating[];
}

/** The connected parts, the one with most ratings first. */
export function connectedParts(ratings: readonly Rating[]): readonly Part[] {
  const sets = createSets();
  for (const rating of ratings) sets.join(`r${rating.rater}`, `t${targetOf(rating)}`);
  return [...listsBy(ratings, ({ rater }) => sets.find(`r${rater}`)).values()]
    .map(
      (group): Part => ({
        raters: [...new Set(group.map(({ rater }) => rater))].sort(compareText),
        targets: [...new Set(group.map(targetOf))].sort(compareText),
        ratings: group,
      }),
    )
    .sort((a, b) => b.ratings.length - a.ratings.length || compareText(a.raters[0] as string, b.raters[0] as string));
}

/** A rating that nobody has given yet. */
export interface Pair {
  readonly rater: string;
  readonly target: string;
}

/** Who may rate whom. `kindOf…`: the same text for those of whom `mayRate` says the same, so that one of them is asked about. */
export interface Allowed {
  mayRate(pair: Pair): boolean;
  kindOfRater(rater: string): string;
  kindOfTarget(target: string): string;
}

/** The fewest further ratings that join the parts, of those that may be given; fewer than parts − 1 where not all can be joined. */
export function joiningPairs(all: readonly Part[], { mayRate, kindOfRater, kindOfTarget }: Allowed): readonly Pair[] {
  const sets = createSets();
  const parts = all.map(({ raters, targets }) => ({
    raters: firstOfKinds(raters, kindOfRater),
    targets: firstOfKinds(targets, kindOfTarget),
  }));
  const pairs: Pair[] = [];
  for (const [at, part] of parts.entries()) {
    for (const [other, next] of parts.entries()) {
      if (pairs.length === parts.length - 1) return pairs;
      if (at === other || sets.find(`${at}`) === sets.find(`${other}`)) continue;
      const pair = firstPair(part, next, mayRate);
      if (!pair) continue;
      sets.join(`${at}`, `${other}`);
      pairs.push(pair);
    }
  }
  return pairs;
}

function firstOfKinds(names: readonly string[], kindOf: (name: string) => string): readonly string[] {
  const kinds = new Map<string, string>();
  for (const name of names) {
    const kind = kindOf(name);
    if (!kinds.has(kind)) kinds.set(kind, name);
  }
  return [...kinds.values()];
}

type Members = Pick<Part, "raters" | "targets">;

function firstPair(of: Members, on: Members, mayRate: (pair: Pair) => boolean): Pair | undefined {
  for (const rater of of.raters) {
    for (const target of on.targets) if (mayRate({ rater, target })) return { rater, target };
  }
  return undefined;
}

/** Disjoint sets of names. */
function createSets(): { find(name: string): string; join(a: string, b: string): void } {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = name; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    find,
    join(a, b) {
      parents.set(find(a), find(b));
    },
  };
}
