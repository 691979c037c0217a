import { expressionText } from "../../expression/write.ts";
import type { PartStep, RollupScoring } from "../../model/derivation.ts";
import type { Result } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import { hasOwnAreas, stageBelow } from "../../model/stages.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Concluded } from "../conclusions.ts";
import { createRollupTotal } from "../law/rollup-score.ts";
import type { Subject } from "../law/subject.ts";
import { finishTotal } from "../law/total.ts";
import { startWork } from "../law/work.ts";
import { partName, partsEntering } from "../periods/parts.ts";
import type { Slots } from "../periods/rollup.ts";
import { countedIn, policy } from "../periods/rollup.ts";
import type { Scored } from "./area-step.ts";
import { topSteps, totalStep } from "./area-step.ts";
import { itemStep } from "./item-step.ts";
import { recordingOf } from "./recording.ts";
import type { Scene } from "./scene.ts";

/** How the total of a longer period came from the results of its parts. */
export function rollupScoring(
  scene: Scene,
  rollup: Rollup,
  report: Concluded["report"],
  result: Result,
  subject: Subject,
): RollupScoring {
  const there = partsSoFar(report);
  const entering = partsEntering(scene.plan, rollup, periodNamed(report.period)).filter(
    ({ name }) => there?.has(name) ?? true,
  );
  const slots: Slots<Result> = entering.map((part) => ({
    period: part,
    result: result.parts.find(({ period: name }) => name === part.name)?.result,
  }));
  const { environment } = scene.prepared;
  const exact =
    result.total === undefined
      ? undefined
      : createRollupTotal(scene.plan, rollup, environment)(countedIn(rollup, slots), subject);
  const total =
    exact === undefined
      ? undefined
      : totalStep(
          scene,
          recordingOf((trace) => finishTotal(rollup.total, exact, trace)),
        );
  return {
    kind: "rollup",
    how: rollup.score,
    of: stageBelow(scene.plan, rollup),
    atLeast: Math.max(rollup.atLeast, 1),
    parts: slots.map((slot) => partStep(scene, rollup, slot)),
    ...(hasOwnAreas(rollup) && { own: ownSteps(scene, subject) }),
    inputs: rollup.score.kind === "value" ? scene.inputs(rollup.score.expression, subject) : [],
    ...(rollup.score.kind === "value" && { formula: expressionText(rollup.score.expression) }),
    ...(total && { total }),
  };
}

/** The parts of a provisional period that anybody has a result of: others are still to come. */
const partsSoFar = ({ provisional, results }: Concluded["report"]): ReadonlySet<string> | undefined =>
  provisional ? new Set([...results].flatMap(({ parts }) => parts.map(({ period }) => period))) : undefined;

/** What is scored in this period alone, told once more; its expressions read the columns of the row, where there is one. */
function ownSteps(scene: Scene, subject: Subject): NonNullable<RollupScoring["own"]> {
  const { row, whose, columns, cells } = subject.work;
  const work = startWork(scene.stage, row?.columns ?? columns, cells, row, whose);
  const recording = recordingOf((trace) => scene.prepared.scorer?.score(work, subject.rollup, trace));
  const own: Scored = { subject: { ...subject, work }, recording };
  const nodes = topSteps(scene, own, (index, node) => itemStep(scene, index, node, own, row));
  return { ...(row && { row }), nodes };
}

function partStep(scene: Scene, rollup: Rollup, { period, result }: Slots<Result>[number]): PartStep {
  const part = partName(period);
  const { score } = rollup;
  const weight = score.kind === "weights" ? score.weights.find((entry) => entry.part === part)?.weight : undefined;
  return {
    period: period.name,
    isPast: result?.past !== undefined,
    ...(result && { result }),
    ...(result?.total !== undefined && { total: scene.points(result.total) }),
    use: useOf(rollup, result),
    ...(weight !== undefined && { weight }),
  };
}

function useOf(rollup: Rollup, result: Result | undefined): PartStep["use"] {
  if (result?.state === "rated") return "counts";
  if (result?.state === "incomplete") return "blocks";
  const means = policy(rollup, result);
  return means === "skip" ? "left_out" : means === "zero" ? "zero" : "blocks";
}
