import type { Related } from "../../diagnostics/diagnostic.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place, Stretch } from "../../text/source.ts";
import { placeOfStretch } from "../../text/source.ts";
import type { Document, ListNode, MapNode, Node } from "./document.ts";
import { otherHalf } from "./other-half.ts";
import { pieces } from "./pieces.ts";

/**
 * Where the parts of a rubric stand in its file, asked by the object or list that holds them. Asking for a key that the
 * holder does not have is a bug of ours and throws: a diagnostic never points at a guess.
 */
export interface Places {
  /** The value of `key` in `holder` (a map's key or a list's index). */
  value(holder: object, key: string | number): Place;
  /** The key itself, in a map. */
  key(holder: object, key: string): Place;
  /** The whole map or list. */
  whole(holder: object): Place;
  /** The place of characters `start`..`end` of the text that stands as `key` in `holder`, as when an expression is quoted or folded. */
  within(holder: object, key: string | number, start: number, end: number): Place;
  /** What belongs to a place that was given out, where a part of a rubric is put together from several: the other half of it. */
  beside(place: Place): readonly Related[];
  /** Where the rubric names the file in which a place stands; undefined for its own file. */
  site(place: Place): Related | undefined;
  /**
   * What belongs to a place with, where all of that stands in other files, one in the rubric's own: where it changes or removes what
   * the place names, else where it names the file.
   */
  withSite(place: Place, related: readonly Related[]): readonly Related[];
}

/** Which part of the document each object and list of the rubric was made of. */
export type Origins = WeakMap<object, MapNode | ListNode>;

export function createPlaces(
  origins: Origins,
  { sites = new Map(), edits = [] }: Pick<Document, "sites" | "edits"> = {},
): Places {
  const given = new WeakMap<Place, { readonly holder: MapNode | ListNode; readonly key: string | number }>();
  /** What stands at a place that was given out, word for word. */
  const texts = new WeakMap<Place, string>();
  const placeAt = (at: Stretch): Place => {
    const place = placeOfStretch(at);
    if (edits.length > 0) texts.set(place, at.source.text.slice(at.start, at.end));
    return place;
  };
  const placeIn = (holder: object, key: string | number, stretch: (part: Node) => Stretch): Place => {
    const origin = originOf(origins, holder);
    const place = placeAt(stretch(child(origin, key)));
    given.set(place, { holder: origin, key });
    return place;
  };
  return {
    value: (holder, key) => placeIn(holder, key, spanOfNode),
    key: (holder, key) => placeAt(keySpan(originOf(origins, holder), key)),
    whole: (holder) => placeOfStretch(spanOfNode(originOf(origins, holder))),
    within: (holder, key, start, end) => placeIn(holder, key, (part) => spanWithin(part, start, end)),
    beside(place) {
      const from = given.get(place);
      return from ? otherHalf(from.holder, from.key) : [];
    },
    site,
    withSite(place, related) {
      const found = [place, ...related.map((other) => other.place)].map(site);
      const [first] = found;
      return first && found.every((each) => each !== undefined) ? [...related, editOf(place) ?? first] : related;
    },
  };

  function editOf(place: Place): Related | undefined {
    const name = texts.get(place);
    const [edit, other] = edits.filter((each) => each.name === name);
    if (!edit || other) return undefined;
    const message = edit.isRemoval
      ? phrase("`{name}` is removed here", { name: edit.name })
      : phrase("`{name}` is changed here", { name: edit.name });
    return { place: placeOfStretch(edit.at), message };
  }

  function site({ file }: Place): Related | undefined {
    const [, at] = [...sites].find(([{ name }]) => name === file) ?? [];
    return at && siteOf(file, at);
  }
}

/** Where a rubric names another file of which something is told. */
export const siteOf = (file: string, at: Stretch): Related => ({
  place: placeOfStretch(at),
  message: phrase("{file} belongs to this rubric", { file }),
});

/** Where a part of the document stands, without the line ends and spaces behind it. */
export function spanOfNode({ span: { source, start, end } }: Node): Stretch {
  return { source, start, end: start + source.text.slice(start, end).trimEnd().length };
}

function originOf(origins: Origins, holder: object): MapNode | ListNode {
  const origin = origins.get(holder);
  if (!origin) throw new Error("this object is not a part of a rubric file");
  return origin;
}

function child(origin: MapNode | ListNode, key: string | number): Node {
  const found = origin.kind === "list" ? origin.items[key as number] : origin.entries.get(String(key))?.value;
  if (!found) throw new Error(`no part "${key}" here`);
  return found;
}

function keySpan(origin: MapNode | ListNode, key: string): Stretch {
  const found = origin.kind === "map" ? origin.entries.get(key) : undefined;
  if (!found) throw new Error(`no key "${key}" here`);
  return found.keySpan;
}

/** The characters of the file that stand for `start`..`end` of a scalar's value; `end` may be one past the last character. */
function spanWithin(node: Node, start: number, end: number): Stretch {
  if (node.kind !== "scalar") throw new Error("only a text has characters");
  const { source } = node.span;
  let from: number | undefined;
  let to: number | undefined;
  let behind = node.span.start;
  let length = 0;
  for (const piece of pieces(source.text, node.span, node.indent)) {
    const exact = piece.value.length === piece.end - piece.start;
    const next = length + piece.value.length;
    if (start >= length && start < next) from = exact ? piece.start + start - length : piece.start;
    if (end > length && end <= next) to = exact ? piece.start + end - length : piece.end;
    length = next;
    behind = piece.end;
  }
  const begin = from ?? behind;
  return { source, start: begin, end: end > start ? Math.max(begin, to ?? behind) : begin };
}
