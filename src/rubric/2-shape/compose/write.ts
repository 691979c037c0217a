import type { Entry, MapNode, Node, ScalarNode } from "../../1-read/document.ts";
import { readScalar } from "../scalar.ts";

/** Characters in a line; what fits is written in one. */
const widest = 120;

/** A tree as the text of a rubric file, in the order of its parts. Reading it again gives the same tree. */
export const writeTree = (root: MapNode): string => `${blockMap(root, "").trimStart()}\n`;

function blockMap({ entries }: MapNode, indent: string): string {
  return [...entries.values()]
    .map((entry) => `\n${indent}${keyText(entry)}:${valueText(entry.value, indent)}`)
    .join("");
}

/** A value behind its key: in the same line, or below it. */
function valueText(value: Node, indent: string): string {
  const line = inLine(value);
  if (value.kind === "scalar" || line.length + indent.length <= widest - 20) return ` ${line}`;
  if (value.kind === "map") return blockMap(value, `${indent}  `);
  const inner = `${indent}  `;
  return value.items
    .map((item) => {
      const flow = inLine(item);
      if (item.kind !== "map" || flow.length + inner.length <= widest) return `\n${inner}- ${flow}`;
      return `\n${inner}- ${blockMap(item, `${inner}  `).trimStart()}`;
    })
    .join("");
}

function inLine(node: Node): string {
  if (node.kind === "scalar") return scalarText(node);
  if (node.kind === "list") return `[${node.items.map(inLine).join(", ")}]`;
  const entries = [...node.entries.values()].map((entry) => `${keyText(entry)}: ${inLine(entry.value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** What YAML could take for something else stands in quotes; a text in JSON is one in YAML. */
const keyText = ({ key }: Entry): string => (/^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(key) ? key : JSON.stringify(key));

function scalarText(node: ScalarNode): string {
  const { text } = node;
  if (node.style !== "plain") return JSON.stringify(text);
  return readScalar(node).kind !== "text" || isPlain(text) ? text : JSON.stringify(text);
}

const isPlain = (text: string): boolean =>
  /^[\p{L}\p{N}_$(=.<>/+][^,[\]{}#:"'\n]*$/u.test(text) && text.trim() === text;
