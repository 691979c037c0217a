import { nodeFor } from "../../model/cases.ts";
import type { Area, Node, Units } from "../../model/node.ts";
import type { Stage } from "../../model/stage.ts";
import { isCounted } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, maximum, minimum, multiply, sign, subtract } from "../../number/exact.ts";
import type { Combined, Trace } from "./trace.ts";
import type { Work } from "./work.ts";
import { settle } from "./work.ts";

type Outcome = Combined | "missing" | "none" | "skip_area" | "skip_total";

/** Scores an area from its children: combined, scaled back up where a child was skipped, cut, bonus added, cut to its min once more. */
export function combineChildren(
  stage: Stage,
  node: Node,
  area: Area,
  index: number,
  work: Work,
  trace: Trace | undefined,
): void {
  const children = countedOf(stage, area.children);
  const found = combine(stage, area.combine, children, area.children, subtract(node.max, area.base ?? 0), work);
  const outcome = area.base === undefined ? found : withBase(area, node.max, found, work);
  if (typeof outcome === "string") {
    settle(work, index, outcome, skippedMax(stage, outcome, node, area, children, work));
    return;
  }
  const least = cutBelow(node, outcome.score);
  const cut = area.clamp ? minimum(least, outcome.full) : least;
  const bonus = bonusOf(stage, area.children, work);
  // A bonus that deducts does not bring the area below its min.
  const score = cutBelow(node, add(cut, bonus));
  trace?.({ kind: "joined", at: index, combined: outcome, cut, bonus, score });
  settle(work, index, "counts", outcome.removed, score, outcome.full);
}

/** By the children of an area, which stay the same for everybody. */
const counted = new WeakMap<readonly number[], readonly number[]>();

function countedOf({ nodes }: Stage, children: readonly number[]): readonly number[] {
  const known = counted.get(children) ?? children.filter((child) => isCounted(nodes[child] as Node));
  counted.set(children, known);
  return known;
}

/** What an area starts from comes to what its children are, and stays where none of them is left. */
function withBase({ base = 0, children }: Area, max: Units, found: Outcome, work: Work): Outcome {
  if (found === "missing" || children.some((child) => work.states[child] === "missing")) return "missing";
  if (typeof found !== "string") return { ...found, base, score: add(base, found.score), full: add(base, found.full) };
  return { exact: 0, base, score: base, full: base, removed: subtract(max, base) };
}

const cutBelow = ({ min }: Node, score: Units): Units => (min === "none" ? score : maximum(score, min));

/** An area that `skip_total` emptied lowers the max above it by its own; one emptied otherwise by what `skip_total` took of it. */
function skippedMax(
  stage: Stage,
  outcome: Outcome,
  node: Node,
  area: Area,
  children: readonly number[],
  work: Work,
): Units {
  if (outcome === "skip_total") return node.max;
  if (outcome !== "skip_area" || area.combine !== "sum") return 0;
  const skipped = children.filter((child) => work.states[child] !== "none");
  return subtract(node.max, minimum(node.max, leftIn(stage, skipped, work)));
}

const maxOf = ({ nodes }: Stage, child: number, { columns }: Work): Units => nodeFor(nodes[child] as Node, columns).max;

/** What is left of the maxima of skipped children once `skip_total` has taken its part. */
const leftIn = (stage: Stage, children: readonly number[], work: Work): Units =>
  children.reduce<Units>(
    (sum, child) => add(sum, subtract(maxOf(stage, child, work), work.removed[child] as Units)),
    0,
  );

/**
 * The total before `total.clamp`, or undefined when a score is missing or nothing that is left offers points. Here both ways of skipping
 * mean the same: the total is scaled back up to its max.
 */
export function topLevel(stage: Stage, work: Work, trace?: Trace): Units | undefined {
  const children = countedOf(stage, stage.top);
  const { max } = stage.total;
  const outcome = combine(stage, "sum", children, stage.top, max, work);
  if (typeof outcome === "string" || sign(outcome.full) === 0) return undefined;
  const combined = scaledTo(max, outcome);
  const bonus = bonusOf(stage, stage.top, work);
  const score = add(combined.score, bonus);
  trace?.({ kind: "joined", at: "top", combined, cut: combined.score, bonus, score });
  return score;
}

/** At the top what `skip_total` removed is scaled up too. */
function scaledTo(max: Units, combined: Combined): Combined {
  const { exact, score, present, full, removed } = combined;
  if (sign(removed) === 0) return combined;
  return { exact, score: divide(multiply(score, max), full), present: present ?? full, full: max, removed: 0 };
}

/** `children`: those that count; `all`: with the bonus and what does not count. */
function combine(
  stage: Stage,
  how: Area["combine"],
  children: readonly number[],
  all: readonly number[],
  max: Units,
  work: Work,
): Outcome {
  // Where everything applies and has a score, as with most, there is nothing to look for.
  if (!work.isApart && how === "sum") return sumUp(stage, children, children, max, work);
  const missing = (child: number): boolean => work.states[child] === "missing";
  if (all.some((child) => missing(child) && !stage.nodes[child]?.bonus)) return "missing";
  const counting = children.filter((child) => work.states[child] === "counts");
  if (counting.length === 0 && children.length > 0) return emptied(children, work);
  if (all.some(missing)) return "missing";
  // An area of bonus alone comes to 0, and has its bonus.
  if (how === "sum" || children.length === 0) return sumUp(stage, children, counting, max, work);
  const weights = counting.map((child) => weightOf(how, children.indexOf(child)));
  const baseline = counting.map((child) => add(work.full[child] as Units, work.removed[child] as Units));
  const full = counting.map((child) => work.full[child] as Units);
  // An area may offer more than its max: only what can no longer be had lowers it.
  const had = minimum(max, join(how, baseline, weights));
  const removed = subtract(had, minimum(max, join(how, full, weights)));
  const scores = counting.map((child) => work.scores[child] as Units);
  const score = join(how, scores, weights);
  return { exact: score, score, full: subtract(max, removed), removed };
}

/** Nothing is left: skipped as its children were, or without any child that applies. */
function emptied(children: readonly number[], work: Work): Outcome {
  const skipped = children.filter((child) => work.states[child] !== "none");
  if (skipped.length === 0) return "none";
  return skipped.every((child) => work.states[child] === "skip_total") ? "skip_total" : "skip_area";
}

const removedFrom = (children: readonly number[], work: Work): Units =>
  children.reduce<Units>((sum, child) => add(sum, work.removed[child] as Units), 0);

/** A sum; where `skip_area` left a child out the rest is scaled up to the (lowered) max, never below itself. */
function sumUp(
  stage: Stage,
  children: readonly number[],
  counting: readonly number[],
  max: Units,
  work: Work,
): Combined {
  const sumOf = (values: readonly (Units | undefined)[]): Units =>
    counting.reduce<Units>((sum, child) => add(sum, values[child] as Units), 0);
  const score = sumOf(work.scores);
  if (!work.isApart) return { exact: score, score, full: max, removed: 0 };
  const skipped = children.filter((child) => work.states[child] === "skip_area");
  if (skipped.length === 0 && removedFrom(children, work) === 0) return { exact: score, score, full: max, removed: 0 };
  const present = sumOf(work.full);
  // What is left and only deducts cannot be scaled: what was skipped is lost to the total.
  const full = sign(present) > 0 ? minimum(max, add(present, leftIn(stage, skipped, work))) : 0;
  const removed = subtract(max, full);
  const scales = skipped.length > 0 && compare(full, present) > 0;
  if (!scales) return { exact: score, score, full, removed };
  return { exact: score, score: divide(multiply(score, full), present), present, full, removed };
}

const weightOf = (how: Area["combine"], position: number): Exact =>
  typeof how === "object" ? (how.weights[position] as Exact) : 1;

/** `best`, `mean` or the weighted mean of some values; weights are divided by their sum. */
function join(how: Exclude<Area["combine"], "sum">, values: readonly Units[], weights: readonly Exact[]): Units {
  if (how === "best") return values.reduce(maximum);
  const weighted = values.reduce<Exact>((sum, value, i) => add(sum, multiply(value, weights[i] as Exact)), 0);
  const all = weights.reduce(add);
  return divide(weighted, all);
}

/** What the bonus children add; none of them is missing. */
const bonusOf = (stage: Stage, children: readonly number[], work: Work): Units =>
  children.reduce<Units>((sum, child) => (stage.nodes[child]?.bonus ? add(sum, work.scores[child] as Units) : sum), 0);
