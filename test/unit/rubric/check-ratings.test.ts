// Several ratings of one subject: what a rubric may say of them, and where.
import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const columns = `columns:
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
  role: { type: choice, values: [own, branch], of: rating, required: true }
`;
const found = (ratings: string, more = "") => {
  const rubric = `${columns}ratings: { by: rater, ${ratings} }\n${more}`;
  return compileText(rubric).found.map(({ code, at }) => `${code} ${at}`);
};
const mean = "level: item, combine: mean";

test("a sound statement of ratings is planned", () => {
  const { plan, found: none } = compileText(
    `${columns}ratings: { by: rater, role: role, level: total, combine: { weights: { own: 40%, branch: 0.6 } }, absent: renormalise, at_least: 2 }`,
  );
  expect(none).toEqual([]);
  expect(plan?.ratings).toMatchObject({ by: 3, role: 5, level: "total", absent: "renormalise", atLeast: 2 });
});

test("a single rating's columns and cells are for items, `accept` and those who rate", () => {
  const items =
    "areas:\n  - { id: A, max: 60 }\n  - { id: B, value: raw.A / 2, max: 40, min: 0, zero_if: 'role == \"own\"' }\n";
  expect(found(mean, items)).toEqual([]);
  expect(found(`${mean}, accept: raw.A > 0 && role == "own", otherwise: ignore`)).toEqual([]);
  const rule = (when: string) => `rules: [{ id: r, when: '${when}', set: poor }]\n`;
  expect(found(mean, rule('rater == "x"'))).toEqual(["R319 rater"]);
  expect(found(mean, rule("raw.A < 3"))).toEqual(["R319 raw"]);
  expect(found(mean, rule("A < 3"))).toEqual([]);
  const area = "areas: [{ id: G, max: 100, zero_if: 'role == \"own\"', items: [{ id: A, max: 100 }] }]\n";
  expect(found(mean, area)).toEqual(["R319 role"]);
});

test("items that apply to some ratings only exclude each other within a rater's total, and are added when combined", () => {
  const variants = `areas:
  - { id: A, max: 100, when: 'role == "own"' }
  - { id: B, max: 100, when: 'role != "own"' }
`;
  expect(found("level: total, combine: mean", variants)).toEqual([]);
  expect(found(mean, variants)).toEqual(["R319 role", "R319 role"]);
});

test("with `level: total` areas and items have no combined score", () => {
  const total = "level: total, combine: mean";
  expect(found(total, "rules: [{ id: r, when: A < 3, set: poor }]\n")).toEqual(["R319 A"]);
  expect(found(total, "rules: [{ id: r, when: full.A < 3, set: poor }]\n")).toEqual(["R319 full"]);
  expect(found(total, "rules: [{ id: r, when: unclamped < 3, set: poor }]\n")).toEqual([]);
  expect(found(total, "ranking: { by: [unclamped, A] }\n")).toEqual(["R708 A"]);
});

test("a sum of ratings may pass every max", () => {
  const clamp = "total: { max: 100 }\n";
  expect(found(mean, clamp)).toEqual([]);
  expect(found("level: item, combine: sum", clamp)).toEqual(["R802 total"]);
  expect(found("level: total, combine: sum", clamp)).toEqual(["R802 total"]);
});

test("the note on groups of different size is about a column of the raters that must differ from one of the subject", () => {
  const accept = (text: string) => found(`${mean}, accept: ${text}, otherwise: ignore`).map((line) => line.slice(0, 4));
  expect(accept("bloc != rater_bloc")).toEqual(["R711"]);
  expect(accept('bloc != rater_bloc && role == "own"')).toEqual(["R711"]);
  expect(accept("bloc == rater_bloc")).toEqual([]);
  expect(accept('rater_bloc != "K1"')).toEqual([]);
});
