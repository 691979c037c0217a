import type { Node, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Outlook, Result, Results } from "../../model/report.ts";
import type { Rollup, Stage } from "../../model/stage.ts";
import { rollupOf, stageBelow } from "../../model/stages.ts";
import { compare } from "../../number/exact.ts";
import type { Period } from "../../period/period.ts";
import { naturalBand } from "../law/classify.ts";
import { rollOf } from "../law/rollup-score.ts";
import { finishTotal } from "../law/total.ts";
import { partName } from "./parts.ts";
import { countedIn } from "./rollup.ts";

/**
 * What a longer period that is computed before its time still waits for, and between which bands (by points alone) each
 * subject can still end: with nothing, or with full points, in every part to come. `open`: parts that are not there, or
 * not whole themselves.
 */
export function outlookOf(
  plan: Plan,
  rollup: Rollup,
  of: Stage,
  parts: readonly Period[],
  open: readonly Period[],
  results: Results,
): Outlook {
  const missing = open.map(({ name }) => name);
  const reach = isBounded(plan, of) ? Array.from(results).flatMap((result) => reachOf(result) ?? []) : [];
  return { missing, reach };

  function reachOf(result: Result): Outlook["reach"][number] | undefined {
    if (result.parts.length === 0 || result.parts.some((part) => part.result.state === "incomplete")) return undefined;
    const known = parts.filter((period) => !open.includes(period));
    const slots = known.map((period) => ({
      period,
      result: result.parts.find((part) => part.period === period.name)?.result,
    }));
    const counted = countedIn(rollup, slots);
    const roll = rollOf(rollup.score, [...counted, ...open.map((period) => ({ part: partName(period), zero: false }))]);
    const totals = counted.map((part) => (part.zero ? 0 : part.result?.total));
    const [worst, best] = [0, of.total.max].map((each) => band(roll?.([...totals, ...open.map(() => each)])));
    return worst === undefined || best === undefined ? undefined : { key: result.key, worst, best };
  }

  function band(points: Units | undefined): number | undefined {
    if (points === undefined) return undefined;
    return naturalBand(rollup.bands, finishTotal(rollup.total, points));
  }
}

/** Whether the totals of a stage lie between 0 and its max, so that these are the worst and the best. */
function isBounded(plan: Plan, stage: Stage): boolean {
  if (stage.total.clamp) return true;
  if (stage === plan.stage && plan.ratings?.combine.kind === "sum") return false;
  if (stage === plan.stage) return stage.nodes.every((node) => !node.bonus && node.min === 0 && keepsToMax(node));
  const rollup = rollupOf(plan, stage);
  if (!rollup || rollup.score.kind === "value") return false;
  return isBounded(plan, stageBelow(plan, rollup));
}

function keepsToMax({ body }: Node): boolean {
  if (body.kind === "area") return true;
  const { scale } = body;
  if (scale.kind === "ratio") return scale.cap !== undefined && compare(scale.cap, 100) <= 0;
  return scale.kind !== "value" || scale.clamp;
}
