import type { Derivation, Scoring } from "../../model/derivation.ts";
import type { Plan, Rollup } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import { stageBelow } from "../../model/stages.ts";
import type { Concluded } from "../engine.ts";
import type { Subject } from "../law/subject.ts";
import { startWork } from "../law/work.ts";
import { topSteps, totalStep } from "./area-step.ts";
import { classing } from "./class-step.ts";
import { itemStep } from "./item-step.ts";
import { quotaSteps } from "./quota-step.ts";
import { ratedScoring } from "./ratings-step.ts";
import { recordingOf } from "./recording.ts";
import { rollupScoring } from "./rollup-step.ts";
import type { Scene } from "./scene.ts";
import { createScene } from "./scene.ts";
import { alertSteps, awardSteps, rankStep } from "./standing.ts";

/** The derivation of one result of a period. Where there are several ratings the engine must have kept the rows. */
export function derive(plan: Plan, { report, prepared, subjects }: Concluded, result: Result): Derivation {
  const scene = createScene(plan, prepared);
  const subject = subjects.get(result.key) as Subject;
  const final: Subject = { ...subject, band: scene.stage.bands[result.band ?? -1]?.id, state: result.state };
  const ranking = rankStep(scene, report, result);
  return {
    plan,
    stage: scene.stage,
    period: report.period,
    provisional: report.provisional,
    result,
    scoring: scoringOf(scene, report.stage, report.period, result, subject),
    classing: classing(scene, subject),
    quotas: quotaSteps(scene, report, result),
    ...(ranking && { ranking }),
    awards: awardSteps(scene, report, result, final),
    alerts: alertSteps(scene, result, final),
  };
}

function scoringOf(scene: Scene, stage: number, period: string, result: Result, subject: Subject): Scoring {
  const { plan } = scene;
  const decided = subject.standing?.decidedTotal;
  if (decided !== undefined) {
    const total = scene.points(decided);
    return { kind: "decided", total: { exact: total, total } };
  }
  const [row] = result.rows;
  // Where a row had an error nothing of it is known, in a longer period either.
  if (!row && result.parts.length === 0) return { kind: "left_out" };
  if (stage > 0) {
    const rollup = plan.rollups[stage - 1] as Rollup;
    return rollupScoring(scene, rollup, stageBelow(plan, rollup), period, result, subject);
  }
  const { work } = subject;
  if (!row) return { kind: "left_out" };
  if (plan.ratings) return ratedScoring(scene, plan.ratings, work, result.rows);
  const again = startWork(scene.stage, row.columns, row.cells, row);
  const recording = recordingOf((trace) => scene.prepared.scorer?.score(again, undefined, trace));
  const scored = { subject, recording };
  const nodes = topSteps(scene, scored, (index, node) => itemStep(scene, index, node, scored, row));
  const total = totalStep(scene, recording);
  return { kind: "row", row, nodes, ...(total && { total }) };
}
