import type { ErrorObject } from "ajv";
import type { Span } from "../../text/source.ts";
import type { MapNode } from "../1-read/document.ts";
import type { Report } from "../1-read/report.ts";
import { either, quoted } from "./words.ts";

/** The keys of which a map must have exactly one. */
export const choicesOf = (error: ErrorObject): readonly string[] =>
  (error.schema as { required: string[] }[]).flatMap((branch) => branch.required);

/** Reports that none of the choices was made, or two. */
export function reportChoice(map: MapNode, choices: readonly string[], whole: Span, report: Report): void {
  // `max` is the limit of `value`, not a second scale.
  const counts = (key: string): boolean => choices.includes(key) && !(key === "max" && map.entries.has("value"));
  const [first, second] = [...map.entries.values()].filter(({ key }) => counts(key));
  if (!first) {
    report(codesFor(choices).none, { choices: either(quoted(choices)) }, whole);
  } else if (second) {
    const parameters = { first: first.key, second: second.key };
    report(codesFor(choices).two, parameters, second.keySpan, { at: first.keySpan, message: otherHere });
  }
}

const otherHere = { en: "the other one is here", vi: "khóa kia ở đây" };

function codesFor(choices: readonly string[]) {
  if (choices.includes("levels")) return { none: "S120", two: "S121" } as const;
  if (choices.includes("not_rated")) return { none: "S122", two: "S123" } as const;
  return { none: "S124", two: "S125" } as const;
}
