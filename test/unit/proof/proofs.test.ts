// LANGUAGE.md 3: what can be said of a rubric without any sheet, and what cannot.
import { describe, expect, test } from "vitest";
import { proofLines } from "../../../src/proof/report.ts";
import { proofsOfTotals, rememberedProofs } from "../../../src/proof/total-proofs.ts";
import { compile } from "../../reference/compile.ts";

const lines = (
  rest: string,
  areas = "[{ id: A, max: 60 }, { id: B, max: 40, counts: true }]",
  ofTotals = proofsOfTotals,
): readonly string[] =>
  proofLines(
    compile(`schema: 1
id: r
version: "1"
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  late: { type: number, min: 0, max: 10, default: 0 }
  kind: { type: choice, values: [x, y, z], default: x }
  leader: { type: flag, default: false }
areas: ${areas}
total: { max: 100, clamp: false }
${rest.includes("bands:") ? "" : "bands: [{ id: best, from: 90 }, { id: good, from: 50 }, { id: poor }]"}
${rest}
`).plan,
    ofTotals,
  ).map(({ en }) => en);

const about = (rest: string): readonly string[] => lines(rest).filter((line) => !line.includes("totals"));
const rule = (when: string, effect = "at_most: good"): readonly string[] =>
  about(`rules: [{ id: r, when: '${when}', ${effect} }]`);

describe("a rule", () => {
  test.each([
    ["A > 60", "A is at most 60"],
    ["70 <= A", "A is at most 60"],
    ["late < 0", "late is at least 0"],
    ["late == 11", "late is at most 10"],
  ])("%s never fires, as %s", (when, limit) =>
    expect(rule(when)).toEqual([`rule r can never fire: ${when}; ${limit}`]),
  );

  const areas = (a: string, b = "{ id: B, max: 40 }"): string => `[{ id: A, max: 60, ${a} }, ${b}]`;
  const inAreas = (when: string, ...written: Parameters<typeof areas>): readonly string[] =>
    lines(`rules: [{ id: r, when: '${when}', at_most: good }]`, areas(...written)).filter((line) => /\br\b/.test(line));
  const two = "items: [{ id: A1, max: 40 }, { id: A2, yes: 20 }]";

  test.each([
    ["A > 60", two, "A is at most 60"],
    ["A > 60", `clamp: true, items: [{ id: A1, max: 70 }]`, "A is at most 60"],
    ["A < 0", two, "A is at least 0"],
    ["total > 100", two, "total is at most 100"],
    ["unclamped < 0", two, "unclamped is at least 0"],
    [
      "A1 > 2",
      "items: [{ id: A1, max: 1.5, round: { to: 1, mode: half_up } }, { id: A2, max: 58.5 }]",
      "A1 is at most 2",
    ],
  ])("%s never fires with %s, as %s", (when, a, limit) =>
    expect(inAreas(when, a)).toEqual([`rule r can never fire: ${when}; ${limit}`]),
  );

  const falls = (when: string): readonly string[] => [`a better score can lead to a worse band by rule r: ${when}`];
  test.each([
    ["A > 60", `${two.slice(0, -1)}, { id: A3, bonus: true, max: 5 }]`],
    ["total > 100", two, "{ id: B, max: 40 }, { id: C, bonus: true, max: 5 }"],
    ["A > 60", "items: [{ id: A1, max: 58.5 }, { id: A2, max: 1.5, round: { to: 1, mode: half_up } }]"],
    ["A > 60", "combine: mean, items: [{ id: A1, max: 40, missing: skip_area }, { id: A2, max: 80 }]"],
    ["A > 60", 'items: [{ id: A1, max: 60, value: "late * 7", clamp: false }]'],
    ["total < 0", two, "{ id: B, max: 40, min: -5 }"],
    ["A1 >= 2", "items: [{ id: A1, max: 1.5, round: { to: 1, mode: half_up } }, { id: A2, max: 58.5 }]"],
  ])("%s may fire with %s %s", (when, ...written) =>
    expect(inAreas(when, ...(written as [string]))).toEqual(when.includes("<") ? [] : falls(when)),
  );

  test.each([
    "late > 4 && late < 3",
    "late < 0 || late > 10",
    'kind == "x" && kind == "y"',
    "leader && !leader",
    "total > 50 && total < 40",
    "late != 3 && late == 3",
  ])("%s never fires", (when) => expect(rule(when)).toEqual([`rule r can never fire: ${when}`]));

  test.each(["late >= 0 || leader", 'kind != "x" || kind != "y"', "late <= 10", "A >= 0"])("%s always fires", (when) =>
    expect(rule(when)).toEqual([`rule r always fires: ${when}`]),
  );

  test.each(["late > 4 || late < 3", "late > 9.5", 'kind == "z" && leader', "late + 1 > 3 && late < 2", "A < 60"])(
    "%s may fire",
    (when) => expect(rule(when)).toEqual([]),
  );
});

describe("two rules", () => {
  const pair = (one: string, other: string): readonly string[] =>
    about(`rules: [{ id: r, ${one} }, { id: s, ${other} }]`);
  test("contradict each other where somebody can be under both", () => {
    const expected = "rules r and s contradict each other where both hold";
    expect(pair("when: leader, at_least: best", "when: late > 3, at_most: good")).toEqual([expected]);
    expect(pair("when: leader, set: poor", "when: late > 3, set: good")).toEqual([expected]);
  });
  test("do not where nobody can, or where they agree", () => {
    expect(pair("when: late > 3, at_least: best", "when: late < 2, at_most: good")).toEqual([]);
    expect(pair("when: leader, at_least: good", "when: late > 3, at_most: best")).toEqual([]);
    expect(pair("when: leader, set: poor", "when: late > 3, set: poor")).toEqual([]);
  });
  test("may, as far as scores say", () => {
    expect(pair("when: A > 50, at_least: best", "when: late > 3, at_most: good")).toEqual([
      "rules r and s would contradict each other if both held",
    ]);
  });
});

describe("a better score", () => {
  const falls = "a better score can lead to a worse band";
  test.each([
    ["total >= 90", "set: good"],
    ["A > 50", "at_most: good"],
    ["A < 50", "at_least: good"],
  ])("%s, %s: can be worse", (when, effect) => expect(rule(when, effect)).toEqual([`${falls} by rule r: ${when}`]));

  test.each([
    ["A < 50", "at_most: good"],
    ["A * 2 < full.A || late > 3", "at_most: good"],
    ["min(A, B) > 30", "at_least: good"],
    ["!(A + B > 30)", "set: poor"],
    ["leader", "set: good"],
  ])("%s, %s: never is", (when, effect) => expect(rule(when, effect)).toEqual([]));

  test.each(["A == 50", "B - 2 * A < 30", "raw.A > 3 ? A < 3 : B < 3"])("%s is not decided", (when) => {
    const sentence = "not decided: whether a better score can lead to a worse band by";
    expect(rule(when)).toEqual([`${sentence} r: ${when}`]);
    expect(rule(when, "at_most: good, title: Late work")).toEqual([`${sentence} Late work: ${when}`]);
  });

  test("may make up for what a value loses by it", () => {
    const areas = "[{ id: A, max: 60 }, { id: B, max: 40, min: 0, value: 'max(40 - A, 0)' }]";
    expect(lines("", areas).filter((line) => line.includes("worse"))).toEqual([
      "not decided: whether a better score can lead to a worse band by B: max(40 - A, 0)",
    ]);
    const zeroed = "[{ id: A, max: 60 }, { id: B, max: 40, zero_if: A > 50 }]";
    expect(lines("", zeroed)).toContain(`${falls} by B: A > 50`);
  });

  test("can miss what a band requires", () => {
    const bands = (require: string) =>
      `bands: [{ id: best, from: 90, require: "${require}", otherwise: next }, { id: good, from: 50 }, { id: poor }]`;
    expect(about(bands("A < 55"))).toEqual([`${falls} by what best requires: A < 55`]);
    expect(about(bands("A == full.A && B > 3"))).toEqual([]);
  });
});

test("totals, thresholds and items that decide nothing", () => {
  const areas = "[{ id: A, max: 60, step: 20 }, { id: B, levels: { all: 39, none: 0 } }, { id: C, yes: 1 }]";
  expect(lines("", areas)).toEqual([
    "with every cell filled there are 14 totals, from 0 to 100",
    "no total is exactly 90, where best begins: the next one is 99",
    "no total is exactly 50, where good begins: the next one is 59",
    "C alone never changes a band by its points",
  ]);
  expect(lines("rules: [{ id: r, when: C < 1, at_most: good }]", areas)).toHaveLength(3);
});

test("what is proved of totals once holds for rubrics with the same points, and the items that each asks about are its own", () => {
  const areas = "[{ id: A, max: 60, step: 20 }, { id: B, levels: { all: 39, none: 0 } }, { id: C, yes: 1 }]";
  const rules = "rules: [{ id: r, when: C < 1, at_most: good }]";
  const bands = "bands: [{ id: best, from: 80 }, { id: good, from: 50 }, { id: poor }]";
  const proofs = rememberedProofs();
  for (const rest of ["", rules, "", bands, rules]) expect(lines(rest, areas, proofs)).toEqual(lines(rest, areas));
});

describe("items that decide nothing", () => {
  const idle = (areas: string): readonly string[] =>
    lines("", areas).filter((line) => line.endsWith("alone never changes a band by its points"));
  const alike = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `{ id: C${at}, yes: 1 }`);

  test("are told of many that are alike, below areas too", () => {
    expect(idle(`[{ id: A, max: 90, step: 30 }, { id: C, max: 10, items: [${alike(10)}] }]`)).toHaveLength(10);
    expect(idle(`[{ id: A, max: 80, step: 40 }, { id: C, max: 20, items: [${alike(20)}] }]`)).toEqual([]);
  });
  test("are not claimed where the min of an area can cut what they take off", () => {
    const areas = (min: number): string =>
      `[{ id: A, max: 90, step: 30 }, { id: C, max: 10, min: 0, base: 3, items: [{ id: D, max: 7, step: 7 }, { id: E, max: 0, min: ${min}, step: 1 }] }]`;
    expect(idle(areas(-3))).toHaveLength(2);
    expect(idle(areas(-4))).toEqual([]);
  });
  test("are found in seconds among thousands", { timeout: 20_000 }, () => {
    const area = (at: number): string => {
      const items = Array.from({ length: 50 }, (_, item) => `{ id: I${at}x${item}, max: 0.02 }`);
      return `{ id: A${at}, max: 1, items: [${items}] }`;
    };
    expect(idle(`[${Array.from({ length: 100 }, (_, at) => area(at))}]`)).toEqual([]);
  });
});

test("a band that no total reaches, with the total from which it would be", () => {
  const areas =
    "[{ id: A, max: 60, step: 20 }, { id: B, levels: { all: 25, none: 0 } }, { id: D, max: 15, value: '0' }]";
  const bands = "bands: [{ id: best, from: 90 }, { id: good, from: 61 }, { id: poor }]";
  expect(lines(bands, areas)).toEqual([
    "with every cell filled there are 8 totals, from 0 to 85",
    "no total of filled cells lies in best: the nearest below is 85",
    "no total is exactly 61, where good begins: the next one is 65",
    "D alone never changes a band by its points",
  ]);
});

test("what only some cases cannot reach, with those cases", () => {
  const areas = `
  - { id: A, max: 60, step: { by: kind, x: 60, y: 60, z: 1 } }
  - { id: B, max: 40, step: { by: kind, x: 40, y: 40, z: 1 } }`;
  const bands = "bands: [{ id: best, from: 90 }, { id: good, from: 61 }, { id: poor }]";
  expect(lines(bands, areas)).toEqual([
    "with every cell filled there are 101 totals, from 0 to 100",
    "where kind = x or kind = y: 4 totals, from 0 to 100",
    "where kind = z: 101 totals, from 0 to 100",
    "no total of filled cells lies in good where kind = x or kind = y: the nearest below is 60",
  ]);
});

test("a band whose conditions nobody can meet, with what stands in the way", () => {
  const bands = (require: string) =>
    about(
      `bands: [{ id: best, from: 90, require: ${require}, otherwise: next }, { id: good, from: 50 }, { id: poor }]`,
    );
  const unmet = "nobody can meet what best requires";
  expect(bands('["late < 5", "A >= 61"]')).toEqual([`${unmet}: A >= 61; A is at most 60`]);
  expect(bands('["late < 5", "late > 5"]')).toEqual([`${unmet}: late < 5 && late > 5`]);
  expect(bands('["A >= 60", "late < 5"]')).toEqual([]);
});

test("totals of which only the ends are known", () => {
  const areas =
    "[{ id: A, max: 40, step: 20 }, { id: B, levels: { all: 45, none: 0 } }, { id: C, ratio: { max: 15, cap: 100%, unit: percent } }]";
  expect(lines("bands: [{ id: best, from: 101 }, { id: good, from: 50 }, { id: poor }]", areas)).toEqual([
    "no total of filled cells is below 0 or above 100",
    "no total of filled cells lies in best: none is above 100",
    "not decided: which totals there are, as C has no fixed values",
  ]);
});

test("what does not count is looked into where something asks for it", () => {
  const areas = "[{ id: A, max: 60 }, { id: B, max: 40 }, { id: C, counts: false, max: 99, value: '60 - A' }]";
  const falls = "a better score can lead to a worse band by rule r: C > 10";
  expect(lines("", areas).filter((line) => line.includes("worse"))).toEqual([]);
  expect(lines("rules: [{ id: r, when: C > 10, at_least: good }]", areas)).toContain(falls);
});
