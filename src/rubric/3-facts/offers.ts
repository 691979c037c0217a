import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, maximum, multiply, sign, sum } from "../../number/exact.ts";
import type { NodePart, Percentage } from "../2-shape/rubric.generated.ts";
import type { Circumstances, Combination } from "./circumstances.ts";
import { partIn } from "./figures.ts";
import type { NodeEntry } from "./outline.ts";
import { share } from "./percentage.ts";
import { statedMax } from "./scale.ts";

export type Combine = NonNullable<NodePart["combine"]>;

/** Children whose conditions share columns; those of another group depend on none of these. */
export interface Group {
  readonly children: readonly NodeEntry[];
  /** The columns that decide, but for those that are fixed outside; each behind those that decide whether it applies. */
  readonly columns: readonly string[];
}

/** What a group can give in one case. */
interface Offer {
  readonly offered: Exact;
  readonly combination: Combination;
}

/** The least and the most that a group offers in any case. */
export interface Span {
  readonly lowest: Offer;
  readonly highest: Offer;
}

/**
 * The children in groups that vary independently of each other, once the columns `fixed` have their values. So the cases of
 * a sum are gone through group by group, and not in all their combinations.
 */
export function independentGroups(
  cases: Circumstances,
  children: readonly NodeEntry[],
  fixed: readonly string[],
): readonly Group[] {
  const groupOf = new Map<string, Group>();
  const unconditional: NodeEntry[] = [];
  for (const child of children) {
    const own = undecided(cases, [child], fixed);
    if (own.length === 0) unconditional.push(child);
    const joined = [...new Set(own.flatMap((column) => groupOf.get(column) ?? []))];
    const group: Group = {
      children: [...joined.flatMap((each) => each.children), child],
      columns: [...new Set([...joined.flatMap(({ columns }) => columns), ...own])],
    };
    for (const column of group.columns) groupOf.set(column, group);
  }
  return [{ children: unconditional, columns: [] }, ...new Set(groupOf.values())];
}

/** All children as one group, for a `combine` in which each counts by what the others are. */
export const singleGroup = (
  cases: Circumstances,
  children: readonly NodeEntry[],
  fixed: readonly string[],
): readonly Group[] => [{ children, columns: undecided(cases, children, fixed) }];

const undecided = (cases: Circumstances, children: readonly NodeEntry[], fixed: readonly string[]): string[] =>
  cases.settling(children.map(({ part }) => part)).filter((column) => !fixed.includes(column));

/** What a group offers in the cases that are left where some columns have their values. */
export function spanOf(cases: Circumstances, { children, columns }: Group, combine: Combine, given: Combination): Span {
  let span: Span | undefined;
  for (const each of cases.combinations(columns, given) ?? []) {
    const applying = children.filter(({ part }) => cases.applies(part, each));
    const offered = offer(combine, applying, each);
    const isLower = !span || compare(offered, span.lowest.offered) < 0;
    const isHigher = !span || compare(offered, span.highest.offered) > 0;
    if (!isLower && !isHigher) continue;
    const found: Offer = { offered, combination: new Map(each) };
    span = {
      lowest: isLower || !span ? found : span.lowest,
      highest: isHigher || !span ? found : span.highest,
    };
  }
  const nothing: Offer = { offered: 0, combination: given };
  return span ?? { lowest: nothing, highest: nothing };
}

/** What the children that apply can give together. */
function offer(combine: Combine, children: readonly NodeEntry[], combination: Combination): Exact {
  const maxes = children.map(({ part }) => statedMax(partIn(part, combination)) as Exact);
  if (maxes.length === 0) return 0;
  if (combine === "sum") return sum(maxes);
  if (combine === "best") return maxes.reduce(maximum);
  const weights = children.map(({ part }) =>
    combine === "mean" ? ownWeight(part) : weightOf(combine.weights, part.id),
  );
  const all = sum(weights);
  if (sign(all) === 0) return 0;
  return divide(
    maxes.reduce<Exact>((result, max, i) => add(result, multiply(max, weights[i] as Exact)), 0),
    all,
  );
}

/** In an area that combines by mean. */
export const ownWeight = ({ weight }: NodePart): Exact => (weight === undefined ? 1 : (share(weight) ?? 0));

const weightOf = (weights: Readonly<Record<string, Percentage>>, id: string): Exact =>
  Object.hasOwn(weights, id) ? (share(weights[id] as Percentage) ?? 0) : 0;
