import type { Exact } from "../../src/number/exact.ts";
import type { NodePart } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Value } from "./expression.ts";

type Figure = NonNullable<NodePart["max"]>;

/** An area or item with all inside as it is for somebody: points that depend on a column are those of his value. */
export function partFor(part: NodePart, columns: ReadonlyMap<string, Value>): NodePart {
  const figure = (value: Figure): Exact => numberFor(value, columns);
  return {
    ...part,
    ...(part.max !== undefined && { max: figure(part.max) }),
    ...(part.yes !== undefined && { yes: figure(part.yes) }),
    ...(part.step !== undefined && { step: figure(part.step) }),
    ...(part.ratio && { ratio: { ...part.ratio, max: figure(part.ratio.max) } }),
    ...(part.items && { items: part.items.map((item) => partFor(item, columns)) }),
  };
}

/** The column on which its points depend, if they do. */
export const columnOf = ({ max, yes, step, ratio }: NodePart): string | undefined =>
  [max, yes, step, ratio?.max].flatMap((figure) => (isByColumn(figure) ? figure.by : []))[0];

type ByColumn = Extract<Figure, { readonly by: string }>;
const isByColumn = (figure: Figure | undefined): figure is ByColumn => typeof figure === "object" && "by" in figure;

/** Of somebody whose column is not known it is nobody's number, and does not matter. */
function numberFor(figure: Figure, columns: ReadonlyMap<string, Value>): Exact {
  if (!isByColumn(figure)) return figure;
  return (figure[String(columns.get(figure.by))] ?? figure.else ?? 0) as Exact;
}
