import type { Area, Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import type { Exact } from "../number/exact.ts";
import { add, minimum, sign, subtract } from "../number/exact.ts";
import type { Attainable } from "./attainable.ts";
import { hasWithin } from "./attainable.ts";
import { sumsOfOthers } from "./attainable-sums.ts";
import type { Proof } from "./proof.ts";
import type { InCase, Scores } from "./totals.ts";
import { isBounded } from "./totals.ts";

/** Items whose points move nobody over a bound in any case. */
export function idleItems({ ratings, stage }: Plan, inCases: readonly InCase[]): Proof[] {
  if (ratings || stage.total.clamp || stage.total.round) return [];
  const idle = inCases.map((each) => idleIn(stage, each));
  return stage.nodes.flatMap(({ id }, at) =>
    idle.every((items) => items.has(at)) ? [{ kind: "never_decides", item: id }] : [],
  );
}

/** Without the idle items that rules, bands or awards ask about: by these they may decide. */
export function unasked({ rules, bands, awards }: Stage, proofs: readonly Proof[]): readonly Proof[] {
  if (!proofs.some(({ kind }) => kind === "never_decides")) return proofs;
  const asked = new Set([...rules, ...bands, ...awards].flatMap((part) => [...namesOf(part)]));
  return proofs.filter((proof) => proof.kind !== "never_decides" || !(asked.has("items") || asked.has(proof.item)));
}

/** Of one case, where the total is nothing but the sum of items. */
function idleIn(stage: Stage, { scores, totals }: InCase): ReadonlySet<number> {
  const items = addedItems(stage, scores);
  const rests = items && sumsOfOthers([...items.values()]);
  if (!rests) return new Set();
  // Items that are alike leave the same to the others.
  const moves = new Map([...new Set(rests)].map((rest) => [rest, movesOver(stage, rest, totals)]));
  return new Set([...items.keys()].filter((_, at) => !moves.get(rests[at] as Attainable)));
}

/** Can an item bring anybody over a bound? It gives what is left of the ends of the totals once all others are at theirs. */
function movesOver({ bands }: Stage, rest: Attainable, totals: Attainable): boolean {
  const [worst, best] = [subtract(totals.low, rest.low), subtract(totals.high, rest.high)];
  return bands.some(({ from }) => from !== undefined && hasWithin(rest, subtract(from, best), subtract(from, worst)));
}

/** What the items of a total give; undefined where more is done to their points than to add them. */
function addedItems({ nodes, top }: Stage, scores: Scores): ReadonlyMap<number, Attainable> | undefined {
  const items = new Map<number, Attainable>();
  const adds = (child: number): boolean => {
    const { body, counts, round, zeroIf, by, when, min } = nodes[child] as Node;
    const score = scores.get(child);
    if (counts === false) return true;
    if (!score || !isBounded(score) || round || zeroIf || by || when) return false;
    if (body.kind === "area") return min === 0 && isSum(body, scores) && body.children.every(adds);
    items.set(child, score);
    return true;
  };
  return top.every(adds) ? items : undefined;
}

/** Whether an area is what its children come to, which its `min` and `max` never cut. */
function isSum({ children, combine, clamp, base = 0 }: Area, scores: Scores): boolean {
  const lows = children.map((child): Exact => {
    const score = scores.get(child);
    return score && isBounded(score) ? minimum(score.low, 0) : 0;
  });
  return combine === "sum" && !clamp && sign([base, ...lows].reduce(add)) >= 0;
}

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
