import type { Painter } from "../text/painter.ts";
import { visible } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import type { Line, Tone } from "./block.ts";

/** A narrower terminal than this is written to as if it were this wide: text in a column of three letters helps nobody. */
const leastWidth = 40;

/** A line and all below it for a terminal, drawn as a tree and broken at its `width`. */
export function* treeLines(root: Line, painter: Painter, width = Number.POSITIVE_INFINITY): Generator<string> {
  yield* drawn(root, "", "", Math.max(width, leastWidth), painter);
}

/** `first`: what stands before the line itself, `rest`: before what follows it. */
function* drawn(of: Line, first: string, rest: string, width: number, painter: Painter): Generator<string> {
  const bar = of.below.length > 0 ? "│ " : "  ";
  const lines = broken(visible(of.text), Math.max(width - displayWidth(first) - 2, leastWidth / 2));
  for (const [index, text] of lines.entries()) {
    const before = index === 0 ? first : rest + (first === "" ? "" : bar);
    yield `${painter.faint(before)}${paint(of.tone, painter)(text)}\n`;
  }
  for (const [index, child] of of.below.entries()) {
    const last = index === of.below.length - 1;
    yield* drawn(child, `${rest}${last ? "└ " : "├ "}`, `${rest}${last ? "  " : "│ "}`, width, painter);
  }
}

function paint(tone: Tone | undefined, painter: Painter): (text: string) => string {
  switch (tone) {
    case "strong":
      return painter.strong;
    case "faint":
      return painter.faint;
    case "held":
      return painter.note;
    case "failed":
      return painter.warning;
    case undefined:
      return (text) => text;
  }
}

/** Text in lines of at most `width`, broken between words; a longer word stays whole. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && displayWidth(longer) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}
