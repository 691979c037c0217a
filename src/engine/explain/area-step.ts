import { nodeFor } from "../../model/cases.ts";
import type { AreaStep, Joined, NodeStep, Rounded, TotalStep } from "../../model/derivation-scores.ts";
import type { Area, Node, Units } from "../../model/node.ts";
import { add, equal, subtract } from "../../number/exact.ts";
import type { Rounding } from "../../number/rounding.ts";
import type { Subject } from "../law/subject.ts";
import type { At } from "../law/trace.ts";
import type { Recording } from "./recording.ts";
import type { Scene } from "./scene.ts";

/** One scoring as the law told it: of a row, of a rating, or of combined ratings. */
export interface Scored {
  readonly subject: Subject;
  readonly recording: Recording;
}

/** How the items of a subject came about, by index of the node. */
export type ItemSteps = (index: number, node: Node) => NodeStep;

/** The nodes of the top level with all below them. */
export const topSteps = (scene: Scene, scored: Scored, items: ItemSteps): NodeStep[] =>
  scene.stage.top.map((index) => nodeStep(scene, index, scored, items));

function nodeStep(scene: Scene, index: number, scored: Scored, items: ItemSteps): NodeStep {
  const node = nodeFor(scene.stage.nodes[index] as Node, scored.subject.work.columns);
  return node.body.kind === "area" ? areaStep(scene, index, node, node.body, scored, items) : items(index, node);
}

function areaStep(scene: Scene, index: number, node: Node, area: Area, scored: Scored, items: ItemSteps): AreaStep {
  const { work } = scored.subject;
  const state = work.states[index] ?? "none";
  const head = { kind: "area", node, area, state, full: scene.points(work.full[index] as Units) } as const;
  const when = node.when && state !== "counts" ? scene.applies(node.when, scored.subject) : undefined;
  if (when && when.holds !== true) return { ...head, children: [], when };
  const children = area.children.map((child) => nodeStep(scene, child, scored, items));
  const joined = state === "counts" && joinedStep(scene, area.combine, index, scored.recording);
  return { ...head, children, ...(joined && { joined }), ...endOf(scene, node, index, scored) };
}

/** What the children of a node (or of the top level) came to; undefined where they came to nothing. */
export function joinedStep({ points }: Scene, how: Area["combine"], at: At, recording: Recording): Joined | undefined {
  const step = recording.find("joined", at);
  if (!step) return undefined;
  const { combined, cut, bonus, score: end } = step;
  const { exact, score, present, full, base } = combined;
  return {
    how,
    exact: points(exact),
    ...(present !== undefined && {
      scaled: {
        from: points(present),
        to: points(subtract(full, base ?? 0)),
        exact: points(subtract(score, base ?? 0)),
      },
    }),
    ...(base !== undefined && { base: points(base) }),
    ...(!equal(cut, score) && { cut: points(cut) }),
    bonus: points(bonus),
    ...(!equal(end, add(cut, bonus)) && { raised: points(end) }),
    score: points(end),
  };
}

/** The last steps of a node: its declared rounding, then `zero_if`. */
export function endOf(
  scene: Scene,
  node: Node,
  index: number,
  { subject, recording }: Scored,
): Pick<NodeStep, "score" | "rounded" | "zeroed"> {
  const score = subject.work.scores[index];
  if (score === undefined || subject.work.states[index] !== "counts") return {};
  const rounded = recording.find("rounded", index);
  const zeroed = recording.find("zeroed", index);
  return {
    score: scene.points(score),
    ...(rounded && roundedStep(scene, rounded)),
    ...(node.zeroIf && zeroed && !equal(zeroed.from, 0) && { zeroed: scene.condition(node.zeroIf, subject) }),
  };
}

/** A rounding, where it changed the value. */
export function roundedStep(
  { points }: Scene,
  { from, to, rounding }: { readonly from: Units; readonly to: Units; readonly rounding: Rounding },
): { readonly rounded?: Rounded } {
  if (equal(from, to)) return {};
  return { rounded: { from: points(from), to: points(to), rounding: { ...rounding, to: points(rounding.to) } } };
}

/** The total with what it was joined from, where it was; undefined where there is none. */
export function totalStep(scene: Scene, recording: Recording): TotalStep | undefined {
  const step = recording.find("total");
  if (!step) return undefined;
  const { points, stage } = scene;
  const { exact, cut, total } = step;
  const { round: rounding } = stage.total;
  const joined = joinedStep(scene, "sum", "top", recording);
  return {
    ...(joined && { joined }),
    exact: points(exact),
    ...(!equal(cut, exact) && { cut: points(cut) }),
    ...(rounding && roundedStep(scene, { from: cut, to: total, rounding })),
    total: points(total),
  };
}
