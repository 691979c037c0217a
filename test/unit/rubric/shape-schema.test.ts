import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { ValueSchema } from "../../../src/rubric/2-shape/expectation.ts";
import { expectationOf } from "../../../src/rubric/2-shape/expectation.ts";
import { purposeOf } from "../../../src/rubric/2-shape/purposes.ts";

type Schema = ValueSchema & { [keyword: string]: unknown };

const file = new URL("../../../schema/rubric.schema.json", import.meta.url);
const schema = JSON.parse(readFileSync(file, "utf8")) as Schema;

/** Every map in the schema, with the way to it. */
function* parts(part: unknown, path = "#"): Generator<[string, Schema]> {
  if (typeof part !== "object" || part === null) return;
  if (!Array.isArray(part)) yield [path, part as Schema];
  for (const [key, value] of Object.entries(part)) yield* parts(value, `${path}/${key}`);
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

test("whatever may be missing is explained", () => {
  const required = all.flatMap(([path, { required, title }]) =>
    Array.isArray(required) && !/\/(oneOf|if|not)\//.test(`${path}/`)
      ? required.map((key) => [title, key as string] as const)
      : [],
  );
  expect(required.length).toBeGreaterThan(40);
  for (const [title, key] of required) expect(() => purposeOf(title, key)).not.toThrow();
});

test("every pattern has a meaning in messages", () => {
  const patterned = all.filter(([, { pattern }]) => typeof pattern === "string");
  expect(patterned.length).toBeGreaterThan(4);
  for (const [path, part] of patterned) expect(expectationOf([part]).kinds.has("text"), path).toBe(false);
});
