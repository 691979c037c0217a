import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { wordsFor } from "../../../src/rubric/2-shape/map-mistakes.ts";
import type { ValueSchema } from "../../../src/rubric/2-shape/value-mistakes.ts";
import { expectationOf, expectedWords } from "../../../src/rubric/2-shape/value-mistakes.ts";

type Schema = ValueSchema & { [keyword: string]: unknown };

const file = new URL("../../../schema/rubric.schema.json", import.meta.url);
const schema = JSON.parse(readFileSync(file, "utf8")) as Schema;

/** Every map in the schema, with the way to it and the title of the nearest one that has a title. */
function* parts(part: unknown, path = "#", around = ""): Generator<[string, Schema, string]> {
  if (typeof part !== "object" || part === null) return;
  const own = (part as Schema).title;
  const title = typeof own === "string" ? own : around;
  if (!Array.isArray(part)) yield [path, part as Schema, title];
  for (const [key, value] of Object.entries(part)) yield* parts(value, `${path}/${key}`, title);
}
const all = [...parts(schema)];

test("the schema is valid draft-07", () => {
  const ajv = new Ajv();
  expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
});

test("every key has a title and a description for editors", () => {
  const bare = all.flatMap(([path, { properties }]) =>
    Object.entries(path.endsWith("/properties") ? {} : (properties ?? {}))
      // Under `if` and `then` the same keys are only tested or forbidden.
      .filter(
        ([, key]) => !/\/(if|then|else)(\/|$)/.test(path) && !((key as Schema).title && (key as Schema).description),
      )
      .map(([key]) => `${path}/${key}`),
  );
  expect(bare).toEqual([]);
});

test("every map is closed, or takes any word as key", () => {
  const open = all.filter(
    ([path, { type, properties, additionalProperties }]) =>
      type === "object" && properties && additionalProperties === undefined && !path.includes("/if"),
  );
  expect(open.map(([path]) => path)).toEqual([]);
});

test("whatever may be missing is explained in both languages", () => {
  const required = all.flatMap(([path, { required }, title]) =>
    Array.isArray(required) && !/\/(oneOf|if|not)\//.test(`${path}/`)
      ? required.map((key) => [title, key as string] as const)
      : [],
  );
  expect(required.length).toBeGreaterThan(40);
  for (const [title, key] of required) expect(wordsFor(`${title}.${key}`).vi).not.toBe("");
});

test("whatever is refused says why in both languages", () => {
  const refusals = all.filter(([path, { not }]) => not !== undefined && !/\/(oneOf|if)(\/|$)/.test(path));
  expect(refusals.length).toBeGreaterThan(5);
  for (const [, { title }] of refusals) expect(wordsFor(title ?? "").vi).not.toBe("");
});

test("every pattern has a meaning in messages", () => {
  const patterned = all.filter(([, { pattern, "x-kind": kind }]) => typeof pattern === "string" || kind !== undefined);
  expect(patterned.length).toBeGreaterThan(4);
  for (const [path, part] of patterned) {
    expect(expectationOf([part]).kinds.has("text"), path).toBe(false);
    expect(expectedWords(expectationOf([part])).vi, path).not.toBe("");
  }
});
