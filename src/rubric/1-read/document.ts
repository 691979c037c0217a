import type { Source, Span, Stretch } from "../../text/source.ts";

/**
 * A rubric file as YAML sees it: a plain tree in which every part knows where it stands. At most 64 levels deep. Where a rubric
 * takes parts from other files, parts of one tree stand in several.
 */
export interface Document {
  readonly source: Source;
  readonly root: MapNode;
  /** Where this file names the others: what they say stands in the rubric because of that. */
  readonly sites?: Sites;
  /** What this file says of parts of another. */
  readonly edits?: readonly NamedEdit[];
}

/** A part that a file changes or removes, by its name alone. */
export interface NamedEdit {
  readonly name: string;
  readonly at: Stretch;
  readonly isRemoval: boolean;
}

export type Sites = ReadonlyMap<Source, Stretch>;

export type Node = MapNode | ListNode | ScalarNode;

/** `entries` by key, in the order of the file. */
export interface MapNode {
  readonly kind: "map";
  readonly span: Stretch;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly removals?: Removals;
}

/** Where an adopting file removes what stood in a part. */
type Removals = readonly Stretch[];

export interface Entry {
  readonly key: string;
  readonly keySpan: Stretch;
  readonly value: Node;
  /** Only a word between two commas, without even a colon: `{ a, b }`. */
  readonly bare?: true;
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Stretch;
  readonly items: readonly Node[];
  readonly removals?: Removals;
}

/**
 * A text, a number, true, false or nothing, as it was written. `text` is what the author means once quotes, escapes and
 * folded lines are resolved. Only a plain scalar (without quotes) may be something else than a text.
 */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly span: Stretch;
  readonly style: "plain" | "quoted" | "block";
  readonly text: string;
  /** Columns by which the parent of a block scalar is indented: an indentation indicator (`|2`) counts from there. */
  readonly indent: number;
}

/**
 * A part of a scalar's value and the characters of the file that stand for it. Where both have the same length they
 * correspond one to one; an escape, a doubled quote or a folded line end stands as a whole for its `value`.
 */
export interface Piece extends Span {
  readonly value: string;
}
