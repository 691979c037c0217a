import type { Bilingual } from "../../text/bilingual.ts";
import { fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import type { Stretch } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import type { ScalarNode } from "../1-read/document.ts";
import type { Report } from "../1-read/report.ts";
import { readScalar } from "./scalar.ts";
import { schemaWords } from "./schema-words.generated.ts";
import { either, foundWords, inQuotes, quoted } from "./words.ts";

/** What the schema wants at a place: the types of JSON Schema, or what its `x-kind` says of a number or text. */
export interface Expectation {
  readonly kinds: ReadonlySet<string>;
  /** Words of which it may be one. */
  readonly choices: readonly string[];
  /** What people may call one of these. */
  readonly words: ReadonlyMap<string, string>;
  /** A list of single values. */
  readonly isOfWords: boolean;
  /** Keys that a map cannot be without. */
  readonly keys: readonly string[];
  /** A map as it may be written. */
  readonly example: string | undefined;
}

/** The keywords of the schema that say what a value is. */
export interface ValueSchema {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly examples?: readonly Readonly<Record<string, unknown>>[];
  readonly items?: ValueSchema;
  readonly "x-kind"?: string;
  readonly "x-words"?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
}

const types: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  object: "map",
  array: "list",
};

/** What any one of several schemas wants. */
export function expectationOf(schemas: readonly ValueSchema[]): Expectation {
  const kinds = new Set<string>();
  const choices = new Set<string>();
  for (const schema of schemas) {
    for (const choice of schema.enum ?? []) choices.add(choice);
    for (const kind of schema.enum ? [] : kindsOf(schema)) kinds.add(kind);
  }
  const words = new Map(
    schemas.flatMap(({ "x-words": of = {} }) =>
      Object.entries(of).flatMap(([choice, called]) => called.map((word) => [word, choice] as const)),
    ),
  );
  const keys = schemas.flatMap(({ type, required = [] }) => (type === "object" ? required : []));
  const isOfWords = schemas.some(({ items }) => items?.type === "string");
  const [shown] = schemas.flatMap(({ examples = [] }) => examples);
  const example = shown && Object.entries(shown).map(([key, value]) => `${key}: ${value}`);
  return { kinds, choices: [...choices], words, isOfWords, keys, example: example && `{ ${example.join(", ")} }` };
}

function kindsOf({ type = [], items, "x-kind": meant }: ValueSchema): readonly string[] {
  if (type === "array" && items?.type === "array") return [listOfLists];
  const kinds = [type].flat().flatMap((name) => types[name] ?? []);
  return meant === undefined ? kinds : [meant, ...kinds.filter((kind) => kind === "list")];
}

const listOfLists = "list of lists";

export const expectedWords = ({ kinds, choices, keys }: Expectation): Bilingual =>
  either([
    ...quoted(choices),
    ...[...kinds].map((kind) =>
      kind === "map" && keys.length > 0
        ? phrase("a map with {keys|and}", { keys: quoted(keys) })
        : (schemaWords()[kind] as Bilingual),
    ),
  ]);

/**
 * Reports a text, number or empty value where the schema wants something else.
 * @param isEntry whether it stands in a list, which the key names
 */
export function reportValue(
  node: ScalarNode,
  key: string,
  isEntry: boolean,
  wanted: Expectation,
  at: Stretch,
  report: Report,
): void {
  const reading = readScalar(node);
  const found = foundWords(node);
  const expected = expectedWords(wanted);
  const { kinds, choices, words } = wanted;
  const isNumber = kinds.has("number") || kinds.has("whole number");
  const bound = key === "from" ? lowerBound.exec(node.text)?.[1] : undefined;
  const meant = isNumber && !kinds.has("text") ? meantNumber(bound ?? node.text, kinds) : undefined;
  const apart = /^(\d+(?:[.,]\d+)?)\s+%$/.exec(node.text)?.[1];
  if (reading.kind === "nothing" || node.text === "") reportNothing(key, kinds, expected, at, report);
  else if (kinds.has("percentage") && (apart !== undefined || choices.length === 0)) {
    report("S109", { key, found, expected, fixed: apart && `${apart.replace(",", ".")}%` }, at);
  } else if (choices.length > 0 && !meant) {
    const suggestion = suggest(node.text, choices) ?? words.get(suggest(node.text, words.keys()) ?? "");
    if (suggestion === undefined && kinds.has("list") && reading.kind === "text")
      report("S118", { key, found, expected, example: `[${node.text}]` }, at);
    else report("S104", { key, found, expected, suggestion }, at);
  } else if (kinds.has("id") && reading.kind === "boolean") {
    report("S117", { found: node.text }, at);
  } else if (kinds.has("id")) {
    report("S105", { found: node.text, example: exampleId(node.text) }, at);
  } else if (kinds.has("date")) report("S110", { key, found, meant: isoDate(node.text) }, at);
  else if (isNumber && !kinds.has("text")) {
    report("S106", { key, found, expected, ...meant }, at);
  } else if (kinds.has("text") && reading.kind !== "text") {
    report("S108", { key, found, text: node.text }, at);
  } else if (isEntry && kinds.has("list")) {
    // The list that is missing stands in the one that is there: of that one it is told.
    const around = {
      found: phrase("a list with {found} in it", { found }),
      expected: schemaWords()[listOfLists] as Bilingual,
    };
    report("S118", { key, ...around, example: `[[${node.text}]]` }, at);
  } else if (kinds.has(listOfLists)) report("S118", { key, found, expected, example: `[[${node.text}]]` }, at);
  else if (kinds.has("list")) report("S118", { key, found, expected, example: `[${node.text}]` }, at);
  else {
    const { example } = wanted;
    const shown = example && phrase("for example {example}", { example: `${key}: ${example}` });
    const value = kinds.has("boolean") ? yesOrNo.get(fold(node.text)) : undefined;
    report("S103", { key, found, expected, advice: value ? phrase("write {value}", { value }) : shown }, at);
  }
}

/** Words for true and false, without accents. */
const yesOrNo: ReadonlyMap<string, string> = new Map([
  ...["yes", "y", "x", "co", "dung", "on"].map((word) => [word, "true"] as const),
  ...["no", "n", "khong", "sai", "off"].map((word) => [word, "false"] as const),
]);

/** Reports a key with nothing behind it. */
export function reportNothing(
  key: string,
  kinds: ReadonlySet<string>,
  expected: Bilingual,
  at: Stretch,
  report: Report,
): void {
  report("S111", { key, expected, advice: adviceOnNothing(kinds, at) }, at);
}

function adviceOnNothing(kinds: ReadonlySet<string>, { source, end }: Stretch): Bilingual {
  const remark = /^: +(#.*)/.exec(source.text.slice(end))?.[1];
  if (remark !== undefined && kinds.has("text"))
    return phrase("# begins a remark: a text with it stands in quotation marks: {text}", { text: inQuotes(remark) });
  return kinds.has("text") || !(kinds.has("map") || kinds.has("list"))
    ? phrase("write the value, or leave the key out")
    : phrase("what belongs to it stands below and is indented further, or leave the key out");
}

/** What bounds from below is the number alone: of `>= 80`, `từ 80` and `80-100` it is 80. */
const lowerBound = /^(?:(?:>=?|≥|từ|from)\s*)?(\d+(?:[.,]\d+)?)(?:\s*(?:[-\u2010-\u2015]|đến|to)\s*\d+(?:[.,]\d+)?)?$/i;

/** A number written with a dash for its minus, a decimal comma, a unit or as a percentage of points, as a rubric has it. */
function meantNumber(
  text: string,
  kinds: ReadonlySet<string>,
):
  | { readonly hyphened: string }
  | { readonly meant: string }
  | { readonly percent: string; readonly points: string }
  | undefined {
  const [, minus, amount, unit] = /^([-\u2010-\u2015\u2212]?) *(\d+(?:[.,]\d+)?)(?: *(\p{L}+|%))?$/u.exec(text) ?? [];
  // Three digits may be thousands.
  if (amount === undefined || /,\d{3}$/.test(amount)) return undefined;
  const number = `${minus && "-"}${amount.replace(",", ".")}`;
  if (!kinds.has("number") && number.includes(".")) return undefined;
  if (unit === "%") return kinds.has("number") ? { percent: `${number}%`, points: number } : undefined;
  return minus && minus !== "-" ? { hyphened: number } : { meant: number };
}

/** `31/12/2026` as 2026-12-31. */
function isoDate(text: string): string | undefined {
  const [, day = "", month = "", year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** An id that resembles a text: `Chi bộ 1` → `chi_bo_1`. */
export function exampleId(text: string): string {
  const words = text
    .slice(0, 40)
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter(Boolean);
  const id = words.join("_").replace(/[^a-z0-9_]/g, "");
  return /^[a-z]/.test(id) ? id : `a_${id}`.replace(/_$/, "");
}
