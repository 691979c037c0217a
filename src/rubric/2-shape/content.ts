import type { Bilingual } from "../../text/bilingual.ts";
import type { Source } from "../../text/source.ts";
import type { Document, Entry, Node } from "../1-read/document.ts";
import { spanOfNode } from "../1-read/places.ts";
import type { Report } from "../1-read/report.ts";
import { levelsOf, nodesOf } from "./areas.ts";
import { readScalar } from "./scalar.ts";

/** Reports numbers that nobody can be sure of, and the parts of the language that take their content from elsewhere. */
export function checkContent({ root, source }: Document, report: Report): void {
  for (const key of ["extends", "parameters"]) tellUnbuilt(root.entries.get(key), report);
  for (const level of levelsOf(root)) {
    for (const key of ["bands", "columns"]) tellUse(level.entries.get(key)?.value, report);
    for (const node of nodesOf(level)) tellUse(node, report);
  }
  checkScalars(root, source, report);
}

function tellUse(part: Node | undefined, report: Report): void {
  const use = part?.kind === "map" ? part.entries.get("use") : undefined;
  if (use?.value.kind === "scalar") tellUnbuilt(use, report);
}

function tellUnbuilt(entry: Entry | undefined, report: Report): void {
  if (entry) report("R901", { feature: quote(entry.key) }, entry.keySpan);
}

const quote = (word: string): Bilingual => ({ en: `\`${word}\``, vi: `\`${word}\`` });

function checkScalars(node: Node, source: Source, report: Report): void {
  if (node.kind === "list") for (const item of node.items) checkScalars(item, source, report);
  else if (node.kind === "map") for (const { value } of node.entries.values()) checkScalars(value, source, report);
  else if (readScalar(node).kind === "unclear") report("S107", { found: node.text }, spanOfNode(source, node));
  else if (node.style === "plain" && /^\$[A-Za-z]\w*$/.test(node.text)) {
    report("R901", { feature: quote(node.text) }, spanOfNode(source, node));
  }
}
