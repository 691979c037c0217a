import type { AreaStep, Joined, NodeStep, TotalStep } from "../../model/derivation-scores.ts";
import type { Area, Node, Stage, Units } from "../../model/plan.ts";
import { add, divide, equal, maximum, minimum, multiply, sign } from "../../number/exact.ts";
import type { Combined } from "../law/area.ts";
import { combine } from "../law/area.ts";
import type { Work } from "../law/work.ts";
import type { Subject } from "../subject.ts";
import { endOf } from "./node-end.ts";
import { roundedStep } from "./rounded-step.ts";
import type { Scene } from "./scene.ts";

/** How the items of a subject came about, by index of the node. */
export type ItemSteps = (index: number, node: Node) => NodeStep;

/** The nodes of the top level with all below them. */
export const topSteps = (scene: Scene, subject: Subject, items: ItemSteps): NodeStep[] =>
  scene.stage.top.map((index) => nodeStep(scene, index, subject, items));

function nodeStep(scene: Scene, index: number, subject: Subject, items: ItemSteps): NodeStep {
  const node = scene.stage.nodes[index] as Node;
  return node.body.kind === "area" ? areaStep(scene, index, node, node.body, subject, items) : items(index, node);
}

function areaStep(scene: Scene, index: number, node: Node, area: Area, subject: Subject, items: ItemSteps): AreaStep {
  const { work } = subject;
  const state = work.states[index] ?? "none";
  const head = { kind: "area", node, area, state, full: scene.points(work.full[index] as Units) } as const;
  const when = node.when && state === "none" ? scene.applies(node.when, subject) : undefined;
  if (when && when.holds !== true) return { ...head, children: [], when };
  const children = area.children.map((child) => nodeStep(scene, child, subject, items));
  if (state !== "counts") return { ...head, children };
  const outcome = combined(scene.stage, area.combine, area.children, node.max, work);
  const cutBelow = node.min === "none" ? outcome.score : maximum(outcome.score, node.min);
  const cut = area.clamp ? minimum(cutBelow, outcome.full) : cutBelow;
  const bonus = bonusOf(scene.stage, area.children, work);
  return {
    ...head,
    children,
    joined: joinedStep(scene, area.combine, outcome, cut, bonus),
    ...endOf(scene, node, index, add(cut, bonus), subject),
  };
}

/** What counts of the children, where it is known that something does. */
function combined(stage: Stage, how: Area["combine"], all: readonly number[], max: Units, work: Work): Combined {
  const children = all.filter((child) => !stage.nodes[child]?.bonus);
  return combine(stage, how, children, all, max, work) as Combined;
}

const bonusOf = ({ nodes }: Stage, children: readonly number[], { scores }: Work): Units =>
  children.filter((child) => nodes[child]?.bonus).reduce<Units>((sum, child) => add(sum, scores[child] ?? 0), 0);

function joinedStep(
  { points }: Scene,
  how: Area["combine"],
  { score, present, full }: Pick<Combined, "score" | "present" | "full">,
  cut: Units,
  bonus: Units,
): Joined {
  const scaled = present !== undefined && { from: points(present), to: points(full), exact: points(score) };
  return {
    how,
    exact: points(present === undefined ? score : divide(multiply(score, present), full)),
    ...(scaled && { scaled }),
    ...(!equal(cut, score) && { cut: points(cut) }),
    bonus: points(bonus),
    score: points(add(cut, bonus)),
  };
}

/** What the top level comes to, before clamp and rounding; `exact` in units. Undefined where there is no total. */
export function topStep(scene: Scene, work: Work): { readonly exact: Units; readonly joined: Joined } | undefined {
  if (work.total === undefined) return undefined;
  const { stage } = scene;
  const { max } = stage.total;
  const { score, present, full, removed } = combined(stage, "sum", stage.top, max, work);
  const bonus = bonusOf(stage, stage.top, work);
  // At the top both ways of skipping mean the same: what is left is scaled up to the max.
  const whole =
    sign(removed) === 0
      ? { score, full, ...(present !== undefined && { present }) }
      : { score: divide(multiply(score, max), full), full: max, present: present ?? full };
  return { exact: add(whole.score, bonus), joined: joinedStep(scene, "sum", whole, whole.score, bonus) };
}

/** The total of a row or of combined items; undefined where there is none. */
export function totalStep(scene: Scene, work: Work): TotalStep | undefined {
  const top = topStep(scene, work);
  return top && { joined: top.joined, ...finishTotal(scene, top.exact) };
}

/** Clamp and rounding of a total, from its exact value in units. */
export function finishTotal(scene: Scene, exact: Units): Omit<TotalStep, "joined"> {
  const { points, stage } = scene;
  const { clamp, max, round: rounding } = stage.total;
  const cut = clamp ? minimum(maximum(exact, 0), max) : exact;
  const { value, step } = roundedStep(scene, cut, rounding);
  return { exact: points(exact), ...(!equal(cut, exact) && { cut: points(cut) }), ...step, total: points(value) };
}
