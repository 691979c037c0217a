import type { Expression } from "../../expression/tree.ts";
import type { SortKey } from "../../model/plan.ts";
import type { StageView } from "../3-facts/stages.ts";
import type { Context } from "../4-check/context.ts";
import { sortName } from "../4-check/sort-keys.ts";
import type { Layout } from "./nodes.ts";

/** An expression that the checks have compiled. */
export function compiled({ expressions }: Context, holder: object, key: string | number): Expression {
  const found = expressions.get(holder, key);
  if (!found) throw new Error(`an expression was not compiled: ${key}`);
  return found.expression;
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
