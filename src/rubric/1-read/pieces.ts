import type { Span } from "../../text/source.ts";
import { blockPieces } from "./block-pieces.ts";
import { doubleQuoted, plain, singleQuoted } from "./flow-pieces.ts";
import type { Piece } from "./piece.ts";

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
