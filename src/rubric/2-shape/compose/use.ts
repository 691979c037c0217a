import { phrase } from "../../../text/phrase.ts";
import type { Stretch } from "../../../text/source.ts";
import { suggest } from "../../../text/suggest.ts";
import type { Entry, MapNode, Node, ScalarNode } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Report } from "../../1-read/report.ts";
import { withScales } from "../named-scales.ts";
import { quoted } from "../words.ts";
import { partsOf } from "./address.ts";
import { brief, isSame } from "./same.ts";
import { entriesOf, inList, inMap, nameOf, valueAt } from "./tree.ts";

/** What holds areas and items; a change adds to them by `{ add: […] }`. */
const holdNodes: ReadonlySet<string> = new Set(["areas", "items", "add"]);

/** Gives the rubric in another file, or reports why there is none. */
export type Open = (path: string, at: Stretch) => MapNode | undefined;

/**
 * The rubric with each `use: FILE#ID` replaced by the area or item, bands or columns that it names, wherever such can stand, in
 * `add` and `change` too. Parameters and formulas that these mention come along, unless the rubric, or the one that it extends, has them itself.
 */
export function withUsed(root: MapNode, base: MapNode | undefined, open: Open, report: Report): MapNode {
  const brought = new Map(["parameters", "formulas"].map((section) => [section, new Map<string, Entry>()]));
  const result = inMap(root, (entry) => {
    const { key, value } = entry;
    if (key === "add" && value.kind === "map") return inMap(value, ofAddition);
    return key === "change" && value.kind === "map" ? inMap(value, ofChange) : ofSection(entry);
  });
  return [...brought].reduce((all, [section, parts]) => withBrought(all, section, parts), result);

  /** Lists hold areas where they belong to `areas` or to an area. */
  function ofAddition(entry: Entry): Node {
    const { key, value } = entry;
    return value.kind === "list" && key !== "rollups" ? inList(value, ofNode) : ofSection(entry);
  }

  /** What is changed is that of the base, and none of another file. */
  function ofChange({ value }: Entry): Node {
    const use = useOf(value);
    if (use) report("R870", { what: ofBase, advice: inItsPlace }, spanOfNode(use));
    return ofPart(value);
  }

  function tellBeside(use: ScalarNode, { entries }: MapNode): void {
    const keys = quoted([...entries.keys()].filter((key) => key !== "use"));
    if (keys.length > 0)
      report("R870", { what: phrase("what stands beside it ({keys|and})", { keys }), advice: alone }, spanOfNode(use));
  }

  function ofSection({ key, value }: Entry): Node {
    if (key === "bands" || key === "columns") return ofWhole(value, key);
    if (value.kind === "list") {
      return holdNodes.has(key) ? inList(value, ofNode) : key === "rollups" ? inList(value, ofPart) : value;
    }
    return holdNodes.has(key) ? ofPart(value) : value;
  }

  function ofPart(node: Node): Node {
    return node.kind === "map" ? inMap(node, ofSection) : node;
  }

  function ofNode(node: Node): Node {
    const use = useOf(node);
    if (node.kind !== "map" || !use) return ofPart(node);
    tellBeside(use, node);
    return take(use, (part) => part.kind === "map" && !part.entries.has("from")) ?? node;
  }

  /** All bands, or all columns beside the own ones. */
  function ofWhole(node: Node, key: string): Node {
    const use = useOf(node);
    if (!use || node.kind !== "map") return node;
    const taken = take(use, (part) => (key === "bands" ? part.kind === "list" : part.kind === "map"), key);
    if (!taken) return node;
    if (taken.kind !== "map") {
      tellBeside(use, node);
      return taken;
    }
    const own = [...node.entries].filter(([name]) => name !== "use");
    return { ...node, entries: new Map([...taken.entries, ...own]) };
  }

  function take(use: ScalarNode, fits: (part: Node) => boolean, section?: string): Node | undefined {
    const at = spanOfNode(use);
    const [, path, id = section] = /^([^#]+)(?:#(.+))?$/s.exec(use.text) ?? [];
    if (path === undefined || id === undefined) {
      report("R862", { found: use.text }, at);
      return undefined;
    }
    const opened = open(path, at);
    if (!opened) return undefined;
    // Its names of scales mean something there alone.
    const other = withScales(opened);
    const part = section === undefined ? partsOf(other).get(id)?.node : wholeSection(other, id);
    if (part && fits(part)) {
      bring(part, other, at, new Set());
      return copied(part);
    }
    const known = [...partsOf(other).values()].filter(({ node }) => fits(node)).map(({ address }) => address);
    const suggestion = suggest(id, section === undefined ? known : [section]);
    report("R851", { address: id, base: nameOf(other), suggestion, advice: behindSign }, at);
    return undefined;
  }

  /** What a part of another file mentions: a name that means something else already is told, unless the rubric says what it means. */
  function bring(part: Node, other: MapNode, at: Stretch, followed: Set<Entry>): void {
    const words = new Set(wordsIn(part));
    for (const [section, parts] of brought) {
      for (const entry of entriesOf(other.entries.get(section)?.value)) {
        const { key, value } = entry;
        if (!words.has(key) || followed.has(entry) || isStated(section, key)) continue;
        followed.add(entry);
        const known = valueAt(base, section, key) ?? parts.get(key)?.value;
        if (!known) parts.set(key, entry);
        else if (!isSame(known, value)) {
          const meanings = [known, value].map((each) => {
            const span = spanOfNode(each);
            return { at: span, message: phrase("it is {text} here", { text: brief(each) }) };
          });
          report("R871", { name: key }, at, ...meanings);
        }
        bring(value, other, at, followed);
      }
    }
  }

  /** Whether the rubric says itself what a parameter or formula is, or what becomes of that of its base. */
  function isStated(section: string, key: string): boolean {
    const ways = [[section], ["add", section], ...(valueAt(base, section, key) ? [["set"], ["change"]] : [])];
    return ways.some((way) => [key, `${section}.${key}`].some((name) => valueAt(root, ...way, name)));
  }
}

function withBrought(root: MapNode, section: string, parts: ReadonlyMap<string, Entry>): MapNode {
  const [first] = parts.values();
  if (!first) return root;
  const own = root.entries.get(section);
  const entries = new Map([...parts, ...entriesOf(own?.value).map((entry) => [entry.key, entry] as const)]);
  const keySpan = own?.keySpan ?? first.keySpan;
  const value: MapNode = { kind: "map", span: own?.value.span ?? keySpan, entries };
  return { ...root, entries: new Map(root.entries).set(section, { key: section, keySpan, value }) };
}

const ofBase = phrase("what the base says of it");
const inItsPlace = phrase("name the part of the base under `remove`, and the other one with `use` under `add`");
const alone = phrase("leave out what stands beside `use`, or write the part itself in its place");
const behindSign = phrase("behind `#` stands the id of an area or an item, or `bands` or `columns`");

/** `bands`, or `rollups.year.bands`. */
function wholeSection(root: MapNode, address: string): Node | undefined {
  const at = address.lastIndexOf(".");
  const holder = at < 0 ? root : partsOf(root).get(address.slice(0, at))?.node;
  return valueAt(holder, address.slice(at + 1));
}

function useOf(node: Node): ScalarNode | undefined {
  const use = valueAt(node, "use");
  return use?.kind === "scalar" ? use : undefined;
}

/** A part is known by itself: what is taken twice are two parts. */
function copied(node: Node): Node {
  if (node.kind === "list") return { ...node, items: node.items.map(copied) };
  if (node.kind === "scalar") return { ...node };
  return {
    ...node,
    entries: new Map([...node.entries].map(([key, entry]) => [key, { ...entry, value: copied(entry.value) }])),
  };
}

function* wordsIn(node: Node): Generator<string> {
  if (node.kind === "scalar") yield* node.text.match(/[A-Za-z]\w*/g) ?? [];
  else
    for (const inner of node.kind === "list" ? node.items : entriesOf(node).map(({ value }) => value))
      yield* wordsIn(inner);
}
