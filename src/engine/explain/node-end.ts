import type { NodeStep } from "../../model/derivation-scores.ts";
import type { Node, Units } from "../../model/plan.ts";
import { equal } from "../../number/exact.ts";
import type { Subject } from "../subject.ts";
import { roundedStep } from "./rounded-step.ts";
import type { Scene } from "./scene.ts";

/** The last steps of a node, from its score before them (in units): its declared rounding, then `zero_if`. */
export function endOf(
  scene: Scene,
  node: Node,
  index: number,
  before: Units,
  subject: Subject,
): Pick<NodeStep, "score" | "rounded" | "zeroed"> {
  const { work } = subject;
  const score = work.scores[index];
  if (score === undefined || work.states[index] !== "counts") return {};
  const { value, step } = roundedStep(scene, before, node.round);
  const zeroed = node.zeroIf && !equal(value, score) ? scene.condition(node.zeroIf, subject) : undefined;
  return { score: scene.points(score), ...step, ...(zeroed && { zeroed }) };
}
