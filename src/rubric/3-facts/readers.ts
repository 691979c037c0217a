import { namesIn } from "../../expression/names.ts";
import type { Expression } from "../../expression/tree.ts";
import { once } from "../2-shape/once.ts";
import type { BandPart, RollupPart, RulePart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "./facts.ts";
import { dependingOf } from "./figures.ts";
import type { NodeEntry } from "./outline.ts";
import type { StageView } from "./stages.ts";
import { effectOf, stagesOf } from "./stages.ts";

/** What reads columns of a subject, and where it stands. */
export interface Reader {
  /** Of the area, item, band, rule, quota, award or alert. */
  readonly id: string;
  readonly holder: object;
  readonly key: string | number;
  readonly expression: Expression;
  /** Those that the expression names. */
  readonly names: ReadonlySet<string>;
  /** Asked only where this applies; absent: asked about everybody. */
  readonly node?: NodeEntry;
  /** Absent for the rows' own period. */
  readonly rollup?: RollupPart | undefined;
}

type Spot = Pick<Reader, "id" | "holder" | "key" | "rollup">;

/** All that reads columns and compiled; the columns of ratio items and of figures too. */
export const readersOf = once((facts: Facts): readonly Reader[] => [
  ...facts.nodes.flatMap((node) => [...readersOfNode(facts, node)]),
  ...[...stageSpots(facts)].flatMap((spot) => [...compiledAt(facts, spot)]),
]);

function* readersOfNode(facts: Facts, node: NodeEntry): Generator<Reader> {
  const { id, ratio } = node.part;
  for (const { figure } of dependingOf(node.part)) {
    yield { ...named(figure.by), id, holder: figure, key: "by", node };
  }
  const { table = node.part } = node.part;
  for (const [holder, key] of [
    [node.part, "value"],
    [node.part, "zero_if"],
    [table, "of"],
  ] as const) {
    for (const reader of compiledAt(facts, { id, holder, key })) yield { ...reader, node };
  }
  for (const key of ["done", "target"] as const) {
    const name = ratio?.[key];
    if (ratio && name !== undefined) yield { ...named(name), id, holder: ratio, key, node };
  }
}

const named = (name: string): Pick<Reader, "expression" | "names"> => ({
  expression: { kind: "name", name },
  names: new Set([name]),
});

function* compiledAt({ expressions }: Facts, spot: Spot): Generator<Reader> {
  const compiled = expressions.get(spot.holder, spot.key);
  if (!compiled) return;
  const { expression } = compiled;
  yield { ...spot, expression, names: namesIn(expression) };
}

function* stageSpots(facts: Facts): Generator<Spot> {
  for (const { holder, rollup } of stagesOf(facts)) {
    for (const spot of spotsOf(holder)) yield { ...spot, rollup };
  }
}

function* spotsOf({
  bands = [],
  rules = [],
  quotas = [],
  awards = [],
  alerts = [],
}: StageView["holder"]): Generator<Spot> {
  for (const band of bands) yield* bandSpots(band);
  for (const rule of rules) yield* ruleSpots(rule);
  for (const { id, raise } of quotas) if (raise) yield { id, holder: raise, key: "when" };
  for (const part of [...quotas, ...awards, ...alerts]) yield { id: part.id, holder: part, key: "when" };
}

function* bandSpots(band: BandPart): Generator<Spot> {
  const { id, require } = band;
  if (typeof require === "object") for (const key of require.keys()) yield { id, holder: require, key };
  else yield { id, holder: band, key: "require" };
}

function* ruleSpots(rule: RulePart): Generator<Spot> {
  yield { id: rule.id, holder: rule, key: "when" };
  const key = effectOf(rule);
  if (key !== undefined) yield { id: rule.id, holder: rule, key };
}
