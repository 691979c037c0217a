import type { Painter } from "../text/painter.ts";
import type { Place, Source } from "../text/source.ts";
import { lineText } from "../text/source.ts";
import { visible } from "../text/visible.ts";
import { displayWidth, expandTabs } from "../text/width.ts";

/** Lines of a range that are shown; of a longer one the first ones and the last. */
const mostLines = 4;
/** Characters of a line that are shown, and how many of them before the marked ones. */
const [mostCharacters, lead] = [120, 40];

/**
 * The lines of a place with their numbers and carets below the marked characters.
 *
 *     7 |   - { id: A, max: 90 }
 *       |              ^^^^^^^
 */
export function codeFrame(source: Source, place: Place, painter: Painter, mark = painter.error): string[] {
  const last = Math.max(place.line, place.endLine);
  const gutter = String(last).length;
  const shown = Array.from(
    { length: last - place.line + 1 <= mostLines ? last - place.line + 1 : mostLines - 1 },
    (_, i) => place.line + i,
  );
  const cut = shown.at(-1) !== last;
  if (cut) shown.push(last);
  return shown.flatMap((line) => {
    const { text, before, width } = marked(lineText(source, line), place, line);
    const number = painter.faint(`${String(line).padStart(gutter)} |`);
    const margin = painter.faint(`${" ".repeat(gutter)} |`);
    const lines = [`${number} ${text}`.trimEnd(), `${margin} ${" ".repeat(before)}${mark("^".repeat(width))}`];
    return cut && line === last ? [painter.faint(`${" ".repeat(gutter)} ⋮`), ...lines] : lines;
  });
}

/** One line cut to what is worth showing: its text, the display columns before the mark, and those of the mark. */
function marked(whole: string, place: Place, line: number): { text: string; before: number; width: number } {
  const from = line === place.line ? place.column - 1 : whole.length - whole.trimStart().length;
  const to = line === place.endLine ? place.endColumn - 1 : Number.POSITIVE_INFINITY;
  // Of a line of a hundred megabytes only the neighbourhood is taken apart into characters.
  const start = from > mostCharacters - lead ? from - lead : 0;
  const characters = [...visible(dropCharacters(whole, start).slice(0, mostCharacters * 2))].slice(0, mostCharacters);
  const head = (start > 0 ? "…" : "") + characters.slice(0, from - start).join("");
  const mark = characters.slice(from - start, Math.max(from, to) - start).join("");
  const tail = characters.slice(Math.max(from, to) - start).join("");
  const before = displayWidth(head);
  return { text: expandTabs(head + mark + tail), before, width: Math.max(1, displayWidth(mark.trimEnd(), before)) };
}

/** A text without its first `count` characters. */
function dropCharacters(text: string, count: number): string {
  let offset = 0;
  for (let dropped = 0; dropped < count && offset < text.length; dropped++)
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  return text.slice(offset);
}
