// An expression that is written out again means the same, and its leaves are what it reads.
import { expect, test } from "vitest";
import { leavesOf } from "../../../src/expression/leaves.ts";
import type { Expression } from "../../../src/expression/tree.ts";
import { expressionText } from "../../../src/expression/write.ts";
import { compile } from "./fixture.ts";

const tree = (text: string): Expression => compile(text).checked?.expression as Expression;

/** Written as they come out again. */
const texts = [
  "A + B * C",
  "(A + B) * C",
  "A - (B - C)",
  "A - B - C",
  "-(A + B)",
  "A / 8 * 0.7",
  "leader && !(A < 3 || B >= 2.5)",
  "leader ? A : B > 2 ? 1 : 0",
  "(leader ? A : B) + 1",
  'discipline in ["warned", "dismissed"]',
  'joined < "2026-03-31"',
  'days(joined, "2026-12-31") > 180',
  'atLeast(band, "good")',
  'periods.all(p, atLeast(p.band, "good"))',
  "count(periods, p, p.late > 0) >= 2",
  "sum(recent(3), late)",
  "raw.A >= 3",
  "min(A, B) + max(1, 2)",
  "round(A, 0.1) + clamp(B, 0, 5)",
  "name in unit && unit[name].rate < 70",
];

test.each(texts)("%s", (text) => {
  const written = expressionText(tree(text));
  expect(tree(written)).toEqual(tree(text));
});

test.each(texts)("%s keeps its form", (text) => {
  expect(expressionText(tree(text))).toBe(text);
});

test.each([
  ["A + B * 2 > A", ["A", "B"]],
  ['leader && discipline == "warned"', ["leader", "discipline"]],
  ["raw.A >= 3 ? 1 : n", ["raw.A", "n"]],
  ["name in unit && unit[name].rate < 70", ["name", "unit", "unit[name].rate"]],
  ["sum(recent(3), late) > n", ["sum(recent(3), late)", "n"]],
  ["round(A, 0.1) + min(B, C)", ["A", "B", "C"]],
  ['periods.all(p, p.band == "good") || late > 2', ['periods.all(p, p.band == "good")', "late"]],
])("%s reads %j", (text, leaves) => {
  expect(leavesOf(tree(text)).map(expressionText)).toEqual(leaves);
});
