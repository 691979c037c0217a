import type { Entry, ListNode, MapNode, Node } from "../../1-read/document.ts";

/** What messages call a base. */
export const nameOf = (root: MapNode): string => {
  const id = root.entries.get("id")?.value;
  return id?.kind === "scalar" ? id.text : root.span.source.name;
};

export const entriesOf = (node: Node | undefined): readonly Entry[] =>
  node?.kind === "map" ? [...node.entries.values()] : [];

export const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === "list" ? node.items : []);

/** What stands behind some keys, one within another. */
export const valueAt = (node: Node | undefined, ...keys: readonly string[]): Node | undefined =>
  keys.reduce<Node | undefined>((at, key) => (at?.kind === "map" ? at.entries.get(key)?.value : undefined), node);

/** The id by which an entry of a list is known: of a test its name, of a rollup its kind of period. */
export function idOf(node: Node): string | undefined {
  if (node.kind !== "map") return undefined;
  const id = ["id", "name", "period"].map((key) => node.entries.get(key)?.value).find((value) => value !== undefined);
  return id?.kind === "scalar" ? id.text : undefined;
}

/** The map with other values; the same map where none is another. */
export function inMap(map: MapNode, change: (entry: Entry) => Node): MapNode {
  let isChanged = false;
  const entries = new Map<string, Entry>();
  for (const entry of map.entries.values()) {
    const value = change(entry);
    isChanged ||= value !== entry.value;
    entries.set(entry.key, value === entry.value ? entry : { ...entry, value });
  }
  return isChanged ? again(map, { ...map, entries }) : map;
}

/** The list with other items; the same list where none is another. */
export function inList(list: ListNode, change: (item: Node) => Node): ListNode {
  const items = list.items.map(change);
  return items.every((item, at) => item === list.items[at]) ? list : again(list, { ...list, items });
}

/** What was made last of each part. */
const made = new WeakMap<Node, Node>();

/** What is made of a part; where that was made of it before, it is the same: what is known of a part need not be found again. */
export function again<N extends MapNode | ListNode>(of: Node, node: N): N {
  const last = made.get(of);
  if (last && isMadeOfTheSame(last, node)) return last as N;
  made.set(of, node);
  return node;
}

function isMadeOfTheSame(one: Node, other: Node): boolean {
  const [ones, others] = [entriesOf(one), entriesOf(other)];
  const [items, otherItems] = [itemsOf(one), itemsOf(other)];
  return (
    one.kind === other.kind &&
    ones.length === others.length &&
    items.length === otherItems.length &&
    items.every((item, at) => item === otherItems[at]) &&
    ones.every(({ keySpan, value }, at) => keySpan === others[at]?.keySpan && value === others[at]?.value)
  );
}
