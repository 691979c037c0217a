import { fromKey, isFraction, toKey } from "../number/exact.ts";
import type { Plan } from "./plan.ts";

/** The one key of an object that stands for a number which JSON has no exact word for: `{"$": "1/3"}`. */
const tag = "$";

/** A plan as JSON text: keys sorted, so that one plan gives one text; fractions as `{"$": "1/3"}`. */
export const planToJson = (plan: Plan): string => `${JSON.stringify(encode(plan), undefined, 2)}\n`;

/** The plan that {@link planToJson} wrote; undefined for any other text. Only the outermost shape is looked at. */
export function planFromJson(text: string): Plan | undefined {
  let value: unknown;
  try {
    value = decode(JSON.parse(text));
  } catch {
    return undefined;
  }
  return isPlan(value) ? value : undefined;
}

const isPlan = (value: unknown): value is Plan =>
  typeof value === "object" &&
  value !== null &&
  "plan" in value &&
  value.plan === 1 &&
  "stage" in value &&
  "scale" in value;

function encode(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (isFraction(value)) return { [tag]: toKey(value) };
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, encode((value as Record<string, unknown>)[key])]),
  );
}

function decode(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === tag && typeof only[1] === "string") {
    const number = fromKey(only[1]);
    if (number === undefined) throw new RangeError("no number");
    return number;
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, decode(part)]));
}
