import type { ErrorObject } from "ajv";
import type { Span } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import type { Entry, ListNode, MapNode } from "../1-read/document.ts";
import type { Report } from "../1-read/report.ts";
import { choicesOf, reportChoice } from "./choice.ts";
import type { ValueSchema } from "./expectation.ts";
import { purposeOf } from "./purposes.ts";
import { exampleId } from "./value-mistake.ts";
import { quoted } from "./words.ts";

/** Reports unknown and missing keys of a map, keys that exclude each other, and an empty map or list. */
export function reportMap(
  node: MapNode | ListNode,
  name: string,
  errors: readonly ErrorObject[],
  whole: Span,
  report: Report,
): void {
  if (errors.some(({ keyword }) => keyword === "minItems" || keyword === "minProperties")) {
    report("S112", { key: name }, whole);
  }
  if (node.kind === "list") return;
  /** Keys that are meant by a misspelt one: they are not missing too. */
  const meant = reportUnknown(node, errors, report);
  for (const [key, title] of missingKeys(errors)) {
    if (!meant.has(key)) report("S102", { key, purpose: purposeOf(title, key) }, whole);
  }
  for (const error of errors) {
    if (error.keyword !== "oneOf") continue;
    const choices = choicesOf(error);
    if (!choices.some((key) => meant.has(key))) reportChoice(node, choices, whole, report);
  }
}

function reportUnknown(map: MapNode, errors: readonly ErrorObject[], report: Report): Set<string> {
  const meant = new Set<string>();
  for (const { keyword, params, parentSchema } of errors) {
    if (keyword !== "additionalProperties") continue;
    const key = params.additionalProperty as string;
    const schema = parentSchema as ValueSchema;
    const at = (map.entries.get(key) as Entry).keySpan;
    if (schema.patternProperties) report("S105", { found: key, example: exampleId(key) }, at);
    else {
      const known = Object.keys(schema.properties ?? {});
      const guess = suggest(key, known);
      if (guess !== undefined) meant.add(guess);
      report("S101", { key, ...(guess === undefined ? { keys: quoted(known) } : { suggestion: guess }) }, at);
    }
  }
  return meant;
}

/** Missing keys with the title of the part that needs them. */
function missingKeys(errors: readonly ErrorObject[]): ReadonlyMap<string, string | undefined> {
  const missing = new Map<string, string | undefined>();
  for (const { keyword, params, parentSchema } of errors) {
    if (keyword !== "required" && keyword !== "dependencies") continue;
    missing.set(params.missingProperty as string, (parentSchema as ValueSchema).title);
  }
  return missing;
}
