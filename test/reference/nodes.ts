import type { Exact } from "../../src/number/exact.ts";
import { maximum, minimum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import type { MissingWord, NodePart, Percentage, Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Child, NodeScore } from "./area.ts";
import { scoreArea, shareOf } from "./area.ts";
import type { Names, Value } from "./expression.ts";
import { evaluate, holds } from "./expression.ts";
import { columnOf, partFor } from "./figures.ts";
import { maxOf, pointsOf, ratioOfColumns, rawValue } from "./item.ts";

/** Areas with what is said for all of them: those of a rubric, or those that one of its rollups has besides. */
export type AreasPart = Pick<Rubric, "areas" | "missing" | "codes" | "columns">;

/** What a row is scored by. */
export interface Marks {
  readonly columns: ReadonlyMap<string, Value>;
  /** What `when` looks at, where that is something else. */
  readonly conditions?: ReadonlyMap<string, Value>;
  /** Cells by item; none where there is no row. */
  readonly texts: Readonly<Record<string, string>>;
  /** What a row knows beside itself: its period, and what logs say of it. */
  readonly around?: Names;
  /** Scores that do not come from cells. */
  readonly known?: ReadonlyMap<string, NodeScore>;
}

/** What became of all areas and items of one row. */
export interface FoundNodes {
  readonly nodes: ReadonlyMap<string, NodeScore>;
  /** Those of the top level that apply. */
  readonly top: readonly Child[];
  /** What expressions see: columns, cells, scores, and whatever is `beyond`. */
  readonly names: Names;
}

interface Position {
  readonly part: NodePart;
  readonly parent: NodePart | undefined;
}

/** The scores of one row (LANGUAGE.md 1.2). Each node is scored when somebody first asks for it. */
export function scoreNodes(
  areas: AreasPart,
  { columns, conditions = columns, texts, known }: Marks,
  beyond: Names,
): FoundNodes {
  const own = areas.areas.map((part) => partFor(part, conditions));
  const positions = positionsOf(own);
  const position = (id: string): Position => positions.get(id) as Position;
  const byOf = new Map([...positionsOf(areas.areas)].map(([id, { part }]) => [id, columnOf(part)]));
  const nodes = new Map<string, NodeScore>();

  const names: Names = (name) => {
    if (columns.has(name)) return columns.get(name);
    if (name.startsWith("raw.")) return rawOf(name.slice(4));
    if (name.startsWith("full.")) return fullOf(name.slice(5));
    if (name.startsWith("items.")) return itemsIn(name.slice(6));
    if (!positions.has(name)) return beyond(name);
    const found = node(name);
    return found.kind === "missing" ? undefined : scoreIn(found);
  };

  function node(id: string): NodeScore {
    const found = nodes.get(id) ?? known?.get(id) ?? scoreNode(position(id).part);
    nodes.set(id, found);
    return found;
  }

  /** The items below an area that apply and are not skipped. */
  function itemsIn(area: string): Names[] {
    const below = (part: NodePart): NodePart[] => part.items?.flatMap(below) ?? [part];
    return below(position(area).part)
      .filter(({ id }) => ["scored", "missing"].includes(node(id).kind))
      .map(({ id }) => (field) => {
        if (field === "id") return id;
        if (field === "weight") return weightOf(id);
        return field === "score" ? names(id) : field === "full" ? fullOf(id) : rawOf(id);
      });
  }

  /** Of a child in the mean of its area. */
  function weightOf(id: string): Value {
    const { part, parent } = position(id);
    if (part.bonus || part.counts === false) return 1;
    const { combine } = parent ?? {};
    if (typeof combine === "object") return shareOf(combine.weights[id] as Percentage);
    return combine === "mean" ? shareOf((part.weight as Percentage | undefined) ?? 1) : 1;
  }

  function fullOf(id: string): Value {
    const found = node(id);
    return found.kind === "scored" ? found.full : found.kind === "missing" ? undefined : 0;
  }

  /** Undefined where nobody knows. */
  function applies({ part, parent }: Position): boolean | undefined {
    const around = parent ? applies(position(parent.id)) : true;
    const here = part.when === undefined ? true : decided(part.when);
    return around === false || here === false ? false : around && here;
  }

  /** A `when`: what asks of a column that does not apply does not hold. */
  function decided(when: string): boolean | undefined {
    const held = evaluate(when, (name) => conditions.get(name), []) as boolean | undefined;
    return held ?? (when.match(/\w+/g)?.some(isUnknown) ? undefined : false);
  }

  function isUnknown(id: string): boolean {
    const column = areas.columns?.[id];
    if (!column || conditions.get(id) !== undefined) return false;
    return column.when === undefined || decided(column.when) !== false;
  }

  function rawOf(id: string): Value {
    const { part } = position(id);
    if (!applies(position(id))) return undefined;
    const { ratio } = part;
    if (ratio?.done) return ratioOfColumns(ratio, columns.get(ratio.done), columns.get(ratio.target as string));
    const text = texts[id] ?? "";
    return areas.codes?.[text] ? undefined : rawValue(part, text);
  }

  function policyOf({ part, parent }: Position): MissingWord {
    return part.missing ?? (parent ? policyOf(position(parent.id)) : (areas.missing as MissingWord));
  }

  function scoreNode(part: NodePart): NodeScore {
    const here = applies(position(part.id));
    if (here === false) return { kind: "absent" };
    const by = byOf.get(part.id);
    if (here === undefined || (by !== undefined && isUnknown(by))) return { kind: "missing" };
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
    const formula = part.value ?? (part.table && "of" in part.table ? part.table.of : undefined);
    const given = formula === undefined ? rawOf(part.id) : evaluate(formula, names, []);
    if (given !== undefined) {
      return {
        kind: "scored",
        score: part.value === undefined ? pointsOf(part, given) : cut(part, given as Exact),
        full,
      };
    }
    const policy = areas.codes?.[texts[part.id] ?? ""] ?? policyOf(position(part.id));
    return byPolicy(policy, full);
  }

  for (const id of positions.keys()) node(id);
  for (const { part } of positions.values()) {
    const found = node(part.id);
    if (found.kind === "skipped") for (const inside of bonusIn(part)) nodes.set(inside.id, found);
  }
  return { nodes, top: own.flatMap(child), names };
}

/** What an item is that has no score. */
export function byPolicy(policy: MissingWord | undefined, full: Exact): NodeScore {
  switch (policy) {
    case undefined:
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

function positionsOf(areas: readonly NodePart[]): Map<string, Position> {
  const positions = new Map<string, Position>();
  const enter = (part: NodePart, parent: NodePart | undefined): void => {
    positions.set(part.id, { part, parent });
    for (const child of part.items ?? []) enter(child, part);
  };
  for (const part of areas) enter(part, undefined);
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

/** The points of those that have any, or are skipped or do not apply. */
export const pointsById = (nodes: ReadonlyMap<string, NodeScore>): Map<string, Exact> =>
  new Map([...nodes].flatMap(([id, found]) => (found.kind === "missing" ? [] : [[id, scoreIn(found)] as const])));

const scoreIn = (found: NodeScore): Exact => (found.kind === "scored" ? found.score : 0);

/** The items among some areas, at any depth; of one area where it is named. */
export function itemsOf({ areas }: AreasPart, area?: string): NodePart[] {
  const among = area === undefined ? areas : [positionsOf(areas).get(area)?.part as NodePart];
  return [...positionsOf(among).values()].map(({ part }) => part).filter((part) => part.items === undefined);
}

/** The ids of all areas and items. */
export const idsOf = (areas: Pick<AreasPart, "areas">): string[] => [...positionsOf(areas.areas).keys()];
