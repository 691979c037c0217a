import type { Bilingual } from "../../../text/bilingual.ts";
import { phrase } from "../../../text/phrase.ts";
import type { Stretch } from "../../../text/source.ts";
import { suggest } from "../../../text/suggest.ts";
import type { Entry, ListNode, MapNode, NamedEdit, Node } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Report } from "../../1-read/report.ts";
import { readScalar } from "../scalar.ts";
import { rubricKeys, schemaWords } from "../schema-words.generated.ts";
import { reportNothing } from "../value-mistakes.ts";
import type { Part, Section } from "./address.ts";
import { ownKeys, partsOf, plainAddress, sectionsOf } from "./address.ts";
import { entriesOf, idOf, itemsOf, nameOf } from "./tree.ts";

/** One thing that an adopting file says of a part of its base. */
export interface Edit {
  /** As it is written. */
  readonly address: string;
  readonly at: Stretch;
}

export interface Change extends Edit {
  readonly value: Node;
}

/** A part that is new in a section. */
export interface Addition extends Edit {
  readonly id: string | undefined;
  readonly part: Node | Entry;
}

/** What becomes of the parts of a base; each part is known by itself, so that no order of writing matters. */
export interface Edits {
  readonly changes: ReadonlyMap<Node, readonly Change[]>;
  readonly removed: ReadonlyMap<Node, Edit>;
  /** By the section, or by what lacks it and its key. */
  readonly added: ReadonlyMap<Node, ReadonlyMap<string, readonly Addition[]>>;
}

/** The parts that a file changes and removes, by their names. */
export const namedEdits = ({ entries }: MapNode): readonly NamedEdit[] => [
  ...entriesOf(entries.get("change")?.value).map(({ key, keySpan: at }) => ({
    name: lastOf(key),
    at,
    isRemoval: false,
  })),
  ...itemsOf(entries.get("remove")?.value).flatMap((node) =>
    node.kind === "scalar" ? { name: lastOf(node.text), at: spanOfNode(node), isRemoval: true } : [],
  ),
];

const lastOf = (address: string): string => plainAddress(address).split(".").at(-1) as string;

/** Keys of the adopting file that say what it is, not what is different. */
const frame: ReadonlySet<string> = new Set([...ownKeys, "extends", "set", "change", "add", "remove"]);

/** What an adopting file changes, adds and removes. Reports addresses of nothing, and refuses parts that are there already. */
export function editsOf(base: MapNode, own: MapNode, report: Report, refuse: Report): Edits {
  const name = nameOf(base);
  const parts = partsOf(base);
  const sections = sectionsOf(base);
  const changes = new Map<Node, Change[]>();
  const removed = new Map<Node, Edit>();
  const added = new Map<Node, Map<string, Addition[]>>();

  const find = (
    key: "change" | "remove",
    address: string,
    at: Stretch,
    isWanted: (part: Part) => boolean,
  ): Part | undefined => {
    const plain = plainAddress(address);
    const part = parts.get(plain);
    if (part && isWanted(part)) return part;
    const list = sections.get(plain)?.node;
    const inList = list && [...parts.values()].find(({ holder }) => holder === list)?.address;
    if (part || inList !== undefined) {
      const advice =
        inList === undefined ? otherValue : phrase("call its parts by their ids, such as `{id}`", { id: inList });
      refuse("R872", { address, key, advice }, at);
      return undefined;
    }
    const known = [...parts.values()].filter(isWanted).map((each) => each.address);
    // An id that is known only behind the list in which it stands.
    const within = known.filter((each) => each.endsWith(`.${plain}`));
    const suggestion = within.length === 1 ? within[0] : suggest(plain, known);
    const isKey = key === "change" && rubricKeys().includes(plain);
    const advice = !isKey ? asParts : plain === "departures" ? ofProgram : atTop;
    refuse("R851", { address, base: name, suggestion: isKey ? undefined : suggestion, advice }, at);
    return undefined;
  };
  for (const node of itemsOf(own.entries.get("remove")?.value)) {
    const [address, at] = [node.kind === "scalar" ? node.text : "", spanOfNode(node)];
    const part = find("remove", address, at, ({ isEntry }) => isEntry);
    if (part) removed.set(part.node, { address, at });
  }
  for (const { key: address, keySpan: at, value } of entriesOf(own.entries.get("change")?.value)) {
    const part = find("change", address, at, () => true);
    const kind = part?.node.kind;
    // In its place nothing would be told of what holds the part.
    if (kind && kind !== "scalar" && value.kind === "scalar" && readScalar(value).kind === "nothing")
      reportNothing(address, new Set([kind]), schemaWords()[kind] as Bilingual, at, report);
    else if (part) changes.set(part.node, [...(changes.get(part.node) ?? []), { address, at, value }]);
  }
  for (const { key: address, keySpan: at, value } of entriesOf(own.entries.get("add")?.value)) {
    const section = sections.get(plainAddress(address));
    if (section) enter(section, value, address);
    else if (parts.has(plainAddress(address))) refuse("R853", { address }, at);
    else report("R851", { address, base: name, suggestion: suggest(address, sections.keys()), advice: asParts }, at);
  }
  // What the file states at its top is what the base lacks.
  for (const { key: address, keySpan: at, value } of own.entries.values()) {
    const section = sections.get(address);
    const stated = frame.has(address) ? undefined : base.entries.get(address);
    if (section && !frame.has(address)) enter(section, value, address);
    else if (stated)
      refuse("R852", { id: address, base: name, removal: undefined }, at, { at: stated.keySpan, message: itIsHere });
  }
  return { changes, removed, added };

  function enter({ node, holder, key, kind }: Section, value: Node, address: string): void {
    if (value.kind !== kind) {
      report("R854", { address, kind: kind === "map" ? aMap : aList }, spanOfNode(value));
      return;
    }
    const additions =
      value.kind === "map"
        ? entriesOf(value).map((entry) => ({ address, at: entry.keySpan, id: entry.key, part: entry }))
        : itemsOf(value).map((item) => ({ address, at: spanOfNode(item), id: idOf(item), part: item }));
    const fresh = additions.filter(({ id, at: here }) => {
      const twin = id === undefined ? undefined : twinOf(id, node, key);
      if (!twin || removed.has(twin.node)) return true;
      const other = { at: spanOfNode(twin.node), message: itIsHere };
      refuse("R852", { id: id as string, base: name, removal: twin.address }, here, other);
      return false;
    });
    const lists = added.get(node ?? holder) ?? new Map<string, Addition[]>();
    added.set(node ?? holder, lists);
    const slot = node ? "" : key;
    lists.set(slot, [...(lists.get(slot) ?? []), ...fresh]);
  }

  /** What has an id already: areas and items share theirs with columns, other parts have theirs in their list. */
  function twinOf(id: string, section: MapNode | ListNode | undefined, key: string): Part | undefined {
    if (key === "areas" || key === "items") return parts.get(id);
    const twin =
      section?.kind === "map" ? section.entries.get(id)?.value : section?.items.find((item) => idOf(item) === id);
    return twin && [...parts.values()].find(({ node }) => node === twin);
  }
}

const asParts = phrase(
  "a part is called by its id, such as T1, or by where it stands and its id, such as bands.good or rollups.year.rules.late",
);
const atTop = phrase("write it at the top of this file, beside `change`");
const ofProgram = phrase("leave it out: `score validate --composed` writes it");
const otherValue = phrase("give it another value under `change`");
const itIsHere = phrase("it is here");
const aMap = phrase("a map of ids");
const aList = phrase("a list");
