import type { Source } from "../../text/source.ts";
import { lineText } from "../../text/source.ts";
import type { Known } from "./alike.ts";
import { alike, formOf, moved } from "./alike.ts";
import type { Entry, MapNode, Node } from "./document.ts";

/** Entries that were read, where they were read first. */
export interface Seen {
  readonly byLines: Map<string, Entry>;
  readonly byForm: Map<string, Known>;
}

export const nothingSeen = (): Seen => ({ byLines: new Map(), byForm: new Map() });

/** The tree of a text that stands alone; undefined where anything is told of it. */
type ReadAlone = (text: string) => Node | undefined;

/** Lines of a source, counted from 1: `from` is the first, `to` the first behind them. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

/**
 * A file read by the entries of its map, and of the maps directly in it; those that stand in another file with the same lines, or with
 * others in which only words differ, are not read again. Undefined where lines do not show what belongs to an entry, and where something is told of one.
 */
export function readByEntries(source: Source, seen: Seen, read: ReadAlone): MapNode | undefined {
  const own = new Set<Entry>();
  return source.text.includes("\r") ? undefined : mapIn({ from: 1, to: source.lineStarts.length + 1 }, true);

  function mapIn(lines: Lines, mayHoldMaps: boolean): MapNode | undefined {
    const parts = entriesIn(source, lines);
    const entries = new Map<string, Entry>();
    for (const part of parts ?? []) {
      const entry = (mayHoldMaps && entryOfMap(part)) || alone(part);
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

  function alone({ from, to }: Lines): Entry | undefined {
    const start = startOf(from);
    const text = source.text.slice(start, source.lineStarts[to - 1]);
    const known = seen.byLines.get(text);
    // Two parts of one file are two, however alike.
    if (known && !own.has(known)) {
      own.add(known);
      return known;
    }
    const form = formOf(text);
    const like = form === undefined ? undefined : seen.byForm.get(form);
    const found = (like && alike(like, text, source, start)) ?? readAnew(text, start);
    if (!found) return undefined;
    if (!known) seen.byLines.set(text, found);
    if (form !== undefined && !like) seen.byForm.set(form, { entry: found, lines: text, start });
    own.add(found);
    return found;
  }

  function readAnew(text: string, start: number): Entry | undefined {
    const root = read(text);
    const [entry, another] = root?.kind === "map" ? root.entries.values() : [];
    return entry && !another ? moved(entry, source, start) : undefined;
  }

  function startOf(line: number): number {
    return source.lineStarts[line - 1] as number;
  }
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
