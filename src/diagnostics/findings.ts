import { compareText } from "../text/order.ts";
import type { Place } from "../text/source.ts";
import type { Diagnostic, Diagnostics, Group, Related } from "./diagnostic.ts";
import { groupOf } from "./diagnostic.ts";

/** The diagnostics of one or more phases as they are shown. */
export interface Findings {
  /** By file, line and column; what belongs to no file comes first. */
  readonly list: readonly Diagnostic[];
  /** How many of a group were counted beyond those in the list. */
  readonly more: ReadonlyMap<Group, number>;
}

/**
 * The diagnostics of one or more phases or files. What several say of one place, as rubrics with a common base do, is told once,
 * with the other places that each of them names.
 */
export function findings(...collected: readonly Diagnostics[]): Findings {
  const told = new Map<unknown, Diagnostic>();
  for (const diagnostic of collected.flatMap((each) => each.list)) {
    const { code, place, parameters, related } = diagnostic;
    const key = collected.length < 2 || !place ? diagnostic : JSON.stringify([code, place, parameters]);
    const first = told.get(key);
    told.set(key, first ? { ...first, related: inUnion(first.related, related) } : diagnostic);
  }
  const list = [...told.values()].sort(byPlace);
  const more = new Map<Group, number>();
  for (const [group, count] of collected.flatMap((each) => [...each.more]))
    more.set(group, Math.max(more.get(group) ?? 0, count));
  return { list, more };
}

const inUnion = (some: readonly Related[], others: readonly Related[]): readonly Related[] => [
  ...new Map([...some, ...others].map((each) => [JSON.stringify(each), each])).values(),
];

/** Only what `keep` wants, as when notes are not asked for. */
export function only({ list, more }: Findings, keep: (diagnostic: Diagnostic) => boolean): Findings {
  const kept = list.filter(keep);
  const groups = new Set(kept.map(ownGroup));
  return { list: kept, more: new Map([...more].filter(([group]) => groups.has(group))) };
}

const ownGroup = ({ code, place }: Diagnostic): Group => groupOf(code, place?.file);

/** What stops somebody, without what was only noted on the way. */
export const errorsOf = (collected: Diagnostics): Findings =>
  only(findings(collected), ({ severity }) => severity === "error");

/** The first of each group, and how many there are beyond them. */
export function firstOfEach({ list, more }: Findings, most: number): Findings {
  const counts = new Map<Group, number>();
  const shown = list.filter((each) => {
    const group = ownGroup(each);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= most;
  });
  const beyond = [...counts].map(
    ([group, count]) => [group, Math.max(0, count - most) + (more.get(group) ?? 0)] as const,
  );
  return { list: shown, more: new Map(beyond.filter(([, count]) => count > 0)) };
}

/** The last one of each group of which more were counted than are in the list, with how many. */
export function lastWithMore({ list, more }: Findings): ReadonlyMap<Diagnostic, number> {
  const last = new Map(list.map((each) => [ownGroup(each), each]));
  return new Map([...last].flatMap(([group, each]) => (more.has(group) ? [[each, more.get(group) as number]] : [])));
}

/** The file or folder that a diagnostic is about, even where it is about no place in it: one that cannot be read names it in its message. */
export function fileOf({ place, parameters }: Diagnostic): string | undefined {
  const file = parameters.file ?? parameters.folder;
  return place?.file ?? (typeof file === "string" ? file : undefined);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (!a.place) return b.place ? -1 : 0;
  if (!b.place) return 1;
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.code, b.code)
  );
}

/** `file:3:7`, or `book.xlsx#Sheet!C7` in a spreadsheet. */
export const placeText = ({ file, line, column, cell }: Place): string =>
  cell === undefined ? `${file}:${line}:${column}` : `${file}!${cell}`;
