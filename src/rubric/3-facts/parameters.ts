import type { Constant } from "../../expression/context.ts";
import { isFraction } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";
import { share } from "./percentage.ts";

/** The parameters of a rubric as expressions see them: their values, and why some have none there. */
export interface Constants {
  readonly constants: ReadonlyMap<string, Constant>;
  readonly unavailable: ReadonlyMap<string, Bilingual>;
}

export function constantsOf({ parameters = {} }: Pick<Rubric, "parameters">): Constants {
  const constants = new Map<string, Constant>();
  const unavailable = new Map<string, Bilingual>();
  for (const [name, { value }] of Object.entries(parameters)) {
    const constant = constantOf(value);
    if (constant === undefined)
      unavailable.set(name, phrase("its value is a map; write `{word}` where a value stands", { word: `$${name}` }));
    else constants.set(name, constant);
  }
  return { constants, unavailable };
}

function constantOf(value: unknown): Constant | undefined {
  if (Array.isArray(value)) {
    const items = value.map(constantOf);
    return items.some((item) => item === undefined) ? undefined : (items as Constant[]);
  }
  if (typeof value === "string") return value.endsWith("%") ? (share(value) ?? value) : value;
  const isMap = typeof value === "object" && value !== null && !isFraction(value);
  return isMap ? undefined : (value as Constant);
}
