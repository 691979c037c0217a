import type { Exact } from "../../number/exact.ts";
import { once } from "../2-shape/once.ts";
import type { ByColumnPart, ColumnPart, NodePart } from "../2-shape/rubric.generated.ts";
import type { Outline } from "./outline.ts";

/** A number of points: one for everybody, or one for each value of a column. */
export type Figure = NonNullable<NodePart["max"]>;

/** A figure that depends on a column, and where it stands. */
export interface Depending {
  readonly holder: object;
  readonly key: string;
  readonly figure: ByColumnPart;
}

const isDepending = (figure: Figure | undefined): figure is ByColumnPart =>
  typeof figure === "object" && "by" in figure;

export const otherwise = "else";

/** The figures of a node that depend on a column. */
export const dependingOf = once((part: NodePart): readonly Depending[] => {
  const spots: readonly (readonly [object | undefined, string, Figure | undefined])[] = [
    [part, "max", part.max],
    [part, "yes", part.yes],
    [part, "step", part.step],
    [part.ratio, "max", part.ratio?.max],
  ];
  return spots.flatMap(([holder, key, figure]) => (holder && isDepending(figure) ? [{ holder, key, figure }] : []));
});

/** The column on which the figures of a node depend: all of them on one. */
export const columnOf = (part: NodePart): string | undefined => dependingOf(part)[0]?.figure.by;

/** The values of a choice or flag column. */
export const valuesOf = (part: ColumnPart | undefined): readonly (string | boolean)[] => part?.values ?? [true, false];

/** All numbers that a figure can be. */
export function numbersOf(figure: Figure | undefined): readonly Exact[] {
  if (figure === undefined) return [];
  if (!isDepending(figure)) return [figure];
  const { by: _, ...numbers } = figure;
  return Object.values(numbers) as readonly Exact[];
}

/**
 * A figure where its column has a value; undefined where it says nothing of that (which is reported). Where the column does not
 * apply (which is reported too) it is any of its numbers.
 */
function figureFor(figure: ByColumnPart, value: string | boolean | undefined): Exact | undefined {
  if (value === undefined) return numbersOf(figure)[0];
  const key = String(value);
  return (Object.hasOwn(figure, key) && key !== "by" ? figure[key] : figure[otherwise]) as Exact | undefined;
}

/** The values that a figure says nothing of. */
export const lackingIn = ({ columns }: Outline, figure: ByColumnPart): readonly string[] =>
  valuesOf(columns.get(figure.by)?.part)
    .filter((value) => figureFor(figure, value) === undefined)
    .map(String);

/** A node whose figures are numbers. */
export type PlainPart = Omit<NodePart, "max" | "yes" | "step" | "ratio"> & {
  readonly max?: Exact;
  readonly yes?: Exact;
  readonly step?: Exact;
  readonly ratio?: Omit<NonNullable<NodePart["ratio"]>, "max"> & { readonly max: Exact };
};

/** A node as it is where its column has a value. Figures that say nothing of it are left out. */
export function partWhere(part: NodePart, value: string | boolean | undefined): PlainPart {
  let plain: NodePart = part;
  for (const { holder, key, figure } of dependingOf(part)) {
    const number = figureFor(figure, value);
    const { [key as "max"]: _, ...rest } = (holder === part ? plain : part.ratio) as NodePart;
    const filled = { ...rest, ...(number !== undefined && { [key]: number }) };
    plain = (holder === part ? filled : { ...plain, ratio: filled }) as NodePart;
  }
  return plain as PlainPart;
}

/** The same in one case of the columns. */
export const partIn = (part: NodePart, combination: ReadonlyMap<string, string | boolean | undefined>): PlainPart =>
  partWhere(part, combination.get(columnOf(part) ?? ""));

/** A node in each of its cases: one, unless its figures depend on a column. */
export function casesOf({ columns }: Outline, part: NodePart): readonly PlainPart[] {
  const column = columnOf(part);
  if (column === undefined) return [part as PlainPart];
  return valuesOf(columns.get(column)?.part).map((value) => partWhere(part, value));
}
