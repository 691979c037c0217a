import type { Classing, Natural, PathStep, RuleStep } from "../../model/derivation-class.ts";
import type { Rule, Units } from "../../model/plan.ts";
import { subtract } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
import type { Subject } from "../environment.ts";
import { acts, naturalBand } from "../law/classify.ts";
import type { Scene } from "./scene.ts";

/** How the bands and rules decided about a subject, in the order of LANGUAGE: natural band, `require`, rules. */
export function classing(scene: Scene, subject: Subject): Classing {
  const rules = [...scene.stage.rules]
    .sort((a, b) => compareText(a.id, b.id))
    .map((rule) => ruleStep(scene, rule, subject));
  const { total } = subject.work;
  const notRated = rules.some(({ rule, acts: does }) => does && rule.effect.kind === "not_rated");
  if (total === undefined || notRated) return { path: [], rules };
  const natural = naturalStep(scene, total);
  return { natural, path: pathFrom(scene, natural.band, rules, subject), rules };
}

function ruleStep(scene: Scene, rule: Rule, subject: Subject): RuleStep {
  const when = scene.condition(rule.when, subject, rule.text);
  const does = when.holds === true && acts(rule, subject);
  const rests = when.holds && !does ? ({ rests: isExempt(rule, subject) ? "decision" : "once" } as const) : {};
  const band = rule.effect.kind === "not_rated" ? undefined : bandOf(scene, rule.effect.band, subject);
  return {
    rule,
    when,
    acts: does,
    ...rests,
    ...(band !== undefined && { band }),
  };
}

/** Whether a decision keeps a rule from acting. */
const isExempt = ({ id, effect }: Rule, { standing }: Subject): boolean =>
  standing?.isExempt(id) === true || (effect.kind === "not_rated" && standing?.isRated === true);

function bandOf(
  { stage, prepared }: Scene,
  band: Exclude<Rule["effect"], { kind: "not_rated" }>["band"],
  subject: Subject,
): number | undefined {
  if (typeof band === "number") return band;
  const id = prepared.environment.compile(band)(subject);
  const index = stage.bands.findIndex((candidate) => candidate.id === id);
  return index < 0 ? undefined : index;
}

function naturalStep({ stage, points }: Scene, total: Units): Natural {
  const band = naturalBand(stage.bands, total);
  const from = stage.bands[band]?.from;
  const above = stage.bands[band - 1]?.from;
  return {
    band,
    ...(from !== undefined && { spare: points(subtract(total, from)) }),
    ...(above !== undefined && { lacking: points(subtract(above, total)) }),
  };
}

function pathFrom(scene: Scene, natural: number, rules: readonly RuleStep[], subject: Subject): PathStep[] {
  const path: PathStep[] = [];
  /** Where somebody who comes into `band` ends: undefined when the rubric leaves it open. */
  const descend = (band: number): number | undefined => {
    const { require = [], otherwise } = scene.stage.bands[band] ?? {};
    if (require.length === 0) return band;
    const conditions = require.map(({ expression, text }) => scene.condition(expression, subject, text));
    const met = conditions.every(({ holds }) => holds === true);
    path.push({ kind: "gate", band, conditions, met });
    if (met) return band;
    return typeof otherwise === "number" ? descend(otherwise) : undefined;
  };
  const limit = (kind: "at_least" | "at_most" | "set", from: number | undefined): void => {
    const acting = rules.filter(
      ({ rule, acts: does, band }) => does && rule.effect.kind === kind && band !== undefined,
    );
    if (acting.length === 0) return;
    const bands = acting.map(({ band }) => band as number);
    const limitBand = kind === "at_least" ? Math.min(...bands) : Math.max(...bands);
    const to = limited(kind, from, limitBand);
    path.push({
      kind,
      rules: acting.map(({ rule }) => rule.id),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
    at = kind === "at_most" && to !== undefined && to !== from ? descend(to) : to;
  };
  let at = descend(natural);
  limit("at_least", at);
  limit("at_most", at);
  limit("set", at);
  return path;
}

/** Where rules of one kind lead; a band left open is closed by `set` alone. */
function limited(kind: "at_least" | "at_most" | "set", from: number | undefined, band: number): number | undefined {
  if (kind === "set") return band;
  if (from === undefined) return undefined;
  return kind === "at_least" ? Math.min(from, band) : Math.max(from, band);
}
