import { formatDecimal } from "../../number/decimal.ts";
import type { Language } from "../../text/bilingual.ts";
import { readableText } from "../cell-text.ts";
import type { Cell, Table, TableColumn } from "../table.ts";
import { sideOf } from "../table.ts";
import { escaped } from "./escape.ts";

/** A table for each part, all searched together, whose cells carry what they are sorted by. */
export function* tableLines({ columns, parts }: Table, language: Language): Generator<string> {
  const all = columns.map((column, at): Shown => ({ at, column, print: readableText(column, language), longest: 0 }));
  for (const { rows } of parts) {
    for (const row of rows) {
      for (const shown of all) shown.longest = Math.max(shown.longest, shown.print(row[shown.at]).length);
    }
  }
  const told = all.filter(({ column, longest }) => longest > 0 || column.type.kind !== "text");
  const cells = told.map(cellOf);
  yield told.reduce((sum, shown) => sum + leastWidth(shown), 0) > mostUpright
    ? '<div class="tables wide">\n'
    : '<div class="tables">\n';
  for (const { title, rows } of parts) {
    yield '<div class="table" tabindex="0">\n<table>\n';
    if (title !== undefined) yield `<caption>${escaped(title)}</caption>\n`;
    yield `<thead><tr>${told.map(headOf).join("")}</tr></thead>\n<tbody>\n`;
    for (const row of rows) yield `<tr>${cells.map((print) => print(row)).join("")}</tr>\n`;
    yield "</tbody>\n</table>\n</div>\n";
  }
  yield "</div>\n";
}

/** Characters: a table that takes more is printed on paper that lies on its side. */
const mostUpright = 110;

/** Characters that a column takes at least: numbers and the words of a head stay whole, texts go over several lines. */
function leastWidth({ column, longest }: Shown): number {
  const words = column.head.split(/\s+/).map(({ length }) => length);
  const body = sideOf(column) === "right" ? longest : Math.min(longest, 18);
  return Math.max(body, ...words) + 1;
}

interface Shown {
  readonly at: number;
  readonly column: TableColumn;
  readonly print: (cell: Cell) => string;
  /** Characters of the longest cell; a column of texts that are all empty says nothing. */
  longest: number;
}

function headOf(shown: Shown): string {
  const { id, head } = shown.column;
  const isLong = sideOf(shown.column) === "right" && head.length > 20;
  return `<th scope="col"${isLong ? ' class="right long"' : classOf(shown)}${id === "band_title" ? " data-choose" : ""}>${escaped(head)}</th>`;
}

/** Names stay on one line, sentences get room. */
function classOf({ column, longest }: Shown): string {
  if (sideOf(column) === "right") return ' class="right"';
  return longest <= 24 ? ' class="short"' : longest > 60 ? ' class="long"' : "";
}

function cellOf(shown: Shown): (row: readonly Cell[]) => string {
  const { at, column, print } = shown;
  const start = `<td${classOf(shown)}`;
  return (row) => {
    const cell = row[at];
    const value = cell === undefined || typeof cell === "string" ? "" : ` data-value="${formatDecimal(cell)}"`;
    const text = escaped(print(cell));
    return `${start}${value}>${column.type.kind === "file" ? `<a href="${text}">${text}</a>` : text}</td>`;
  };
}
