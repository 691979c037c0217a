import { formatDecimal } from "../../../src/number/decimal.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { divide, floor, maximum, minimum, multiply } from "../../../src/number/exact.ts";
import type { ColumnPart, NodePart, Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { holds } from "../expression.ts";
import type { AreasPart } from "../nodes.ts";
import type { PlainRow } from "../sheet.ts";
import { columnValues, yes } from "../sheet.ts";
import type { Draw } from "./draw.ts";

/** What a row says of items: marks, codes and blanks. */
export function marksOf(draw: Draw, { areas, codes }: AreasPart): Record<string, string> {
  // Some sheets are half empty: whole areas are skipped then.
  const blanks = draw.one([12, 12, 2]);
  const without = ["", ...Object.keys(codes ?? {})];
  const typed = cellItems(areas).map((item) => [item.id, draw.rarely(blanks) ? draw.one(without) : cell(draw, item)]);
  return Object.fromEntries(typed);
}

/** What a row says of its subject. */
export const attributes = (draw: Draw, rubric: Rubric): Record<string, string> =>
  Object.fromEntries(Object.entries(rubric.columns ?? {}).map(([id, part]) => [id, column(draw, id, part)]));

function column(draw: Draw, id: string, part: ColumnPart): string {
  if (!part.required && draw.rarely(3)) return "";
  switch (part.type) {
    case "text":
      return draw.one(id === "vu" ? ["", "v1", "v2"] : ["cb1", "cb2"]);
    case "date":
      return draw.one(["2025-08-31", "2025-12-15", "2026-02-28", "2026-05-30"]);
    case "choice":
      return draw.one(part.values ?? []);
    case "flag":
      return draw.one([yes, "không"]);
    default:
      return id === "lam" ? String(draw.int(0, 60) / 2) : String(draw.int(0, part.max as number));
  }
}

/** The items that have a cell, not a computed score. */
export const cellItems = (parts: readonly NodePart[]): NodePart[] =>
  parts
    .flatMap((part) => (part.items ? cellItems(part.items) : [part]))
    .filter((part) => part.value === undefined && !part.ratio?.done && !(part.table && "of" in part.table));

/** Few different values, so that many people are equal. */
function cell(draw: Draw, part: NodePart): string {
  if (part.levels) return draw.one(Object.keys(part.levels));
  if (part.yes !== undefined) return draw.one([yes, "không"]);
  if (part.count) return String(draw.int(0, 5));
  if (part.ratio?.unit === "fraction") return draw.one(["1", "0.85", "0.705", "0%", "33.3%", "1.3"]);
  if (part.ratio?.unit === "percent" && draw.rarely(3)) return draw.one(["0.5", "2"]);
  if (part.ratio) return draw.one(["100%", "85", "70.5", "0%", "33.3", "130%"]);
  if (part.table) return draw.one(["95", "90", "70.5", "70.49", "12"]);
  // What everybody may have, whatever his column says.
  const max = numbersOf(part.max).reduce(minimum);
  if (draw.rarely(4)) return formatDecimal(max);
  if (part.min !== undefined && part.min !== "none" && draw.rarely(3)) return formatDecimal(part.min);
  // Steps of the item, or hundredths.
  const step = part.step ? numbersOf(part.step).reduce(maximum) : divide(1, draw.one([2, 10, 100]));
  return formatDecimal(multiply(draw.int(0, floor(divide(max, step)) as number), step));
}

const numbersOf = (figure: NodePart["max"]): readonly Exact[] =>
  typeof figure === "object" && "by" in figure
    ? Object.values(figure).filter((value): value is Exact => typeof value !== "string")
    : [figure as Exact];

/** Cells of columns and items that do not apply are blank. */
export function withoutStrangers(rubric: Rubric, areas: readonly NodePart[], row: PlainRow): PlainRow["texts"] {
  const columns = columnValues(rubric, row);
  const texts: Record<string, string> = { ...row.texts };
  const holdsHere = (when: string | undefined): boolean =>
    when === undefined || holds(when, (name) => columns.get(name), []);
  for (const [id, { when }] of Object.entries(rubric.columns ?? {})) if (!holdsHere(when)) texts[id] = "";
  const visit = (part: NodePart, around: boolean): void => {
    const applies = around && holdsHere(part.when);
    if (!applies) texts[part.id] = "";
    for (const child of part.items ?? []) visit(child, applies);
  };
  for (const part of areas) visit(part, true);
  return texts;
}
