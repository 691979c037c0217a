import type { Span } from "../../text/source.ts";
import { blockPieces } from "./block-pieces.ts";
import type { Piece } from "./document.ts";

/** The value of a YAML scalar in pieces, in order. `span` is the whole scalar with its quotes or block header. */
export function pieces(text: string, span: Span, indent: number): readonly Piece[] {
  switch (text[span.start]) {
    case "'":
      return singleQuoted(text, inside(text, span));
    case '"':
      return doubleQuoted(text, inside(text, span));
    case "|":
    case ">":
      return blockPieces(text, span, indent);
    default:
      return plain(text, span);
  }
}

/** What stands between the quotes; a scalar whose closing quote is missing is reported elsewhere. */
const inside = (text: string, { start, end }: Span): Span => ({
  start: start + 1,
  end: end - start > 1 && text[end - 1] === text[start] ? end - 1 : end,
});

const spaces = /[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)*/y;
const lineBreak = /\r\n|\r|\n/g;
const plainRun = /[^ \t\r\n]+/y;
const singleRun = /[^ \t\r\n']+/y;
const doubleRun = /[^ \t\r\n\\]+/y;
const doubleEscape = /\\(?:(?:\r\n|\r|\n)[ \t]*|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/y;

/** The pieces of a scalar without quotes. */
const plain = (text: string, span: Span): readonly Piece[] => flowPieces(text, span, plainRun);

/** The pieces of what stands between single quotes; a doubled quote is one. */
const singleQuoted = (text: string, span: Span): readonly Piece[] =>
  flowPieces(text, span, singleRun, /''/y, () => "'");

/** The pieces of what stands between double quotes. */
const doubleQuoted = (text: string, span: Span): readonly Piece[] =>
  flowPieces(text, span, doubleRun, doubleEscape, resolveEscape);

function flowPieces(
  text: string,
  { start, end }: Span,
  run: RegExp,
  special?: RegExp,
  meaning: (written: string) => string = (written) => written,
): Piece[] {
  const result: Piece[] = [];
  for (let at = start; at < end; ) {
    const literal = matchAt(run, text, at, end) ?? matchAt(spaces, text, at, end);
    const escaped = literal === undefined && special ? matchAt(special, text, at, end) : undefined;
    const written = literal ?? escaped ?? text.charAt(at);
    const value = escaped === undefined ? folded(written) : meaning(escaped);
    result.push({ start: at, end: at + written.length, value });
    at += written.length;
  }
  return result;
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].slice(0, end - at) || undefined;
}

/** One line end is a space; of several the first goes. The spaces around them belong to the layout. */
function folded(written: string): string {
  const breaks = written.match(lineBreak)?.length ?? 0;
  if (breaks === 0) return written;
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

function resolveEscape(written: string): string {
  const kind = written.charAt(1);
  if (/[\r\n]/.test(kind)) return "";
  if (!/^[xuU].{2}/.test(written.slice(1))) return escapes[kind] ?? kind;
  const code = Number.parseInt(written.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
