import type { Entry, ListNode, MapNode, Node, ScalarNode } from "../../1-read/document.ts";
import { partsOf } from "./address.ts";
import { wording } from "./fixed.ts";
import { isSame } from "./same.ts";
import { entriesOf, itemsOf, valueAt } from "./tree.ts";

/**
 * What the files that adopt each other make otherwise, each with its reason, the one nearest to the base first. Undefined where nobody
 * states a reason: then nothing but parameters is different, or an abstract base is completed.
 */
export function departuresOf(base: MapNode, changed: MapNode, own: MapNode): Entry | undefined {
  const because = own.entries.get("because")?.value;
  const items = [
    ...itemsOf(valueAt(base, "departures")),
    ...(because ? [departure(because, own.span.source.name, otherwise(base, changed))] : []),
  ];
  const { span } = own;
  return items.length === 0 ? undefined : { key: "departures", keySpan: span, value: { kind: "list", span, items } };
}

/** All of it stands where the reason does. */
function departure(because: Node, file: string, addresses: readonly string[]): MapNode {
  const { span } = because;
  const scalar = (text: string): ScalarNode => ({ kind: "scalar", span, style: "quoted", text, indent: 0 });
  const parts: ListNode = { kind: "list", span, items: addresses.map(scalar) };
  const said = { file: scalar(file.split(/[\\/]/).at(-1) as string), because, parts };
  const entries = Object.entries(said).map(([key, value]) => [key, { key, keySpan: span, value }] as const);
  return { kind: "map", span, entries: new Map(entries) };
}

/** Tests and documents judge nobody. */
const judgesNobody = /^(?:tests|basis)\./;
/** What holds parts with addresses of their own. */
const holdsParts: ReadonlySet<string> = new Set(["items", "columns"]);

/** The addresses of the parts that judge otherwise than in the base; an abstract one is there to be added to. */
function otherwise(base: MapNode, changed: MapNode): readonly string[] {
  const before = partsOf(base);
  const isAbstract = base.entries.has("abstract");
  const found = new Map<Node, string>();
  for (const { address, node } of changed === base ? [] : partsOf(changed).values()) {
    const old = before.get(address)?.node;
    // Columns and their like have a short address too, which comes later.
    if (!judgesNobody.test(address) && (old ? differs(old, node, address) : !isAbstract)) found.set(node, address);
  }
  return [...found.values()];
}

function differs(old: Node, node: Node, address: string): boolean {
  // All that a rollup says has an address of its own.
  if (old === node || /^rollups\.[^.]+$/.test(address)) return false;
  if (old.kind !== "map" || node.kind !== "map") return !isSame(old, node);
  const keys = new Set([...entriesOf(old), ...entriesOf(node)].map(({ key }) => key));
  return [...keys].some((key) => {
    const [one, other] = [valueAt(old, key), valueAt(node, key)];
    return !wording.has(key) && !holdsParts.has(key) && !(one && other && isSame(one, other));
  });
}
