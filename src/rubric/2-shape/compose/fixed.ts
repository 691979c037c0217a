import { spelling } from "../../../text/fold.ts";
import { phrase } from "../../../text/phrase.ts";
import type { Stretch } from "../../../text/source.ts";
import type { MapNode, Node } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Report } from "../../1-read/report.ts";
import { once } from "../once.ts";
import type { Part } from "./address.ts";
import { partsOf } from "./address.ts";
import { isSame } from "./same.ts";
import { entriesOf, idOf, itemsOf, valueAt } from "./tree.ts";

export function isFixed(node: Node): node is MapNode {
  const fixed = valueAt(node, "fixed");
  return fixed?.kind === "scalar" && fixed.style === "plain" && /^true$/i.test(fixed.text);
}

/** The title of what a fixed part cites. */
export function documentOf(fixed: MapNode, base: MapNode): string | undefined {
  const cite = valueAt(fixed, "cite");
  if (cite?.kind !== "scalar") return undefined;
  const document = itemsOf(valueAt(base, "basis")).find((each) => idOf(each) === cite.text);
  const title = document && valueAt(document, "title");
  return title?.kind === "scalar" ? title.text : cite.text;
}

export const fixedAt = (fixed: MapNode): { readonly at: Stretch; readonly message: ReturnType<typeof phrase> } => ({
  at: spanOfNode(valueAt(fixed, "fixed") ?? fixed),
  message: phrase("it is fixed here"),
});

/** A part that something fixed reads, itself or through others. */
interface Read extends Part {
  readonly fixed: Part;
  readonly through: readonly string[];
}

/** Refuses what makes another thing of a part that something fixed reads, which would mean something else then. Parameters are there to be set. */
export function refuseChangedReads(base: MapNode, changed: MapNode, refuse: Report): void {
  if (changed === base) return;
  const now = partsOf(changed);
  for (const { address, node, fixed, through } of readsOf(base)) {
    const other = now.get(address)?.node;
    const difference = other && differenceOf(node, other, address.startsWith("basis."));
    if (!difference) continue;
    const holder = fixed.node as MapNode;
    const parameters = { address, fixed: fixed.address, document: documentOf(holder, base) };
    refuse(
      "R873",
      { ...parameters, through: through.join(" → ") || undefined },
      spanOfNode(difference),
      fixedAt(holder),
    );
  }
}

const readsOf = once((base: MapNode): readonly Read[] => {
  const parts = partsOf(base);
  const reads = new Map<Node, Read>();
  const follow = (names: Iterable<string>, fixed: Part, through: readonly string[]): void => {
    for (const name of names) {
      const part = parts.get(name);
      if (!part || isFixed(part.node) || reads.has(part.node) || !(part.isEntry || name === "total")) continue;
      reads.set(part.node, { ...part, fixed, through });
      follow(namesIn(part.node), fixed, [...through, part.address]);
    }
  };
  for (const part of parts.values()) {
    if (!isFixed(part.node)) continue;
    const cite = valueAt(part.node, "cite");
    follow(cite?.kind === "scalar" ? [`basis.${cite.text}`] : [], part, []);
    follow(namesIn(part.node), part, []);
  }
  return [...reads.values()];
});

/** What people read, which judges nothing. */
export const wording: ReadonlySet<string> = new Set(["title", "header", "labels", "column", "note", "cite"]);
/** What holds no formula and no name of what is read. */
const namesNothing: ReadonlySet<string> = new Set([...wording, "id", "type", "values", "default", "not_rated"]);
/** Behind them stands a band, unless it is worked out. */
const bandly: ReadonlySet<string> = new Set(["set", "at_least", "at_most", "otherwise", "then", "band"]);

/** The addresses of parts that a part may mention, whether there are such or not. */
function* namesIn(node: Node, key = ""): Generator<string> {
  if (node.kind !== "scalar") {
    const inner = node.kind === "list" ? node.items.map((value) => ({ key, value })) : entriesOf(node);
    for (const each of inner) if (!namesNothing.has(each.key)) yield* namesIn(each.value, each.key);
  } else if (!bandly.has(key) || node.text.startsWith("=")) {
    const outsideTexts = node.text.replace(/"[^"]*"|'[^']*'/g, " ");
    for (const [word] of outsideTexts.matchAll(/[A-Za-z]\w*/g)) yield* [word, `scales.${word}`, `formulas.${word}`];
    for (const [, id, list] of node.text.matchAll(/["'](\w+)["']\s+in\s+\w+\.(rules|awards|alerts)\b/g))
      yield `${list}.${id}`;
  }
}

/** The words that a cell may hold, each with the value that it means and where that is said. */
function wordsOf(part: MapNode): ReadonlyMap<string, { readonly value: string; readonly node: Node }> {
  const labels = entriesOf(valueAt(part, "labels")).map(({ key, value }): [string, readonly Node[]] => [
    key,
    value.kind === "list" ? value.items : [value],
  ]);
  const values = itemsOf(valueAt(part, "values")).map((node): [string, readonly Node[]] => [textOf(node), [node]]);
  return new Map(
    [...values, ...labels].flatMap(([value, nodes]) =>
      nodes.map((node) => [spelling(textOf(node)), { value, node }] as const),
    ),
  );
}

const textOf = (node: Node): string => (node.kind === "scalar" ? node.text : "");

/**
 * Where a part judges otherwise than it did: further values of a choice and further columns of a table judge nothing that was there,
 * and a word of a cell may be another one, but not another value's.
 */
function differenceOf(a: Node, b: Node, isDocument: boolean, key = ""): Node | undefined {
  if (a === b || isSame(a, b)) return undefined;
  if (key === "values" && b.kind === "list") {
    return itemsOf(a).every((value) => b.items.some((other) => isSame(value, other))) ? undefined : b;
  }
  if (a.kind !== "map" || b.kind !== "map") return b;
  const words = wordsOf(b);
  for (const [word, { value }] of wordsOf(a)) {
    const now = words.get(word);
    if (now && now.value !== value) return now.node;
  }
  for (const inner of new Set([...a.entries.keys(), ...(key === "columns" ? [] : b.entries.keys())])) {
    if (wording.has(inner) && !isDocument) continue;
    const [one, other] = [valueAt(a, inner), valueAt(b, inner)];
    const difference = one && other ? differenceOf(one, other, isDocument, inner) : (other ?? b);
    if (difference) return difference;
  }
  return undefined;
}
