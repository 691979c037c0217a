import type { Span } from "../../text/source.ts";
import type { Document, MapNode, Node } from "../1-read/document.ts";
import { spanOfNode } from "../1-read/places.ts";
import type { Report } from "../1-read/report.ts";
import { levelsOf, nodesOf } from "./areas.ts";

/** Words that expressions use themselves: CEL's own, the functions, and the names that every rubric has. */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    "true false null in as break const continue else for function if import let loop package namespace return var void while",
    "has all exists exists_one filter map size sum mean min max count consecutive atLeast below round clamp days",
    "total unclamped band state raw full periods unrated recent latest average",
  ].flatMap((line) => line.split(" ")),
);

/** Reports columns, areas, items and tables (the variables of expressions) that are named by a reserved word. */
export function checkReserved({ root, source }: Document, report: Report): void {
  const tell = (id: string, at: Span): void => {
    if (reservedWords.has(id)) report("S130", { id }, at);
  };
  const tellText = (node: Node | undefined): void => {
    if (node?.kind === "scalar") tell(node.text, spanOfNode(source, node));
  };
  const declared = mapOf(root, "columns")?.entries;
  for (const part of ["columns", "tables", "parameters"]) {
    for (const { key, keySpan } of mapOf(root, part)?.entries.values() ?? []) tell(key, keySpan);
  }
  for (const level of levelsOf(root)) {
    for (const node of nodesOf(level)) tellText(node.entries.get("id")?.value);
  }
  for (const part of ["key", "name"]) {
    const column = mapOf(root, "subject")?.entries.get(part)?.value;
    for (const node of column?.kind === "list" ? column.items : [column]) {
      // A declared column has been told already.
      if (node?.kind === "scalar" && !declared?.has(node.text)) tellText(node);
    }
  }
}

function mapOf(root: MapNode, key: string): MapNode | undefined {
  const part = root.entries.get(key)?.value;
  return part?.kind === "map" ? part : undefined;
}
