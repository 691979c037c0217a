import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, divide, isWhole } from "../../number/exact.ts";
import { parseDate } from "../../period/date.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { untranslated } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { ColumnPart } from "../2-shape/rubric.generated.ts";
import { keyColumns, periodColumn } from "../3-facts/outline.ts";
import { checkWords } from "./cell-words.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

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
  checkLimits({ places, diagnostics }, id, part);
}

type NumberLimits = Pick<ColumnPart, "min" | "max" | "step">;

/** A max that is not below the min, of any column. */
export function checkLimits(
  { places, diagnostics }: Pick<Context, "places" | "diagnostics">,
  id: string,
  part: NumberLimits,
): void {
  const { min, max } = part;
  if (min === undefined || max === undefined || compare(min, max) <= 0) return;
  diagnostics.report("R117", { id, min: formatDecimal(min), max: formatDecimal(max) }, places.value(part, "min"), [
    { place: places.value(part, "max"), message: phrase("the max") },
  ]);
}

/** A blank cell is an error (`required`) or means the default: expressions never meet an empty value. */
function checkBlank({ rubric, places, diagnostics }: Context, id: string, part: ColumnPart): void {
  const stated = [
    ...(part.required ? (["required"] as const) : []),
    ...(part.default !== undefined ? (["default"] as const) : []),
    ...(part.compare !== undefined ? (["compare"] as const) : []),
  ];
  if (stated.length === 1 || !rubric.columns) return;
  // Of a key that is not required it is told that every row must have it.
  if (stated.length === 0 && keyColumns(rubric).includes(id)) return;
  const found =
    stated.length === 0
      ? phrase("neither `required: true` nor a `default`")
      : phrase("the keys {keys}", { keys: quoted(stated) });
  diagnostics.report("R114", { id, found }, places.key(rubric.columns, id));
}

/** What the office's own figures may be compared with, and the types of column that can hold them. */
function checkCompare({ places, diagnostics, node }: Context, part: ColumnPart): void {
  const name = part.compare as string;
  const known = ["total", "band", "rank", ...[...node].flatMap(([id, { rollup }]) => (rollup ? [] : [id]))];
  if (!known.includes(name)) {
    diagnostics.report("R118", { name, suggestion: suggest(name, known) }, places.value(part, "compare"));
    return;
  }
  const types = name === "band" ? ["text", "choice"] : ["number"];
  if (types.includes(part.type)) return;
  diagnostics.report("R104", { name, found: part.type, expected: quoted(types) }, places.value(part, "type"));
}

/** Defaults that fit their column, labels of values that exist, and no two words that a reader could confuse. */
export const checkColumnValues: Check = (context) => {
  const { rubric, places, diagnostics } = context;
  for (const [id, part] of Object.entries(rubric.columns ?? {})) {
    const expected = part.default === undefined ? undefined : misfit(part, part.default);
    if (expected) diagnostics.report("R113", { id, expected }, places.value(part, "default"));
    if (part.type === "choice" && part.values) checkChoice(context, part, part.values);
  }
};

function checkChoice(context: Context, part: ColumnPart, values: readonly string[]): void {
  const known = values.map((id, index) => ({ id, place: () => context.places.value(values, index) }));
  checkWords(context, known, part.labels);
}

/** What a default should have been, when it does not fit the column. */
export function misfit(part: ColumnPart, value: Exact | string | boolean): Bilingual | undefined {
  switch (part.type) {
    case "text":
      return typeof value === "string" ? undefined : phrase("a text in quotes");
    case "flag":
      return typeof value === "boolean" ? undefined : untranslated("`true`, `false`");
    case "choice":
      return !part.values || part.values.includes(value as string) ? undefined : untranslated(quoted(part.values));
    case "date":
      return typeof value === "string" && /^\d{4}-/.test(value) && parseDate(value) !== undefined
        ? undefined
        : phrase("a date such as 2026-03-31");
    case "number":
      return isNumber(value) && within(value, part) ? undefined : phrase("a number within `min`, `max` and `step`");
  }
}

const isNumber = (value: Exact | string | boolean): value is Exact =>
  typeof value === "number" || typeof value === "object";
const within = (value: Exact, { min, max, step }: NumberLimits): boolean =>
  (min === undefined || compare(value, min) >= 0) &&
  (max === undefined || compare(value, max) <= 0) &&
  (step === undefined || isWhole(divide(value, step)));
