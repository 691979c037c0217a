import { expressionText } from "../../expression/write.ts";
import type { PartStep, RollupScoring } from "../../model/derivation.ts";
import type { Rollup, Stage, Units } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import { hasOwnAreas } from "../../model/stages.ts";
import { partsOf } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import type { Subject } from "../environment.ts";
import { rollOf } from "../law/rollup-score.ts";
import { toUnits } from "../law/work.ts";
import type { Counted, Slots } from "../periods/rollup.ts";
import { countedIn, partName, policy } from "../periods/rollup.ts";
import { finishTotal, topSteps } from "./area-step.ts";
import { itemStep } from "./item-step.ts";
import type { Scene } from "./scene.ts";

/** How the total of a longer period came from the results of its parts. `of`: their stage. */
export function rollupScoring(
  scene: Scene,
  rollup: Rollup,
  of: Stage,
  period: string,
  result: Result,
  subject: Subject,
): RollupScoring {
  const slots: Slots = partsOf(parsePeriod(period) as Period, rollup.of).map((part) => ({
    period: part,
    result: result.parts.find(({ period: name }) => name === part.name)?.result,
  }));
  const exact = result.total === undefined ? undefined : rolled(scene, rollup, countedIn(rollup, slots), subject);
  return {
    kind: "rollup",
    how: rollup.score,
    of,
    atLeast: Math.max(rollup.atLeast, 1),
    parts: slots.map((slot) => partStep(scene, rollup, slot)),
    ...(hasOwnAreas(rollup) && { own: ownSteps(scene, subject) }),
    inputs: rollup.score.kind === "value" ? scene.inputs(rollup.score.expression, subject) : [],
    ...(rollup.score.kind === "value" && { formula: expressionText(rollup.score.expression) }),
    ...(exact !== undefined && { total: finishTotal(scene, exact) }),
  };
}

/** What is scored in this period alone; its expressions read the columns of the row, where there is one. */
function ownSteps(scene: Scene, subject: Subject): NonNullable<RollupScoring["own"]> {
  const { row } = subject.work;
  const own: Subject = row ? { ...subject, work: { ...subject.work, columns: row.columns } } : subject;
  const nodes = topSteps(scene, own, (index, node) => itemStep(scene, index, node, own, row));
  return { ...(row && { row }), nodes };
}

/** The exact total in units. */
function rolled(scene: Scene, rollup: Rollup, counted: readonly Counted[], subject: Subject): Units | undefined {
  const { score } = rollup;
  if (score.kind !== "value") {
    return rollOf(score, counted)?.(counted.map(({ zero, result }) => (zero ? 0 : result?.total)));
  }
  const value = scene.prepared.environment.compile(score.expression)(subject);
  return typeof value === "number" || (typeof value === "object" && "d" in value)
    ? toUnits(value, scene.plan.scale)
    : undefined;
}

function partStep(scene: Scene, rollup: Rollup, { period, result }: Slots[number]): PartStep {
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
