import type { Span } from "../../text/source.ts";
import type { Piece } from "./document.ts";

interface Line extends Span {
  /** Leading spaces. */
  readonly indent: number;
  readonly blank: boolean;
}

/** The value of a block scalar (`|` literal, `>` folded) in pieces. */
export function blockPieces(text: string, span: Span, parentIndent: number): readonly Piece[] {
  const header = /[|>][-+\d]*/y;
  header.lastIndex = span.start;
  const written = header.exec(text)?.[0] ?? "";
  const all = linesOf(text, span).slice(1);
  const digit = /\d/.exec(written)?.[0];
  const margin = digit === undefined ? marginOf(all) : parentIndent + "0123456789".indexOf(digit);
  const last = all.findLastIndex((line) => !line.blank || line.indent > margin);
  const content = all.slice(0, last + 1);
  const result = written.startsWith("|") ? literalPieces(text, content, margin) : foldedPieces(text, content, margin);
  const tail = endOf(written, content.length, all);
  const end = content.at(-1)?.end ?? span.end;
  if (tail !== "") result.push({ start: end, end, value: tail });
  return result;
}

/** The indentation of the first line with text; where there is none, no line is indented further than the others. */
const marginOf = (lines: readonly Line[]): number =>
  lines.find((line) => !line.blank)?.indent ?? lines.reduce((most, { indent }) => (indent > most ? indent : most), 0);

/** `-` drops the last line end, `+` keeps all of them, otherwise there is exactly one. */
function endOf(header: string, contentLines: number, all: readonly Line[]): string {
  if (header.includes("-")) return "";
  if (!header.includes("+")) return contentLines > 0 ? "\n" : "";
  return "\n".repeat(all.length - contentLines + (contentLines > 0 ? 1 : 0));
}

/** The lines of a scalar, the header's included; the text behind the last line end is a line only where it is not empty. */
function linesOf(text: string, span: Span): Line[] {
  const result: Line[] = [];
  const breaks = /\r\n|\r|\n/g;
  for (let at = span.start; at < span.end; ) {
    breaks.lastIndex = at;
    const found = breaks.exec(text);
    const end = Math.min(found?.index ?? text.length, span.end);
    let indent = 0;
    while (at + indent < end && text[at + indent] === " ") indent++;
    result.push({ start: at, end, indent, blank: at + indent === end });
    at = found ? found.index + found[0].length : span.end;
  }
  return result;
}

const contentOf = (text: string, line: Line, margin: number): Piece => {
  const start = Math.min(line.start + margin, line.end);
  return { start, end: line.end, value: text.slice(start, line.end) };
};

function literalPieces(text: string, lines: readonly Line[], margin: number): Piece[] {
  return lines.flatMap((line, index) => {
    const content = contentOf(text, line, margin);
    const before = lines[index - 1];
    return before ? [{ start: before.end, end: content.start, value: "\n" }, content] : [content];
  });
}

/** One line end between two lines of text is a space, blank lines are line ends, lines indented further stay as they are. */
function foldedPieces(text: string, lines: readonly Line[], margin: number): Piece[] {
  const result: Piece[] = [];
  let lineEnd = lines[0]?.start ?? 0;
  /** Line ends since the last text, and whether that text was indented further. */
  let [breaks, kept, any] = [0, false, false];
  for (const line of lines) {
    const content = contentOf(text, line, margin);
    const further = /^[ \t]/.test(content.value);
    if (content.value !== "") {
      const value = !any || kept || further ? "\n".repeat(breaks) : breaks === 1 ? " " : "\n".repeat(breaks - 1);
      if (value !== "") result.push({ start: lineEnd, end: content.start, value });
      result.push(content);
      [lineEnd, breaks, kept, any] = [line.end, 0, further, true];
    }
    breaks++;
  }
  return result;
}
