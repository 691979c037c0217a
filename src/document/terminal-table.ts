import type { Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";
import { isLatin, visible } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import { readableText } from "./cell-text.ts";
import { fitColumns, gap, pad } from "./fit.ts";
import type { Cell, Row, Table } from "./table.ts";
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
  const printed = parts.map(({ title, rows }) => ({ title, rows: keptTexts(rows, prints) }));
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
  // One list for all rows, and one text of it for each: what is thrown away costs more than what is printed.
  const padded: string[] = [];
  const line = ({ texts, isLatin }: Texts): string => {
    for (let place = 0; place < shown.length; place++) {
      const at = shown[place] as number;
      padded[place] = pad(texts[at] as string, widths[at] as number, sides[at] as "left" | "right", isLatin);
    }
    return padded.join(between).trimEnd();
  };

  for (const [at, { title, rows }] of printed.entries()) {
    if (at > 0) yield "\n";
    if (title !== undefined) yield `${painter.strong(visible(title))}\n`;
    if (heads.some((head) => head !== "")) yield `${painter.faint(line(textsOf(heads)))}\n`;
    for (const texts of rows) yield `${line(texts)}\n`;
  }
  return heads.filter((_, at) => (wanted[at] as number) > 0 && widths[at] === 0);
}

const widthOf = (text: string): number => (isLatin(text) ? text.length : displayWidth(visible(text)));

/** What stands in a row; `isLatin` of all of it, which is asked once for each row. */
interface Texts {
  readonly texts: readonly string[];
  readonly isLatin: boolean;
}

const textsOf = (texts: readonly string[]): Texts => ({ texts, isLatin: isLatin(texts.join("")) });

const between = " ".repeat(gap);

/** Most rows of a part whose texts are kept from measuring to printing. */
const mostKept = 10_000;

/** The texts of some rows, which are measured first. */
function keptTexts(rows: Iterable<Row>, prints: readonly ((cell: Cell) => string)[]): Iterable<Texts> {
  let kept: Texts[] | undefined;
  return {
    *[Symbol.iterator]() {
      if (kept) return yield* kept;
      const made: Texts[] = [];
      for (const row of rows) {
        const texts = textsOf(printedCells(row, prints));
        if (made.length <= mostKept) made.push(texts);
        yield texts;
      }
      if (made.length <= mostKept) kept = made;
    },
  };
}

function printedCells(row: Row, prints: readonly ((cell: Cell) => string)[]): string[] {
  const texts: string[] = [];
  for (let at = 0; at < prints.length; at++) texts.push((prints[at] as (cell: Cell) => string)(row[at]));
  return texts;
}

function contentWidths(columns: number, parts: readonly Iterable<Texts>[]): number[] {
  const widest = Array.from({ length: columns }, () => 0);
  for (const rows of parts) for (const texts of rows) widen(widest, texts);
  return widest;
}

function widen(widest: number[], { texts, isLatin: isShort }: Texts): void {
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    const width = isShort ? text.length : widthOf(text);
    if (width > (widest[at] as number)) widest[at] = width;
  }
}
