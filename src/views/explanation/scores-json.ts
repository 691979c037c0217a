import { recordedName } from "../../files/recorded-name.ts";
import type { PartStep, Scoring } from "../../model/derivation.ts";
import type {
  Among,
  CellRead,
  Combining,
  Condition,
  Input,
  ItemStep,
  Joined,
  Lack,
  NodeStep,
  Rating,
  Rounded,
  TotalStep,
} from "../../model/derivation-scores.ts";
import type { Item } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import type { Exact } from "../../number/exact.ts";
import { divide } from "../../number/exact.ts";
import type { Json, JsonObject } from "../json-values.ts";
import { cellValue, exactOrNone, exactText, placeOf } from "../json-values.ts";

/** How a total came about, for programs: numbers as texts, nodes, bands and rules by id. */
export function scoringJson(plan: Plan, scoring: Scoring): JsonObject {
  const nodes = (steps: readonly NodeStep[]) => steps.map((step) => nodeJson(plan, step));
  const { kind } = scoring;
  switch (scoring.kind) {
    case "row":
      return { kind, row: placeOf(scoring.row), nodes: nodes(scoring.nodes), total: totalJson(scoring.total) };
    case "rated_items":
      return {
        kind,
        ratings: scoring.ratings.map(ratingJson),
        nodes: nodes(scoring.nodes),
        total: totalJson(scoring.total),
      };
    case "rated_totals":
      return {
        kind,
        ratings: scoring.ratings.map((rating) => ({
          ...ratingJson(rating),
          nodes: nodes(rating.nodes),
          joined: rating.joined && joinedJson(rating.joined),
        })),
        combined: scoring.combined && combiningJson(scoring.combined),
        lack: scoring.lack && lackJson(scoring.lack),
        total: totalJson(scoring.total),
      };
    case "rollup":
      return {
        kind,
        score: scoring.how.kind,
        formula: scoring.formula,
        inputs: inputsJson(plan, scoring.inputs),
        parts: scoring.parts.map((part) => partJson(part, scoring.of.bands)),
        own: scoring.own && { row: scoring.own.row && placeOf(scoring.own.row), nodes: nodes(scoring.own.nodes) },
        total: totalJson(scoring.total),
      };
    case "whole":
      return { kind, of: scoringJson(plan, scoring.of), total: totalJson(scoring.total) };
    case "decided":
      return { kind, total: totalJson(scoring.total) };
    case "left_out":
      return { kind };
  }
}

function partJson(
  { period, isPast, result, total, use, weight }: PartStep,
  bands: readonly { readonly id: string }[],
): JsonObject {
  return {
    period,
    from_history: isPast || undefined,
    use,
    state: result?.state,
    total: exactOrNone(total),
    band: result?.band === undefined ? undefined : bands[result.band]?.id,
    weight: exactOrNone(weight),
  };
}

function nodeJson(plan: Plan, step: NodeStep): JsonObject {
  const { node, state, score, full, rounded, zeroed, when } = step;
  return {
    id: node.id,
    state,
    score: exactOrNone(score),
    full: exactText(full),
    counts: node.counts,
    ...bodyJson(plan, step),
    rounded: rounded && roundedJson(rounded),
    zero_if: zeroed && conditionJson(plan, zeroed),
    when: when && conditionJson(plan, when),
    cite: node.cite,
  };
}

function bodyJson(plan: Plan, step: NodeStep): JsonObject {
  switch (step.kind) {
    case "item":
      return itemJson(plan, step);
    case "rated_item":
      return {
        ratings: step.ratings.map(({ rating, step: own, left }) => ({
          rater: rating.rater,
          left,
          ...nodeJson(plan, own),
        })),
        unscored: step.unscored,
        combined: step.combined && combiningJson(step.combined),
        lack: step.lack && lackJson(step.lack),
      };
    case "area":
      return {
        children: step.children.map((child) => nodeJson(plan, child)),
        joined: step.joined && joinedJson(step.joined),
      };
  }
}

function itemJson(plan: Plan, { item, cell, inputs, formula, absence, scaled, cut }: ItemStep): JsonObject {
  return {
    scale: item.scale.kind,
    cell: cell && cellJson(plan, item, cell),
    formula,
    inputs: inputs.length > 0 ? inputsJson(plan, inputs) : undefined,
    missing: absence && { policy: absence.policy, because: absence.because },
    scaled: exactOrNone(scaled),
    cut: exactOrNone(cut),
  };
}

export const cellJson = (plan: Plan, item: Item, { row, column, name, value }: CellRead): JsonObject => ({
  ...placeOf(row),
  column: column === 0 ? undefined : column,
  name: name === "" ? undefined : name,
  value: heldJson(plan, item, value),
});

/** What a cell holds before its scale: points, the id of a level, a flag, a number; the policy of a code word; null for blank. */
export function heldJson(plan: Plan, { scale }: Item, value: Cell): Json {
  if (value === null || typeof value === "string") return value;
  switch (scale.kind) {
    case "points":
      return exactText(divide(value, plan.scale));
    case "levels":
      return (typeof value === "number" ? scale.levels[value]?.id : undefined) ?? null;
    case "yes":
      return value === 1;
    default:
      return exactText(value);
  }
}

const ratingJson = ({ row, rater, role, accepted }: Rating): JsonObject => ({
  rater,
  role,
  accepted,
  row: placeOf(row),
});

const combiningJson = ({ how, values, exact: value, rounded }: Combining): JsonObject => ({
  how: how.kind,
  values: values.map(({ rater, group, score }) => ({
    rater,
    group: group === "" ? undefined : group,
    score: exactText(score),
  })),
  exact: exactText(value),
  rounded: rounded && roundedJson(rounded),
});

const lackJson = ({ few, owing, roles }: Lack): JsonObject => ({
  too_few: few && { given: few.given, needed: few.needed },
  owing: owing > 0 ? owing : undefined,
  roles: roles.length > 0 ? [...roles] : undefined,
});

const joinedJson = ({ how, exact: value, scaled, base, cut, bonus, raised, score }: Joined): JsonObject => ({
  combine: typeof how === "object" ? "weights" : how,
  exact: exactText(value),
  scaled: scaled && { from: exactText(scaled.from), to: exactText(scaled.to), exact: exactText(scaled.exact) },
  base: exactOrNone(base),
  cut: exactOrNone(cut),
  bonus: bonus === 0 ? undefined : exactText(bonus),
  raised: exactOrNone(raised),
  score: exactText(score),
});

const totalJson = (step: TotalStep | undefined): JsonObject | undefined =>
  step && {
    joined: step.joined && joinedJson(step.joined),
    exact: exactText(step.exact),
    cut: exactOrNone(step.cut),
    rounded: step.rounded && roundedJson(step.rounded),
    total: exactText(step.total),
  };

const roundedJson = ({ from, to, rounding }: Rounded): JsonObject => ({
  from: exactText(from),
  to: exactText(to),
  step: exactText(rounding.to),
  mode: rounding.mode,
});

export const conditionJson = (plan: Plan, { text, inputs, holds }: Condition): JsonObject => ({
  text,
  holds: holds ?? null,
  inputs: inputsJson(plan, inputs),
});

export const inputsJson = (plan: Plan, inputs: readonly Input[]): JsonObject =>
  Object.fromEntries(
    inputs.map(({ name, value, column, facts, among }) => {
      const json = inputJson(plan, value, column);
      const rows = facts?.map(({ file, line }) => ({ sheet: recordedName(file), line }));
      if (!rows && !among) return [name, json];
      return [name, { value: json, ...(rows && { rows }), ...(among && { among: among.map(amongJson) }) }];
    }),
  );

const amongJson = (of: Among): Json =>
  of.kind === "period" ? { period: of.period } : { id: of.id, score: exactOrNone(of.score) ?? null };

function inputJson(plan: Plan, value: Input["value"], column: number | undefined): Json {
  if (value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  return column === undefined ? exactText(value as Exact) : (cellValue(plan, column, value as Exact) ?? null);
}
