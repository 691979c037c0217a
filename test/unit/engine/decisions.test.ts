// LANGUAGE.md 1.9: what the authority decides.
import { expect, test } from "vitest";
import type { Decision } from "../../../src/model/given.ts";
import { compile } from "../../reference/compile.ts";
import { reportOf } from "./results.ts";

const rubric = `schema: 1
id: r
version: "1"
subject: { key: ma }
period: year
missing: incomplete
columns: { khoi: { type: text, required: true }, nghi: { type: flag, default: false } }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: kem }]
rules: [{ id: nghi, when: nghi, not_rated: nghỉ }]
awards: [{ id: co, top: 1, within: [khoi], ties: open }]
`;
const decision = (key: string, action: Decision["action"], value: string): Decision => ({
  ...{ key, action, value, period: "2026", reason: "bỏ phiếu", authority: "Ban Chấp hành", date: "" },
  ...{ file: "quyet-dinh.csv", line: 2, ordinals: new Map() },
});

function awarded(decisions: readonly Decision[], sheet: string, award = "top: 1") {
  const { plan } = compile(rubric.replace("top: 1", award));
  const [period] = reportOf(plan, sheet, { decisions }).periods;
  return {
    holders: period && [...period.results].filter(({ awards }) => awards.includes("co")).map(({ key }) => key),
    outcomes: period?.awards.map(({ scope, winners, open }) => [scope.join(), winners.join(), open.join()]),
  };
}

test("an award that is decided reaches somebody without a band, and takes a place", () => {
  const sheet = "ma khoi nghi A\na x - 90\nb x - 90\nc x x 80\nd y - -";
  expect(awarded([], sheet)).toEqual({ holders: [], outcomes: [["x", "", "a,b"]] });
  expect(awarded([decision("c", "award", "co"), decision("d", "award", "co")], sheet)).toEqual({
    holders: ["c", "d"],
    outcomes: [
      ["x", "c", ""],
      ["y", "d", ""],
    ],
  });
});

test("somebody with a decided band and no total comes behind those who have one", () => {
  const { outcomes } = awarded([decision("a", "set_band", "tot")], "ma khoi nghi A\na x - -\nb x - 60");
  expect(outcomes).toEqual([["x", "b", ""]]);
});

test("a tie stays open for the places that decisions leave", () => {
  const sheet = "ma khoi nghi A\na x - 90\nb x - 90\nc x - 90\nd x - 80";
  const outcome = (...decided: readonly string[]) =>
    awarded(
      decided.map((key) => decision(key, "award", "co")),
      sheet,
      "top: 2",
    ).outcomes;
  expect(outcome()).toEqual([["x", "", "a,b,c"]]);
  expect(outcome("a")).toEqual([["x", "a", "b,c"]]);
  expect(outcome("a", "c")).toEqual([["x", "a,c", ""]]);
});

test("somebody whom a decision rates without a total, in a year of which nothing counts, has nothing to be classed by", () => {
  const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: quarter
missing: incomplete
columns: { nghi: { type: flag, default: false } }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: kem }]
rules: [{ id: nghi, when: nghi, not_rated: nghỉ }]
rollups: [{ period: year, of: quarter, score: mean, missing: skip }]
`);
  const given = { period: "2026", decisions: [decision("a", "rate", "")] };
  const result = reportOf(plan, "ma period nghi A\na 2026-Q1 x 90", given).periods[0]?.results.at(0);
  expect(result?.state).toBe("incomplete");
  expect(result?.reason).toMatchObject({ kind: "decided", before: { kind: "nothing_applies" } });
  expect(result?.decisions).toHaveLength(1);
});

test("a decision that somebody is rated cancels the rule that says otherwise, and the points decide", () => {
  const { plan } = compile(rubric);
  const decisions = [decision("a", "rate", "")];
  const [period] = reportOf(plan, "ma khoi nghi A\na x x 90\nb x x 90", { decisions }).periods;
  expect(Array.from(period?.results ?? [], ({ key, state, band }) => [key, state, band])).toEqual([
    ["a", "rated", 0],
    ["b", "not_rated", undefined],
  ]);
});

test("nobody is marked whom no decision is about", () => {
  const { plan } = compile(rubric);
  const decisions = [decision("a", "no_award", "co")];
  const [period] = reportOf(plan, "ma khoi nghi A\na x - 90\nb x - 80", { decisions }).periods;
  expect(Array.from(period?.results ?? [], ({ key, marks }) => [key, ...marks])).toEqual([["a", "decided"], ["b"]]);
});
