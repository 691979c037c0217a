import type { PeriodWord, RollupPart, Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Around, Beside } from "./around.ts";
import { aroundOf } from "./around.ts";
import type { PlainDecision } from "./decisions.ts";
import { totalGiven, withoutScores } from "./decisions.ts";
import type { Value } from "./expression.ts";
import { idsOf, pointsById } from "./nodes.ts";
import type { Outcome } from "./outcome.ts";
import { newOutcome } from "./outcome.ts";
import { daysOf, kindOf, partName, partsOf, termsOf, wholeOf } from "./periods.ts";
import { ratedScores, subjectValues, withRaters } from "./ratings.ts";
import { coverWhole, rollUp } from "./rollup.ts";
import type { Scores } from "./scores.ts";
import { scoresOf } from "./scores.ts";
import type { PlainRow } from "./sheet.ts";
import { columnValues, isBlankRow, keyOf } from "./sheet.ts";
import { printedKeys } from "./spellings.ts";
import type { StagePart, StageResults } from "./stage.ts";
import { runStage } from "./stage.ts";

/** What one period comes to. */
export interface PeriodOutcome extends StageResults {
  readonly period: string;
  readonly kind: PeriodWord;
  /** By key. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/**
 * A second reading of LANGUAGE.md (1.1–1.8): slow, obvious, and written without the engine, so that the two can
 * be held against each other. It takes the rubric as its author wrote it and the sheets as they were typed, and counts
 * in points. Both must be sound: it looks for no errors. A row of a longer period holds what is scored in that alone, or
 * where nothing is, covers it as a whole.
 */
export function referenceResults(rubric: Rubric, typed: readonly PlainRow[], beside: Beside = {}): PeriodOutcome[] {
  const around = aroundOf(rubric, beside);
  const somebody = typed.filter((row) => rubric.blank_rows !== "skip" || !isBlankRow(rubric, row));
  const rows = withRaters(rubric, printedKeys(rubric, somebody));
  const rowsOf = (period: string): PlainRow[] => rows.filter((row) => row.period === period);
  const shortest = unique(rows.map(({ period }) => period)).filter((period) => kindOf(period) === rubric.period);
  const terms = termsOf(rubric);
  const results: PeriodOutcome[] = [];
  const inTime = (a: string, b: string): number => daysOf(a, terms)[0] - daysOf(b, terms)[0];
  for (const period of shortest.sort(inTime)) {
    const outcomes = outcomesOf(rubric, rowsOf(period), around);
    results.push(concluded(rubric, period, undefined, outcomes, beside, results));
  }
  for (const rollup of rubric.rollups ?? []) {
    const parts = results.filter(({ kind }) => kind === rollup.of);
    // Where nobody is scored by part, the rows of a whole period are all there is.
    const alone = unique(rows.map(({ period }) => period)).filter((whole) => {
      const inside = insideOf(rubric, whole);
      return !rollup.areas && kindOf(whole) === rollup.period && !rows.some(({ period }) => inside.includes(period));
    });
    const wholes = unique([...parts.map(({ period }) => wholeOf(period, rollup.of, rollup.period, terms)), ...alone]);
    for (const whole of wholes.sort(inTime)) {
      const names = entering(rollup, partsOf(whole, rollup.period, rollup.of, terms));
      const inside = names.flatMap((name) => parts.filter(({ period }) => period === name));
      // Until all its parts are known it is not computed.
      if (inside.length < names.length && !alone.includes(whole)) continue;
      const outcomes = rolledUp(rubric, rollup, whole, inside, rowsOf(whole), around);
      results.push(concluded(rubric, whole, rollup, outcomes, beside, results));
    }
  }
  return results;
}

/** The parts that make a longer period whole. */
const entering = ({ parts }: RollupPart, names: string[]): string[] => {
  if (parts === undefined) return names;
  return Array.isArray(parts) ? names.filter((name) => parts.includes(partName(name))) : names.slice(0, Number(parts));
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** `before`: what was worked out already, of periods of its kind the earlier ones. */
function concluded(
  rubric: Rubric,
  period: string,
  rollup: RollupPart | undefined,
  scored: readonly Outcome[],
  { decisions = [] }: Beside,
  before: readonly PeriodOutcome[],
): PeriodOutcome {
  const kind = rollup?.period ?? rubric.period;
  const stage = stageAt(rubric, rollup);
  const ids = new Set([...idsOf(rubric), ...idsOf({ areas: rollup?.areas ?? [] })]);
  const outcomes = scored.map((outcome) => decidedOutcome(outcome, decisions, ids));
  const earlier = before.filter((each) => each.kind === kind);
  for (const outcome of outcomes) outcome.earlier = earlier.flatMap((each) => each.outcomes.get(outcome.key) ?? []);
  const byKey = new Map(outcomes.map((outcome) => [outcome.key, outcome]));
  return { period, kind, outcomes: byKey, ...runStage(stage, outcomes, earlier[0]?.period ?? period) };
}

/** With what is decided about him; a total of another body stands above all gaps. */
function decidedOutcome(outcome: Outcome, all: readonly PlainDecision[], ids: ReadonlySet<string>): Outcome {
  const decisions = all.filter(({ key, period }) => key === outcome.key && period === outcome.period);
  const total = totalGiven({ decisions });
  if (total === undefined) return Object.assign(outcome, { decisions });
  const { given: _, ...rest } = outcome;
  const names = withoutScores(outcome.names, total, ids);
  return Object.assign(newOutcome({ ...rest, scores: new Map(), unclamped: total, total }, names), { decisions });
}

/** Everybody who has a row in some part of a longer period, or one of that period itself. */
function rolledUp(
  rubric: Rubric,
  rollup: RollupPart,
  period: string,
  parts: readonly PeriodOutcome[],
  rows: readonly PlainRow[],
  around: Around,
): Outcome[] {
  const own = rollup.areas ? rows : [];
  const whole = rollup.areas
    ? []
    : outcomesOf(rubric, rows, around).map((outcome) => coverWhole(rubric, rollup, outcome));
  const rowOf = new Map(own.map((row) => [keyOf(rubric, row), row]));
  const rolled = unique([...parts.flatMap(({ outcomes }) => [...outcomes.keys()]), ...rowOf.keys()]).map((key) => {
    const ofKey = parts.map((part) => ({ period: part.period, outcome: part.outcomes.get(key) }));
    return rollUp(rubric, rollup, { key, period, parts: ofKey, row: rowOf.get(key), beyond: around(key, period) });
  });
  return [...rolled, ...whole];
}

function outcomesOf(rubric: Rubric, rows: readonly PlainRow[], around: Around): Outcome[] {
  const { ratings } = rubric;
  if (!ratings) {
    return rows.map((row) => {
      if (rubric.blank_rows === "incomplete" && isBlankRow(rubric, row)) return unsaid(rubric, row, around);
      const columns = columnValues(rubric, row);
      const beyond = around(keyOf(rubric, row), row.period);
      return outcomeOf(rubric, row, columns, scoresOf(rubric, { columns, texts: row.texts, around: beyond }));
    });
  }
  return unique(rows.map((row) => keyOf(rubric, row))).map((key) => {
    const ofKey = rows.filter((row) => keyOf(rubric, row) === key);
    const row = ofKey[0] as PlainRow;
    return outcomeOf(
      rubric,
      row,
      subjectValues(rubric, row),
      ratedScores(rubric, ratings, ofKey, around(key, row.period)),
    );
  });
}

/** Somebody of whom a row says nothing: incomplete, and nothing is known but the period and the log; no rule decides. */
const unsaid = (rubric: Rubric, { period, texts }: PlainRow, around: Around): Outcome => {
  const key = keyOf(rubric, { period, texts });
  const columns = new Map([rubric.subject.key].flat().map((id) => [id, texts[id] ?? ""]));
  const nothing = { scores: new Map(), unclamped: undefined, total: undefined };
  return newOutcome({ key, period, columns, ...nothing, given: "incomplete", isUnsaid: true }, around(key, period));
};

function outcomeOf(rubric: Rubric, row: PlainRow, columns: ReadonlyMap<string, Value>, found: Scores): Outcome {
  const { nodes, names, unclamped, total } = found;
  return newOutcome(
    { key: keyOf(rubric, row), period: row.period, columns, scores: pointsById(nodes), unclamped, total },
    names,
  );
}

/** A rollup inherits bands and ranking, and nothing else. */
function stageAt(rubric: Rubric, rollup: RollupPart | undefined): StagePart {
  const { rules = [], quotas = [], awards = [], alerts = [] } = rollup ?? rubric;
  const { bands, ranking } = { bands: rollup?.bands ?? rubric.bands, ranking: rollup?.ranking ?? rubric.ranking ?? {} };
  return { bands, rules, quotas, ranking, awards, alerts };
}

/** Rows that nobody could score: of a whole period, of somebody with rows inside it too, which leaves open which of the two it is. */
export function contradictoryRows(rubric: Rubric, typed: readonly PlainRow[]): PlainRow[] {
  return typed.filter((row) => {
    const inside = insideOf(rubric, row.period);
    const ofKey = typed.filter((other) => keyOf(rubric, other) === keyOf(rubric, row));
    return ofKey.some(({ period }) => inside.includes(period));
  });
}

/** The parts of a longer period that rows may cover as a whole, and theirs. */
function insideOf(rubric: Rubric, whole: string): string[] {
  const rollup = rubric.rollups?.find(({ period, areas }) => period === kindOf(whole) && !areas);
  if (!rollup) return [];
  const parts = entering(rollup, partsOf(whole, rollup.period, rollup.of, termsOf(rubric)));
  return parts.flatMap((part) => [part, ...insideOf(rubric, part)]);
}
