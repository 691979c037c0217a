import type { Bilingual } from "../../text/bilingual.ts";
import { either, quoted } from "./words.ts";

/** What the schema wants at a place. */
type Kind = "text" | "number" | "whole number" | "percentage" | "id" | "date" | "boolean" | "map" | "list";

export interface Expectation {
  readonly kinds: ReadonlySet<Kind>;
  /** Words of which it may be one. */
  readonly choices: readonly string[];
}

/** The keywords of JSON Schema that say what a value is. */
export interface ValueSchema {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
}

const idPattern = "^[A-Za-z][A-Za-z0-9_]*$";

/** The patterns of the schema and what they mean; a number may always be a `$parameter`, which is no news to the reader. */
const patterns: Readonly<Record<string, Kind>> = {
  [idPattern]: "id",
  "^\\$[A-Za-z][A-Za-z0-9_]*$": "number",
  "^(\\d+(\\.\\d+)?%|\\$[A-Za-z][A-Za-z0-9_]*)$": "percentage",
  "^\\d{4}-\\d{2}-\\d{2}$": "date",
};

const types: Readonly<Record<string, Kind>> = {
  string: "text",
  number: "number",
  integer: "whole number",
  boolean: "boolean",
  object: "map",
  array: "list",
};

const words: Readonly<Record<Kind, Bilingual>> = {
  text: { en: "a text", vi: "văn bản" },
  number: { en: "a number", vi: "một số" },
  "whole number": { en: "a whole number", vi: "một số nguyên" },
  percentage: { en: "a percentage", vi: "tỷ lệ phần trăm" },
  id: { en: "an id", vi: "một mã" },
  date: { en: "a date", vi: "một ngày" },
  boolean: { en: "true or false", vi: "true hoặc false" },
  map: { en: "a map of keys and values", vi: "một nhóm khóa và giá trị" },
  list: { en: "a list", vi: "một danh sách" },
};

/** What any one of several schemas wants. */
export function expectationOf(schemas: readonly ValueSchema[]): Expectation {
  const kinds = new Set<Kind>();
  const choices = new Set<string>();
  for (const schema of schemas) {
    for (const choice of schema.enum ?? []) choices.add(choice);
    for (const kind of schema.enum ? [] : kindsOf(schema)) kinds.add(kind);
  }
  return { kinds, choices: [...choices] };
}

function kindsOf({ type, pattern }: ValueSchema): readonly Kind[] {
  const named = typeof type === "string" ? [type] : (type ?? []);
  const meant = pattern === undefined ? undefined : patterns[pattern];
  const kinds = named.flatMap((name) => types[name] ?? []);
  if (meant === undefined) return kinds;
  return meant === "number"
    ? kinds.filter((kind) => kind !== "text")
    : [meant, ...kinds.filter((kind) => kind === "list")];
}

export const expectedWords = ({ kinds, choices }: Expectation): Bilingual =>
  either([...quoted(choices), ...[...kinds].map((kind) => words[kind])]);
