// LANGUAGE.md 1.3: a blank of one rater, raters who are far apart, and roles that must have scored.
import { describe, expect, test } from "vitest";
import { compileText } from "../rubric/compile-text.ts";
import { each, results } from "./results.ts";

const rubric = (missing: string, ratings: string): string => `
period: year
language: en
codes: { KPS: skip_total, NO: incomplete }
columns:
  ai: { type: text, required: true, of: rating }
  vai: { type: choice, values: [sep, ban], default: ban, of: rating }
areas: [{ id: A, max: 10, missing: ${missing} }, { id: B, max: 10, missing: zero }]
total: { max: 20, clamp: false }
bands: [{ id: tot, from: 10 }, { id: yeu }]
ratings: { by: ai, combine: mean, ${ratings} }
`;
const outcome = (missing: string, ratings: string, ...rows: string[]): string => {
  const { x } = results(rubric(missing, ratings), ["ma ai vai A B", ...rows.map((row) => `x ${row}`)].join("\n"));
  return x?.state === "rated" ? x.total : `${x?.state}: ${x?.reason}`;
};
const left = "level: item, blank: leave_out";

describe("a blank of one rater", () => {
  test.each([
    ["leaves that rater out of that item", "zero", left, ["p - 8 4", "q - - 6"], "13"],
    [
      "or leaves the subject incomplete",
      "zero",
      "level: item, blank: incomplete",
      ["p - 8 4", "q - - 6"],
      "incomplete: no score: A",
    ],
    ["nobody scored it: it is what the item says, nothing", "zero", left, ["p - - 4", "q - - 6"], "5"],
    ["full points", "full", left, ["p - - 4", "q - - 6"], "15"],
    ["skipped, so that the total is scaled up", "skip_total", left, ["p - - 4", "q - - 6"], "10"],
    ["or no result yet", "incomplete", left, ["p - - 4", "q - - 6"], "incomplete: too few ratings: A (0 of 1 needed)"],
    ["a code word is no blank: all said so", "zero", left, ["p - KPS 4", "q - KPS 6"], "10"],
    ["a code word and a blank: what the item says", "full", left, ["p - KPS 4", "q - - 6"], "15"],
    ["a code word for a score that is owed", "zero", left, ["p - NO 4", "q - 8 6"], "incomplete: no score: A"],
    [
      "too few are left",
      "zero",
      `${left}, at_least: 2`,
      ["p - 8 4", "q - - 6"],
      "incomplete: too few ratings: A (1 of 2 needed)",
    ],
  ])("%s", (_, missing, ratings, rows, expected) => {
    expect(outcome(missing, ratings, ...rows)).toBe(expected);
  });
});

test("an item that all skip, but not all from the total, is skipped from its area", () => {
  const text = `
period: year
missing: incomplete
codes: { KPS: skip_total, NHOM: skip_area }
columns: { ai: { type: text, required: true, of: rating } }
areas: [{ id: A, max: 20, items: [{ id: A1, max: 10 }, { id: A2, max: 10 }] }, { id: B, max: 80 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: yeu }]
ratings: { by: ai, level: item, blank: incomplete, combine: mean }
`;
  const shown = results(text, "ma ai A1 A2 B\nx p KPS 5 80\nx q NHOM 5 80\ny p KPS 5 80\ny q KPS 5 80");
  expect(each(shown, "total")).toEqual({ x: "90", y: "94.444444" });
});

describe("raters too far apart", () => {
  test.each([
    ["as far as they may be", "level: item, blank: incomplete, max_spread: 5", ["p - 8 4", "q - 8 9"], "14.5"],
    [
      "further",
      "level: item, blank: incomplete, max_spread: 4.5",
      ["p - 8 4", "q - 8 9"],
      "incomplete: raters more than 4.5 apart: p 12, q 17",
    ],
    [
      "of equals the first by name is told",
      "level: total, max_spread: 1",
      ["b - 1 1", "c - 9 9", "a - 1 1"],
      "incomplete: raters more than 1 apart: a 2, c 18",
    ],
    ["with one rater", "level: total, max_spread: 0", ["p - 8 4"], "12"],
  ])("%s", (_, ratings, rows, expected) => {
    expect(outcome("zero", ratings, ...rows)).toBe(expected);
  });
});

describe("a role that must have scored", () => {
  const must = `${left}, role: vai, must: [sep]`;
  test.each([
    ["has", ["p sep 8 4", "q ban 6 4"], "11"],
    ["has not", ["p ban 8 4"], "incomplete: no score by: sep"],
    ["has a row, but no score in it", ["p ban 8 4", "q sep - -"], "incomplete: no score by: sep"],
  ])("%s", (_, rows, expected) => {
    expect(outcome("zero", must, ...rows)).toBe(expected);
  });

  test.each([
    ["must: [sep]", ["R706"]],
    ["role: vai, must: [thay]", ["R707"]],
    ["role: vai", ["R709"]],
  ])("%s", (ratings, codes) => {
    const columns =
      "columns:\n  ai: { type: text, required: true, of: rating }\n  vai: { type: choice, values: [sep, ban], default: ban, of: rating }\n";
    const { found } = compileText(
      `${columns}ratings: { by: ai, combine: mean, level: item, blank: incomplete, ${ratings} }`,
    );
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});
