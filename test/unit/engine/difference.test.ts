// LANGUAGE.md 1.1: a figure of the office that is not ours is told with what ours is made of.
import { expect, test } from "vitest";
import { computed } from "./results.ts";

test.each([
  ["total", "total", "A 60 + B 30 = 90"],
  ["an area", "A", "A1 40 + A2 20 = 60"],
  ["a band, by the total", "band", "A 60 + B 30 = 90"],
])("%s", (_, compare, derivation) => {
  const column = compare === "band" ? "text" : "number";
  const { report } = computed(
    `
period: year
missing: incomplete
columns: { cua_ho: { type: ${column}, compare: ${compare} } }
areas:
  - { id: A, max: 60, items: [{ id: A1, max: 40 }, { id: A2, max: 20 }] }
  - { id: B, max: 40 }
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: kem }]
`,
    `ma cua_ho A1 A2 B\nn ${compare === "band" ? "kem" : 1} 40 20 30`,
  );
  expect(report.periods[0]?.differences.map((each) => each.derivation)).toEqual([derivation]);
});
