import { formatDecimal } from "../../number/decimal.ts";
import { compare } from "../../number/exact.ts";
import type { ColumnPart } from "../2-shape/rubric.ts";
import { periodColumn } from "../3-facts/outline.ts";
import type { Check, Context } from "./context.ts";
import { didYouMean, quoted } from "./words.ts";

/** Each column has labels only for choices, a max that is not below its min, and an answer to a blank cell. */
export const checkColumns: Check = (context) => {
  for (const [id, part] of Object.entries(context.rubric.columns ?? {})) {
    checkKeys(context, id, part);
    if (id !== periodColumn) checkBlank(context, id, part);
    if (part.compare !== undefined) checkCompare(context, part);
  }
};

function checkKeys({ places, diagnostics }: Context, id: string, part: ColumnPart): void {
  if (part.labels !== undefined && part.type !== "choice") {
    diagnostics.report("R111", { id, found: part.type }, places.key(part, "labels"));
  }
  if (part.min !== undefined && part.max !== undefined && compare(part.min, part.max) > 0) {
    diagnostics.report(
      "R117",
      { id, min: formatDecimal(part.min), max: formatDecimal(part.max) },
      places.value(part, "min"),
      [{ place: places.value(part, "max"), message: { en: "the max", vi: "giá trị lớn nhất" } }],
    );
  }
}

/** A blank cell is an error (`required`) or means the default: expressions never meet an empty value. */
function checkBlank({ rubric, places, diagnostics }: Context, id: string, part: ColumnPart): void {
  const stated = [
    ...(part.required ? (["required"] as const) : []),
    ...(part.default !== undefined ? (["default"] as const) : []),
    ...(part.compare !== undefined ? (["compare"] as const) : []),
  ];
  if (stated.length === 1 || !rubric.columns) return;
  const found =
    stated.length === 0
      ? { en: "neither `required: true` nor a `default`", vi: "không có `required: true` và cũng không có `default`" }
      : { en: quoted(stated), vi: `có ${quoted(stated)}` };
  diagnostics.report("R114", { id, found }, places.key(rubric.columns, id));
}

/** What the office's own figures may be compared with, and the types of column that can hold them. */
function checkCompare({ places, diagnostics, node }: Context, part: ColumnPart): void {
  const name = part.compare as string;
  const known = ["total", "band", "rank", ...[...node].flatMap(([id, { rollup }]) => (rollup ? [] : [id]))];
  if (!known.includes(name)) {
    diagnostics.report("R118", { name, suggestion: didYouMean(name, known) }, places.value(part, "compare"));
    return;
  }
  const types = name === "band" ? ["text", "choice"] : ["number"];
  if (types.includes(part.type)) return;
  diagnostics.report("R104", { name, found: part.type, expected: quoted(types) }, places.value(part, "type"));
}
