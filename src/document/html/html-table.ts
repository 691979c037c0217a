import { formatDecimal } from "../../number/decimal.ts";
import type { Language } from "../../text/bilingual.ts";
import { readableText } from "../cell-text.ts";
import type { Cell, Table, TableColumn } from "../table.ts";
import { sideOf } from "../table.ts";
import { escaped } from "./escape.ts";

/** A table for each part, whose cells carry what they are sorted by. */
export function* tableLines({ columns, parts }: Table, language: Language): Generator<string> {
  const cells = columns.map((column) => cellOf(column, language));
  for (const { title, rows } of parts) {
    yield '<div class="table" tabindex="0">\n<table>\n';
    if (title !== undefined) yield `<caption>${escaped(title)}</caption>\n`;
    yield `<thead><tr>${columns.map(headOf).join("")}</tr></thead>\n<tbody>\n`;
    for (const row of rows) yield `<tr>${cells.map((print, at) => print(row[at])).join("")}</tr>\n`;
    yield "</tbody>\n</table>\n</div>\n";
  }
}

function headOf(column: TableColumn): string {
  const choose = column.id === "band_title" ? " data-choose" : "";
  return `<th scope="col"${side(column)}${choose}>${escaped(column.head)}</th>`;
}

const side = (column: TableColumn): string => (sideOf(column) === "right" ? ' class="right"' : "");

function cellOf(column: TableColumn, language: Language): (cell: Cell) => string {
  const print = readableText(column, language);
  const start = `<td${side(column)}`;
  return (cell) => {
    const value = cell === undefined || typeof cell === "string" ? "" : ` data-value="${formatDecimal(cell)}"`;
    const text = escaped(print(cell));
    return `${start}${value}>${column.type.kind === "file" ? `<a href="${text}">${text}</a>` : text}</td>`;
  };
}
