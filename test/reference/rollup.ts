import type { Exact } from "../../src/number/exact.ts";
import { divide, maximum, minimum, multiply, sum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import type { GapWord, Percentage, RollupPart, Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import { shareOf } from "./area.ts";
import type { Names } from "./expression.ts";
import { evaluate } from "./expression.ts";
import { idsOf, itemsOf, pointsById, scoreNodes } from "./nodes.ts";
import type { Outcome } from "./outcome.ts";
import { asRecord, newOutcome } from "./outcome.ts";
import { partName } from "./periods.ts";
import { subjectValues } from "./ratings.ts";
import type { PlainRow } from "./sheet.ts";

/** One sub-period of one subject: its outcome, or none where it has no row. */
interface Part {
  readonly period: string;
  readonly outcome: Outcome | undefined;
}

/** A sub-period that counts in the score: rated, or a zero in place of a rating. */
interface Counted {
  readonly period: string;
  readonly rated: Outcome | undefined;
}

/** A subject's longer period: its shorter ones, and its row of what is scored in the longer one alone. */
interface Whole {
  readonly key: string;
  readonly period: string;
  readonly parts: readonly Part[];
  readonly row: PlainRow | undefined;
  /** Its period, and what logs say of it. */
  readonly beyond: Names;
}

/** A subject's longer period, from its shorter ones to the total (LANGUAGE.md 1.8). */
export function rollUp(rubric: Rubric, rollup: RollupPart, { key, period, parts, row, beyond }: Whole): Outcome {
  const meanings = parts.map(({ outcome }) => meaningOf(rollup, outcome));
  const present = parts.flatMap(({ outcome }) => outcome ?? []);
  const rated = present.filter(({ state }) => state === "rated");
  const counted = parts.flatMap(({ period: name, outcome }, index): Counted[] =>
    meanings[index] === "rated" || meanings[index] === "zero"
      ? [{ period: name, rated: meanings[index] === "rated" ? outcome : undefined }]
      : [],
  );
  const roll: Roll = (score, figure) =>
    combine(score, counted, ({ rated: outcome }) => (outcome ? figure(outcome) : 0));
  const isOpen = meanings.includes("block") || meanings.includes("incomplete");
  const average = !isOpen && counted.length > 0 ? roll("mean", (outcome) => outcome.total as Exact) : undefined;
  const ofRow = row && subjectValues(rubric, row);
  const columns = groupingColumns(rollup, present, ofRow);

  const around: Names = (name) => {
    if (name === "average") return average;
    if (name === "periods") return rated.map(asRecord);
    if (name === "unrated") return present.filter(({ state }) => state !== "rated").map(asRecord);
    return name.startsWith("latest.") ? columns.get(name.slice(7)) : beyond(name);
  };
  const areas = { ...rubric, areas: rollup.areas ?? [] };
  const own = scoreNodes(
    areas,
    { columns: ofRow ?? new Map(), conditions: ofRow ?? columns, texts: row?.texts ?? {} },
    around,
  );
  let scored: Figures = { scores: pointsById(own.nodes), unclamped: undefined, total: undefined };
  const names: Names = (name) => {
    if (name === "total" || name === "unclamped") return scored[name];
    if (name.startsWith("items.") && !rollup.areas)
      return rolledItems(rubric, name, isOpen ? [] : rollup.score === "last" ? rated.slice(-1) : rated, scored);
    return scored.scores.get(name) ?? own.names(name);
  };
  const base = { key, period, columns, parts: present };
  if (isOpen) return newOutcome({ ...base, ...scored, given: "incomplete" }, names);
  const few = rated.length < ((rollup.at_least as number | undefined) ?? 1);
  if (isExpression(rollup)) {
    const total = evaluate(rollup.score as string, names, []) as Exact | undefined;
    if (total !== undefined) scored = { ...scored, ...totalsOf(rollup, total, total) };
  } else if ((rollup.score === "last" ? rated : counted).length > 0)
    scored = rolledScores(rubric, rollup, counted, roll);
  return newOutcome({ ...base, ...scored, ...(few && { given: "not_rated" }) }, names);
}

/** Somebody whose rows cover the whole period: on what they come to by the rubric itself the total of the rollup acts. */
export function coverWhole(rubric: Rubric, rollup: RollupPart, of: Outcome): Outcome {
  const scores = addsUp(rollup) && rubric.ratings?.level !== "total" ? of.scores : new Map<string, Exact>();
  const totals = of.total === undefined ? of : totalsOf(rollup, of.total, of.unclamped as Exact);
  const { unclamped, total } = totals;
  const names: Names = (name) => {
    if (name === "total" || name === "unclamped") return totals[name];
    if (name === "average") return of.total;
    if (name === "periods" || name === "unrated") return [];
    if (name.startsWith("latest.")) return of.columns.get(name.slice(7));
    return scores.get(name) ?? of.names(name);
  };
  const { key, period, columns } = of;
  return newOutcome({ key, period, columns, parts: [], scores, unclamped, total }, names);
}

/** The columns of the grouping period: the row's, or the latest with a row, unless `attributes` names another. */
function groupingColumns(
  { attributes }: RollupPart,
  present: readonly Outcome[],
  ofRow: Outcome["columns"] | undefined,
): Outcome["columns"] {
  const named = attributes === "first" ? present[0] : present.find(({ period }) => partName(period) === attributes);
  return (named?.columns ?? ofRow ?? present.at(-1)?.columns) as Outcome["columns"];
}

/** The items of an area that some part of the score has, with what they came to; all of them where no part says. */
function rolledItems(rubric: Rubric, list: string, parts: readonly Outcome[], { scores }: Figures): Names[] {
  const found = parts.map((part) => part.names(list) as readonly Names[]);
  const ids = new Set(found.flat().map((item) => item("id")));
  return itemsOf(rubric, list.slice("items.".length))
    .filter(({ id }) => found.length === 0 || ids.has(id))
    .map(
      ({ id }): Names =>
        (field) =>
          field === "id" ? id : scores.get(id),
    );
}

type Figures = Pick<Outcome, "scores" | "unclamped" | "total">;
type Roll = (score: RollupPart["score"], figure: (outcome: Outcome) => Exact) => Exact;

function rolledScores(rubric: Rubric, rollup: RollupPart, counted: readonly Counted[], roll: Roll): Figures {
  const { score } = rollup;
  const total = roll(score, (outcome) => outcome.total as Exact);
  if (!addsUp(rollup)) return { scores: new Map(), ...totalsOf(rollup, total, total) };
  // Areas and items have no score where only the totals of raters are combined.
  const ids = rubric.ratings?.level === "total" ? [] : idsOf(rubric);
  // Nor where another body gave the total of a part.
  const known = ids.filter((id) => counted.every(({ rated }) => !rated || rated.scores.has(id)));
  const scores = known.map((id) => [id, roll(score, (outcome) => outcome.scores.get(id) as Exact)] as const);
  const unclamped = roll(score, (outcome) => outcome.unclamped as Exact);
  return { scores: new Map(scores), ...totalsOf(rollup, total, unclamped) };
}

function totalsOf(rollup: RollupPart, total: Exact, unclamped: Exact): Pick<Figures, "unclamped" | "total"> {
  const { clamp, max, round: rounding } = rollup.total ?? {};
  const finish = (value: Exact): Exact => (rounding ? round(value, rounding) : value);
  const cut = clamp ? minimum(maximum(total, 0), max as Exact) : total;
  return { unclamped: finish(unclamped), total: finish(cut) };
}

const isExpression = ({ score }: RollupPart): boolean => typeof score === "string" && !words.includes(score);
const words: readonly string[] = ["mean", "sum", "last", "best", "worst"];

/** Whether areas and items roll up with the total. */
const addsUp = ({ score }: RollupPart): boolean =>
  typeof score === "object" || score === "mean" || score === "sum" || score === "last";

function meaningOf({ missing }: RollupPart, outcome: Outcome | undefined): GapWord | "rated" | "incomplete" {
  // A band that was decided has no points to roll up.
  if (outcome?.state === "rated" && outcome.total === undefined) return "incomplete";
  if (outcome && outcome.state !== "not_rated") return outcome.state;
  const policy = typeof missing === "object" ? (outcome ? missing.not_rated : missing.absent) : missing;
  return policy as GapWord;
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
