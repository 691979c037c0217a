import type { Pair, YAMLMap, YAMLSeq, Node as YamlNode } from "yaml";
import { isMap, isScalar, isSeq } from "yaml";
import { phrase } from "../../text/phrase.ts";
import type { Source, Span, Stretch } from "../../text/source.ts";
import type { Entry, ListNode, MapNode, Node, ScalarNode } from "./document.ts";
import type { Report } from "./report.ts";

/** The plain tree of a YAML node. Reports doubled keys, merge keys and keys that are no text, and leaves those entries out. */
export function treeOf(node: unknown, source: Source, report: Report<Span>): Node {
  if (isMap(node)) return mapOf(node, source, report);
  if (isSeq(node)) return listOf(node, source, report);
  const scalar = scalarOf(node, source);
  if (scalar.style === "plain" && curly.test(scalar.text)) {
    const bare = scalar.text.slice(1, -1);
    report("S015", { found: scalar.text, meant: `"${bare}"`, kept: `"${scalar.text}"` }, scalar.span);
  }
  return scalar;
}

/** A text in quotation marks of word processors, which are letters for YAML. */
const curly = /^[“”„‘’«»][^“”„‘’«»]*[“”‘’«»]$/;

function mapOf(map: YAMLMap, source: Source, report: Report<Span>): MapNode {
  const entries = new Map<string, Entry>();
  for (const pair of map.items) {
    const entry = entryOf(pair, source, report);
    if (!entry) continue;
    const first = entries.get(entry.key);
    if (!first) entries.set(entry.key, entry);
    // Nobody meant the pieces of `20,5` and `12,5` as keys: what was meant is told of the first.
    else if (!(entry.bare && first.bare))
      report("S009", { key: entry.key }, entry.keySpan, { at: first.keySpan, message: firstHere });
  }
  const last = [...entries.values()].at(-1);
  return { kind: "map", span: spanOf(map, source, map.flow === true, last?.value.span.end), entries };
}

const firstHere = phrase("the first one is here");

function entryOf(pair: Pair, source: Source, report: Report<Span>): Entry | undefined {
  const { key } = pair;
  const keyNode = isScalar(key) ? scalarOf(key, source) : undefined;
  const keySpan = keyNode?.span ?? rangeOf(key, source);
  if (!keyNode || (keyNode.text === "" && keyNode.style === "plain")) {
    report("S010", {}, keySpan);
    return undefined;
  }
  if (keyNode.text === "<<" && keyNode.style === "plain") {
    report("S005", {}, keySpan);
    return undefined;
  }
  if (pair.value === null) return { key: keyNode.text, keySpan, value: emptyAt(keySpan), bare: true };
  return { key: keyNode.text, keySpan, value: treeOf(pair.value, source, report) };
}

function listOf(list: YAMLSeq, source: Source, report: Report<Span>): ListNode {
  const items = list.items.map((item) => treeOf(item, source, report));
  return { kind: "list", span: spanOf(list, source, list.flow === true, items.at(-1)?.span.end), items };
}

function scalarOf(node: unknown, source: Source): ScalarNode {
  const span = rangeOf(node, source);
  const opener = source.text.charAt(span.start);
  const empty = span.start === span.end;
  const style = empty ? "plain" : /['"]/.test(opener) ? "quoted" : /[|>]/.test(opener) ? "block" : "plain";
  const indent = isScalar(node) && node.srcToken && "indent" in node.srcToken ? node.srcToken.indent : 0;
  const text = isScalar(node) && typeof node.value === "string" ? node.value : "";
  return { kind: "scalar", span, style, text, indent };
}

const emptyAt = ({ source, end }: Stretch): ScalarNode => ({
  kind: "scalar",
  span: { source, start: end, end },
  style: "plain",
  text: "",
  indent: 0,
});

/** A block ends with its last part: the parser counts the comments behind it too. */
function spanOf(node: YAMLMap | YAMLSeq, source: Source, flow: boolean, lastEnd: number | undefined): Stretch {
  const range = rangeOf(node, source);
  return flow || lastEnd === undefined ? range : { ...range, end: lastEnd };
}

function rangeOf(node: unknown, source: Source): Stretch {
  const [start, end] = (node as YamlNode | null)?.range ?? [0, 0];
  return { source, start, end };
}
