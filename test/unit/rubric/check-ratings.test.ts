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
const mean = "level: item, blank: incomplete, combine: mean";

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

const sums = ["item, blank: incomplete", "total"].map((level) => `level: ${level}, combine: sum, at_least: 3`);

test("a sum of ratings may pass every max", () => {
  const clamp = "total: { max: 100 }\n";
  expect(found(mean, clamp)).toEqual([]);
  for (const sum of sums) expect(found(sum, clamp)).toEqual(["R715 sum", "R802 total"]);
});

test("bands on the scale of one rating do not fit a sum, unless it is cut there", () => {
  for (const sum of sums) {
    const { found: warned } = compileText(`${columns}ratings: { by: rater, ${sum} }\n`);
    expect(warned.map(({ code, message }) => [code, message])).toEqual([
      [
        "R715",
        "`combine: sum` adds up the ratings of a subject, so its total can pass the max 100, which is that of one rating: two ratings of 25 reach `good` (from 50)",
      ],
    ]);
    expect(found(sum, "total: { max: 100, clamp: true }\nranking: { by: [total] }\n")).toEqual([]);
    expect(found(sum, "bands: [{ id: good, from: 210 }, { id: fair, from: 90 }, { id: poor }]\n")).toEqual([]);
    expect(found(sum, "bands: [{ id: all }]\n")).toEqual([]);
    const votes = "total: { max: 1, clamp: false }\nbands: [{ id: chosen, from: 1 }, { id: other }]\n";
    expect(found(sum, `areas: [{ id: A, yes: 1 }]\n${votes}`)).toEqual([]);
    expect(found(sum, `areas: [{ id: A, max: 1 }]\n${votes}`)).toEqual(["R715 sum"]);
  }
  expect(found(mean)).toEqual([]);
});

test("in a sum an absent rating is as good as a 0, unless so many are needed", () => {
  const bands = "bands: [{ id: good, from: 210 }, { id: poor }]\n";
  expect(found("level: item, blank: incomplete, combine: sum", bands)).toEqual(["R716 sum"]);
  expect(found("level: item, blank: incomplete, combine: sum, at_least: 1", bands)).toEqual(["R716 sum"]);
});

test("no expression takes the max of one rating for that of a sum", () => {
  const bands = "bands: [{ id: good, from: 210 }, { id: poor }]\n";
  const divides = (ratings: string, by: string, more = bands): readonly string[] =>
    found(ratings, `${more}rules: [{ id: r, when: "1 / (${by}) < 1", at_most: poor }]\n`);
  const low = "bands: [{ id: good, from: 50 }, { id: poor }]\n";
  const clamped = `total: { max: 100, clamp: true }\nranking: { by: [total] }\n${low}`;
  for (const name of ["total", "unclamped", "A"]) {
    expect(divides("level: item, blank: incomplete, combine: mean, at_least: 3", `${name} - 200`, low)).toEqual([]);
    expect(divides("level: item, blank: incomplete, combine: sum, at_least: 3", `${name} - 200`)).toEqual([
      `R316 ${name} - 200`,
    ]);
  }
  expect(divides("level: total, combine: sum, at_least: 3", "total - 200")).toEqual(["R316 total - 200"]);
  for (const sum of sums) {
    expect(divides(sum, "total - 200", clamped)).toEqual([]);
    expect(divides(sum, "unclamped - 200", clamped)).toEqual(["R316 unclamped - 200"]);
  }
  expect(divides("level: item, blank: incomplete, combine: sum, at_least: 3", "full.A - 200")).toEqual([]);
  const yearly = (by: string) =>
    found(
      "level: item, blank: incomplete, combine: sum, at_least: 3",
      `${bands}rollups: [{ period: year, of: quarter, score: mean, missing: skip, rules: [{ id: r, when: "1 / (${by}) < 1", at_most: poor }] }]\n`,
    );
  for (const by of ["average - 200", "total - 200"]) expect(yearly(by)).toEqual([`R316 ${by}`]);
});

test("the note on groups of different size is about a column of the raters that must differ from one of the subject", () => {
  const accept = (text: string) => found(`${mean}, accept: ${text}, otherwise: ignore`).map((line) => line.slice(0, 4));
  expect(accept("bloc != rater_bloc")).toEqual(["R711"]);
  expect(accept('bloc != rater_bloc && role == "own"')).toEqual(["R711"]);
  expect(accept("bloc == rater_bloc")).toEqual([]);
  expect(accept('rater_bloc != "K1"')).toEqual([]);
  // Nobody scores himself: a rater is no group.
  expect(accept("rater != code")).toEqual([]);
  expect(accept("rater != code && bloc != rater_bloc")).toEqual(["R711"]);
});
