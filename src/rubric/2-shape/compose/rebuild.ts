import { phrase } from "../../../text/phrase.ts";
import type { Stretch } from "../../../text/source.ts";
import type { Entry, ListNode, MapNode, Node } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Report } from "../../1-read/report.ts";
import { once } from "../once.ts";
import type { Addition, Change, Edit, Edits } from "./edits.ts";
import { documentOf, fixedAt, isFixed } from "./fixed.ts";
import type { Resolve } from "./order.ts";
import { placeAdditions } from "./order.ts";
import { brief, isSame } from "./same.ts";
import { again, entriesOf, idOf, itemsOf } from "./tree.ts";

/**
 * The base with what an adopting file says of it. Reports changes that meet, and refuses those that change nothing or touch what is
 * fixed: they are left out, as they have to be in the end.
 */
export function rebuild(base: MapNode, edits: Edits, resolve: Resolve, report: Report, refuse: Report): MapNode {
  const done = new Set<Edit>();
  const touched = around([...edits.changes.keys(), ...edits.removed.keys(), ...edits.added.keys()], holdersIn(base));
  const root = rebuilt(base, [], undefined) as MapNode;
  const all = [...[...edits.changes.values()].flat(), ...edits.removed.values(), ...additionsOf(edits)];
  // What holds the part has gone.
  for (const edit of all) if (!done.has(edit)) report("R855", { address: edit.address }, edit.at);
  return root;

  /** @param inner what changes of the parts around it say of this part; @param fixed the part around it that is fixed */
  function rebuilt(node: Node, inner: readonly Change[], fixed: MapNode | undefined): Node {
    if (inner.length === 0 && !touched.has(node)) return node;
    const own = edits.changes.get(node) ?? [];
    for (const change of own) done.add(change);
    const outer = fixed ?? (isFixed(node) ? node : undefined);
    if (outer) for (const change of [...inner, ...own]) tellFixed(change, outer);
    const changes = outer ? [] : [...inner, ...own];
    if (node.kind === "map" && changes.every(({ value }) => value.kind === "map" && !appended(value))) {
      return mergedMap(node, changes, outer);
    }
    const [first, second] = changes.filter(({ value }) => !appended(value));
    if (first && second) report("R855", { address: second.address }, second.at, { at: first.at, message: byThis });
    if (first) {
      if (isSame(node, first.value)) tellSame(node, first);
      return holdsFixed(node, first) ? node : first.value;
    }
    const news = changes.flatMap(({ value }) => appended(value)?.items ?? []);
    if (node.kind === "list") return mergedList(node, news, outer);
    return news.length === 0 ? node : { kind: "list", span: node.span, items: [node, ...news] };
  }

  function mergedMap(node: MapNode, changes: readonly Change[], fixed: MapNode | undefined): Node {
    const entries = new Map<string, Entry>();
    const removals: Stretch[] = [];
    const said = new Map<string, Change[]>();
    for (const { address, value } of changes) {
      for (const entry of entriesOf(value)) {
        const one = { address: `${address}.${entry.key}`, at: entry.keySpan, value: entry.value };
        said.set(entry.key, [...(said.get(entry.key) ?? []), one]);
      }
    }
    for (const entry of node.entries.values()) {
      const inner = said.get(entry.key) ?? [];
      said.delete(entry.key);
      const removal = removalOf(entry.value, fixed);
      if (removal) {
        removals.push(removal.at);
        continue;
      }
      const value = rebuilt(entry.value, inner, fixed);
      const [first] = inner;
      const isNew = first !== undefined && value === first.value;
      entries.set(entry.key, isNew ? { key: entry.key, keySpan: first.at, value } : { ...entry, value });
    }
    for (const [key, [first, ...others]] of said) {
      if (!first) continue;
      for (const other of others)
        report("R855", { address: other.address }, other.at, { at: first.at, message: byThis });
      const value = appended(first.value) ?? first.value;
      entries.set(key, { key, keySpan: first.at, value });
    }
    for (const [key, additions] of edits.added.get(node) ?? []) {
      if (isRefused(additions, fixed)) continue;
      const parts = additions.map(({ part }) => part);
      if (key === "") for (const part of parts as Entry[]) entries.set(part.key, part);
      else entries.set(key, newSection(key, additions));
    }
    const isSameMap =
      entries.size === node.entries.size &&
      [...entries].every(([key, { value }]) => node.entries.get(key)?.value === value);
    return isSameMap ? node : without(removals, node, { ...node, entries });
  }

  function mergedList(node: ListNode, news: readonly Node[], fixed: MapNode | undefined): Node {
    const additions = edits.added.get(node)?.get("") ?? [];
    const added = isRefused(additions, fixed) ? [] : additions;
    const coming = [...news, ...added.map(({ part }) => part as Node)];
    const kept: Node[] = [];
    const removals: Stretch[] = [];
    for (const item of node.items) {
      const removal = removalOf(item, fixed);
      // What takes the place of a part that is removed stands where that stood, or goes with a removal that is refused.
      const isHeir = (each: Node): boolean => idOf(each) !== undefined && idOf(each) === idOf(item);
      const heir = edits.removed.has(item) ? coming.findIndex(isHeir) : -1;
      const heirs = heir < 0 ? [] : coming.splice(heir, 1);
      if (!removal) kept.push(rebuilt(item, [], fixed));
      else if (heirs.length > 0) kept.push(...heirs);
      else removals.push(removal.at);
    }
    const isSameList =
      coming.length === 0 && kept.length === node.items.length && kept.every((item, at) => item === node.items[at]);
    return isSameList ? node : without(removals, node, { ...node, items: placeAdditions(kept, coming, resolve) });
  }

  function removalOf(node: Node, fixed: MapNode | undefined): Edit | undefined {
    const removal = edits.removed.get(node);
    if (!removal) return undefined;
    done.add(removal);
    if (fixed) tellFixed(removal, fixed);
    return fixed || holdsFixed(node, removal) ? undefined : removal;
  }

  function isRefused(additions: readonly Addition[], fixed: MapNode | undefined): boolean {
    for (const addition of additions) {
      done.add(addition);
      if (fixed) tellFixed(addition, fixed);
    }
    return fixed !== undefined;
  }

  function tellFixed({ address, at }: Edit, fixed: MapNode): void {
    refuse("R856", { address, document: documentOf(fixed, base) }, at, fixedAt(fixed));
  }

  /** A part that goes takes what is fixed in it along, which is told. */
  function holdsFixed(node: Node, edit: Edit): boolean {
    if (isFixed(node)) tellFixed(edit, node);
    return isFixed(node) || childrenOf(node).filter((inner) => holdsFixed(inner, edit)).length > 0;
  }

  function tellSame(node: Node, { address, value }: Change): void {
    refuse("R857", { address, value: brief(value) }, spanOfNode(value), { at: spanOfNode(node), message: asHere });
  }
}

/** What is made of a part, which where something was removed knows by which line. */
const without = <N extends MapNode | ListNode>(removals: readonly Stretch[], of: N, node: N): N =>
  removals.length === 0 ? again(of, node) : { ...node, removals: [...(of.removals ?? []), ...removals] };

const byThis = phrase("this touches it too");
const asHere = phrase("it is here");

/** What holds each part of a base; what a file uses twice stands in two. */
const holdersIn = once((base: MapNode): ReadonlyMap<Node, ReadonlySet<Node>> => {
  const holders = new Map<Node, Set<Node>>();
  const enter = (holder: Node): void => {
    for (const child of childrenOf(holder)) {
      const known = holders.get(child);
      holders.set(child, (known ?? new Set<Node>()).add(holder));
      if (!known) enter(child);
    }
  };
  enter(base);
  return holders;
});

/** Parts, and all that they are a part of. */
function around(parts: readonly Node[], holders: ReadonlyMap<Node, ReadonlySet<Node>>): ReadonlySet<Node> {
  const found = new Set<Node>(parts);
  // A set gives what comes to it while it is gone through.
  for (const part of found) for (const holder of holders.get(part) ?? []) found.add(holder);
  return found;
}

const additionsOf = ({ added }: Edits): readonly Addition[] =>
  [...added.values()].flatMap((sections) => [...sections.values()].flat());

/** What `{ add: […] }` appends. */
function appended(value: Node): ListNode | undefined {
  if (value.kind !== "map" || value.entries.size !== 1) return undefined;
  const list = value.entries.get("add")?.value;
  return list?.kind === "list" ? list : undefined;
}

const childrenOf = (node: Node): readonly Node[] =>
  node.kind === "map" ? entriesOf(node).map(({ value }) => value) : itemsOf(node);

/** A section that the base has not, as if it stood where its first part does. */
function newSection(key: string, additions: readonly Addition[]): Entry {
  const { at } = additions[0] as Addition;
  const parts = additions.map(({ part }) => part);
  const [first] = parts;
  const value: Node =
    first && "keySpan" in first
      ? { kind: "map", span: at, entries: new Map((parts as Entry[]).map((entry) => [entry.key, entry])) }
      : { kind: "list", span: at, items: parts as Node[] };
  return { key, keySpan: at, value };
}
