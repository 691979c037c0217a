import type { ColumnValues } from "./column.ts";
import type { Node } from "./node.ts";

const known = new WeakMap<Node, ReadonlyMap<string | boolean, Node>>();

/** A node in each of its cases, by the value of the column on which its points depend; empty where they depend on none. */
export function casesOf(node: Node): ReadonlyMap<string | boolean, Node> {
  const before = known.get(node);
  if (before) return before;
  const { by, ...rest } = node;
  const cases = (by?.cases ?? []).map(({ value, max, scale }): [string | boolean, Node] => {
    const body = scale && node.body.kind === "item" ? { ...node.body, scale } : node.body;
    return [value, { ...rest, max, body }];
  });
  const found = new Map(cases);
  known.set(node, found);
  return found;
}

/** A node as it is for somebody with these columns; with the most points of all cases where nobody knows them, and its score is missing. */
export function nodeFor(node: Node, columns: ColumnValues): Node {
  if (!node.by) return node;
  return casesOf(node).get(columns[node.by.column] as string | boolean) ?? node;
}
