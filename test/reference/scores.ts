import type { Exact } from "../../src/number/exact.ts";
import { add, divide, maximum, minimum, multiply, sum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import type { MissingWord, NodePart, Rubric, TotalPart } from "../../src/rubric/2-shape/rubric.ts";
import type { Child, NodeScore } from "./area.ts";
import { scoreArea, scoreOf } from "./area.ts";
import type { Names, Value } from "./expression.ts";
import { evaluate, holds } from "./expression.ts";
import { maxOf, pointsOf, ratioOfColumns, rawValue } from "./item.ts";

/** What one row comes to. Where a score is missing, `unclamped` and `total` are too. */
export interface Scores {
  readonly nodes: ReadonlyMap<string, NodeScore>;
  readonly unclamped: Exact | undefined;
  readonly total: Exact | undefined;
  /** All that expressions may ask for, as far as scores go. */
  readonly names: Names;
}

interface Position {
  readonly part: NodePart;
  readonly parent: NodePart | undefined;
}

/**
 * The scores of one row, from cells to total (LANGUAGE.md 1.2). Each node is scored when somebody first asks for it;
 * `known`: those that are not to be scored from cells.
 */
export function scoresOf(
  rubric: Rubric,
  columns: ReadonlyMap<string, Value>,
  texts: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, NodeScore> = new Map(),
): Scores {
  const positions = positionsOf(rubric);
  const position = (id: string): Position => positions.get(id) as Position;
  const nodes = new Map<string, NodeScore>();
  let totals: Pick<Scores, "unclamped" | "total"> | undefined;

  const names: Names = (name) => {
    if (name === "total" || name === "unclamped") return totals?.[name];
    if (columns.has(name)) return columns.get(name);
    if (name.startsWith("raw.")) return rawOf(name.slice(4));
    if (name.startsWith("full.")) return fullOf(name.slice(5));
    const found = node(name);
    return found.kind === "missing" ? undefined : found.kind === "scored" ? found.score : 0;
  };

  function node(id: string): NodeScore {
    const found = nodes.get(id) ?? known.get(id) ?? scoreNode(position(id).part);
    nodes.set(id, found);
    return found;
  }

  function fullOf(id: string): Value {
    const found = node(id);
    return found.kind === "scored" ? found.full : found.kind === "missing" ? undefined : 0;
  }

  function applies({ part, parent }: Position): boolean {
    if (parent && !applies(position(parent.id))) return false;
    return part.when === undefined || holds(part.when, names, []);
  }

  function rawOf(id: string): Value {
    const { part } = position(id);
    if (!applies(position(id))) return undefined;
    if (part.ratio?.done) return ratioOfColumns(columns.get(part.ratio.done), columns.get(part.ratio.target as string));
    const text = texts[id] ?? "";
    return rubric.codes?.[text] ? undefined : rawValue(part, text);
  }

  function policyOf({ part, parent }: Position): MissingWord {
    return part.missing ?? (parent ? policyOf(position(parent.id)) : (rubric.missing as MissingWord));
  }

  function scoreNode(part: NodePart): NodeScore {
    if (!applies(position(part.id))) return { kind: "absent" };
    const found = part.items ? scoreArea(part, part.items.flatMap(child)) : scoreItem(part);
    if (found.kind !== "scored") return found;
    if (part.zero_if !== undefined && holds(part.zero_if, names, [])) return { ...found, score: 0 };
    return part.round ? { ...found, score: round(found.score, part.round) } : found;
  }

  function child(part: NodePart): Child[] {
    const found = node(part.id);
    return found.kind === "absent" ? [] : [{ part, found }];
  }

  function scoreItem(part: NodePart): NodeScore {
    const full = maxOf(part);
    const given = part.value === undefined ? rawOf(part.id) : evaluate(part.value, names, []);
    if (given !== undefined) {
      return {
        kind: "scored",
        score: part.value === undefined ? pointsOf(part, given) : cut(part, given as Exact),
        full,
      };
    }
    const policy = rubric.codes?.[texts[part.id] ?? ""] ?? policyOf(position(part.id));
    switch (policy) {
      case "incomplete":
        return { kind: "missing" };
      case "zero":
        return { kind: "scored", score: 0, full };
      case "full":
        return { kind: "scored", score: full, full };
      case "skip_area":
        return { kind: "skipped", by: policy, full };
      case "skip_total":
        return { kind: "skipped", by: policy, full: 0 };
    }
  }

  for (const id of positions.keys()) node(id);
  for (const { part } of positions.values()) {
    const found = node(part.id);
    if (found.kind === "skipped") for (const inside of bonusIn(part)) nodes.set(inside.id, found);
  }
  totals = totalOf(rubric.total, rubric.areas.flatMap(child));
  return { nodes, ...totals, names };
}

function positionsOf(rubric: Rubric): Map<string, Position> {
  const positions = new Map<string, Position>();
  const enter = (part: NodePart, parent: NodePart | undefined): void => {
    positions.set(part.id, { part, parent });
    for (const child of part.items ?? []) enter(child, part);
  };
  for (const part of rubric.areas) enter(part, undefined);
  return positions;
}

/** The bonus of an area that is skipped with it, and all inside. */
const bonusIn = (area: NodePart): NodePart[] => (area.items ?? []).filter((item) => item.bonus).flatMap(withAll);
const withAll = (part: NodePart): NodePart[] => [part, ...(part.items ?? []).flatMap(withAll)];

/** The result of a `value` expression within its bounds. */
function cut(part: NodePart, value: Exact): Exact {
  if (part.clamp === false) return value;
  const { min = 0 } = part;
  const below = minimum(value, part.max as Exact);
  return min === "none" ? below : maximum(below, min);
}

/** The total: scaled for what was skipped, then the bonus, then `clamp` and `round`. */
function totalOf(part: TotalPart, top: readonly Child[]): Pick<Scores, "unclamped" | "total"> {
  const main = top.filter((each) => !each.part.bonus && each.found.kind === "scored");
  if (main.length === 0 || top.some(({ found }) => found.kind === "missing")) {
    return { unclamped: undefined, total: undefined };
  }
  const max = part.max as Exact;
  const offered = sum(main.map(({ found }) => (found.kind === "scored" ? found.full : 0)));
  const bonus = sum(top.filter((each) => each.part.bonus).map(scoreOf));
  const whole = add(divide(multiply(sum(main.map(scoreOf)), max), offered), bonus);
  const rounded = (value: Exact): Exact => (part.round ? round(value, part.round) : value);
  return { unclamped: rounded(whole), total: rounded(part.clamp ? minimum(maximum(whole, 0), max) : whole) };
}

/** The items of a rubric, without its areas. */
export const itemsOf = (rubric: Rubric): NodePart[] =>
  [...positionsOf(rubric).values()].map(({ part }) => part).filter((part) => part.items === undefined);
