import type { Language } from "../../text/bilingual.ts";
import type { Block, Document, Line } from "../block.ts";
import type { Drawings } from "../charts/draw.ts";
import { escaped } from "./escape.ts";
import { pageEnd, pageStart } from "./frame.ts";
import { tableLines } from "./html-table.ts";

/** A document as one page that needs nothing else, line by line; `drawings` has its charts. */
export function* htmlLines({ language, blocks }: Document, drawings: Drawings): Generator<string> {
  const title = blocks.find((block) => block.kind === "heading" || block.kind === "tree");
  yield* pageStart(title?.kind === "heading" ? title.text : (title?.root.text ?? "score"), language);
  let headings = 0;
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 1) headings++;
    yield* linesOf(block, headings === 1, { language, drawings });
  }
  yield* pageEnd();
}

interface Page {
  readonly language: Language;
  readonly drawings: Drawings;
}

function* linesOf(block: Block, isFirst: boolean, page: Page): Generator<string> {
  switch (block.kind) {
    case "heading": {
      // The first heading names the page; each further one begins a part of it.
      const text = escaped(block.text);
      if (block.level === 2) return yield `<h3>${text}</h3>\n`;
      return yield isFirst ? `<h1>${text}</h1>\n` : `<h2 class="part">${text}</h2>\n`;
    }
    case "list":
      yield "<ul>\n";
      for (const item of block.items) yield `<li>${escaped(item)}</li>\n`;
      return yield "</ul>\n";
    case "note":
      for (const paragraph of block.paragraphs) yield `<p>${escaped(paragraph)}</p>\n`;
      return;
    case "remark": {
      const { place, verdict, text } = block;
      const said = verdict ? `<strong class="${verdict.tone}">${escaped(verdict.text)}</strong>: ` : "";
      return yield `<p><span class="place">${escaped(place)}</span>: ${said}${escaped(text)}</p>\n`;
    }
    case "table":
      return yield* tableLines(block, page.language);
    case "tree":
      yield `<h2>${escaped(block.root.text)}</h2>\n`;
      return yield* branchLines(block.root.below, ' class="tree"');
    case "indented":
      yield '<div class="indented">\n';
      for (const each of block.blocks) yield* linesOf(each, false, page);
      return yield "</div>\n";
    case "chart":
      return yield `<figure>\n<figcaption>${escaped(block.title)}</figcaption>\n${page.drawings.get(block) ?? ""}\n</figure>\n`;
    case "signatures":
      yield '<div class="signatures">\n';
      for (const by of block.by) yield `<div>${escaped(by)}</div>\n`;
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
