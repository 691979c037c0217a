// Keys that nobody meant as keys: commas in texts and numbers, spaces that are none, words that YAML reads as truth values.
import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const told = (fragment: string): string[] => compileText(fragment).found.map(({ code, at }) => `${code} ${at}`);

test.each([
  ["areas: [{ id: A, title: Tư tưởng, đạo đức, lối sống, max: 100 }]", "S115 Tư tưởng, đạo đức, lối sống"],
  ["areas: [{ id: A, max: 100, title: Tư tưởng, đạo đức }]", "S115 Tư tưởng, đạo đức"],
  ["bands: [{ id: a, from: 89,5 }, { id: b }]", "S114 89,5"],
  ["areas: [{ id: A, levels: { a: 99,5, b: 0 } }]", "S114 99,5"],
  ["total: { max: 100, round: { to: 0,1, mode: half_up } }", "S114 0,1"],
  ["bands: [{ id: a, from:\u00a050 }, { id: b }]", "S116 \u00a0"],
  ["total:\n  max:\u00a0100", "S116 \u00a0"],
  ["areas:\n  - { id: A, \u202fmax: 100 }", "S116 \u202f"],
  ["areas:\n  - id: A\n    title: x\n  \u00a0 max: 100", "S116 \u00a0"],
  ["areas: [{ id: A, title: Tư tưởng, max:100, note: x }]", "S014 max:"],
  ["areas: [{ id: A, ratio: { max: 100, cap: 100 % } }]", "S109 100 %"],
  ["bands: [{ id: true, from: 50 }, { id: b }]", "S117 true"],
])("%s", (fragment, expected) => {
  expect(told(fragment)).toEqual([expected]);
});

test("a text with a comma and a special space in quotation marks is a text", () => {
  expect(told('areas: [{ id: A, title: "Tư tưởng, đạo\u00a0đức", max: 100 }]')).toEqual([]);
});

test("what is ranked by other keys needs no word on points beyond the max", () => {
  const clamped = "areas: [{ id: A, max: 100 }, { id: B, max: 10, bonus: true }]\ntotal: { max: 100, clamp: true }\n";
  expect(told(clamped)).toEqual(["R803 total"]);
  expect(told(`${clamped}ranking: { by: [A, -B] }`)).toEqual([]);
  expect(told(`${clamped}ranking: { number: dense }`)).toEqual(["R803 ranking"]);
});
