import { operandsOf } from "../expression/operands.ts";
import type { Expression } from "../expression/tree.ts";
import type { Node } from "../model/node.ts";
import type { Stage } from "../model/stage.ts";

/** Nodes of which each rests on those of earlier levels alone: children, and what expressions look at. */
export function levelsOf(stage: Stage): readonly (readonly Node[])[] {
  const levels: Node[][] = [];
  const known = new Map<string, number>();
  const levelOf = (node: Node): number => {
    const before = known.get(node.id);
    if (before !== undefined) return before;
    known.set(node.id, 0);
    const below = stage.nodes.filter((other) => other !== node && restsOn(stage, node).has(other.id));
    const level = below.length === 0 ? 0 : 1 + Math.max(...below.map(levelOf));
    known.set(node.id, level);
    return level;
  };
  for (const node of stage.nodes) {
    const level = levelOf(node);
    levels[level] = [...(levels[level] ?? []), node];
  }
  return levels;
}

/** Nodes with all that they rest on, by id. */
export function closureOf(stage: Stage, nodes: readonly Node[]): ReadonlySet<string> {
  const found = new Set<string>();
  const enter = (node: Node): void => {
    if (found.has(node.id)) return;
    found.add(node.id);
    const below = restsOn(stage, node);
    for (const other of stage.nodes) if (below.has(other.id)) enter(other);
  };
  for (const node of nodes) enter(node);
  return found;
}

function restsOn(stage: Stage, { body, zeroIf }: Node): ReadonlySet<string> {
  const { nodes } = stage;
  if (body.kind === "area") {
    return new Set([
      ...body.children.map((child) => nodes[child]?.id ?? ""),
      ...(zeroIf ? namesIn(zeroIf, stage) : []),
    ]);
  }
  const { scale } = body;
  const expressions = [
    zeroIf,
    scale.kind === "value" ? scale.expression : scale.kind === "table" ? scale.of : undefined,
  ];
  return new Set(expressions.flatMap((each) => (each ? namesIn(each, stage) : [])));
}

/** All names and fields of an expression, and the items of areas that it goes over. */
export function namesIn(e: Expression, stage: Pick<Stage, "nodes">): readonly string[] {
  const inside = operandsOf(e).flatMap((each) => namesIn(each, stage));
  if (e.kind === "name") return [e.name];
  if (e.kind === "select") return [...inside, e.field];
  const [area] = e.kind === "ask" && e.name === "items" ? e.arguments : [];
  return area?.kind === "literal" ? leavesBelow(stage, String(area.value)) : inside;
}

/** Whether an expression divides, or multiplies what is no number of the rubric: it needs more than 64 bits. */
export const isWide = (e: Expression): boolean =>
  operandsOf(e).some(isWide) ||
  (e.kind === "binary" &&
    (e.operator === "/" || (e.operator === "*" && e.left.kind !== "literal" && e.right.kind !== "literal"))) ||
  (e.kind === "call" && e.name === "mean");

/** Ids of the items of an area at any depth. */
export function leavesBelow(stage: Pick<Stage, "nodes">, id: string): readonly string[] {
  const node = stage.nodes.find((each) => each.id === id);
  if (!node) return [];
  if (node.body.kind === "item") return [id];
  return node.body.children.flatMap((child) => leavesBelow(stage, stage.nodes[child]?.id ?? ""));
}
