import type { Classed } from "../../model/report.ts";
import type { SortKey } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";

/** What people are put in order and grouped by. */
export type Placed = Pick<Classed, "key" | "columns" | "scores" | "unclamped" | "total" | "band">;

/** Negative when `a` is better than `b`, 0 when the keys cannot tell them apart. A missing value is the worst. */
export type Better = (a: Placed, b: Placed) => number;

export function createOrder(keys: readonly SortKey[]): Better {
  const comparers = keys.map(({ by, ascending }) => {
    const read = reader(by);
    return (a: Placed, b: Placed): number => {
      const [x, y] = [read(a), read(b)];
      if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0);
      return ascending ? compare(x, y) : compare(y, x);
    };
  });
  return (a, b) => {
    for (const comparer of comparers) {
      const difference = comparer(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** What a key reads of a result. A band counts as a number that is higher for a better band. */
export function reader(by: SortKey["by"]): (result: Placed) => Exact | undefined {
  switch (by.kind) {
    case "band":
      return ({ band }) => (band === undefined ? undefined : -band);
    case "total":
      return ({ total }) => total;
    case "unclamped":
      return ({ unclamped }) => unclamped;
    case "node":
      return ({ scores }) => scores[by.index];
    case "column":
      return ({ columns }) => columns[by.index] as Exact | undefined;
  }
}

export const compareKeys = (a: Placed, b: Placed): number => compareText(a.key, b.key);

/** Things in the order of their ids: nothing depends on the order in which a rubric lists them. */
export const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => compareText(a.id, b.id));
