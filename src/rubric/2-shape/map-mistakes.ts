import type { ErrorObject } from "ajv";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Stretch } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import type { Entry, ListNode, MapNode } from "../1-read/document.ts";
import type { Report } from "../1-read/report.ts";
import { keyHomes, schemaWords } from "./schema-words.generated.ts";
import { reportSlip } from "./slips.ts";
import type { ValueSchema } from "./value-mistakes.ts";
import { exampleId } from "./value-mistakes.ts";
import { either, quoted } from "./words.ts";

/** Reports unknown and missing keys of a map, keys that exclude each other, and an empty map or list. */
export function reportMap(
  node: MapNode | ListNode,
  name: string,
  errors: readonly ErrorObject[],
  whole: Stretch,
  report: Report,
): void {
  if (errors.some(({ keyword }) => keyword === "minItems" || keyword === "minProperties")) {
    report("S112", { key: name }, whole);
  }
  if (node.kind === "list") return;
  /** Keys that are meant by a misspelt one: they are not missing too. */
  const meant = reportUnknown(node, errors, report);
  for (const [key, title] of missingKeys(errors)) {
    if (!meant.has(key)) report("S102", { key, purpose: wordsFor(`${title}.${key}`) }, whole);
  }
  for (const error of errors) {
    if (error.keyword !== "oneOf") continue;
    const choices = choicesOf(error);
    if (!choices.some((key) => meant.has(key))) reportChoice(node, choices, whole, report);
  }
}

/** One text or several may stand under such a key. */
const takesList = ({ properties }: ValueSchema, key: string): boolean => {
  const wanted = properties?.[key] as { readonly $ref?: string } | undefined;
  return wanted?.$ref?.endsWith("/texts") === true;
};

function reportUnknown(map: MapNode, errors: readonly ErrorObject[], report: Report): Set<string> {
  const meant = new Set<string>();
  for (const { keyword, params, parentSchema } of errors) {
    if (keyword !== "additionalProperties") continue;
    const key = params.additionalProperty as string;
    const schema = parentSchema as ValueSchema;
    const entry = map.entries.get(key) as Entry;
    const at = entry.keySpan;
    if (reportSlip(map, entry, report, (of) => takesList(schema, of))) meant.add(key.trim().split(/[\s:]/)[0] ?? "");
    else if (schema.patternProperties) report("S105", { found: key, example: exampleId(key) }, at);
    else {
      const known = Object.keys(schema.properties ?? {});
      const free = known.filter((each) => !map.entries.has(each));
      const about = absent.get(`${schema.title}.${key}`);
      const twin = twins.get(key);
      const nearest =
        twin !== undefined && free.includes(twin) ? twin : (suggest(key, free) ?? calledIn(schema, key, free));
      const guess = about ? undefined : nearest;
      const homes = about || guess !== undefined ? [] : homesOf(key);
      for (const each of [...homes, ...(guess === undefined ? [] : [guess])]) meant.add(each);
      const isOfOthers = homes.length > 0 ? { homes: homes.flatMap(calledHome) } : { keys: quoted(known), about };
      const parameters = guess === undefined ? isOfOthers : { suggestion: guess };
      report("S101", { key, ...parameters }, at);
    }
  }
  return meant;
}

/** The key that people call so in their language. */
function calledIn({ "x-words": words = {} }: ValueSchema, key: string, free: readonly string[]): string | undefined {
  const called = new Map(free.flatMap((each) => (words[each] ?? []).map((word) => [word, each] as const)));
  return called.get(suggest(key, called.keys()) ?? "");
}

/** The keys below which a key may stand, where there are few. */
function homesOf(key: string): readonly string[] {
  const homes = Object.hasOwn(keyHomes(), key) ? (keyHomes()[key] as readonly string[]) : [];
  return homes.length > mostHomes ? [] : homes;
}

const calledHome = (home: string): readonly Bilingual[] =>
  home === "" ? [phrase("the rubric itself")] : quoted([home]);

const mostHomes = 4;

/** Keys of other parts, or words for them, that say what a key of this part says. */
const twins: ReadonlyMap<string, string> = new Map([
  ["header", "column"],
  ["column", "header"],
  ["name", "title"],
  ["points", "max"],
  ["formula", "value"],
  ["if", "when"],
  ["condition", "when"],
]);

/** Keys that are looked for in vain, and what is there in their place. */
const absent: ReadonlyMap<string, Bilingual> = new Map([
  ["Band.to", phrase("a band has its lower bound alone, and ends where the better one begins")],
]);

/** Missing keys with the title of the part that needs them. */
function missingKeys(errors: readonly ErrorObject[]): ReadonlyMap<string, string | undefined> {
  const missing = new Map<string, string | undefined>();
  for (const { keyword, params, parentSchema } of errors) {
    if (keyword !== "required" && keyword !== "dependencies") continue;
    missing.set(params.missingProperty as string, (parentSchema as ValueSchema).title);
  }
  return missing;
}

/** What the schema says of a key or of a refusal; see schemaWords in scripts/rubric-schema.mjs. */
export function wordsFor(name: string): Bilingual {
  const words = schemaWords()[name];
  if (!words) throw new Error(`the schema has no Vietnamese for ${name}`);
  return words;
}

/** The keys of which a map must have exactly one. */
const choicesOf = (error: ErrorObject): readonly string[] =>
  (error.schema as { required: string[] }[]).flatMap((branch) => branch.required);

/** Reports that none of the choices was made, or two. */
function reportChoice(map: MapNode, choices: readonly string[], whole: Stretch, report: Report): void {
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

const otherHere = phrase("the other one is here");

function codesFor(choices: readonly string[]) {
  if (choices.includes("levels")) return { none: "S120", two: "S121" } as const;
  if (choices.includes("not_rated")) return { none: "S122", two: "S123" } as const;
  return { none: "S124", two: "S125" } as const;
}
