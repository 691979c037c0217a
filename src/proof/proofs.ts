import { namesIn } from "../expression/names.ts";
import type { Expression } from "../expression/tree.ts";
import { expressionText } from "../expression/write.ts";
import type { Plan } from "../model/plan.ts";
import type { Band, Rule, Stage } from "../model/stage.ts";
import { stagesOf } from "../model/stages.ts";
import type { Part, Proof } from "./proof.ts";
import type { Trend } from "./rising.ts";
import { isAside, trendOf } from "./rising.ts";
import type { Limit } from "./situations.ts";
import { limitOf, situationsOf } from "./situations.ts";
import type { TotalProofs } from "./total-proofs.ts";

/** All that is proved of a rubric, and what cannot be told. */
export const proofsOf = (plan: Plan, ofTotals: TotalProofs): readonly Proof[] => [
  ...ofTotals(plan),
  ...stagesOf(plan).flatMap((stage) => {
    const ofRules = proofsOfRules(plan, stage);
    const unmet = requirementsNeverMet(plan, stage);
    // What never holds or always does moves with no score.
    const settled = [...ofRules, ...unmet].flatMap((proof) =>
      proof.kind === "never" || proof.kind === "always"
        ? proof.rule
        : proof.kind === "never_met"
          ? (stage.bands[proof.band] as Band)
          : [],
    );
    return [...unmet, ...ofRules, ...proofsOfTrends(plan, stage, settled)];
  }),
];

/** Bands that require what nobody can have. */
function requirementsNeverMet(plan: Plan, stage: Stage): Proof[] {
  return stage.bands.flatMap(({ require }, band): Proof[] => {
    const conditions = require.map(({ expression }) => expression);
    if (conditions.length === 0) return [];
    if (situationsOf(plan, stage, conditions)?.some((met) => met.every(Boolean)) !== false) return [];
    const alone = require.find(({ expression }) => situationsOf(plan, stage, [expression])?.every(([met]) => !met));
    const text = alone?.text ?? require.map((each) => each.text).join(" && ");
    return [{ kind: "never_met", stage, band, text, ...(alone && limited(plan, stage, alone.expression)) }];
  });
}

const limited = (plan: Plan, stage: Stage, condition: Expression): { readonly limit?: Limit } => {
  const limit = limitOf(plan, stage, condition);
  return limit ? { limit } : {};
};

function proofsOfRules(plan: Plan, stage: Stage): Proof[] {
  const { rules } = stage;
  const single = rules.flatMap((rule): Proof[] => {
    const situations = situationsOf(plan, stage, [rule.when]);
    if (!situations) return [{ kind: "undecided", what: { kind: "rule", rule } }];
    if (situations.every(([holds]) => !holds))
      return [{ kind: "never", stage, rule, ...limited(plan, stage, rule.when) }];
    return situations.every(([holds]) => holds) ? [{ kind: "always", stage, rule }] : [];
  });
  const pairs = rules.flatMap((rule, at) => rules.slice(at + 1).map((other) => [rule, other] as const));
  const contradicting = pairs
    .filter(([rule, other]) => disagree(rule, other))
    .flatMap((pair): Proof[] => {
      const situations = situationsOf(plan, stage, [pair[0].when, pair[1].when]);
      if (!situations?.some(([one, other]) => one && other)) return [];
      const certain = pair.every(({ when }) =>
        [...namesIn(when)].every((name) => plan.columns.some(({ id }) => id === name)),
      );
      return [{ kind: "contradict", stage, rules: pair, certain }];
    });
  return [...single, ...contradicting];
}

/** Two rules that say of one person what cannot both be: a floor above a ceiling, or two classes. */
function disagree(rule: Rule, other: Rule): boolean {
  const [one, two] = [rule.effect, other.effect];
  if (one.kind === "not_rated" || two.kind === "not_rated") return false;
  if (typeof one.band !== "number" || typeof two.band !== "number") return false;
  if (one.kind === "set" && two.kind === "set") return one.band !== two.band;
  if (one.kind === "at_least" && two.kind === "at_most") return one.band < two.band;
  return one.kind === "at_most" && two.kind === "at_least" && two.band < one.band;
}

/** Where a better score can lead to a worse band, or nobody can tell whether it does. */
function proofsOfTrends(plan: Plan, stage: Stage, settled: readonly (Rule | Band)[]): Proof[] {
  const judge = (part: Part, e: Expression, good: readonly Trend[], open: readonly Trend[] = []): Proof[] => {
    const trend = trendOf(plan, stage, e);
    if (trend === "same" || good.includes(trend)) return [];
    const text = expressionText(e);
    if (trend === "unknown" || open.includes(trend))
      return [{ kind: "undecided", what: { kind: "trend", stage, part, text } }];
    return [{ kind: "falls", stage, part, text }];
  };
  const isOpen = (part: Rule | Band): boolean => !settled.includes(part);
  const last = stage.bands.length - 1;
  return [
    ...stage.bands
      .filter(isOpen)
      .flatMap(({ id, require }) =>
        require.flatMap(({ expression }) => judge({ kind: "band", id }, expression, ["up"])),
      ),
    ...stage.rules
      .filter(isOpen)
      .flatMap(({ id, when, effect }) => judge({ kind: "rule", id }, when, helpful(effect, last))),
    // What does not count decides where something asks for it, and is looked into there.
    ...stage.nodes
      .filter((node) => !isAside(stage, node))
      .flatMap(({ id, zeroIf, body }) => [
        ...(zeroIf ? judge({ kind: "node", id }, zeroIf, ["down"]) : []),
        // What it takes off, the score with which it falls may bring by itself.
        ...(body.kind === "item" && body.scale.kind === "value"
          ? judge({ kind: "node", id }, body.scale.expression, ["up"], ["down"])
          : []),
      ]),
  ];
}

/** How the condition of a rule may move with the scores without ever making a better one worse. */
function helpful(effect: Rule["effect"], last: number): readonly Trend[] {
  switch (effect.kind) {
    // It leaves somebody without a band, better or worse.
    case "not_rated":
      return ["up", "down"];
    case "at_least":
      return ["up"];
    case "at_most":
      return ["down"];
    case "set":
      return effect.band === 0 ? ["up"] : effect.band === last ? ["down"] : [];
  }
}
