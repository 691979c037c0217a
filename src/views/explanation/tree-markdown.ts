import { inert } from "../markdown.ts";
import type { Line } from "./line.ts";

/** A line as a heading of Markdown, and all below it as nested lists. */
export function* treeMarkdown(root: Line): Generator<string> {
  yield `## ${inert(root.text)}\n\n`;
  for (const child of root.below) yield* item(child, "");
}

function* item({ text, tone, below }: Line, indent: string): Generator<string> {
  const content = tone === "strong" ? `**${inert(text)}**` : inert(text);
  yield `${indent}- ${content}\n`;
  for (const child of below) yield* item(child, `${indent}  `);
}
