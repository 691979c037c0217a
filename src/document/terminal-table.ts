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
  const printed = parts.map(({ title, rows }) => ({ title, rows: keptTexts(rows, textsOf) }));
  const wanted = contentWidths(
    columns.length,
    printed.map(({ rows }) => rows),
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

  for (const [at, { title, rows }] of printed.entries()) {
    if (at > 0) yield "\n";
    if (title !== undefined) yield `${painter.strong(visible(title))}\n`;
    if (heads.some((head) => head !== "")) yield `${painter.faint(line(heads))}\n`;
    for (const texts of rows) yield `${line(texts)}\n`;
  }
  return heads.filter((_, at) => (wanted[at] as number) > 0 && widths[at] === 0);
}

const widthOf = (text: string): number => (isLatin(text) ? text.length : displayWidth(visible(text)));

/** Most rows of a part whose texts are kept from measuring to printing. */
const mostKept = 10_000;

/** The texts of some rows, which are measured first. */
function keptTexts(rows: Iterable<Row>, textsOf: (row: Row) => string[]): Iterable<readonly string[]> {
  let kept: (readonly string[])[] | undefined;
  return {
    *[Symbol.iterator]() {
      if (kept) return yield* kept;
      const made: (readonly string[])[] = [];
      for (const row of rows) {
        const texts = textsOf(row);
        if (made.length <= mostKept) made.push(texts);
        yield texts;
      }
      if (made.length <= mostKept) kept = made;
    },
  };
}

function contentWidths(columns: number, parts: readonly Iterable<readonly string[]>[]): number[] {
  const widest = Array.from({ length: columns }, () => 0);
  for (const rows of parts) for (const texts of rows) widen(widest, texts);
  return widest;
}

function widen(widest: number[], texts: readonly string[]): void {
  for (let at = 0; at < texts.length; at++) {
    widest[at] = Math.max(widest[at] as number, widthOf(texts[at] as string));
  }
}
