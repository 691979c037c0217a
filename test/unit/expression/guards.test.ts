import { describe, expect, test } from "vitest";
import { compile, mistakes } from "./fixture.ts";

describe("a divisor that cannot be 0", () => {
  test.each([
    "A / 2",
    "A / (1 / 3)",
    "A / months",
    "A / (B + 1)",
    "A / (late + 0.5)",
    "A / max(1, n)",
    "A / clamp(n, 1, 5)",
    "A / -months",
    "A / (leader ? 1 : months)",
    "A / (B - 11)",
    "A / (size(periods) + 1)",
    "A / round(months, 0.1)",
    "n != 0 ? A / n : 0",
    "n == 0 ? 0 : A / n",
    "late > 0 ? A / late : 0",
    "late >= 1 ? A / late : 0",
    "0 < late ? A / late : 0",
    "n < 0 ? A / n : 0",
    "n > 0 ? A / (n * n) : 0",
    "n > 0 ? A / (n + late) : 0",
    "n == 5 ? A / n : 0",
    "n != 0 && A / n > 2",
    "n == 0 || A / n > 2",
    "!(n == 0) && A / n > 2",
    "!(n != 0 && late > 0) || A / n / late > 2",
    "(n > 0 && leader || n < -1) && A / n > 2",
    "leader && n != 0 ? A / n : 0",
    "n == 0 || late == 0 ? 0 : A / (n * late)",
    "n - A != 0 ? 1 / (n - A) : 0",
    "n != A ? 1 / (n - A) : 0",
    "n > A ? 1 / (n - A) : 0",
    "n >= A ? 1 / (n - A + 1) : 0",
    "sum(periods, total) > 0 ? A / sum(periods, total) : 0",
    "raw.A != 0 ? 1 / raw.A : 0",
    "periods.all(p, p.total == 0 || A / p.total > 1)",
    "n != 0 ? (leader ? A / n : 1 / n) : 0",
    "A / (n != 0 ? n : 1)",
    "size(periods) > 0 ? A / size(periods) : 0",
  ])("%s", (text) => {
    expect(mistakes(text)).toEqual([]);
  });
});

describe("a divisor that can be 0", () => {
  test.each([
    ["A / n", "n"],
    ["A / late", "late"],
    ["A / (B - 5)", "B - 5"],
    ["A / (A * B)", "A * B"],
    ["A / sum(periods, late)", "sum(periods, late)"],
    ["A / n > 2 && n != 0", "n"],
    ["n != 1 ? A / n : 0", "n"],
    ["n >= 0 ? A / n : 0", "n"],
    ["n < 1 ? A / n : 0", "n"],
    ["n > -1 ? A / n : 0", "n"],
    ["n > 0 || leader ? A / n : 0", "n"],
    ["!(n == 0 && leader) ? A / n : 0", "n"],
    ["n != 0 ? A / (n + 1) : 0", "n + 1"],
    ["n != 0 ? A / (n + late) : 0", "n + late"],
    ["late != 0 ? A / n : 0", "n"],
    ["leader ? (n != 0 ? 1 : 2) : A / n", "n"],
    ["periods.exists(p, p.total != 0) && periods.all(p, A / p.total > 1)", "p.total"],
    ["A / (n != 0 ? n : late)", "n != 0 ? n : late"],
  ])("%s", (text, divisor) => {
    expect(mistakes(text)).toEqual([`R316 ${divisor}`]);
  });
});

describe("a divisor that is 0", () => {
  test.each([
    ["A / 0", "0"],
    ["A / round(A, 100)", "round(A, 100)"],
    ["n != 0 || A / n > 2", "n"],
    ["n == 0 && A / n > 2", "n"],
    ["n == 0 ? A / n : 0", "n"],
  ])("%s", (text, divisor) => {
    expect(mistakes(text)).toEqual([`R320 ${divisor}`]);
  });
});

test.each([
  ["A / n", "n"],
  ["A / (n - late)", "(n - late)"],
  ["A / (n != 0 ? n : late)", "(n != 0 ? n : late)"],
])("the advice for %s divides by %s", (text, operand) => {
  expect(compile(text).findings[0]?.diagnostic.parameters).toMatchObject({ operand });
});

describe("rows of a table", () => {
  test.each([
    "unit.exists(r, r.rate > 1)",
    "sum(unit, rate) > 1",
    "size(unit) > 0 && unit.all(r, r.rate > 1)",
    "size(unit) == 0 || unit.all(r, r.rate > 1)",
    "size(unit) >= 1 ? mean(unit, rate) : 0",
    "name in unit && unit.all(r, r.rate > 1)",
    "unit.exists(r, r.on) ? max(unit, rate) : 0",
    "size(people.filter(r, r.on)) > 0 && people.filter(r, r.on).all(r, r.rate > 1)",
    "size(people) != 0 ? min(people.map(r, r.rate)) : 0",
    "periods.all(p, p.total > 1)",
    "mean(periods, total) > 1",
    "unit[name].rate > 1",
  ])("guarded or in no need of it: %s", (text) => {
    expect(mistakes(text)).toEqual([]);
  });

  test.each([
    "unit.all(r, r.rate > 1)",
    "mean(people, rate)",
    "min(people.filter(r, r.on), rate)",
    "max(people.map(r, r.rate))",
    "size(people) > 0 && people.filter(r, r.on).all(r, r.rate > 1)",
    "size(people) >= 0 && mean(people, rate) > 1",
    "people.exists(r, r.on) || mean(people, rate) > 1",
  ])("unguarded: %s", (text) => {
    expect(compile(text).findings.map(({ code }) => code)).toEqual(["R317"]);
  });
});
