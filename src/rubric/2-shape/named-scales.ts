import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { Entry, MapNode, Node } from "../1-read/document.ts";
import { spanOfNode } from "../1-read/places.ts";
import type { Report } from "../1-read/report.ts";
import { entriesOf, inList, inMap, itemsOf } from "./compose/tree.ts";
import { once } from "./once.ts";

const kinds: readonly string[] = ["max", "levels", "yes", "count", "ratio", "table", "value"];
const further: readonly string[] = ["min", "step", "clamp"];

/**
 * The rubric with each `scale: NAME` replaced by the scale of that name, whose parts stand where it is written; labels of the
 * item come to those of the scale. A name that is none is reported, and stays.
 */
export function withScales(root: MapNode, report?: Report): MapNode {
  if (!namesScale(root)) return root;
  const scales = new Map(entriesOf(root.entries.get("scales")?.value).map(({ key, value }) => [key, value]));
  return inMap(root, ofLevel);

  function ofLevel({ key, value }: Entry): Node {
    if (value.kind !== "list") return value;
    if (key === "areas" || key === "items") return inList(value, ofNode);
    if (key !== "rollups") return value;
    return inList(value, (rollup) => (rollup.kind === "map" ? inMap(rollup, ofLevel) : rollup));
  }

  function ofNode(node: Node): Node {
    if (node.kind !== "map" || !namesScale(node)) return node;
    const entry = node.entries.get("scale");
    const scale = entry && scaleOf(node, entry);
    return scale ? filled(node, scale) : inMap(node, ofLevel);
  }

  function scaleOf({ entries }: MapNode, { value, keySpan }: Entry): MapNode | undefined {
    if (value.kind !== "scalar") return undefined;
    // Two whole scales are no shape of an item, which is told there.
    if (kinds.some((key) => entries.has(key))) return undefined;
    const own = [...entries.values()].find(({ key }) => further.includes(key));
    if (own) {
      const other = { at: keySpan, message: phrase("the other one is here") };
      report?.("S121", { first: "scale", second: own.key }, own.keySpan, other);
      return undefined;
    }
    const scale = scales.get(value.text);
    if (!scale) {
      report?.("S131", { name: value.text, suggestion: suggest(value.text, scales.keys()) }, spanOfNode(value));
      return undefined;
    }
    // Of a scale that says nothing is told where it stands.
    return scale.kind === "map" && kinds.some((key) => scale.entries.has(key)) ? scale : undefined;
  }
}

/** Whether a `scale` stands anywhere in a part. */
const namesScale = once((node: Node): boolean =>
  node.kind === "map"
    ? node.entries.has("scale") || entriesOf(node).some(({ value }) => namesScale(value))
    : itemsOf(node).some(namesScale),
);

function filled(node: MapNode, scale: MapNode): MapNode {
  const entries = new Map([...node.entries].filter(([key]) => key !== "scale"));
  for (const entry of scale.entries.values())
    if (kinds.includes(entry.key) || further.includes(entry.key)) entries.set(entry.key, entry);
  const labels = scale.entries.get("labels");
  const own = entries.get("labels");
  if (labels) entries.set("labels", own ? { ...own, value: together(labels.value, own.value) } : labels);
  return { ...node, entries };
}

const together = (labels: Node, own: Node): Node =>
  labels.kind === "map" && own.kind === "map" ? { ...own, entries: new Map([...labels.entries, ...own.entries]) } : own;
