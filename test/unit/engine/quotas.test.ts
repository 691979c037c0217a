// LANGUAGE.md 1.6: who stays in a band of which there are too many.
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { computed, each, reportOf, results } from "./results.ts";

const rubric = (quotas: string): string => `
period: year
missing: incomplete
columns:
  to: { type: text, default: t }
  khoi: { type: text, default: k }
  nghi: { type: flag, default: false }
  gioi: { type: flag, default: false }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: xs, from: 90 }, { id: tot, from: 70 }, { id: ht, from: 50 }, { id: kht }]
rules: [{ id: nghi_dai, when: nghi, not_rated: nghỉ dài }]
quotas: [${quotas}]
`;

/** People in a column, best first, named by their place: `p1`, `p2`. */
const people = (...marks: number[]): string =>
  `ma A\n${marks.map((mark, index) => `p${index + 1} ${mark}`).join("\n")}`;
const many = (count: number, mark: number): number[] => Array.from({ length: count }, () => mark);
const falling = (count: number, from: number): number[] =>
  Array.from({ length: count }, (_, index) => from - index / 10);

const inBand = (quotas: string, sheet: string, band = "xs"): string =>
  Object.entries(results(rubric(quotas), sheet))
    .filter(([, result]) => result.band === band)
    .map(([key]) => key)
    .sort()
    .join(" ");
const count = (quotas: string, sheet: string): number => inBand(quotas, sheet).split(" ").filter(Boolean).length;

const share = (of: string, basis: string, more = "round: down, ties: out"): string =>
  `{ id: q, band: xs, share: 20%, of: ${of}, basis: ${basis}, within: [], then: tot, ${more} }`;

test("where the share of the denominator is more than the room, one more would leave room for fewer", () => {
  const outcome = (quota: string, sheet: string) =>
    [...(computed(rubric(quota), sheet).report.periods[0]?.quotas ?? [])][0];
  const after = share("[tot]", "after");
  // Of 4 candidates beside 7: 3 move, and 20 % of 10 is 2; but with 2 of them 9 are left, and 20 % of 9 is 1.8.
  expect(outcome(after, people(...falling(4, 99), ...many(7, 75)))).toMatchObject({
    ...{ room: 1, denominator: 10, oneMore: { denominator: 9, room: 1 } },
  });
  expect(outcome(after, people(...falling(15, 99), ...many(25, 75)))?.oneMore).toBeUndefined();
});

describe("how many there is room for", () => {
  const fifty = people(...falling(15, 99), ...many(25, 75), ...many(8, 55), ...many(2, 20));

  test.each([
    ["a fifth of the 25 below, before anybody moves", share("[tot]", "before"), 5],
    ["a fifth of those below, once the surplus is among them", share("[tot]", "after"), 6],
    ["a fifth of both bands", share("[xs, tot]", "before"), 8],
    ["the same after, for nobody leaves the two", share("[xs, tot]", "after"), 8],
    ["a fifth of all rated", share("rated", "before"), 10],
    ["a plain count", "{ id: q, band: xs, count: 3, within: [], ties: out, then: tot }", 3],
  ])("%s", (_, quota, expected) => {
    expect(count(quota, fifty)).toBe(expected);
  });

  test.each([
    ["down", 1],
    ["half_up", 2],
    ["up", 2],
  ])("a fifth of 9 rounded %s", (round, expected) => {
    expect(count(share("rated", "before", `round: ${round}, ties: out`), people(...falling(9, 99)))).toBe(expected);
  });

  test("a share of the band itself leaves nobody, unless one in five counts up", () => {
    expect(count(share("[xs]", "after"), people(...falling(9, 99)))).toBe(0);
    expect(count(share("[xs]", "after", "round: up, ties: out"), people(...falling(9, 99)))).toBe(1);
  });

  test("who is not rated is in no denominator", () => {
    const rows = Array.from({ length: 10 }, (_, index) => `p${index} ${index < 5 ? "-" : "x"} ${99 - index}`);
    expect(count(share("rated", "before"), `ma nghi A\n${rows.join("\n")}`)).toBe(1);
  });

  test("a scope whose people all say so has the raised share", () => {
    const raised =
      "{ id: q, band: xs, share: 20%, of: rated, basis: before, within: [to], round: down, ties: out, then: tot, raise: { share: 40%, when: gioi } }";
    const rows = ["a x", "b -"].flatMap((unit) =>
      [99, 98, 97, 96, 95].map((mark) => `${unit.slice(0, 1)}${mark} ${unit} ${mark}`),
    );
    expect(inBand(raised, `ma to gioi A\n${rows.join("\n")}`)).toBe("a98 a99 b99");
  });

  test("a scope whose people do not agree about it is an error that names two of them", () => {
    const raised = "{ id: q, band: xs, count: 1, within: [], ties: out, then: tot }";
    const text = rubric(raised).replace(
      "count: 1, within: []",
      "share: 20%, of: rated, basis: before, within: [to], round: down, raise: { share: 40%, when: gioi }",
    );
    const { plan } = computed(text, "ma A\nx 1");
    const diagnostics = createDiagnostics();
    reportOf(plan, "ma gioi A\nx x 95\ny - 94", {}, diagnostics);
    expect(diagnostics.list.map(({ code, parameters }) => [code, parameters])).toEqual([
      ["A101", { quota: "q", first: "x", second: "y" }],
    ]);
  });
});

describe("equal candidates at the cut", () => {
  const cap = (ties: string): string => `{ id: q, band: xs, count: 6, within: [], ties: ${ties}, then: tot }`;
  const sheet = people(97, 96, 95, 94, 93.5, 92, 92);

  test.each([
    ["out", "p1 p2 p3 p4 p5"],
    ["in", "p1 p2 p3 p4 p5 p6 p7"],
    ["open", "p1 p2 p3 p4 p5 p6 p7"],
  ])("%s", (ties, expected) => {
    expect(inBand(cap(ties), sheet)).toBe(expected);
  });

  test("an open tie is marked", () => {
    expect(Object.values(each(results(rubric(cap("open")), sheet), "marks")).join(",")).toBe(",,,,,tie_open,tie_open");
  });

  test("a scope that turned equals away takes nobody behind them", () => {
    expect(inBand(cap("out"), people(97, 96, 95, 94, 93.5, 92, 92, 91))).toBe("p1 p2 p3 p4 p5");
  });

  test("a further key tells them apart", () => {
    const keyed = "{ id: q, band: xs, count: 1, within: [], ties: out, then: tot, order: [total, -thu_tu] }";
    const text = rubric(keyed).replace("columns:", "columns:\n  thu_tu: { type: number, min: 0, required: true }");
    expect(each(results(text, "ma thu_tu A\nx 2 95\ny 1 95"), "band")).toEqual({ x: "tot", y: "xs" });
  });
});

describe("several quotas at once", () => {
  const two = (ties = "out"): string =>
    `{ id: q1, band: xs, count: 2, within: [to], ties: ${ties}, then: tot }, { id: q2, band: xs, count: 3, within: [khoi], ties: ${ties}, then: tot }`;

  test("everybody needs room in all of them", () => {
    const sheet = "ma to khoi A\na1 a k 99\na2 a k 98\na3 a k 97\nb1 b k 96\nb2 b k 95";
    // a3 finds no room in a, though k has some; b1 takes the last place of k.
    expect(inBand(two(), sheet)).toBe("a1 a2 b1");
  });

  test("who has a full scope anyway is out before the others share what is left", () => {
    const sheet = "ma to khoi A\na1 a k 99\na2 a k 98\na3 a k 97\nb1 b k 97";
    expect(inBand(two(), sheet)).toBe("a1 a2 b1");
  });

  test("out in one is out, and leaves its place in the other to nobody of the same rank", () => {
    // In a there is room for one of the two equals, in k for two of the three: all three are out.
    const sheet = "ma to khoi A\na1 a k 99\na2 a k 97\na3 a k 97\nb1 b k 97";
    expect(inBand(two(), sheet)).toBe("a1");
  });

  test("with `in` the same three stay, and the scopes are closed", () => {
    const sheet = "ma to khoi A\na1 a k 99\na2 a k 97\na3 a k 97\nb1 b k 97\nb2 b k 96\nc1 c h 90";
    expect(inBand(two("in"), sheet)).toBe("a1 a2 a3 b1 c1");
  });
});

test("bands are worked best first: what moves down is a candidate of the next", () => {
  const chain =
    "{ id: q2, band: tot, count: 2, within: [], ties: out, then: ht }, { id: q1, band: xs, count: 1, within: [], ties: out, then: tot }";
  const shown = results(rubric(chain), people(99, 98, 80, 79));
  expect(each(shown, "band")).toEqual({ p1: "xs", p2: "tot", p3: "tot", p4: "ht" });
});

test("`before` looks at the bands before any quota, `after` at those of the moment", () => {
  const chain = (basis: string): string =>
    `{ id: q1, band: xs, count: 0, within: [], ties: out, then: tot }, { id: q2, band: tot, share: 50%, of: [tot], basis: ${basis}, within: [], round: down, ties: out, then: ht }`;
  const text = (basis: string): string => rubric(chain(basis).replace("count: 0", "count: 1"));
  const sheet = people(99, 98, 97, 80, 79);
  // Two were good before; four are once q1 has moved two down, of which half would be two at most.
  expect(each(results(text("before"), sheet), "band")).toEqual({ p1: "xs", p2: "tot", p3: "ht", p4: "ht", p5: "ht" });
  expect(each(results(text("after"), sheet), "band")).toEqual({ p1: "xs", p2: "ht", p3: "ht", p4: "ht", p5: "ht" });
});
