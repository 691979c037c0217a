import type { Exact } from "../../src/number/exact.ts";
import { add, divide, maximum, minimum, multiply, sign, subtract, sum } from "../../src/number/exact.ts";
import type { NodePart, Percentage } from "../../src/rubric/2-shape/rubric.generated.ts";
import { maxOf } from "./item.ts";
import { percentage } from "./sheet.ts";

/** What became of an item or area of one subject, before rounding and `zero_if`. */
export type NodeScore =
  /** `full` is the max that still applies. */
  | { readonly kind: "scored"; readonly score: Exact; readonly full: Exact }
  /** A blank that leaves the subject incomplete. */
  | { readonly kind: "missing" }
  /** Skipped; `full` is the part of its max that `skip_total` has not taken from the areas around it. */
  | { readonly kind: "skipped"; readonly by: "skip_area" | "skip_total"; readonly full: Exact }
  /** Its `when`, or that of an area around it, does not hold. */
  | { readonly kind: "absent" };

/** A child that applies. */
export interface Child {
  readonly part: NodePart;
  readonly found: Exclude<NodeScore, { kind: "absent" }>;
}

/** An area from its children: combined, scaled, cut, and with its bonus. */
export function scoreArea(part: NodePart, children: readonly Child[]): NodeScore {
  const main = children.filter((child) => isMain(child.part));
  if (children.some((child) => isMissing(child) && !child.part.bonus)) return { kind: "missing" };
  const present = main.filter(({ found }) => found.kind === "scored");
  const { base = 0 } = part;
  const hasMain = (part.items ?? []).some(isMain);
  if (present.length === 0 && hasMain && part.base === undefined) return skippedArea(part, main);
  // A bonus is skipped with its area; in any other it must be there.
  if (children.some(isMissing)) return { kind: "missing" };
  const offered = sum(present.map(leftOf));
  // What only deducts cannot be scaled: the area has lost what it offered.
  const isEmptied = present.length === 0 || (adds(part) && sign(offered) === 0);
  const left = isEmptied ? 0 : fullOf(part, main, present);
  let score: Exact = present.length === 0 ? 0 : combine(part, present, scoreOf);
  if (!isEmptied && adds(part) && main.some(({ found }) => found.kind === "skipped" && found.by === "skip_area")) {
    score = multiply(score, maximum(divide(left, offered), 1));
  }
  // What an area starts from is no part of what is scaled, and stays where nothing else is left.
  score = add(score, base);
  const full = add(left, base);
  const { min = 0 } = part;
  if (min !== "none") score = maximum(score, min);
  if (part.clamp) score = minimum(score, full);
  score = add(score, sum(children.filter((child) => child.part.bonus).map(scoreOf)));
  if (min !== "none") score = maximum(score, min);
  return { kind: "scored", score, full };
}

const isMain = ({ bonus, counts = true }: NodePart): boolean => counts && !bonus;
const isMissing = ({ found }: Child): boolean => found.kind === "missing";

/** Everything in it is skipped: as `skip_total` if all of it is. */
function skippedArea(part: NodePart, main: readonly Child[]): NodeScore {
  if (main.every(({ found }) => found.kind === "skipped" && found.by === "skip_total")) {
    return { kind: "skipped", by: "skip_total", full: 0 };
  }
  const max = part.max as Exact;
  return { kind: "skipped", by: "skip_area", full: adds(part) ? minimum(max, sum(main.map(leftOf))) : max };
}

/**
 * The max of an area without what `skip_total` removes below it: what its children still offer, but not more than the
 * area ever had. Where nothing is scaled a skipped child lowers nothing; one that is there does, by what it has lost.
 */
function fullOf(part: NodePart, main: readonly Child[], present: readonly Child[]): Exact {
  const max = subtract(part.max as Exact, part.base ?? 0);
  if (adds(part)) return minimum(max, sum(main.map(leftOf)));
  const before = minimum(
    max,
    combine(part, present, (child) => maxOf(child.part)),
  );
  return subtract(max, subtract(before, minimum(max, combine(part, present, leftOf))));
}

/** What a child contributes to the max of an area that adds up. */
const leftOf = ({ found }: Child): Exact => (found.kind === "missing" ? 0 : found.full);

const adds = (area: NodePart): boolean => (area.combine ?? "sum") === "sum";

/** A skipped child has no points. */
export const scoreOf = ({ found }: Child): Exact => (found.kind === "scored" ? found.score : 0);

function combine(area: NodePart, children: readonly Child[], figure: (child: Child) => Exact): Exact {
  const how = area.combine ?? "sum";
  const values = children.map(figure);
  if (how === "sum") return sum(values);
  if (how === "best") return values.reduce(maximum);
  const weights = children.map(({ part }) =>
    shareOf(how === "mean" ? (part.weight ?? 1) : (how.weights[part.id] as Percentage)),
  );
  return divide(sum(values.map((value, index) => multiply(value, weights[index] as Exact))), sum(weights));
}

/** `20%` and 0.2 are one fifth. */
export const shareOf = (value: Percentage): Exact =>
  typeof value === "string" ? divide(percentage(value), 100) : value;
