import type { Document, Line, Written } from "../block.ts";
import { written } from "../block.ts";
import type { Book, Tab } from "./book.ts";
import { tableTab } from "./table-tab.ts";

/** Any document as a workbook: a tab for each table and each tree, with what is said around it; what is left is a tab of lines. */
export function documentBook({ blocks }: Document): Book {
  const tabs: Tab[] = [];
  /** The heading, after those that nothing but it stands below. */
  let titles: readonly string[] = [];
  let isBare = true;
  let lines: string[] = [];
  let table: Tab | undefined;
  const flush = (): void => {
    if (table) tabs.push({ ...table, notes: lines });
    else if (lines.length > 0)
      tabs.push(
        lineTab(
          titles,
          lines.map((text) => [0, text]),
        ),
      );
    lines = [];
    table = undefined;
  };
  for (const block of flat(written(blocks))) {
    if (block.kind === "heading") {
      flush();
      titles = isBare ? [...titles, block.text] : [block.text];
      isBare = true;
      continue;
    }
    isBare = false;
    switch (block.kind) {
      case "list":
        lines.push(...block.items);
        break;
      case "note":
        lines.push(...block.paragraphs);
        break;
      case "verbatim":
        lines.push(...(block.title === undefined ? [] : [block.title]), ...block.lines);
        break;
      case "remark":
        lines.push([block.place, ...(block.verdict ? [block.verdict.text] : []), block.text].join(": "));
        break;
      case "table":
        // What was said since the table before is said of this one.
        if (table) tabs.push(table);
        table = tableTab(titles.at(-1) ?? "", [...titles, ...lines], block);
        lines = [];
        break;
      case "tree":
        flush();
        tabs.push(lineTab([block.root.text], [...indented(block.root.below)]));
        break;
    }
  }
  flush();
  if (isBare) tabs.push(lineTab(titles, []));
  return { title: tabs[0]?.titles[0] ?? "", tabs };
}

type Flat = Exclude<Written, { readonly kind: "indented" }>;

function* flat(blocks: readonly Written[]): Generator<Flat> {
  for (const block of blocks) {
    if (block.kind === "indented") yield* flat(written(block.blocks));
    else yield block;
  }
}

function lineTab(titles: readonly string[], lines: readonly (readonly [depth: number, text: string])[]): Tab {
  return {
    name: titles.at(-1) ?? "",
    titles,
    // As wide as paper: lines that have to be made smaller for print are cut by some programs.
    columns: [{ head: "", width: 80 }],
    rows: lines.map(([, text]) => [text]),
    lines: lines.map(([depth]) => depth),
  };
}

/** A line stands as far in as it is deep. */
function* indented(lines: readonly Line[], depth = 0): Generator<readonly [number, string]> {
  for (const { text, below } of lines) {
    yield [depth, text];
    yield* indented(below, depth + 1);
  }
}
