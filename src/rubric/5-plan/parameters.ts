import type { Parameter } from "../../model/plan.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { isFraction } from "../../number/exact.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";
import { bilingual } from "./layout.ts";

export const planParameters = (parameters: NonNullable<Rubric["parameters"]>): Parameter[] =>
  Object.entries(parameters).map(([id, { title, value }]) => ({
    id,
    title: bilingual(title, id),
    value: textOf(value),
  }));

/** The value as a rubric writes it, in one way whatever its author wrote. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${textOf(each)}`)
      .join(", ")} }`;
  return formatDecimal(value as Exact);
}

const isMap = (value: unknown): value is object => typeof value === "object" && value !== null && !isFraction(value);
