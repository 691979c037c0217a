import type { Exact } from "../../src/number/exact.ts";
import { divide, maximum, minimum, multiply, sum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import type { Percentage, RollupMissingWord, RollupPart } from "../../src/rubric/2-shape/rubric.ts";
import { shareOf } from "./area.ts";
import type { Names } from "./expression.ts";
import { evaluate } from "./expression.ts";
import type { Outcome } from "./outcome.ts";
import { newOutcome } from "./outcome.ts";
import { partName } from "./periods.ts";

/** One sub-period of one subject: its outcome, or none where it has no row. */
export interface Part {
  readonly period: string;
  readonly outcome: Outcome | undefined;
}

/** A sub-period that counts in the score: rated, or a zero in place of a rating. */
interface Counted {
  readonly period: string;
  readonly rated: Outcome | undefined;
}

/** A subject's longer period, from its shorter ones to the total (LANGUAGE.md 1.8). `ids` are those of all areas and items. */
export function rollUp(rollup: RollupPart, ids: readonly string[], period: string, parts: readonly Part[]): Outcome {
  const meanings = parts.map(({ outcome }) => meaningOf(rollup, outcome));
  const rated = parts.flatMap(({ outcome }) => (outcome?.state === "rated" ? [outcome] : []));
  const latest = groupingOutcome(rollup, parts);
  const counted = parts.flatMap(({ period: name, outcome }, index): Counted[] =>
    meanings[index] === "rated" || meanings[index] === "zero"
      ? [{ period: name, rated: meanings[index] === "rated" ? outcome : undefined }]
      : [],
  );
  const roll: Roll = (score, figure) =>
    combine(score, counted, ({ rated: outcome }) => (outcome ? figure(outcome) : 0));
  const isOpen = meanings.includes("block") || meanings.includes("incomplete");
  const average = !isOpen && counted.length > 0 ? roll("mean", (outcome) => outcome.total as Exact) : undefined;

  let scored: Figures = {
    scores: new Map(),
    unclamped: undefined,
    total: undefined,
  };
  const names: Names = (name) => {
    if (name === "average") return average;
    if (name === "periods") return rated.map(asRecord);
    if (name.startsWith("latest.")) return latest.columns.get(name.slice(7));
    return name === "total" || name === "unclamped" ? scored[name] : scored.scores.get(name);
  };
  const base = { key: latest.key, period, columns: latest.columns };
  if (isOpen) return newOutcome({ ...base, ...scored, given: "incomplete" }, names);
  const few = rated.length < ((rollup.at_least as number | undefined) ?? 1);
  const known = rollup.score === "last" ? rated : counted;
  if (known.length > 0) scored = scoresOf(rollup, ids, roll, names);
  return newOutcome({ ...base, ...scored, ...(few && { given: "not_rated" }) }, names);
}

/** The sub-period that the columns are read from: the latest with a row, unless `attributes` names another. */
function groupingOutcome({ attributes }: RollupPart, parts: readonly Part[]): Outcome {
  const present = parts.filter(({ outcome }) => outcome);
  const named = present.find(({ period }) => partName(period) === attributes);
  return (named ?? (attributes === "first" ? present[0] : present.at(-1)))?.outcome as Outcome;
}

type Figures = Pick<Outcome, "scores" | "unclamped" | "total">;
type Roll = (score: RollupPart["score"], figure: (outcome: Outcome) => Exact) => Exact;

function scoresOf(rollup: RollupPart, ids: readonly string[], roll: Roll, names: Names): Figures {
  const { clamp, max, round: rounding } = rollup.total ?? {};
  const finish = (value: Exact): Exact => (rounding ? round(value, rounding) : value);
  const cut = (value: Exact): Exact => (clamp ? minimum(maximum(value, 0), max as Exact) : value);
  const { score } = rollup;
  const total =
    typeof score === "string" && !words.includes(score)
      ? (evaluate(score, names, []) as Exact)
      : roll(score, (outcome) => outcome.total as Exact);
  if (!addsUp(rollup)) return { scores: new Map(), unclamped: finish(total), total: finish(cut(total)) };
  return {
    scores: new Map(ids.map((id) => [id, roll(score, (outcome) => outcome.scores.get(id) ?? 0)])),
    unclamped: finish(roll(score, (outcome) => outcome.unclamped as Exact)),
    total: finish(cut(total)),
  };
}

/** A sub-period as `periods` shows it: with the columns that it was grouped by, itself a rollup or not. */
const asRecord =
  (outcome: Outcome): Names =>
  (id) =>
    id === "period" ? outcome.period : outcome.columns.has(id) ? outcome.columns.get(id) : outcome.names(id);

const words: readonly string[] = ["mean", "sum", "last", "best", "worst"];

/** Whether areas and items roll up with the total. */
const addsUp = ({ score }: RollupPart): boolean =>
  typeof score === "object" || score === "mean" || score === "sum" || score === "last";

function meaningOf({ missing }: RollupPart, outcome: Outcome | undefined): RollupMissingWord | "rated" | "incomplete" {
  if (outcome && outcome.state !== "not_rated") return outcome.state;
  const policy = typeof missing === "object" ? (outcome ? missing.not_rated : missing.absent) : missing;
  return policy as RollupMissingWord;
}

function combine(score: RollupPart["score"], counted: readonly Counted[], figure: (counted: Counted) => Exact): Exact {
  const values = counted.map(figure);
  if (typeof score === "object") {
    const weights = counted.map(({ period }) => shareOf(score.weights[partName(period)] as Percentage));
    return divide(sum(values.map((value, index) => multiply(value, weights[index] as Exact))), sum(weights));
  }
  switch (score) {
    case "sum":
      return sum(values);
    case "last":
      return figure(counted.findLast(({ rated }) => rated) as Counted);
    case "best":
      return values.reduce(maximum);
    case "worst":
      return values.reduce(minimum);
    default:
      return divide(sum(values), values.length);
  }
}
