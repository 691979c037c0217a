import type { Stretch } from "../../text/source.ts";
import type { MapNode, Node } from "../1-read/document.ts";
import { spanOfNode } from "../1-read/places.ts";
import type { Report } from "../1-read/report.ts";

/** Words that have a meaning of their own: CEL's, the functions, the names that every rubric has, columns of results. */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    "true false null in as break const continue else for function if import let loop package namespace return var void while",
    "has all exists exists_one filter map size sum mean min max count consecutive atLeast below round clamp days months",
    "total unclamped band state raw full periods unrated recent latest average missing items",
    "period_start period_end rank rules awards alerts reason",
    // Columns of results.
    "band_title marks",
  ].flatMap((line) => line.split(" ")),
);

/** Reports columns, areas, items, tables, parameters (the variables of expressions) and formulas that are named by a reserved word. */
export function checkNames(root: MapNode, report: Report): void {
  const declared = mapOf(root, "columns");
  for (const part of ["columns", "tables", "parameters", "formulas"]) {
    for (const { key, keySpan } of mapOf(root, part)?.entries.values() ?? []) tell(key, keySpan);
  }
  for (const { value } of mapOf(root, "formulas")?.entries.values() ?? []) {
    const given = value.kind === "map" ? value.entries.get("arguments")?.value : undefined;
    if (given?.kind === "list") given.items.forEach(tellText);
  }
  for (const level of levelsOf(root)) {
    for (const node of nodesIn(level.entries.get("areas")?.value)) {
      tellText(node.entries.get("id")?.value);
    }
  }
  for (const part of ["key", "name"]) {
    const column = mapOf(root, "subject")?.entries.get(part)?.value;
    for (const node of column?.kind === "list" ? column.items : [column]) {
      // A declared column has been told already.
      if (node?.kind === "scalar" && !declared?.entries.has(node.text)) tellText(node);
    }
  }

  function tell(id: string, at: Stretch): void {
    if (reservedWords.has(id)) report("S130", { id }, at);
  }
  function tellText(node: Node | undefined): void {
    if (node?.kind === "scalar") tell(node.text, spanOfNode(node));
  }
}

function mapOf(root: MapNode, key: string): MapNode | undefined {
  const part = root.entries.get(key)?.value;
  return part?.kind === "map" ? part : undefined;
}

/** The places where areas can stand: the rubric itself and its rollups. */
function* levelsOf(root: MapNode): Generator<MapNode> {
  yield root;
  const rollups = root.entries.get("rollups")?.value;
  if (rollups?.kind !== "list") return;
  for (const rollup of rollups.items) if (rollup.kind === "map") yield rollup;
}

/** All areas and items of a list, at any depth. */
function* nodesIn(list: Node | undefined): Generator<MapNode> {
  if (list?.kind !== "list") return;
  for (const node of list.items) {
    if (node.kind !== "map") continue;
    yield node;
    yield* nodesIn(node.entries.get("items")?.value);
  }
}
