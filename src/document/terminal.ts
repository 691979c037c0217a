import type { Bilingual, Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";
import { plain } from "../text/painter.ts";
import { phrase } from "../text/phrase.ts";
import { printable, visible } from "../text/visible.ts";
import type { Document, Remark, Written } from "./block.ts";
import { written } from "./block.ts";
import { tableLines } from "./terminal-table.ts";
import { treeLines } from "./terminal-tree.ts";

export interface TerminalOptions {
  readonly painter?: Painter;
  /** Columns of the terminal; absent: as wide as it takes (a pipe). */
  readonly width?: number;
}

const notShown: Bilingual = phrase("Not shown for lack of width");

/** A document for a terminal, line by line. Text from outside cannot command the terminal. */
export function* terminalLines(
  { language, blocks }: Document,
  { painter = plain, width = Number.POSITIVE_INFINITY }: TerminalOptions = {},
): Generator<string> {
  const hidden: string[] = [];
  yield* blockLines(written(blocks), { language, painter, width, hidden });
  if (hidden.length > 0) yield `${painter.faint(visible(`${notShown[language]}: ${hidden.join(", ")}`))}\n`;
}

interface Terminal {
  readonly language: Language;
  readonly painter: Painter;
  readonly width: number;
  /** Heads of columns that were left out. */
  readonly hidden: string[];
}

function* blockLines(blocks: readonly Written[], terminal: Terminal): Generator<string> {
  for (const [at, block] of blocks.entries()) {
    if (at > 0 && isApart(block, blocks[at - 1] as Written)) yield "\n";
    yield* linesOf(block, terminal);
  }
}

/** Whether an empty line comes before a block: not where it goes on with what stands above it. */
function isApart({ kind }: Written, above: Written): boolean {
  if (kind === "list" || kind === "remark" || kind === "indented") return false;
  return kind === "heading" || above.kind !== "heading" || above.level === 1;
}

function* linesOf(block: Written, terminal: Terminal): Generator<string> {
  const { painter, language, width } = terminal;
  switch (block.kind) {
    case "heading":
      return yield `${painter.strong(visible(block.text))}\n`;
    case "list":
      for (const item of block.items) yield `${visible(item)}\n`;
      return;
    case "note":
      for (const paragraph of block.paragraphs) yield `${visible(paragraph)}\n`;
      return;
    case "verbatim": {
      const { title, lines } = block;
      if (title !== undefined) yield `  ${visible(title)}\n`;
      for (const line of lines) yield `${title === undefined ? "" : "  "}  ${visible(line)}`.trimEnd().concat("\n");
      return;
    }
    case "remark":
      return yield remarkLine(block, painter);
    case "table":
      terminal.hidden.push(...(yield* tableLines(block, language, painter, width)));
      return;
    case "tree":
      return yield* treeLines(block.root, painter, width);
    case "indented": {
      const inner = { ...terminal, width: width - block.by };
      for (const each of written(block.blocks)) {
        for (const line of linesOf(each, inner)) yield `${" ".repeat(block.by)}${line}`;
      }
    }
  }
}

/** Longer ones are for machine formats. */
const mostCharacters = 200;

function remarkLine({ place, verdict, text }: Remark, painter: Painter): string {
  const word = verdict && `${painter[verdict.tone](verdict.text)}: `;
  return `${painter.strong(place)}: ${word ?? ""}${printable(text, mostCharacters)}\n`;
}
