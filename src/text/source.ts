/** A text file as it was read: line ends may be `\n`, `\r\n` or `\r`; a byte order mark is no part of `text`. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** Offset at which each line begins; line 1 is index 0. */
  readonly lineStarts: readonly number[];
}

/** A stretch of a source: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch that knows its source, where there are several. */
export interface Stretch extends Span {
  readonly source: Source;
}

/**
 * Where something stands in a file. `line` and `column` count from 1, columns in characters (code points);
 * `cell` is the spreadsheet's own name for it (`C7`), where there is one.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Last line and the column just behind the last character. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly cell?: string;
}

export function source(name: string, raw: string): Source {
  const text = raw.startsWith("\uFEFF") ? raw.slice(1) : raw;
  return { name, text, lineStarts: text.includes("\r") ? anyLineStarts(text) : lineStartsOf(text) };
}

/** Of most texts, in a tenth of the time. */
function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

const anyLineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length),
];

/** The text of line `line` (from 1) without its line end; empty when there is no such line. */
export function lineText(from: Source, line: number): string {
  const start = from.lineStarts[line - 1];
  if (start === undefined) return "";
  return from.text.slice(start, from.lineStarts[line] ?? from.text.length).replace(/[\r\n]+$/, "");
}

export const placeOfStretch = (stretch: Stretch): Place => placeOf(stretch.source, stretch);

export function placeOf(from: Source, span: Span): Place {
  const begin = position(from, span.start);
  const end = position(from, Math.max(span.start, span.end));
  return { file: from.name, ...begin, endLine: end.line, endColumn: end.column };
}

function position(from: Source, offset: number): { line: number; column: number } {
  let [low, high] = [0, from.lineStarts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from.lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = from.lineStarts[low] as number;
  return { line: low + 1, column: countCharacters(from.text, start, offset) + 1 };
}

/** Code points of text[start..end), without a list of them: one line may be as long as the file. */
function countCharacters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count++) at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return count;
}
