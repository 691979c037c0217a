import type { Span } from "../../text/source.ts";

/**
 * A part of a scalar's value and the characters of the file that stand for it. Where both have the same length they
 * correspond one to one; an escape, a doubled quote or a folded line end stands as a whole for its `value`.
 */
export interface Piece extends Span {
  readonly value: string;
}
