// LANGUAGE.md 1.2: points below zero, items that only deduct, and a bonus that deducts.
import { describe, expect, test } from "vitest";
import { compileText } from "../rubric/compile-text.ts";
import { results } from "./results.ts";

const rubric = (areas: string): string => `
period: year
missing: zero
blank_rows: score
areas: [${areas}]
total: { max: 10, clamp: false }
bands: [{ id: tot, from: 5 }, { id: yeu }]
`;
const total = (areas: string, head: string, cells: string): string | undefined =>
  results(rubric(areas), `ma ${head}\nx ${cells}`).x?.total;

describe("a points cell ranges over min..max", () => {
  const area = (scale: string) => `{ id: A, max: 10 }, { id: B, ${scale} }`;

  test("an item that only deducts has a max of 0", () => {
    expect(total(area("max: 0, min: -20, step: 0.5"), "A B", "10 -3.5")).toBe("6.5");
    expect(total(area("max: 0, min: none"), "A B", "10 -100")).toBe("-90");
    expect(total(area("max: 0, min: -20"), "A B", "10 -")).toBe("10");
  });

  const codes = (scale: string) =>
    compileText(`areas: [{ id: A, max: 100 }, { id: B, ${scale} }]`).found.map(({ code }) => code);

  test.each(["max: 0", "max: 0, min: 0"])("%s is no scale", (scale) => {
    expect(codes(scale)).toEqual(["R132"]);
  });

  test("min and max are multiples of the step, which counts from 0", () => {
    expect(codes("max: 0, min: -2.5, step: 0.5")).toEqual([]);
    expect(codes("max: 0, min: -2.25, step: 0.5")).toEqual(["R131"]);
    const [found] = compileText("areas: [{ id: A, max: 100, min: -7, step: 5 }]").found;
    expect(found?.message).toContain("does not divide its min -7");
  });
});

describe("a bonus that deducts", () => {
  const area = (min: string) =>
    `{ id: A, max: 10, ${min}items: [{ id: A1, max: 10 }, { id: P, bonus: true, max: 0, min: -20 }] }`;

  test.each([
    ["min: 0, ", "8 -3", "5"],
    ["min: 0, ", "8 -20", "0"],
    ["min: -5, ", "8 -20", "-5"],
    ["min: none, ", "8 -20", "-12"],
  ])("with %sthe area is cut to it once more: %s is %s", (min, cells, expected) => {
    expect(total(area(min), "A1 P", cells)).toBe(expected);
  });

  test("the area must say where it ends", () => {
    const { found } = compileText(`areas: [${area("").replaceAll("10", "100")}]`);
    expect(found.map(({ code }) => code)).toEqual(["R125"]);
  });
});

test("a rubric may be in force from a day on, or up to one", () => {
  for (const valid of ["{ from: 2026-01-01 }", "{ to: 2026-12-31 }"]) {
    expect(compileText(`valid: ${valid}`).found).toEqual([]);
  }
  expect(compileText("valid: {}").found.map(({ code }) => code)).toEqual(["S112"]);
  expect(compileText("valid: { to: 2026-02-30 }").found.map(({ code }) => code)).toEqual(["R145"]);
});
