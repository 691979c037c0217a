import { equal } from "../../../number/exact.ts";
import type { Node } from "../../1-read/document.ts";
import { readScalar } from "../scalar.ts";

/** Whether two parts mean the same, however they are written. */
export function isSame(a: Node, b: Node): boolean {
  if (a.kind === "scalar" || b.kind === "scalar") {
    if (a.kind !== "scalar" || b.kind !== "scalar") return false;
    const [one, other] = [readScalar(a), readScalar(b)];
    if (one.kind === "number" && other.kind === "number") return equal(one.value, other.value);
    return one.kind === other.kind && a.text === b.text;
  }
  if (a.kind === "list") {
    return (
      b.kind === "list" && a.items.length === b.items.length && a.items.every((item, at) => same(item, b.items[at]))
    );
  }
  if (b.kind !== "map" || a.entries.size !== b.entries.size) return false;
  return [...a.entries.values()].every(({ key, value }) => same(value, b.entries.get(key)?.value));
}

const same = (a: Node, b: Node | undefined): boolean => b !== undefined && isSame(a, b);

/** A part as a message quotes it. */
export function brief(node: Node): string {
  const { source, start, end } = node.span;
  const text = node.kind === "scalar" ? node.text : source.text.slice(start, end).replace(/\s+/g, " ").trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
