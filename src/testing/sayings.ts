import type { Plan } from "../model/plan.ts";
import type { Cell, CellsPart, TestPart } from "../rubric/2-shape/rubric.generated.ts";
import { itemsOf } from "../sheet/2-header/targets.ts";

/** What one rating of a test says: that of a source of a wide sheet, else the only one. */
export interface Saying {
  readonly source?: string;
  /** Do items that it does not name have the cell with the most points? */
  readonly isFull: boolean;
  /** By column or item, with the part of the test that says it. */
  readonly cells: ReadonlyMap<string, { readonly value: Cell; readonly in: object }>;
}

/**
 * What the ratings of a test say. A source says what is said for all, but for the items that it names; with a `fill` of its
 * own only these.
 */
export function sayingsOf(plan: Plan, { given = {} }: TestPart): readonly Saying[] {
  const { sources } = plan.ratings ?? {};
  const isFull = given.fill === "full";
  if (!sources) return [{ isFull, cells: new Map(cellsIn(given)) }];
  const items = new Set(itemsOf(plan).map(({ node }) => node.id));
  return sources.map(({ id }): Saying => {
    const own = given.sources?.[id] ?? {};
    const forAll = cellsIn(given).filter(([name]) => own.fill === undefined || !items.has(name));
    const cells = new Map([...forAll, ...cellsIn(own)]);
    return { source: id, isFull: own.fill === undefined ? isFull : own.fill === "full", cells };
  });
}

const cellsIn = (part: CellsPart) =>
  Object.entries(part)
    .filter(([name]) => name !== "fill" && name !== "sources")
    .map(([name, value]) => [name, { value: value as Cell, in: part }] as const);
