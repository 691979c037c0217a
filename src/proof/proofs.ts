import { namesIn } from "../expression/names.ts";
import type { Expression } from "../expression/tree.ts";
import { expressionText } from "../expression/write.ts";
import type { Plan } from "../model/plan.ts";
import type { Rule, Stage } from "../model/stage.ts";
import { stagesOf } from "../model/stages.ts";
import type { Exact } from "../number/exact.ts";
import { compare, sign, subtract } from "../number/exact.ts";
import type { Attainable, Open } from "./attainable.ts";
import { hasWithin, nextFrom, sizeOf, valuesOf } from "./attainable.ts";
import type { Trend } from "./rising.ts";
import { isAside, trendOf } from "./rising.ts";
import { situationsOf } from "./situations.ts";
import { totalsOf } from "./totals.ts";

/** What is true of a rubric whatever the sheets hold, or cannot be told without them. Totals are in units. */
export type Proof =
  | { readonly kind: "totals"; readonly count: number; readonly least: Exact; readonly most: Exact }
  /** Nobody can say which totals there are, but none lies beyond these. */
  | { readonly kind: "totals_within"; readonly least: Exact; readonly most: Exact }
  | { readonly kind: "beyond_max"; readonly stage: Stage; readonly below: boolean; readonly above: boolean }
  /** `nearest`: the greatest total below it, from which on it would be reached; absent: not known. */
  | { readonly kind: "no_total_in"; readonly band: number; readonly nearest?: Exact }
  | { readonly kind: "no_total_at"; readonly band: number; readonly from: Exact; readonly next: Exact }
  | { readonly kind: "never_decides"; readonly item: string }
  | { readonly kind: "never" | "always"; readonly stage: Stage; readonly rule: Rule }
  | {
      readonly kind: "contradict";
      readonly stage: Stage;
      readonly rules: readonly [Rule, Rule];
      readonly certain: boolean;
    }
  /** What a better score can turn against somebody. */
  | { readonly kind: "falls"; readonly stage: Stage; readonly part: Part; readonly text: string }
  | { readonly kind: "undecided"; readonly what: Undecided };

/** The part of a rubric that a proof is about. */
export interface Part {
  readonly kind: "band" | "rule" | "node";
  readonly id: string;
}
export type Undecided =
  | { readonly kind: "totals"; readonly because: Open }
  | { readonly kind: "rule" | "trend"; readonly id: string; readonly text: string };

/** All that is proved of a rubric, and what cannot be told. */
export const proofsOf = (plan: Plan): readonly Proof[] => [
  ...proofsOfTotals(plan),
  ...stagesOf(plan).flatMap((stage) => {
    const ofRules = proofsOfRules(plan, stage);
    const never = ofRules.flatMap((proof) => (proof.kind === "never" ? proof.rule.id : []));
    return [...ofRules, ...proofsOfTrends(plan, stage, never)];
  }),
];

function proofsOfTotals(plan: Plan): Proof[] {
  const { stage } = plan;
  const totals = totalsOf(plan);
  if (!("low" in totals)) return [{ kind: "undecided", what: { kind: "totals", because: totals } }];
  const { low: least, high: most, found } = totals;
  const bands = stage.bands.flatMap((_, band) => ofBand(stage, band, totals));
  if (found.kind !== "grid") {
    const undecided: Proof = { kind: "undecided", what: { kind: "totals", because: found } };
    return [{ kind: "totals_within", least, most }, ...bands, undecided];
  }
  const below = sign(least) < 0;
  const above = compare(most, stage.total.max) > 0;
  return [
    { kind: "totals", count: sizeOf(found), least, most },
    ...(below || above ? [{ kind: "beyond_max", stage, below, above } as const] : []),
    ...bands,
    ...itemsThatNeverDecide(plan, totals),
  ];
}

function ofBand({ bands }: Stage, band: number, totals: Attainable): Proof[] {
  const [from, to] = [bands[band]?.from, bands[band - 1]?.from];
  if (!hasWithin(totals, from, to)) {
    const nearest = from && valuesOf(totals)?.findLast((total) => compare(total, from) < 0);
    return [{ kind: "no_total_in", band, ...(nearest !== undefined && { nearest }) }];
  }
  const next = from && nextFrom(totals, from);
  return from !== undefined && next !== undefined && compare(next, from) > 0
    ? [{ kind: "no_total_at", band, from, next }]
    : [];
}

/** Items whose points move nobody over a bound, and that nothing else asks about. */
function itemsThatNeverDecide(plan: Plan, all: Attainable): Proof[] {
  const { stage } = plan;
  const isPlain = !plan.ratings && !stage.total.clamp && !stage.total.round && stage.nodes.every(addsUp);
  if (!isPlain) return [];
  const asked = new Set([...stage.rules, ...stage.bands, ...stage.awards].flatMap((part) => [...namesOf(part)]));
  return stage.nodes.flatMap(({ id, body, counts }): Proof[] => {
    if (body.kind !== "item" || counts === false || asked.has(id) || asked.has("items")) return [];
    const rest = totalsOf(plan, id);
    if (!("low" in rest)) return [];
    // The item alone gives what is left of the ends of the totals once all others are at theirs.
    const [worst, best] = [subtract(all.low, rest.low), subtract(all.high, rest.high)];
    const decides = stage.bands.some(
      ({ from }) => from !== undefined && hasWithin(rest, subtract(from, best), subtract(from, worst)),
    );
    return decides ? [] : [{ kind: "never_decides", item: id }];
  });
}

const addsUp = ({ body, round, zeroIf, by, when, min }: Stage["nodes"][number]): boolean =>
  !round && !zeroIf && !by && !when && (body.kind === "item" || (body.combine === "sum" && !body.clamp && min === 0));

/** Names that the expressions of a part ask for, with those of fields. */
function namesOf(part: object): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value && "name" in value) names.add(String(value.name));
    if ("kind" in value && "field" in value) names.add(String(value.field));
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(part);
  return names;
}

function proofsOfRules(plan: Plan, stage: Stage): Proof[] {
  const { rules } = stage;
  const single = rules.flatMap((rule): Proof[] => {
    const situations = situationsOf(plan, stage, [rule.when]);
    if (!situations) return [{ kind: "undecided", what: { kind: "rule", id: rule.id, text: rule.text } }];
    if (situations.every(([holds]) => !holds)) return [{ kind: "never", stage, rule }];
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
function proofsOfTrends(plan: Plan, stage: Stage, never: readonly string[]): Proof[] {
  const judge = (part: Part, e: Expression, good: readonly Trend[]): Proof[] => {
    const trend = trendOf(plan, stage, e);
    if (trend === "same" || good.includes(trend)) return [];
    const text = expressionText(e);
    if (trend === "unknown") return [{ kind: "undecided", what: { kind: "trend", id: part.id, text } }];
    return [{ kind: "falls", stage, part, text }];
  };
  const last = stage.bands.length - 1;
  return [
    ...stage.bands.flatMap(({ id, require }) =>
      require.flatMap(({ expression }) => judge({ kind: "band", id }, expression, ["up"])),
    ),
    ...stage.rules
      .filter(({ id }) => !never.includes(id))
      .flatMap(({ id, when, effect }) => judge({ kind: "rule", id }, when, helpful(effect, last))),
    // What does not count decides where something asks for it, and is looked into there.
    ...stage.nodes
      .filter((node) => !isAside(stage, node))
      .flatMap(({ id, zeroIf, body }) => [
        ...(zeroIf ? judge({ kind: "node", id }, zeroIf, ["down"]) : []),
        ...(body.kind === "item" && body.scale.kind === "value"
          ? judge({ kind: "node", id }, body.scale.expression, ["up"])
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
