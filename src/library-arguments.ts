import { suggest } from "./text/suggest.ts";

/** Looks at an argument of the library, which may come from a program without types. @throws TypeError that names it */
export type Check = (value: unknown, name: string) => void;

const wanted =
  (what: string, is: (value: unknown) => boolean): Check =>
  (value, name) => {
    if (!is(value)) throw new TypeError(`${name} is ${called(value)}, expected ${what}`);
  };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

export const text = wanted("a text", (value) => typeof value === "string");
export const content = wanted(
  "a text or bytes (a Uint8Array)",
  (value) => typeof value === "string" || value instanceof Uint8Array,
);
export const yesOrNo = wanted("true or false", (value) => typeof value === "boolean");
export const language = wanted('"en" or "vi"', (value) => value === "en" || value === "vi");
const record = wanted("an object", isRecord);
const array = wanted("an array", Array.isArray);

/** What has been made by a function of the library. */
export const madeBy = (maker: string, made: { has(value: object): boolean }): Check =>
  wanted(`what ${maker} has made`, (value) => isRecord(value) && made.has(value));

export const optional =
  (check: Check): Check =>
  (value, name) =>
    value === undefined || check(value, name);

export const listOf =
  (check: Check): Check =>
  (value, name) => {
    array(value, name);
    for (const [at, each] of (value as readonly unknown[]).entries()) check(each, `${name}[${at}]`);
  };

export const mapOf =
  (check: Check): Check =>
  (value, name) => {
    record(value, name);
    for (const [key, each] of Object.entries(value as object)) check(each, `${name}.${key}`);
  };

/** An object with these, whatever else it has. */
export const having =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, name) => {
    record(value, name);
    for (const [key, check] of Object.entries(fields)) check((value as Record<string, unknown>)[key], `${name}.${key}`);
  };

/** Options: a misspelt one would be without effect, silently. */
export const optionsOf = (fields: Readonly<Record<string, Check>>): Check => {
  const known = having(Object.fromEntries(Object.entries(fields).map(([key, check]) => [key, optional(check)])));
  return (value, name) => {
    known(value, name);
    const strange = Object.keys(value as object).find((key) => !Object.hasOwn(fields, key));
    if (strange === undefined) return;
    const near = suggest(strange, Object.keys(fields));
    throw new TypeError(`${name} has no ${strange}${near === undefined ? "" : `, did you mean ${near}?`}`);
  };
};

function called(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (value instanceof Uint8Array) return "bytes";
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 40))}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
