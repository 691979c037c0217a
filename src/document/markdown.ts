import type { Language } from "../text/bilingual.ts";
import { visible } from "../text/visible.ts";
import type { Document, Line, Written } from "./block.ts";
import { written } from "./block.ts";
import { readableText } from "./cell-text.ts";
import type { Table } from "./table.ts";
import { sideOf } from "./table.ts";

/** A document as Markdown with tables of GitHub, line by line; its headings begin at the second level. */
export function* markdownLines({ language, blocks }: Document): Generator<string> {
  let level = 1;
  for (const [at, block] of written(blocks).entries()) {
    if (at > 0) yield "\n";
    if (block.kind === "heading") level = block.level;
    yield* linesOf(block, level, language);
  }
}

/** @param level of the heading that it stands below */
function* linesOf(block: Written, level: number, language: Language): Generator<string> {
  switch (block.kind) {
    case "heading":
      return yield headingLine(level, block.text);
    case "list":
      for (const item of block.items) yield `- ${inert(item)}\n`;
      return;
    case "note":
      return yield block.paragraphs.map((paragraph) => `${inert(paragraph)}\n`).join("\n");
    case "verbatim":
      if (block.title !== undefined) yield `${inert(block.title)}\n\n`;
      return yield* fenced(block.lines.map(visible));
    case "remark": {
      const { place, verdict, text } = block;
      return yield [place, ...(verdict ? [verdict.text] : []), text].map(inert).join(": ").concat("\n");
    }
    case "table":
      return yield* tableLines(block, level + 1, language);
    case "tree":
      return yield* treeLines(block.root);
    case "indented":
      return yield* markdownLines({ language, blocks: block.blocks });
  }
}

/** A fence is longer than any in what stands between. */
function* fenced(lines: readonly string[]): Generator<string> {
  const fence = lines.reduce((long, each) => (each.includes(long) ? `${/`{3,}/.exec(each)?.[0]}\`` : long), "```");
  yield `${fence}text\n`;
  for (const line of lines) yield `${line}\n`;
  yield `${fence}\n`;
}

const headingLine = (level: number, text: string): string => `${"#".repeat(level + 1)} ${inert(text)}\n`;

function* tableLines({ columns, parts }: Table, level: number, language: Language): Generator<string> {
  const prints = columns.map((column) => readableText(column, language));
  const heads = line(columns.map(({ head }) => inert(head)));
  const rule = line(columns.map((column) => (sideOf(column) === "right" ? "--:" : "---")));
  for (const [at, { title, rows }] of parts.entries()) {
    if (at > 0) yield "\n";
    if (title !== undefined) yield `${headingLine(level, title)}\n`;
    yield heads + rule;
    for (const row of rows) yield line(prints.map((print, column) => inert(print(row[column]))));
  }
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;

function* treeLines(root: Line): Generator<string> {
  yield `## ${inert(root.text)}\n\n`;
  for (const child of root.below) yield* itemLines(child, "");
}

function* itemLines({ text, tone, below }: Line, indent: string): Generator<string> {
  const content = tone === "strong" ? `**${inert(text)}**` : inert(text);
  yield `${indent}- ${content}\n`;
  for (const child of below) yield* itemLines(child, `${indent}  `);
}

/** Text that stays text: no markup, no HTML, no new cell, on one line. */
const inert = (text: string): string =>
  visible(text)
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
