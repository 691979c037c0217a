import type { Expression } from "../../expression/tree.ts";
import type { NamedValue } from "../../model/column.ts";
import type { Units } from "../../model/node.ts";
import type { SortKey } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { multiply } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { untranslated } from "../../text/bilingual.ts";
import type { ColumnPart, RoundPart, Text } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { listOf } from "../3-facts/outline.ts";
import type { StageView } from "../3-facts/stages.ts";
import { sortName } from "../3-facts/stages.ts";
import type { Titles } from "./headers.ts";

/** What the parts of a plan need to know of the others. */
export interface Layout {
  /** Nodes in the order in which they can be worked out. */
  readonly order: readonly NodeEntry[];
  readonly columns: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<string, number>;
  readonly units: ToUnits;
  readonly titles: Titles;
}

export type ToUnits = (points: Exact) => Units;
export const toUnits =
  (scale: Exact): ToUnits =>
  (points) =>
    multiply(points, scale);

export const inUnits = ({ to, mode }: RoundPart, units: ToUnits): RoundPart => ({ to: units(to), mode });

/** An expression that the checks have compiled. */
export const compiled = (facts: Facts, holder: object, key: string | number): Expression =>
  written(facts, holder, key).expression;

/** The same with its text, in which parameters have their values. */
export function written(
  { expressions }: Facts,
  holder: object,
  key: string | number,
): { readonly expression: Expression; readonly text: string } {
  const found = expressions.get(holder, key);
  if (!found) throw new Error(`an expression was not compiled: ${key}`);
  return { expression: found.expression, text: found.text };
}

/** Bands are known by their place in the list. */
export const bandIndex = ({ bands }: StageView, id: string): number => bands.findIndex((band) => band.id === id);
export const bandIndexes = (view: StageView, of: "rated" | readonly string[]): readonly number[] | "rated" =>
  typeof of === "string" ? of : of.map((id) => bandIndex(view, id));

export const columnIndexes = ({ columns }: Layout, within: readonly string[]): readonly number[] =>
  within.map((id) => columns.get(id) as number);

export const planSortKeys = (layout: Layout, keys: readonly string[]): readonly SortKey[] =>
  keys.map((key) => ({ by: sortBy(layout, sortName(key)), ascending: key.startsWith("-") }));

function sortBy({ nodes, columns }: Layout, name: string): SortKey["by"] {
  if (name === "band" || name === "total" || name === "unclamped") return { kind: name };
  const column = columns.get(name);
  return column === undefined ? { kind: "node", index: nodes.get(name) as number } : { kind: "column", index: column };
}

/** A text in both languages: one that is given in a single language serves for both, an absent one is the id. */
export function bilingual(text: Text | undefined, id: string): Bilingual {
  if (typeof text === "string") return untranslated(text);
  return { en: text?.en ?? text?.vi ?? id, vi: text?.vi ?? text?.en ?? id };
}

/** What a part rests on, and what its author remarks of it. */
export const remarks = ({ cite, note }: Remarked): Remarked => ({
  ...(cite !== undefined && { cite }),
  ...(note !== undefined && { note }),
});

interface Remarked {
  readonly cite?: string;
  readonly note?: string;
}

/** The words for an id, where the rubric gives any. */
export function labelOf(labels: ColumnPart["labels"], id: string): Pick<NamedValue, "label" | "also"> {
  const [label, ...also] = labels && Object.hasOwn(labels, id) ? listOf(labels[id]) : [];
  return { ...(label !== undefined && { label }), ...(also.length > 0 && { also }) };
}
