import type { Source } from "../../text/source.ts";
import { lineText } from "../../text/source.ts";
import type { Entry, MapNode, Node } from "./document.ts";

/** Entries that were read, by their lines. They stand in the file in which they were read first. */
export type Seen = Map<string, Entry>;

/** The tree of a text that stands alone; undefined where anything is told of it. */
type ReadAlone = (text: string) => Node | undefined;

/** Lines of a source, counted from 1: `from` is the first, `to` the first behind them. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

/**
 * A file read by the entries of its map, and of the maps directly in it; those that stand in another file with the same lines are not
 * read again. Undefined where lines do not show what belongs to an entry, and where something is told of one.
 */
export function readByEntries(source: Source, seen: Seen, read: ReadAlone): MapNode | undefined {
  const own = new Set<Entry>();
  return source.text.includes("\r") ? undefined : mapIn({ from: 1, to: source.lineStarts.length + 1 }, true);

  function mapIn(lines: Lines, mayHoldMaps: boolean): MapNode | undefined {
    const parts = entriesIn(source, lines);
    const entries = new Map<string, Entry>();
    for (const part of parts ?? []) {
      const entry = (mayHoldMaps && entryOfMap(part)) || entryOfWord(part) || alone(part);
      if (!entry || entries.has(entry.key)) return undefined;
      entries.set(entry.key, entry);
    }
    const all = [...entries.values()];
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return undefined;
    return { kind: "map", span: { source, start: first.keySpan.start, end: last.value.span.end }, entries };
  }

  /** An entry whose key stands alone in its line, with a map below it. */
  function entryOfMap({ from, to }: Lines): Entry | undefined {
    const [, indent = "", key] = /^( *)([A-Za-z_]\w*):$/.exec(lineText(source, from)) ?? [];
    const value = key === undefined ? undefined : mapIn({ from: from + 1, to }, false);
    if (key === undefined || !value) return undefined;
    const start = startOf(from) + indent.length;
    return { key, keySpan: { source, start, end: start + key.length }, value };
  }

  /** A word behind its key, which every file has of its own: its id. */
  function entryOfWord({ from, to }: Lines): Entry | undefined {
    const [, key, word] = (to === from + 1 && /^([A-Za-z_]\w*): ([A-Za-z_]\w*)$/.exec(lineText(source, from))) || [];
    if (key === undefined || word === undefined) return undefined;
    const start = startOf(from);
    const [end, at] = [start + key.length, start + key.length + 2];
    const span = { source, start: at, end: at + word.length };
    return {
      key,
      keySpan: { source, start, end },
      value: { kind: "scalar", span, style: "plain", text: word, indent: 0 },
    };
  }

  function alone({ from, to }: Lines): Entry | undefined {
    const start = startOf(from);
    const text = source.text.slice(start, source.lineStarts[to - 1]);
    const known = seen.get(text);
    // Two parts of one file are two, however alike.
    if (known && !own.has(known)) {
      own.add(known);
      return known;
    }
    const root = read(text);
    const [entry, another] = root?.kind === "map" ? root.entries.values() : [];
    if (!entry || another) return undefined;
    const moved = movedEntry(entry, source, start);
    if (!known) seen.set(text, moved);
    own.add(moved);
    return moved;
  }

  function startOf(line: number): number {
    return source.lineStarts[line - 1] as number;
  }
}

/** What stood alone, in the source that it was taken from. */
function movedEntry(entry: Entry, source: Source, by: number): Entry {
  const { keySpan, value } = entry;
  const at = { source, start: keySpan.start + by, end: keySpan.end + by };
  return { ...entry, keySpan: at, value: moved(value, source, by) };
}

function moved(node: Node, source: Source, by: number): Node {
  const span = { source, start: node.span.start + by, end: node.span.end + by };
  if (node.kind === "scalar") return { ...node, span };
  if (node.kind === "list") return { ...node, span, items: node.items.map((item) => moved(item, source, by)) };
  const entries = new Map([...node.entries].map(([key, entry]) => [key, movedEntry(entry, source, by)]));
  return { ...node, span, entries };
}

const nothing = /^ *(?:#.*)?$/;
const keyed = /^ *[A-Za-z_](?:[^:#]|:(?! |$))*:(?: |$)/;

/** The lines of each entry of a block map: all begin in one column, and what belongs to one is indented further. */
function entriesIn(source: Source, { from, to }: Lines): readonly Lines[] | undefined {
  const starts: number[] = [];
  let margin: number | undefined;
  for (let at = from; at < to; at++) {
    const line = lineText(source, at);
    if (nothing.test(line)) continue;
    const indent = line.search(/[^ ]/);
    margin ??= indent;
    if (indent === margin && keyed.test(line)) starts.push(at);
    else if (indent <= margin || line[indent] === "\t") return undefined;
  }
  return starts.map((start, at) => ({ from: start, to: starts[at + 1] ?? to }));
}
