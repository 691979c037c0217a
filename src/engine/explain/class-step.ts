import type { Classing, Natural, PathStep, RuleStep } from "../../model/derivation-class.ts";
import type { Units } from "../../model/node.ts";
import type { Band, Rule } from "../../model/stage.ts";
import { subtract } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
import { askedOf } from "../law/classify.ts";
import type { Subject } from "../law/subject.ts";
import type { LawStep } from "../law/trace.ts";
import { recordingOf } from "./recording.ts";
import type { Scene } from "./scene.ts";

/** How the bands and rules decided about a subject, in the order in which they did. */
export function classing(scene: Scene, subject: Subject): Classing {
  const { steps, find } = recordingOf((trace) => scene.prepared.classify(subject, trace));
  const natural = find("natural");
  return {
    ...(natural && { natural: naturalStep(scene, natural.band, subject.work.total as Units) }),
    path: steps.flatMap((step) => pathStep(scene, step, subject)),
    rules: steps
      .flatMap((step) => (step.kind === "rule" ? [ruleStep(scene, step)] : []))
      .sort((a, b) => compareText(a.rule.id, b.rule.id)),
  };
}

function ruleStep(scene: Scene, { rule, acts, band, asked: subject }: Extract<LawStep, { kind: "rule" }>): RuleStep {
  const when = scene.condition(rule.when, acts ? askedOf(rule, subject) : subject, rule.text);
  const looked = "band" in rule.effect && typeof rule.effect.band === "object" ? rule.effect.band : undefined;
  const rests = when.holds && !acts ? ({ rests: isExempt(rule, subject) ? "decision" : "once" } as const) : {};
  return {
    rule,
    when,
    acts,
    ...rests,
    ...(band !== undefined && { band }),
    ...(acts && looked && { inputs: scene.inputs(looked, subject) }),
  };
}

/** Whether a decision keeps a rule from acting. */
const isExempt = ({ id, effect }: Rule, { standing }: Subject): boolean =>
  standing?.isExempt(id) === true || (effect.kind === "not_rated" && standing?.isRated === true);

function naturalStep({ stage, points }: Scene, band: number, total: Units): Natural {
  const from = stage.bands[band]?.from;
  const above = stage.bands[band - 1]?.from;
  return {
    band,
    ...(from !== undefined && { spare: points(subtract(total, from)) }),
    ...(above !== undefined && { lacking: points(subtract(above, total)) }),
  };
}

/** A requirement or a limit; rules that are told beside them decide by these alone. */
function pathStep(scene: Scene, step: LawStep, subject: Subject): PathStep[] {
  switch (step.kind) {
    case "gate": {
      const { require } = scene.stage.bands[step.band] as Band;
      const conditions = require.map(({ expression, text }) => scene.condition(expression, subject, text));
      return [{ kind: "gate", band: step.band, conditions, met: !step.met.includes(false) }];
    }
    case "limit": {
      const { effect: kind, rules, from, to } = step;
      return [{ kind, rules, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
    }
    default:
      return [];
  }
}
