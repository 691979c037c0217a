import { describe, expect, test } from "vitest";
import { namesIn } from "../../../src/expression/names.ts";
import { band, compile, mistakes } from "./fixture.ts";

describe("a mistake is reported at its own characters", () => {
  test.each([
    // what cannot be read
    ["A = 1", "R301 ="],
    ["A and B", "R301 and"],
    ["not leader", "R301 leader"],
    ["A > ", "R301 "],
    ["", "R301 "],
    ["(A + 1", "R301 "],
    ['name == "x', 'R301 "x'],
    ["name == “x”", "R301 “"],
    ["Điểm > 1", "R301 Đ"],
    ["A > 1 😀", "R301 😀"],
    ["0,5 * A", "R301 ,"],
    ["while > 1", "R301 while"],
    ["periods.all(1, true)", "R301 1"],
    // unknown things
    ["a1 + A", "R303 a1"],
    ["constructor > 1", "R303 constructor"],
    ["total > 1", "R319 total"],
    ["raw.B > 1", "R304 B"],
    ["raw.constructor > 1", "R304 constructor"],
    ["periods.exists(p, p.totl > 1)", "R304 totl"],
    ["sum(periods, totl)", "R304 totl"],
    ["rnd(A, 1)", "R305 rnd"],
    ["has(raw.A)", "R305 has"],
    ['name.startsWith("x")', "R305 startsWith"],
    ["constructor(1)", "R305 constructor"],
    // arguments
    ["round(A)", "R306 round"],
    ["round(A, 0,1)", "R306 round"],
    ["A.round(1)", "R306 round"],
    ["all(periods, p, true)", "R306 all"],
    ["periods.all(p)", "R306 all"],
    ["periods.map(p, true, 1)", "R306 map"],
    ["recent()", "R306 recent"],
    ["sum(recent(0), total)", "R307 0"],
    ['sum(recent("1"), total)', 'R307 "1"'],
    ["round(A, 0)", "R307 0"],
    ["round(A, n)", "R307 n"],
    ["clamp(A, 5, 3)", "R307 3"],
    ["clamp(A, 0, leader)", "R307 leader"],
    ["min(A, leader)", "R307 leader"],
    ["min(A)", "R307 A"],
    ["sum(periods, band)", "R307 band"],
    ["sum(periods, total, late)", "R306 sum"],
    ["min(periods, total, late)", "R307 late"],
    ["sum(periods)", "R307 periods"],
    ["sum(periods, 1)", "R307 1"],
    ["size(name)", "R307 name"],
    ["count(periods, 1, true)", "R307 1"],
    ["count(periods, p, p.total)", "R307 p.total"],
    ["consecutive(unit, r, r.on)", "R307 unit"],
    ['atLeast(A, "good")', "R307 A"],
    ["atLeast(band, name)", "R307 name"],
    ["days(joined, A)", "R307 A"],
    // operands
    ["A + leader", "R307 leader"],
    ["leader && A", "R307 A"],
    ["!A", "R307 A"],
    ["-name", "R307 name"],
    ["A ? 1 : 2", "R307 A"],
    ["(A + B) && leader", "R307 A + B"],
    ["periods.total", "R307 periods"],
    ["unit.band", "R307 unit"],
    ["periods[0]", "R307 periods"],
    ["people[name]", "R307 people"],
    ["unit[A]", "R307 A"],
    ["A in unit", "R307 A"],
    ["name in people", "R307 people"],
    ['[1, "a"]', 'R307 "a"'],
    // comparisons
    ["A == name", "R308 A == name"],
    ['A == "8"', 'R308 A == "8"'],
    ["name == true", "R308 name == true"],
    ["70 <= A < 90", "R308 70 <= A < 90"],
    ["((A) + (B)) == leader", "R308 ((A) + (B)) == leader"],
    ["( A ) == leader", "R308 ( A ) == leader"],
    ["name < discipline", "R308 name < discipline"],
    ["discipline == bloc", "R308 discipline == bloc"],
    ["joined > A", "R308 joined > A"],
    ["periods == periods", "R308 periods == periods"],
    ["A in [true]", "R308 A in [true]"],
    // values
    ['discipline != "nonne"', 'R309 "nonne"'],
    ['"nonne" != discipline', 'R309 "nonne"'],
    ['discipline in ["none", "wrned"]', 'R309 "wrned"'],
    ['(leader ? "none" : "wrned") == discipline', 'R309 "wrned"'],
    ['(leader ? discipline : "wrned") == "none"', 'R309 "wrned"'],
    ['band == "god"', 'R309 "god"'],
    ['atLeast(band, "god")', 'R309 "god"'],
    ['periods.exists(p, p.band == "god")', 'R309 "god"'],
    ['unit["x"].band == "god"', 'R309 "god"'],
    ['band < "good"', 'R310 band < "good"'],
    ["leader ? 1 : name", "R311 1 : name"],
    ['joined < "2026-02-30"', 'R314 "2026-02-30"'],
    ['days(joined, "31/12/2026")', 'R314 "31/12/2026"'],
    // what CEL has and this language has not
    ["20%", "R313 %"],
    ["20% * A", "R313 %"],
    ["(A) % 2", "R313 %"],
    ['{"a": 1}', 'R315 {"a": 1}'],
    ['b"x"', 'R315 b"x"'],
    ["null == A", "R315 null"],
    ["1u + A", "R315 1u"],
    ["1e300 + A", "R315 1e300"],
    ["[] == A", "R315 []"],
    // names of variables
    ["periods.exists(A, true)", "R318 A"],
    ["periods.exists(total, true)", "R318 total"],
    ["periods.exists(p, periods.all(p, true))", "R318 p"],
  ])("%s", (text, mistake) => {
    expect(mistakes(text)).toEqual([mistake]);
  });

  test("all mistakes of an expression are reported", () => {
    expect(mistakes('a1 > 1 && discipline == "x" || A / n > name')).toEqual(["R303 a1", 'R309 "x"', "R316 n"]);
  });

  test("the advice fits the sign that was found", () => {
    const advice = (text: string) => compile(text).findings[0]?.diagnostic.parameters.advice;
    expect(advice("A = 1")).toMatchObject({ en: "equality is written `==`" });
    expect(advice("A or B")).toMatchObject({ en: "“or” is written `||`" });
    expect(advice("not leader")).toMatchObject({ en: "“not” is written `!`" });
    // A mistake near the beginning is no nearer to the end.
    expect(advice("not leader && A > 1 && A > 2 && A > 3")).toMatchObject({ en: "“not” is written `!`" });
  });

  test("near names and the values are offered", () => {
    expect(compile('discipline == "warnd"').findings[0]?.diagnostic.parameters).toMatchObject({
      suggestion: "warned",
      values: "none, warned, dismissed",
    });
    expect(compile("leder").findings[0]?.diagnostic.parameters).toMatchObject({
      suggestion: "leader",
    });
  });
});

describe("what an expression is for", () => {
  test.each([
    ["A + 1", "flag", ["R312 A + 1"]],
    ["A > 1", "number", ["R312 A > 1"]],
    ["A > 1", "flag", []],
    ["discipline", "text", []],
    ["(A)", "flag", ["R312 A"]],
  ] as const)("%s as %s", (text, expected, found) => {
    expect(mistakes(text, expected)).toEqual(found);
  });

  test("a band is wanted: texts are bands", () => {
    expect(mistakes('leader ? "good" : band', band)).toEqual([]);
    expect(mistakes('leader ? "good" : "best"', band)).toEqual(['R309 "best"']);
    expect(mistakes("A", band)).toEqual(["R312 A"]);
    const others = { kind: "band", bands: ["yes", "no"] } as const;
    expect(mistakes("band", others)).toEqual(["R312 band"]);
  });
});

describe("limits", () => {
  test.each([
    ["brackets", `${"(".repeat(3000)}A${")".repeat(3000)}`],
    ["lists", "[".repeat(9000)],
    ["negations", `${"!".repeat(9000)}leader`],
    ["spaced signs", `${"- ".repeat(4000)}A`],
    ["conditions", `${"leader ? 1 : ".repeat(700)}2`],
    ["selections", `raw${".a".repeat(4000)}`],
    ["a chain", `A${" + A".repeat(2000)}`],
  ])("%s", (_, text) => {
    expect(compile(text).findings.map(({ code }) => code)).toEqual(["R302"]);
  });

  test("a long sum, a long list of values and a long chain of guards are fine", () => {
    expect(mistakes(Array(400).fill("A").join(" + "))).toEqual([]);
    expect(mistakes(`name in [${Array(900).fill('"x"').join()}]`)).toEqual([]);
    expect(mistakes(Array(240).fill("n > 0").join(" && "))).toEqual([]);
  });

  test("guards nested in turns take no time", () => {
    let text = "n > 0";
    for (let level = 0; level < 60; level++) text = `(${text}) ${level % 2 ? "&&" : "||"} late > ${level}`;
    expect(mistakes(`${text} || A / n > 1`)).toEqual(["R316 n"]);
  });
});

test("the free names of an expression", () => {
  const names = (text: string) => [...namesIn(compile(text).checked!.expression)].sort();
  expect(names("raw.A + A > B || leader")).toEqual(["A", "B", "leader", "raw.A"]);
  expect(names("periods.exists(p, p.total > n)")).toEqual(["n", "periods"]);
  expect(names("sum(recent(3), late)")).toEqual(["recent"]);
  expect(names("unit[name].rate in [A, -B]")).toEqual(["A", "B", "name", "unit"]);
  expect(names('clamp(A, 0, 1) > 0 ? atLeast(band, "good") : !leader')).toEqual(["A", "band", "leader"]);
});
