import type { MapNode, Node } from "../1-read/document.ts";

/** The places where areas can stand: the rubric itself and its rollups. */
export function* levelsOf(root: MapNode): Generator<MapNode> {
  yield root;
  const rollups = root.entries.get("rollups")?.value;
  if (rollups?.kind !== "list") return;
  for (const rollup of rollups.items) if (rollup.kind === "map") yield rollup;
}

/** All areas and items of a level, at any depth. */
export const nodesOf = (level: MapNode): Generator<MapNode> => mapsIn(level.entries.get("areas")?.value);

function* mapsIn(list: Node | undefined): Generator<MapNode> {
  if (list?.kind !== "list") return;
  for (const node of list.items) {
    if (node.kind !== "map") continue;
    yield node;
    yield* mapsIn(node.entries.get("items")?.value);
  }
}
