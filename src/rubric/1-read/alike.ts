import type { Source, Span, Stretch } from "../../text/source.ts";
import type { Entry, Node } from "./document.ts";

/** An entry that was read from some lines of its source, which begin at `start`. */
export interface Known {
  readonly entry: Entry;
  readonly lines: string;
  readonly start: number;
}

/** Words with single spaces between them: YAML takes them in one way, whatever they are. */
const words = /[\p{L}\p{M}\p{N}_]+(?: [\p{L}\p{M}\p{N}_]+)*/gu;

/** Characters within which no key is too long for YAML. */
const longest = 1000;

/** What is left of lines without their words; undefined where there are so many that more may depend on them. */
export const formOf = (lines: string): string | undefined =>
  lines.length > longest ? undefined : lines.replace(words, "w");

/**
 * The entry that stands in lines of the same form as those of a known one. Undefined where words alone do not tell what it says: in a
 * text of several lines or with escapes, and where two keys have become one.
 */
export function alike(known: Known, lines: string, source: Source, start: number): Entry | undefined {
  const [before, now] = [known.lines, lines].map(wordsIn) as [readonly Span[], readonly Span[]];
  let fits = true;
  const entry = copied(known.entry, {
    to({ start: from, end }) {
      return { source, start: start + placed(from - known.start), end: start + placed(end - known.start) };
    },
    said(text, was, is) {
      const written = textOf(was);
      if (text === written) return textOf(is);
      fits &&= text === written.slice(1, -1);
      return textOf(is).slice(1, -1);
    },
    onDoubled() {
      fits = false;
    },
  });
  return fits ? entry : undefined;

  function placed(at: number): number {
    const last = before.findLastIndex((word) => word.start <= at);
    const [was, is] = [before[last], now[last]];
    if (!was || !is) return at;
    return at === was.start ? is.start : is.end + at - was.end;
  }
}

const wordsIn = (lines: string): readonly Span[] =>
  Array.from(lines.matchAll(words), ({ index, 0: word }) => ({ start: index, end: index + word.length }));

const textOf = ({ source, start, end }: Stretch): string => source.text.slice(start, end);

/** What becomes of a part: where it stands, and what a key or scalar says there. */
interface Copying {
  to(at: Stretch): Stretch;
  said(text: string, was: Stretch, is: Stretch): string;
  onDoubled?(): void;
}

/** What stood in lines by themselves, in the source that they were taken from. */
export const moved = (entry: Entry, source: Source, by: number): Entry =>
  copied(entry, {
    to: ({ start, end }) => ({ source, start: start + by, end: end + by }),
    said: (text) => text,
  });

function copied(entry: Entry, copying: Copying): Entry {
  const keySpan = copying.to(entry.keySpan);
  const key = copying.said(entry.key, entry.keySpan, keySpan);
  return { ...entry, key, keySpan, value: copiedNode(entry.value, copying) };
}

function copiedNode(node: Node, copying: Copying): Node {
  const span = copying.to(node.span);
  if (node.kind === "scalar") return { ...node, span, text: copying.said(node.text, node.span, span) };
  if (node.kind === "list") return { ...node, span, items: node.items.map((item) => copiedNode(item, copying)) };
  const entries = new Map<string, Entry>();
  for (const entry of node.entries.values()) {
    const copy = copied(entry, copying);
    entries.set(copy.key, copy);
  }
  if (entries.size < node.entries.size) copying.onDoubled?.();
  return { ...node, span, entries };
}
