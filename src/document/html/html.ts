import type { Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Block, Document, Line } from "../block.ts";
import type { Drawings } from "../charts/draw.ts";
import type { Table } from "../table.ts";
import { escaped } from "./escape.ts";
import { pageEnd, pageStart } from "./frame.ts";
import { tableLines } from "./html-table.ts";

/** A document as one page that needs nothing else, line by line; `drawings` has its charts. */
export function* htmlLines({ language, blocks }: Document, drawings: Drawings): Generator<string> {
  const title = titleOf(blocks);
  const page = { language, drawings, title };
  const [first = [], ...parts] = partsOf(blocks);
  yield* pageStart(title === undefined ? "score" : textOf(title), language);
  for (const block of first) yield* linesOf(block, { ...page, isFirst: true });
  if (parts.length > 2) yield* contents(parts, language);
  for (const [at, part] of parts.entries()) {
    yield `<section id="part-${at + 1}"${at > 0 && part.some(isLong) ? ' class="long"' : ""}>\n`;
    for (const block of part) yield* linesOf(block, page);
    yield "</section>\n";
  }
  yield* pageEnd();
}

interface Page {
  readonly language: Language;
  readonly drawings: Drawings;
  /** What is shown stands before all parts. */
  readonly isFirst?: true;
  /** Names the page. */
  readonly title: Title | undefined;
}

type Title = Extract<Block, { readonly kind: "heading" | "tree" }>;

const titleOf = (blocks: readonly Block[]): Title | undefined =>
  blocks.find((block): block is Title => block.kind === "heading" || block.kind === "tree");

const textOf = (title: Title): string => (title.kind === "heading" ? title.text : title.root.text);

/** A document begins with the part that its title heads; each further heading of the first level begins another. */
function partsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const starts = blocks.flatMap(({ kind, ...block }, at) =>
    at > 0 && kind === "heading" && "level" in block && block.level === 1 ? [at] : [],
  );
  return [0, ...starts].map((start, at) => blocks.slice(start, starts[at]));
}

/** A part with such a block is printed from the top of a sheet of paper, unless it is the first. */
const isLong = (block: Block): boolean =>
  block.kind === "tree" || (block.kind === "table" && hasMore(block.parts, mostBelow));

/** Rows that stand below other parts on the same sheet of paper. */
const mostBelow = 12;

function hasMore(parts: Table["parts"], most: number): boolean {
  let count = 0;
  for (const { rows } of parts) for (const _ of rows) if (++count > most) return true;
  return false;
}

function* contents(parts: readonly (readonly Block[])[], language: Language): Generator<string> {
  yield `<nav aria-label="${phrase("Contents")[language]}">\n<ul>\n`;
  for (const [at, part] of parts.entries()) {
    const title = titleOf(part);
    if (title) yield `<li><a href="#part-${at + 1}">${escaped(textOf(title))}</a></li>\n`;
  }
  yield "</ul>\n</nav>\n";
}

function* linesOf(block: Block, page: Page): Generator<string> {
  switch (block.kind) {
    case "heading": {
      if (block === page.title) return yield `<h1>${escaped(block.text)}</h1>\n`;
      if (block.level === 1) return yield `<h2>${escaped(block.text)}</h2>\n`;
      // No level is left out for those who hear the page: right below its title there is no part to divide.
      return yield page.isFirst
        ? `<h2 class="minor">${escaped(block.text)}</h2>\n`
        : `<h3>${escaped(block.text)}</h3>\n`;
    }
    case "list":
      yield "<ul>\n";
      for (const item of block.items) yield `<li>${escaped(item)}</li>\n`;
      return yield "</ul>\n";
    case "note":
      for (const paragraph of block.paragraphs) yield `<p>${escaped(paragraph)}</p>\n`;
      return;
    case "verbatim":
      if (block.title !== undefined) yield `<p class="place">${escaped(block.title)}</p>\n`;
      return yield `<pre tabindex="0">${block.lines.map(escaped).join("\n")}</pre>\n`;
    case "remark": {
      const { place, verdict, text } = block;
      const said = verdict ? `<strong class="${verdict.tone}">${escaped(verdict.text)}</strong>: ` : "";
      return yield `<p><span class="place">${escaped(place)}</span>: ${said}${escaped(text)}</p>\n`;
    }
    case "table":
      return yield* tableLines(block, page.language);
    case "tree": {
      const level = block === page.title ? "h1" : "h2";
      yield `<${level}>${escaped(block.root.text)}</${level}>\n`;
      return yield* branchLines(block.root.below, ' class="tree"');
    }
    case "indented":
      yield '<div class="indented">\n';
      for (const each of block.blocks) yield* linesOf(each, page);
      return yield "</div>\n";
    case "chart":
      return yield `<figure tabindex="0">\n<figcaption>${escaped(block.title)}</figcaption>\n${page.drawings.get(block) ?? ""}\n</figure>\n`;
    case "signatures":
      yield `<div class="signatures">\n<p>${escaped(block.date)}</p>\n`;
      for (const by of block.by)
        yield `<div><strong>${escaped(by)}</strong><br><em>${escaped(block.hint)}</em></div>\n`;
      return yield "</div>\n";
  }
}

function* branchLines(lines: readonly Line[], attributes = ""): Generator<string> {
  if (lines.length === 0) return;
  yield `<ul${attributes}>\n`;
  for (const { text, tone, below } of lines) {
    yield `<li>${tone ? `<span class="${tone}">${escaped(text)}</span>` : escaped(text)}\n`;
    yield* branchLines(below);
    yield "</li>\n";
  }
  yield "</ul>\n";
}
