import { namesIn } from "../../expression/names.ts";
import type { Facts } from "./facts.ts";
import type { NodeEntry } from "./outline.ts";
import { leavesOf } from "./outline.ts";

/** The nodes so that each comes behind all that it is worked out from; or the first circle of nodes that need each other. */
export type NodeOrder =
  | { readonly kind: "order"; readonly nodes: readonly NodeEntry[] }
  | { readonly kind: "circle"; readonly path: readonly NodeEntry[] };

/** Needs the compiled expressions of all nodes; one that did not compile asks for nothing. */
export function nodeOrder(facts: Facts): NodeOrder {
  const done = new Set<NodeEntry>();
  const path: NodeEntry[] = [];
  const visit = (node: NodeEntry): readonly NodeEntry[] | undefined => {
    if (done.has(node)) return undefined;
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    path.push(node);
    for (const needed of needs(facts, node)) {
      const circle = visit(needed);
      if (circle) return circle;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of facts.nodes) {
    const circle = visit(node);
    if (circle) return { kind: "circle", path: circle };
  }
  return { kind: "order", nodes: [...done] };
}

/**
 * The children of an area, and the nodes whose score (or `full`, but not whose raw cell) an expression reads. What an item can
 * have at most is known to its own `value`.
 */
function needs({ node, expressions }: Facts, { part, children }: NodeEntry): readonly NodeEntry[] {
  const spots = [
    [part, "value"],
    [part, "zero_if"],
    [part.table ?? part, "of"],
  ] as const;
  const read = spots.flatMap(([holder, key]) => {
    const compiled = expressions.get(holder, key);
    const names = compiled ? [...namesIn(compiled.expression)] : [];
    return key === "value" ? names.filter((name) => name !== `full.${part.id}`) : names;
  });
  return [
    ...children,
    ...read.flatMap((name) => {
      if (name.startsWith("items.")) return leavesOf(node.get(name.slice("items.".length)));
      return node.get(name.startsWith("full.") ? name.slice("full.".length) : name) ?? [];
    }),
  ];
}
