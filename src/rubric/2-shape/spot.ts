import type { Span } from "../../text/source.ts";
import type { MapNode, Node } from "../1-read/document.ts";

/** A part of the document that a message is about. */
export interface Spot {
  readonly node: Node;
  /** The key under which it stands; of an entry of a list, the key of the list. */
  readonly name: string;
  /** Where that key stands, unless it is the whole rubric or an entry of a list. */
  readonly keySpan?: Span;
  /** The map or list that holds it; undefined for the whole rubric. */
  readonly holder?: Node;
}

/** The part to which a JSON pointer such as `/areas/0/max` leads. */
export function spotAt(root: MapNode, pointer: string): Spot {
  let spot: Spot = { node: root, name: "" };
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const holder = spot.node;
    const entry = holder.kind === "map" ? holder.entries.get(key) : undefined;
    const item = holder.kind === "list" ? holder.items[Number.parseInt(key, 10)] : undefined;
    if (entry) spot = { node: entry.value, name: entry.key, keySpan: entry.keySpan, holder };
    else if (item) spot = { node: item, name: spot.name, holder };
    else throw new Error(`the rubric has no part ${pointer}`);
  }
  return spot;
}
