import { phrase } from "../../../text/phrase.ts";
import type { MapNode, Node } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Other, Report } from "../../1-read/report.ts";
import type { Edits } from "./edits.ts";
import { brief, isSame } from "./same.ts";
import { entriesOf, nameOf, valueAt } from "./tree.ts";

/**
 * Reports a base of another version than that for which the adopting file was written, with how each part that the file changes,
 * removes or sets is there now: that is what somebody has to look at.
 */
export function checkVersion(base: MapNode, own: MapNode, edits: Edits, refuse: Report): void {
  const stated = valueAt(own, "extends", "version");
  const found = valueAt(base, "version");
  if (stated?.kind !== "scalar" || found?.kind !== "scalar" || found.text === stated.text) return;
  const parameters = { base: nameOf(base), expected: stated.text, found: found.text };
  const version = { at: spanOfNode(found), message: phrase("its version is here") };
  refuse("R863", parameters, spanOfNode(stated), version, ...touched(base, own, edits));
}

function* touched(base: MapNode, own: MapNode, { changes, removed }: Edits): Generator<Other> {
  for (const { key, value } of entriesOf(valueAt(own, "set"))) {
    const before = valueAt(base, "parameters", key, "value");
    if (before) yield* there(key, before, value);
  }
  for (const [node, edits] of changes) for (const { address, value } of edits) yield* there(address, node, value);
  for (const [node, { address }] of removed)
    yield { at: spanOfNode(node), message: phrase("`{address}`, removed here, is there", { address }) };
}

/** What a change makes otherwise, map by map. What is so already is told elsewhere. */
function* there(address: string, before: Node, after: Node): Generator<Other> {
  if (before.kind === "map" && after.kind === "map") {
    for (const { key, value } of entriesOf(after)) {
      const inner = valueAt(before, key);
      if (inner) yield* there(`${address}.${key}`, inner, value);
    }
  } else if (!isSame(before, after)) {
    const words = { address, before: brief(before), after: brief(after) };
    yield { at: spanOfNode(before), message: phrase("`{address}` is {before} there, {after} here", words) };
  }
}
