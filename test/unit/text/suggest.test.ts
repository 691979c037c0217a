import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, suggest } from "../../../src/text/suggest.ts";

describe("the nearest candidate", () => {
  test.each<[string, string[], string | undefined]>([
    ["xuat_sak", ["tot", "xuat_sac", "hoan_thanh"], "xuat_sac"],
    ["Xuất sắc", ["tot", "xuat_sac"], "xuat_sac"],
    ["titel", ["title", "total"], "title"],
    ["A11", ["A1", "B1"], "A1"],
    ["roud", ["round", "route"], "round"],
    ["qu_t_a", ["quota"], "quota"],
    ["completely_else", ["tot", "kha"], undefined],
    ["F", ["A", "B"], undefined],
    ["Vắng", ["Vàng"], undefined],
    ["Nấm", ["Năm"], undefined],
    ["Vắng mặt", ["Vàng", "vắng mạt"], "vắng mạt"],
    ["Lanh đạo", ["Lãnh đạo"], "Lãnh đạo"],
    ["Đá", ["đã", "Da"], "Da"],
    ["a", ["B", "A"], "A"],
    ["", ["a", "b"], undefined],
    ["x", [], undefined],
  ])("of %s among %j", (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });

  test("the first of equally near ones", () => {
    expect(suggest("A9", ["A1", "A2"])).toBe("A1");
  });

  test("words of a megabyte are no trap", () => {
    const long = "a".repeat(1_000_000);
    expect(suggest(long, [`${long}b`])).toBe(`${long}b`);
  });
});

describe("the edit distance", () => {
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["abc", "abd", 1],
    ["abc", "acb", 1],
    ["abcd", "badc", 2],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("%s to %s", (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });

  /** The definition itself, without a table. */
  function naive(a: string, b: string): number {
    if (a === "" || b === "") return a.length + b.length;
    const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
    const costs = [naive(x, b) + 1, naive(a, y) + 1, naive(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1)];
    if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
      costs.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
    return Math.min(...costs);
  }

  test("is what its definition gives, the same in both directions", () => {
    const word = fc.stringMatching(/^[abc]{0,5}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(naive(a, b));
        expect(editDistance(b, a)).toBe(editDistance(a, b));
      }),
    );
  });
});
