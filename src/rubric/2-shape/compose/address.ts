import type { ListNode, MapNode, Node } from "../../1-read/document.ts";
import { once } from "../once.ts";
import { idOf } from "./tree.ts";

/** A part of a rubric that has an id, or a section such as `total`. */
export interface Part {
  readonly node: Node;
  /** As it is written in `change` and `remove`. */
  readonly address: string;
  /** What holds it: it can be removed where that is a list or a map of ids. */
  readonly holder: MapNode | ListNode;
  /** Whether it has an id of its own. */
  readonly isEntry: boolean;
}

/** A list or a map of parts with ids, to which parts can be added. */
export interface Section {
  /** As it is written in `add`. */
  readonly address: string;
  /** Absent where there is none yet. */
  readonly node?: MapNode | ListNode;
  readonly holder: MapNode;
  readonly key: string;
  readonly kind: "map" | "list";
}

/** What is known by the keys of a map. */
const maps: ReadonlySet<string> = new Set(["columns", "tables", "parameters", "scales", "formulas"]);
/** Lists of parts that have an id, a name or, as rollups, a kind of period. */
const listsOfStage: readonly string[] = ["areas", "bands", "rules", "quotas", "awards", "alerts"];
const lists: ReadonlySet<string> = new Set([...listsOfStage, "basis", "rollups", "tests"]);
/** What a file says of itself alone. */
export const ownKeys: ReadonlySet<string> = new Set([
  "schema",
  "id",
  "version",
  "title",
  "language",
  "valid",
  "replaces",
  "abstract",
  "because",
  "departures",
]);

/** All parts of a rubric, of which the first with an address is meant by it. */
export const partsOf = once((root: MapNode): ReadonlyMap<string, Part> => {
  const parts = new Map<string, Part>();
  const enter = (part: Part): void => {
    if (!parts.has(part.address)) parts.set(part.address, part);
  };
  for (const part of partsIn(root, "")) enter(part);
  return parts;
});

function* partsIn(level: MapNode, way: string): Generator<Part> {
  for (const { key, value } of level.entries.values()) {
    if (maps.has(key) && value.kind === "map") yield* entriesOf(value, way + key);
    else if (lists.has(key)) {
      if (value.kind === "list") yield* itemsOf(value, key, way + key);
    } else if (!ownKeys.has(key) && way + key !== "allow") {
      yield { node: value, address: way + key, holder: level, isEntry: false };
    }
  }
}

function* entriesOf(map: MapNode, way: string): Generator<Part> {
  for (const { key, value } of map.entries.values()) {
    const part = { node: value, holder: map, isEntry: true };
    yield { ...part, address: `${way}.${key}` };
    // Columns, tables and parameters share their names with areas and items.
    if (!way.includes(".") && way !== "scales" && way !== "formulas") yield { ...part, address: key };
    const columns = way === "tables" && value.kind === "map" ? value.entries.get("columns")?.value : undefined;
    if (columns?.kind === "map") yield* entriesOf(columns, `${way}.${key}.columns`);
  }
}

function* itemsOf(list: ListNode, key: string, way: string): Generator<Part> {
  for (const node of list.items) {
    const id = idOf(node);
    if (node.kind !== "map" || id === undefined) continue;
    if (key === "areas") yield* nodesIn(node, list);
    else yield { node, address: `${way}.${id}`, holder: list, isEntry: true };
    if (key === "rollups") yield* partsIn(node, `${way}.${id}.`);
  }
}

/** An area or item and all below it, which are known by their ids alone. */
function* nodesIn(node: MapNode, holder: ListNode): Generator<Part> {
  const id = idOf(node);
  if (id !== undefined) yield { node, address: id, holder, isEntry: true };
  const items = node.entries.get("items")?.value;
  if (items?.kind !== "list") return;
  for (const item of items.items) if (item.kind === "map") yield* nodesIn(item, items);
}

/** Every list and map to which parts can be added, those that are not there yet as well. */
export const sectionsOf = once((root: MapNode): ReadonlyMap<string, Section> => sectionsIn(root, partsOf(root)));

/** Those of the whole rubric alone. */
export const sectionsOfRoot = once((root: MapNode): ReadonlyMap<string, Section> => sectionsIn(root, new Map()));

function sectionsIn(root: MapNode, parts: ReadonlyMap<string, Part>): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  const enter = (holder: MapNode, key: string, address: string, kind: Section["kind"]): void => {
    const node = holder.entries.get(key)?.value;
    const fits = node?.kind === kind;
    if (!node || fits) sections.set(address, { address, ...(fits && { node }), holder, key, kind });
  };
  for (const key of maps) enter(root, key, key, "map");
  for (const key of [...lists, "allow"]) enter(root, key, key, "list");
  for (const { node, address, isEntry } of parts.values()) {
    if (node.kind !== "map" || !isEntry) continue;
    if (/^rollups\.[^.]+$/.test(address)) for (const key of listsOfStage) enter(node, key, `${address}.${key}`, "list");
    else if (/^tables\.[^.]+$/.test(address)) enter(node, "columns", `${address}.columns`, "map");
    else if (node.entries.has("items")) enter(node, "items", address, "list");
  }
  return sections;
}

/** An address as it is written, where a name with spaces and dots may stand in quotes: `tests."one, two"`. */
export const plainAddress = (written: string): string => written.trim().replace(/^(\w+\.)(["'])(.*)\2$/s, "$1$3");
