import type { ListNode, MapNode, Node } from "../1-read/document.ts";
import type { Origins } from "../1-read/places.ts";
import { readScalar } from "./scalar.ts";

/** The value that a part of the document stands for: texts, exact numbers, booleans, arrays and maps without prototype. */
function contentOf(node: Node, origins: Origins): unknown {
  switch (node.kind) {
    case "list":
      return listOf(node, origins);
    case "map":
      return mapOf(node, origins);
    case "scalar": {
      const reading = readScalar(node);
      return reading.kind === "number" || reading.kind === "boolean"
        ? reading.value
        : reading.kind === "text"
          ? node.text
          : null;
    }
  }
}

/** {@link contentOf} a map. */
export function mapOf(node: MapNode, origins: Origins): object {
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries.values()) map[key] = contentOf(value, origins);
  origins.set(map, node);
  return map;
}

function listOf(node: ListNode, origins: Origins): readonly unknown[] {
  const list = node.items.map((item) => contentOf(item, origins));
  origins.set(list, node);
  return list;
}
