import type { Exact } from "../../number/exact.ts";
import { maximum, minimum } from "../../number/exact.ts";
import { once } from "../2-shape/once.ts";
import type {
  BandPart,
  PeriodWord,
  RankingPart,
  RollupPart,
  Rubric,
  RulePart,
  TotalPart,
} from "../2-shape/rubric.generated.ts";
import type { Facts } from "./facts.ts";
import { combinesTotals, nodesOf } from "./outline.ts";
import { clampedRange, times, unclampedRange } from "./ranges.ts";
import { enteringParts, mostParts } from "./rollup-parts.ts";
import type { Range } from "./scale.ts";

/** One kind of period of a rubric: the rows' own, or that of a rollup. */
export interface StageView {
  /** What holds its bands, rules, quotas, awards and alerts in the file. */
  readonly holder: Rubric | RollupPart;
  readonly rollup?: RollupPart;
  /** Of a rollup: the stage whose results it rolls up. */
  readonly source?: StageView;
  readonly period: PeriodWord;
  readonly total: TotalPart;
  /** Its own, or those of the rubric. */
  readonly bands: readonly BandPart[];
  readonly ranking: RankingPart | undefined;
  /** Is there `unclamped`, and do scores add up? A rollup that picks or computes its score has none. */
  readonly adds: boolean;
  /** Have areas and items a score too? Not where only the totals of raters are combined. */
  readonly scores: boolean;
  /** By how much scores may grow: the most parts of a sum, else 1. */
  readonly factor: number;
  /** Between which points the total lies, before and after `total.clamp`. */
  readonly before: Range;
  readonly after: Range;
}

/** The score words of a rollup; anything else is an expression. */
export const scoreWords = ["mean", "sum", "last", "best", "worst"] as const;
const adding: readonly unknown[] = ["mean", "sum", "last"];

/** The rows' stage first, then the rollups. One whose `of` is no earlier stage (which is reported) stands on the first. */
export const stagesOf = once((facts: Facts): readonly StageView[] => {
  const { rubric } = facts;
  const before = unclampedRange(
    facts,
    nodesOf(facts).filter(({ parent }) => parent === undefined),
    rubric.total,
  );
  const stages: StageView[] = [
    {
      holder: rubric,
      period: rubric.period,
      total: rubric.total,
      bands: rubric.bands,
      ranking: rubric.ranking,
      adds: true,
      scores: !combinesTotals(facts),
      factor: 1,
      before,
      after: clampedRange(before, rubric.total),
    },
  ];
  for (const rollup of rubric.rollups ?? []) {
    const source = stages.find(({ period }) => period === rollup.of) ?? (stages[0] as StageView);
    stages.push(rollupStage(facts, rollup, source));
  }
  return stages;
});

function rollupStage(facts: Facts, rollup: RollupPart, source: StageView): StageView {
  const { rubric } = facts;
  const { score } = rollup;
  const adds = source.adds && (typeof score !== "string" || adding.includes(score));
  const most = enteringParts(rubric, rollup)?.length ?? mostParts(rubric, rollup.period, rollup.of);
  const summed = score === "sum" ? most : 1;
  const isWord = typeof score !== "string" || (scoreWords as readonly string[]).includes(score);
  const total: TotalPart = { ...rollup.total, ...maxOf(rollup, source, summed) };
  const before = isWord ? times(withZero(source.before), summed) : { low: undefined, high: undefined };
  const after = isWord ? times(withZero(source.after), summed) : before;
  return {
    holder: rollup,
    rollup,
    source,
    period: rollup.period,
    total,
    bands: rollup.bands ?? rubric.bands,
    ranking: rollup.ranking ?? rubric.ranking,
    adds,
    scores: adds && source.scores,
    factor: source.factor * summed,
    before,
    after: clampedRange(after, total),
  };
}

/** A stated max; else that of the periods, as often as they are added. */
function maxOf({ total }: RollupPart, source: StageView, factor: number): { max?: Exact } {
  if (total?.max !== undefined) return { max: total.max };
  const max = source.total.max;
  return max === undefined ? {} : { max: times({ low: undefined, high: max }, factor).high as Exact };
}

/** A period that counts as zero is 0. */
const withZero = ({ low, high }: Range): Range => ({
  low: low === undefined ? undefined : minimum(low, 0),
  high: high === undefined ? undefined : maximum(high, 0),
});

const bandEffects = ["at_least", "at_most", "set"] as const;
export type BandEffect = (typeof bandEffects)[number];

/** Which effect with a band a rule has; undefined for `not_rated`. */
export const effectOf = (rule: RulePart): BandEffect | undefined => bandEffects.find((key) => rule[key] !== undefined);

/** The expression behind `=`; undefined where a band id stands. */
export function bandExpression(rule: RulePart, effect: BandEffect): string | undefined {
  const text = rule[effect];
  return text?.startsWith("=") ? text.slice(1) : undefined;
}

/** What a key of `by` or `order` names: `-x` sorts ascending. */
export const sortName = (key: string): string => key.replace(/^-\s*/, "");
