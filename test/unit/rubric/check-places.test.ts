// A mistake is shown where it stands, with the other half.
import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const places = (fragment: string) => compileText(fragment).found.map(({ code, at }) => [code, at]);

test.each([
  [
    "columns:\n  unit: { type: text, required: true }\nranking: { within: [unit, untis], by: [total] }",
    "R103",
    "untis",
  ],
  ["ranking: { by: [total, totall] }", "R404", "totall"],
  ["bands:\n  - { id: a, from: 50 }\n  - { id: b, from: 60 }\n  - { id: c }", "R203", "60"],
  ["rules: [{ id: r, when: band == 'good', set: poor }]", "R319", "band"],
  ["rules: [{ id: r, when: A > 1, set: '=\"goood\"' }]", "R309", '"goood"'],
  ["areas: [{ id: A, max: 100, when: full_name == 'x' }]", "R319", "full_name"],
])("%s", (fragment, code, at) => {
  expect(places(fragment)).toContainEqual([code, expect.stringContaining(at)]);
});

const year = (rest: string) => `columns:
  unit: { type: text, required: true }
rollups:
  - { period: year, of: quarter, missing: skip, ${rest} }
`;

test("a rollup's expressions read periods, the latest and what rolls up", () => {
  expect(
    places(year("score: mean, rules: [{ id: r, when: 'A > 10 && latest.unit == \"x\"', at_most: poor }]")),
  ).toEqual([]);
  expect(
    places(year("score: mean, rules: [{ id: r, when: 'periods.exists(p, p.band == \"poor\")', at_most: poor }]")),
  ).toEqual([]);
  expect(places(year("score: average * 0.9"))).toEqual([]);
  expect(places(year("score: mean, rules: [{ id: r, when: 'unit == \"x\"', at_most: poor }]"))).toEqual([
    ["R319", "unit"],
  ]);
  expect(places(year("score: best, rules: [{ id: r, when: A > 10, at_most: poor }]"))).toEqual([["R319", "A"]]);
  expect(places(year("score: best, ranking: { by: [total, -A] }"))).toEqual([["R606", "-A"]]);
});

test("a ranking that needs areas is not taken over by a rollup without them", () => {
  expect(places(`${year("score: best")}ranking: { by: [total, A] }\n`)).toEqual([["R606", "score"]]);
});

test("a header may be shared by items that exclude each other", () => {
  const items = (second: string) => `columns:
  leader: { type: flag, default: false }
areas:
  - { id: A, max: 100, when: leader, column: Điểm }
  - { id: B, max: 100, when: "${second}", column: diem }
`;
  expect(places(items("!leader"))).toEqual([]);
  expect(places(items("leader || !leader"))).toContainEqual(["R119", "diem"]);
});

test("ids of Object are ids like any other", () => {
  const fragment = `columns:
  constructor: { type: number, required: true }
areas:
  - { id: toString, max: 50 }
  - { id: valueOf, max: 50, value: raw.toString + constructor }
rules: [{ id: hasOwnProperty, when: constructor > 5, set: poor }]
`;
  expect(places(fragment)).toEqual([["R125", "valueOf"]]);
});
