import { recordedName } from "../files/recorded-name.ts";
import type { Receipt } from "./receipt.ts";
import { isRecord, isResultName, parseJson, receiptName } from "./receipt.ts";

/** A receipt to compute from, or where the text is not what score writes: `inputs[0].sha256`, or `JSON`. */
export type CheckedReceipt = { readonly receipt: Receipt } | { readonly problem: string };

type Test = (value: unknown, path: string) => string | undefined;

/**
 * Checks every part of a receipt before anything relies on it: it may come from anybody. Names must stay within the folder
 * that they are looked for in.
 */
export function checkReceipt(text: string): CheckedReceipt {
  const value = parseJson(text);
  if (!isRecord(value)) return { problem: "JSON" };
  const problem = receipt(value, "");
  return problem === undefined ? { receipt: value as unknown as Receipt } : { problem: problem.replace(/^\./, "") };
}

const is =
  (test: (value: unknown) => boolean): Test =>
  (value, path) =>
    test(value) ? undefined : path;

const text = is((value) => typeof value === "string");
const texts = (value: unknown): boolean => Array.isArray(value) && value.every((part) => typeof part === "string");
const versionOfScore = is(
  (value) => typeof value === "string" && /^\d{1,9}(?:\.\d{1,9}){2}(?:-[\w.-]{1,40})?$/.test(value),
);
const flagValue = is((value) => value === true || typeof value === "string" || texts(value));
const whole = is((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const hash = is((value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value));
const inputName = is((value) => typeof value === "string" && isInside(value));
const outputName = is((value) => isResultName(value) && value !== receiptName);
const optional =
  (test: Test): Test =>
  (value, path) =>
    value === undefined ? undefined : test(value, path);

const list =
  (test: Test): Test =>
  (value, path) => {
    if (!Array.isArray(value)) return path;
    for (const [index, part] of value.entries()) {
      const problem = test(part, `${path}[${index}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** Further keys are no matter here: computing again shows them. */
const record =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value, path) => {
    if (!isRecord(value)) return path;
    for (const [name, test] of Object.entries(tests)) {
      const problem = test(Object.hasOwn(value, name) ? value[name] : undefined, `${path}.${name}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

const each =
  (test: Test): Test =>
  (value, path) =>
    isRecord(value) ? record(Object.fromEntries(Object.keys(value).map((name) => [name, test])))(value, path) : path;

const file = { name: inputName, sha256: hash };
const kinds: readonly unknown[] = ["sheet", "corrections", "decisions", "table", "history", "sql"];

const receipt = record({
  receipt: is((value) => value === 1),
  score: versionOfScore,
  rubric: record({
    id: text,
    version: text,
    key: list(text),
    name: optional(text),
    departures: optional(list(record({ file: optional(text), because: text }))),
    parameters: optional(each(text)),
    law: optional(each(text)),
    files: list(record({ ...file, path: optional(text) })),
  }),
  inputs: list(
    record({
      ...file,
      kind: is((value) => kinds.includes(value)),
      period: optional(text),
      table: optional(text),
      rows: optional(whole),
    }),
  ),
  flags: each(flagValue),
  assumptions: list(text),
  counts: list(record({ period: text })),
  outputs: list(record({ name: outputName, bytes: whole, sha256: hash })),
});

/** As {@link recordedName} gives it: relative, and below the folder that it starts from. */
const isInside = (name: string): boolean => name !== "" && name !== ".." && recordedName(name) === name;
