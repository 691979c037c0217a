import type { Derivation, SingleChange } from "../../model/derivation.ts";
import type { Item } from "../../model/node.ts";
import type { Json, JsonObject } from "../json-values.ts";
import { exactText, keyOf } from "../json-values.ts";
import { reasonText } from "../reason-text.ts";
import { bandId, classJson } from "./class-json.ts";
import { departuresJson } from "./departures.ts";
import { cellJson, heldJson, scoringJson } from "./scores-json.ts";

/** Version of this format; docs/explain.md describes it. */
const explanationVersion = 1;

/** The derivation of one result, as `trace` in a report and in an explanation. */
export const traceJson = (derivation: Derivation): JsonObject => ({
  scoring: scoringJson(derivation.plan, derivation.scoring),
  class: classJson(derivation),
});

/** All explanations of one subject as one document; at least one. */
export function explanationJson(derivations: readonly [Derivation, ...Derivation[]]): string {
  const [{ plan, result }] = derivations;
  const document: Json = {
    explanation: explanationVersion,
    rubric: { id: plan.id, version: plan.version, title: plan.title[plan.language] },
    subject: keyOf(plan, result),
    periods: derivations.map(periodJson),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function periodJson(derivation: Derivation): JsonObject {
  const { plan, stage, period, provisional, result, change } = derivation;
  const scored = "total" in derivation.scoring ? derivation.scoring.total : undefined;
  return {
    period,
    provisional,
    state: result.state,
    reason: result.state === "rated" ? undefined : reasonText(plan, result.reason),
    total: scored && exactText(scored.total),
    band: bandId(stage, result.band),
    marks: result.marks,
    departures: departuresJson(derivation),
    trace: traceJson(derivation),
    change: change && {
      basis: change.basis,
      up: change.up && changeJson(derivation, change.up),
      up_by_points: change.upByPoints && changeJson(derivation, change.upByPoints),
      down: change.down && changeJson(derivation, change.down),
      untried: change.untried.map(({ id }) => id),
    },
  };
}

function changeJson({ plan, stage }: Derivation, { node, cell, to, scores, total, band }: SingleChange): JsonObject {
  const item = node.body as Item;
  return {
    id: node.id,
    period: cell.row.period,
    cell: cellJson(plan, item, cell),
    to: heldJson(plan, item, to),
    score: { from: exactText(scores[0]), to: exactText(scores[1]) },
    total: total === undefined ? undefined : exactText(total),
    band: bandId(stage, band),
  };
}
