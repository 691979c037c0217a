import type { Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";
import { isLatin, visible } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import { readableText } from "./cell-text.ts";
import { fitColumns, gap, pad } from "./fit.ts";
import type { Row, Table } from "./table.ts";
import { sideOf } from "./table.ts";

/**
 * A table with columns as wide as their contents, or as `width` lets them be. A column without any content is left out.
 * @returns the heads of the columns for which there was no room
 */
export function* tableLines(
  { columns, parts }: Table,
  language: Language,
  painter: Painter,
  width: number,
): Generator<string, string[]> {
  const prints = columns.map((column) => readableText(column, language));
  const heads = columns.map(({ short, head }) => short ?? head);
  const textsOf = (row: Row): string[] => prints.map((print, at) => print(row[at]));
  const wanted = contentWidths(
    columns.length,
    parts.map(({ rows }) => rows),
    textsOf,
  ).map((widest, at) => (widest === 0 ? 0 : Math.max(widest, widthOf(heads[at] as string))));
  const fitted = columns.map(({ give }, at) => {
    const wide = wanted[at] as number;
    return { least: wide, enough: wide, optional: false, patience: 0, ...give, wanted: wide };
  });
  const widths = fitColumns(fitted, width);
  const shown = [...columns.keys()].filter((at) => (widths[at] as number) > 0);
  const sides = columns.map(sideOf);
  const line = (texts: readonly string[]): string =>
    shown
      .map((at) => pad(texts[at] as string, widths[at] as number, sides[at] as "left" | "right"))
      .join(" ".repeat(gap))
      .trimEnd();

  for (const [at, { title, rows }] of parts.entries()) {
    if (at > 0) yield "\n";
    if (title !== undefined) yield `${painter.strong(visible(title))}\n`;
    if (heads.some((head) => head !== "")) yield `${painter.faint(line(heads))}\n`;
    for (const row of rows) yield `${line(textsOf(row))}\n`;
  }
  return heads.filter((_, at) => (wanted[at] as number) > 0 && widths[at] === 0);
}

const widthOf = (text: string): number => (isLatin(text) ? text.length : displayWidth(visible(text)));

function contentWidths(columns: number, parts: readonly Iterable<Row>[], textsOf: (row: Row) => string[]): number[] {
  const widest = Array.from({ length: columns }, () => 0);
  for (const rows of parts) {
    for (const row of rows) {
      for (const [at, text] of textsOf(row).entries()) widest[at] = Math.max(widest[at] as number, widthOf(text));
    }
  }
  return widest;
}
