// A formula stands where it is called as if it were written there.
import { expect, test } from "vitest";
import type { Plan } from "../../../src/model/plan.ts";
import { compileText } from "./compile-text.ts";

const rubric = (formulas: string, value: string, when: string): string => `schema: 1
id: f
version: "1"
language: en
period: quarter
missing: incomplete
subject: { key: code }
parameters: { most: { value: 20 } }
columns:
  done: { type: number, min: 0, required: true }
  given: { type: number, min: 1, required: true }
  kind: { type: choice, values: [a, b], required: true }
${formulas}
areas:
  - { id: A, max: 50, value: '${value}' }
  - { id: B, max: 50 }
total: { max: 100, clamp: false }
bands: [{ id: good, title: Good, from: 50 }, { id: poor, title: Poor }]
rules: [{ id: r, when: '${when}', set: poor }]
rollups:
  - { period: year, of: quarter, score: mean, missing: skip, alerts: [{ id: l, when: "size(periods) > 1" }] }
`;

const formulas = `formulas:
  share: { arguments: [part, whole], value: part / whole }
  points: { arguments: [x], value: "share(x, given) * most" }
  none: { value: done == 0 }
  of: { arguments: [kinds, least], value: kind in kinds && B >= least }
  high: { arguments: [list, least], value: "list.filter(i, i >= least)" }`;

const codesOf = (text: string): readonly string[] => compileText(text).found.map(({ code }) => code);

/** What an expression says, in a value and in a condition. */
const planOf = (text: string): unknown => {
  expect(codesOf(text)).toEqual([]);
  const { nodes, rules } = (compileText(text).plan as Plan).stage;
  // The text of a rule is as it was written.
  return [nodes[0]?.body, { ...rules[0], text: "" }];
};

test.each([
  ["points(done)", "done / given * 20", "none()", "done == 0"],
  ["points(done + 1) * 2", "((done + 1) / given * 20) * 2", "!none()", "!(done == 0)"],
  ["share(share(done, 2), given)", "done / 2 / given", 'of(["a"], 3)', 'kind in ["a"] && B >= 3'],
  [
    "max(points(done), 1)",
    "max(done / given * 20, 1)",
    "size(high([done, 2], 1)) > 0",
    "size([done, 2].filter(i, i >= 1)) > 0",
  ],
])("%s is %s", (called, written, condition, whole) => {
  expect(planOf(rubric(formulas, called, condition))).toEqual(planOf(rubric("", written, whole)));
});

test.each([
  // A variable of the formula would take the place of one around the call.
  ["[done, given].exists(i, size(high([i, 2], 1)) > 0)", ["R318"]],
  ["[done, given].exists(j, size(high([j, 2], 1)) > 0)", []],
  // The least is no number there.
  ['of(["a"], "b")', ["R308"]],
  ["done.points()  > 1", ["R305"]],
])("%s: %s", (condition, codes) => {
  expect(codesOf(rubric(formulas, "done", condition))).toEqual(codes);
});

test("formulas that double each other come to an end", () => {
  const chain = Array.from({ length: 40 }, (_, at) => `  f${at + 1}: { arguments: [x], value: f${at}(x) + f${at}(x) }`);
  const text = ["formulas:", "  f0: { arguments: [x], value: x }", ...chain].join("\n");
  expect(codesOf(rubric(text, "f40(done)", "done > 1"))).toEqual(["R302"]);
  expect(codesOf(rubric(text, "f4(done)", "done > 1"))).toEqual([]);
});
