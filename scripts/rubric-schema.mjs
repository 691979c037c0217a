// What the program takes from schema/rubric.schema.json, the one text of the rubric language's shape: the schema for the
// validator, the words of its messages, and the types of TypeScript.
import { compile } from "json-schema-to-typescript";

/** @typedef {{ [keyword: string]: any }} Schema */

const parameter = "\\$[A-Za-z][A-Za-z0-9_]*";

/**
 * The schema as the validator asks it: without words for people, without `$parameters` in place of numbers (the reader knows
 * them by their form), and with the title of a map in each of its conditions, by which a message finds its words.
 * @param {Schema} schema @param {string} [title] @returns {Schema}
 */
export function validatorSchema(schema, title) {
  /** @type {Schema} */
  const result = {};
  const own = schema.title ?? title;
  for (const [keyword, value] of Object.entries(schema)) {
    if (["description", "x-vi", "x-kinds"].includes(keyword)) continue;
    // Of a map a message shows how it is written.
    if (keyword === "examples" && schema.type !== "object") continue;
    result[keyword] = mapSchemas(keyword, value, (part, key) =>
      validatorSchema(part, ["if", "then", "else", "allOf"].includes(key) ? own : undefined),
    );
  }
  if (own !== undefined && !("$ref" in schema)) result.title = own;
  return withoutParameters(result);
}

/** @param {Schema} schema @returns {Schema} */
function withoutParameters({ type, pattern, ...rest }) {
  const isParameter = pattern === `^${parameter}$`;
  return {
    ...(type !== undefined && { type: isParameter ? type.filter((/** @type {string} */ t) => t !== "string") : type }),
    ...(pattern !== undefined && !isParameter && { pattern: pattern.replace(`|${parameter}`, "") }),
    ...rest,
  };
}

/**
 * The words of messages in both languages: what a key is for (by the title of its map and the key), why it cannot stand
 * somewhere (by the title of the refusal), what is expected (by its kind).
 * @param {Schema} schema @returns {Record<string, { en: string; vi: string }>}
 */
export function schemaWords(schema) {
  /** @type {Record<string, { en: string; vi: string }>} */
  const words = {};
  const visit = (/** @type {Schema} */ part, /** @type {string} */ name) => {
    if (part["x-vi"] !== undefined) words[name] = { en: phrase(part.description), vi: phrase(part["x-vi"]) };
    for (const [keyword, value] of Object.entries(part)) {
      mapSchemas(keyword, value, (inner, key) => {
        visit(inner, keyword === "properties" ? `${part.title}.${key}` : (inner.title ?? ""));
        return inner;
      });
    }
  };
  visit(schema, schema.title);
  for (const [kind, part] of Object.entries(schema["x-kinds"])) visit(part, kind);
  return words;
}

/**
 * Which keys the maps of a rubric have: for each the keys below which it may stand, `""` for the rubric itself.
 * @param {Schema} schema @returns {Record<string, readonly string[]>}
 */
export function keyHomes(schema) {
  /** @type {Record<string, Set<string>>} */
  const homes = {};
  const seen = new Set();
  const visit = (/** @type {Schema} */ { $ref, ...part }, /** @type {string} */ home) => {
    if ($ref && !seen.has(`${home} ${$ref}`)) {
      seen.add(`${home} ${$ref}`);
      visit(schema.definitions[$ref.replace("#/definitions/", "")], home);
    }
    for (const [key, inner] of Object.entries(part.properties ?? {})) {
      homes[key] = (homes[key] ?? new Set()).add(home);
      visit(inner, key);
    }
    // Under the other conditions stands only what cannot be.
    for (const keyword of ["patternProperties", "additionalProperties", "items", "anyOf", "oneOf", "else"])
      if (part[keyword]) mapSchemas(keyword, part[keyword], (inner) => visit(inner, home));
  };
  visit(schema, "");
  return Object.fromEntries(Object.entries(homes).map(([key, of]) => [key, [...of]]));
}

/** A sentence of the schema as a part of one. @param {string} sentence */
const phrase = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");

/** The types of a rubric whose shape is right, in TypeScript. @param {Schema} schema @returns {Promise<string>} */
export async function schemaTypes(schema) {
  const typed = typesOf(schema.definitions);
  const named = Object.entries(schema.definitions).filter(([, part]) => isNamed(part));
  const definitions = Object.fromEntries(
    named.map(([name, part]) => [name, { ...typed(part), title: typeName(name, part) }]),
  );
  const text = await compile({ ...typed(schema), definitions }, "Rubric", {
    additionalProperties: false,
    bannerComment: 'import type { Exact } from "../../number/exact.ts";\n',
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  });
  return text
    .replace(/^([\w"]+\??|\[k: string\]): /gm, "readonly $1: ")
    .replace(/(\w+|\([^()]*\))\[\]/g, "readonly $1[]")
    .replace(/ \* \n \* This interface was referenced by[\s\S]*?(?= \*\/)/g, "");
}

const typeName = (/** @type {string} */ name, /** @type {Schema} */ part) =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}${part.type === "object" ? "Part" : ""}`;

/** Maps and choices have names; a number or a text is what it is, and what is refused is nothing. @param {Schema} part */
const isNamed = (part) => !part.not && (part.enum || (part.type !== "string" && exactType(part) !== "Exact"));

/** The type of a number: exact, perhaps a text or a flag; undefined for what is none. @param {Schema} part */
function exactType({ type, pattern }) {
  const types = [type ?? []].flat();
  if (!types.some((each) => each === "number" || each === "integer")) return undefined;
  const isText = types.includes("string") && pattern !== `^${parameter}$`;
  const all = ["Exact", ...(isText ? ["string"] : []), ...(types.includes("boolean") ? ["boolean"] : [])];
  return all.length > 1 ? `(${all.join(" | ")})` : "Exact";
}

/**
 * Makes of a schema the part of it that is a type; numbers are exact.
 * @param {Record<string, Schema>} definitions @returns {(schema: Schema) => Schema}
 */
const typesOf = (definitions) =>
  function typed(schema) {
    if (schema.$ref) {
      const meant = definitions[schema.$ref.replace("#/definitions/", "")] ?? {};
      return isNamed(meant) ? { $ref: schema.$ref } : typed({ ...meant, description: schema.description });
    }
    // What is taken from another file is not in the types: it has been put in its place, or refused.
    if (schema.then?.properties?.use) return typed({ ...schema.else, description: schema.description });
    /** @type {Schema} */
    const result = {};
    for (const keyword of ["description", "type", "enum", "properties", "items", "anyOf"]) {
      if (schema[keyword] !== undefined) result[keyword] = mapSchemas(keyword, schema[keyword], typed);
    }
    result.required = [...(schema.required ?? []), ...(schema.if?.not ? schema.then.required : [])];
    const exact = exactType(schema);
    if (exact !== undefined) result.tsType = exact;
    const entries = Object.values(schema.patternProperties ?? {})[0] ?? schema.additionalProperties;
    // Keys that are known beside keys that are not may be of any type.
    if (schema.properties) result.additionalProperties = typeof entries === "object";
    else if ([schema.type].flat().includes("object"))
      result.additionalProperties = typeof entries === "object" ? typed(entries) : true;
    return result;
  };

/**
 * The value of a keyword with each schema in it replaced.
 * @param {string} keyword @param {any} value @param {(part: Schema, key: string) => Schema} replace @returns {any}
 */
function mapSchemas(keyword, value, replace) {
  if (["properties", "patternProperties", "definitions"].includes(keyword)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part, key)]));
  }
  if (["allOf", "anyOf", "oneOf"].includes(keyword))
    return value.map((/** @type {Schema} */ part) => replace(part, keyword));
  if (["items", "additionalProperties", "not", "if", "then", "else"].includes(keyword) && typeof value === "object") {
    return replace(value, keyword);
  }
  return value;
}
