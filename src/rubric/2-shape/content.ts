import { toDouble } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { sign } from "../../number/exact.ts";
import type { MapNode, Node, ScalarNode } from "../1-read/document.ts";
import type { Origins } from "../1-read/places.ts";
import { spanOfNode } from "../1-read/places.ts";
import type { Report } from "../1-read/report.ts";
import { readScalar } from "./scalar.ts";

/** What a part of the document stands for. */
interface Content {
  /** Texts, exact numbers, booleans, arrays and maps without prototype. */
  readonly value: unknown;
  /**
   * The same for the JSON Schema validator: numbers are doubles, good enough to tell their type and sign; what is nothing or
   * has been told is null, which the schema allows nowhere.
   */
  readonly view: unknown;
}

/** Which part of a document each object and list of content was made of. */
export const origins: Origins = new WeakMap();

/** What was read of parts in which nothing is unclear: rubrics that adopt one base share most of theirs. */
const known = new WeakMap<Node, Content>();

/** Reads the whole document once. Reports numbers that nobody can be sure of, wherever they stand. */
export function contentOf(root: MapNode, report: Report): Content {
  let unclear = 0;
  return read(root);

  function read(node: Node): Content {
    const before = known.get(node);
    if (before) return before;
    const clear = unclear;
    const content = readAnew(node);
    if (unclear === clear) known.set(node, content);
    return content;
  }

  function readAnew(node: Node): Content {
    switch (node.kind) {
      case "scalar":
        return readText(node);
      case "list": {
        const items = node.items.map(read);
        const value = items.map((item) => item.value);
        origins.set(value, node);
        return { value, view: items.map((item) => item.view) };
      }
      case "map": {
        const [value, view]: [Record<string, unknown>, Record<string, unknown>] = [
          Object.create(null),
          Object.create(null),
        ];
        for (const { key, value: part } of node.entries.values()) {
          const content = read(part);
          value[key] = content.value;
          view[key] = content.view;
        }
        origins.set(value, node);
        return { value, view };
      }
    }
  }

  function readText(node: ScalarNode): Content {
    const reading = readScalar(node);
    switch (reading.kind) {
      case "number":
        return { value: reading.value, view: finite(reading.value) };
      case "boolean":
        return { value: reading.value, view: reading.value };
      // A parameter that does not exist has been told.
      case "parameter":
      case "text":
        return { value: node.text, view: node.text };
      case "nothing":
        return { value: null, view: null };
      case "unclear":
        unclear += 1;
        report("S107", { found: node.text }, spanOfNode(node));
        return { value: null, view: null };
    }
  }
}

/** A double with the right sign, however large or small the number is. */
function finite(value: Exact): number {
  const double = toDouble(value);
  if (!Number.isFinite(double)) return sign(value) * Number.MAX_VALUE;
  return double === 0 && sign(value) !== 0 ? sign(value) * Number.MIN_VALUE : double;
}
