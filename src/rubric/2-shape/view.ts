import { toDouble } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { sign } from "../../number/exact.ts";
import type { Node } from "../1-read/document.ts";
import { readScalar } from "./scalar.ts";

/**
 * A part of the document as plain data for the JSON Schema validator. Numbers are doubles here, good enough to tell
 * their type and sign; what is nothing or unclear is null, which the schema allows nowhere.
 */
export function plainView(node: Node): unknown {
  switch (node.kind) {
    case "list":
      return node.items.map(plainView);
    case "map": {
      const view: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.entries.values()) view[key] = plainView(value);
      return view;
    }
    case "scalar": {
      const reading = readScalar(node);
      switch (reading.kind) {
        case "number":
          return finite(reading.value);
        case "boolean":
          return reading.value;
        case "text":
          return node.text;
        case "nothing":
        case "unclear":
          return null;
      }
    }
  }
}

/** A double with the right sign, however large or small the number is. */
function finite(value: Exact): number {
  const double = toDouble(value);
  if (!Number.isFinite(double)) return sign(value) * Number.MAX_VALUE;
  return double === 0 && sign(value) !== 0 ? sign(value) * Number.MIN_VALUE : double;
}
