import { clean, spelling } from "../../text/fold.ts";
import type { BoundHeader } from "../2-header/header.ts";

/** Tells the head that a printed page has again: every text of a row is that of its column. */
export function headsAgain(
  { heads }: Pick<BoundHeader, "heads">,
  keyOrdinals: readonly number[],
): (key: readonly string[], cells: readonly string[]) => boolean {
  return (key, cells) => {
    const mayRepeat = (head: readonly string[]): boolean =>
      key.every((part, at) => part === "" || isHead(part, head[(keyOrdinals[at] ?? 0) - 1]));
    return heads.filter(mayRepeat).some((head) => {
      const filled = [...cells.map(clean).entries()].filter(([, text]) => text !== "");
      return filled.length > 1 && filled.every(([at, text]) => isHead(text, head[at]));
    });
  };
}

/** The cheap tests first: a key has mostly digits. */
const isHead = (text: string, head: string | undefined): boolean =>
  text === head || (!/\d/.test(text) && head !== undefined && spelling(text) === spelling(head));
