// LANGUAGE.md 1.10: `items(A)` is asked of an area, in the period in which its items are scored.
import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const found = (when: string, further = ""): readonly string[] =>
  compileText(`areas:
  - { id: A, max: 60, items: [{ id: A1, max: 40 }, { id: A2, levels: { a: 20, b: 0 } }] }
  - { id: B, max: 40, items: [{ id: B1, levels: { x: 30, y: 0 } }, { id: B2, levels: { y: 10, z: 0 } }] }
rules: [{ id: r, when: '${when}', at_most: poor }]
${further}`).found.map(({ code, at }) => `${code} ${at}`);

test.each([
  "items(A).exists(i, i.score * 2 < i.full)",
  'items(B).exists(i, i.raw == "y")',
  'items(B).exists(i, i.id == "B1" && i.raw == "x")',
  "sum(items(A), score) > 3",
  "items(A).filter(i, i.score > 0).size() > mean(items(B), full)",
])("%s", (when) => expect(found(when)).toEqual([]));

test.each([
  ["items(C).exists(i, i.score > 0)", "R303 C"],
  ["items(A1).exists(i, i.score > 0)", "R307 A1"],
  ["items(A + B).exists(i, i.score > 0)", "R307 A + B"],
  ["items(A, B).exists(i, i.score > 0)", "R306 items"],
  ["A.items()", "R306 items"],
  ['items(A).exists(i, i.id == "B1")', 'R309 "B1"'],
  ['items(B).exists(i, i.raw == "t")', 'R309 "t"'],
  // Points and levels are not compared with one value.
  ["items(A).exists(i, i.raw > 3)", "R304 raw"],
  ["consecutive(items(A), i, i.score > 3) > 1", "R307 items(A)"],
])("%s", (when, expected) => expect(found(when)).toEqual([expected]));

test("an item cannot depend on the items that it is one of", () => {
  const { found: told } = compileText(`areas:
  - { id: A, max: 100, items: [{ id: A1, max: 60 }, { id: A2, max: 40, value: "items(A).size()" }] }
`);
  expect(told.map(({ code }) => code)).toEqual(["R140"]);
});

test.each([
  ["mean", "i.score > 0", []],
  // Only the rows' own period has cells and a max.
  ["mean", "i.full > 0", ["R304 full"]],
  ["best", "i.score > 0", ["R319 items"]],
])("a longer period by %s lists its items where scores add up: %s", (score, condition, expected) => {
  const year = `rollups:
  - period: year
    of: quarter
    score: ${score}
    missing: skip
    rules: [{ id: y, when: "items(A).exists(i, ${condition})", at_most: poor }]
`;
  expect(found("A > 3", year)).toEqual(expected);
});
