import type { Document, Line, Written } from "../block.ts";
import { written } from "../block.ts";
import type { Book, Tab } from "./book.ts";
import { tableTab } from "./table-tab.ts";

/** Any document as a workbook: a tab for each table and each tree, with what stands above it; what is left is a tab of lines. */
export function documentBook({ blocks }: Document): Book {
  const tabs: Tab[] = [];
  let heading = "";
  let above: string[] = [];
  const flush = (): void => {
    if (above.length > 0) tabs.push(lineTab(heading, above));
    above = [];
  };
  for (const block of flat(written(blocks))) {
    switch (block.kind) {
      case "heading":
        flush();
        heading = block.text;
        break;
      case "list":
        above.push(...block.items);
        break;
      case "note":
        above.push(...block.paragraphs);
        break;
      case "remark":
        above.push([block.place, ...(block.verdict ? [block.verdict.text] : []), block.text].join(": "));
        break;
      case "table":
        tabs.push(tableTab(heading, [heading, ...above].filter(Boolean), block));
        above = [];
        break;
      case "tree":
        flush();
        tabs.push(lineTab(block.root.text, [...indented(block.root.below)]));
        break;
    }
  }
  flush();
  return { title: tabs[0]?.titles[0] ?? "", tabs };
}

type Flat = Exclude<Written, { readonly kind: "indented" }>;

function* flat(blocks: readonly Written[]): Generator<Flat> {
  for (const block of blocks) {
    if (block.kind === "indented") yield* flat(written(block.blocks));
    else yield block;
  }
}

const lineTab = (title: string, lines: readonly string[]): Tab => ({
  name: title,
  titles: title === "" ? [] : [title],
  columns: [{ head: "", width: 100 }],
  rows: lines.map((text) => [text]),
});

/** A line stands as far in as it is deep. */
function* indented(lines: readonly Line[], depth = 0): Generator<string> {
  for (const { text, below } of lines) {
    yield "    ".repeat(depth) + text;
    yield* indented(below, depth + 1);
  }
}
