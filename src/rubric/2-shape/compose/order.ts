import type { Exact } from "../../../number/exact.ts";
import { compare } from "../../../number/exact.ts";
import type { Node } from "../../1-read/document.ts";
import { readScalar } from "../scalar.ts";

const kinds: readonly string[] = ["week", "month", "quarter", "semester", "year"];

/** What a part says once parameters have their values. */
export type Resolve = (part: Node) => Node;

/**
 * Where new entries of a list stand: behind the others, but for a band, which stands by its bound, and a rollup, which stands by
 * the length of its period.
 */
export function placeAdditions(list: readonly Node[], additions: readonly Node[], resolve: Resolve): readonly Node[] {
  const result = [...list];
  for (const addition of additions) {
    const at = result.findIndex((other) => goesBefore(addition, other, resolve));
    result.splice(at < 0 ? result.length : at, 0, addition);
  }
  return result;
}

function goesBefore(addition: Node, other: Node, resolve: Resolve): boolean {
  const [bound, otherBound] = [boundOf(addition, resolve), boundOf(other, resolve)];
  if (bound !== undefined) return otherBound === undefined ? isBand(other) : compare(bound, otherBound) > 0;
  const [kind, otherKind] = [kindOf(addition), kindOf(other)];
  return kind >= 0 && otherKind >= 0 && kind < otherKind;
}

/** The last band is the only one without a bound. */
const isBand = (node: Node): boolean => textOf(node, "id") !== undefined && textOf(node, "when") === undefined;

function boundOf(node: Node, resolve: Resolve): Exact | undefined {
  const written = node.kind === "map" ? node.entries.get("from")?.value : undefined;
  const from = written && resolve(written);
  const reading = from?.kind === "scalar" ? readScalar(from) : undefined;
  return reading?.kind === "number" ? reading.value : undefined;
}

const kindOf = (node: Node): number =>
  textOf(node, "of") === undefined ? -1 : kinds.indexOf(textOf(node, "period") ?? "");

function textOf(node: Node, key: string): string | undefined {
  const value = node.kind === "map" ? node.entries.get(key)?.value : undefined;
  return value?.kind === "scalar" ? value.text : undefined;
}
