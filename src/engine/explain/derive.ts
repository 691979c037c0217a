import type { Derivation, RowScoring, Scoring } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import { hasOwnAreas } from "../../model/stages.ts";
import type { Concluded } from "../conclusions.ts";
import type { Subject } from "../law/subject.ts";
import { finishTotal } from "../law/total.ts";
import { startWork, toUnits } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import { topSteps, totalStep } from "./area-step.ts";
import { alertSteps, awardSteps } from "./award-step.ts";
import { classing } from "./class-step.ts";
import { itemStep } from "./item-step.ts";
import { createQuotaSteps } from "./quota-step.ts";
import { createRankStep } from "./rank-step.ts";
import { ratedScoring } from "./ratings-step.ts";
import { recordingOf } from "./recording.ts";
import { rollupScoring } from "./rollup-step.ts";
import type { Scene } from "./scene.ts";
import { createScene } from "./scene.ts";

/** Gives the derivation of a result of a period. Where there are several ratings the engine must have kept the rows. */
export function createDeriver(
  plan: Plan,
  { report, prepared, rows, subjects }: Concluded,
): (result: Result) => Derivation {
  const scene = createScene(plan, prepared);
  const rankStep = createRankStep(scene, report);
  const quotaSteps = createQuotaSteps(scene, report, subjects);
  return (result) => {
    const subject = subjects.get(result.key) as Subject;
    const { state, rules } = result;
    const final: Subject = { ...subject, band: scene.stage.bands[result.band ?? -1]?.id, state, rules };
    const ranking = rankStep(result);
    return {
      plan,
      stage: scene.stage,
      period: report.period,
      provisional: report.provisional,
      result,
      scoring: scoringOf(scene, rows, report, result, subject),
      classing: classing(scene, subject),
      quotas: quotaSteps(result),
      ...(ranking && { ranking }),
      awards: awardSteps(scene, report, result, final),
      alerts: alertSteps(scene, result, final),
    };
  };
}

function scoringOf(
  scene: Scene,
  rows: PreparedStage,
  report: Concluded["report"],
  result: Result,
  subject: Subject,
): Scoring {
  const { plan } = scene;
  const decided = subject.standing?.decidedTotal;
  if (decided !== undefined) {
    const total = scene.points(decided);
    return { kind: "decided", total: { exact: total, total } };
  }
  // Where a row had an error nothing of it is known, in a longer period either.
  if (result.rows.length === 0 && result.parts.length === 0) return { kind: "left_out" };
  const rollup = plan.rollups[report.stage - 1];
  if (!rollup) return rowScoring(scene, subject, result.rows);
  const isDirect = result.parts.length === 0 && !hasOwnAreas(rollup);
  if (!isDirect) return rollupScoring(scene, rollup, report, result, subject);
  return wholeScoring(scene, rowScoring(createScene(plan, rows), subject, result.rows));
}

/** `scene`: of the rows' own stage. */
function rowScoring(scene: Scene, subject: Subject, rows: readonly Row[]): RowScoring {
  const { ratings } = scene.plan;
  if (ratings) return ratedScoring(scene, ratings, rows);
  const row = rows[0] as Row;
  const work = startWork(scene.stage, row.columns, row.cells, row);
  const recording = recordingOf((trace) => scene.prepared.scorer?.score(work, undefined, trace));
  const scored = { subject: { ...subject, work }, recording };
  const nodes = topSteps(scene, scored, (index, node) => itemStep(scene, index, node, scored, row));
  const total = totalStep(scene, recording);
  return { kind: "row", row, nodes, ...(total && { total }) };
}

/** Rows that cover a longer period: what that makes of what they come to. */
function wholeScoring(scene: Scene, of: RowScoring): Scoring {
  const { total: before } = of;
  if (!before) return { kind: "whole", of };
  const { plan, stage } = scene;
  const total = totalStep(
    scene,
    recordingOf((trace) => finishTotal(stage.total, toUnits(before.total, plan.scale), trace)),
  );
  return { kind: "whole", of, ...(total && { total }) };
}
