import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubleText, doubleTextOf } from "../../../src/number/double.ts";

describe("a double as it was typed in", () => {
  test.each([
    [0, "0"],
    [7, "7"],
    [-7.25, "-7.25"],
    [49.5, "49.5"],
    [0.1 + 0.2, "0.3"],
    [-(0.1 + 0.2), "-0.3"],
    [1 / 3, "0.333333333333333"],
    [1e-7, "0.0000001"],
    [1.5e-14, "0.000000000000015"],
    [1e-15, "1E-15"],
    [123456789012345, "123456789012345"],
    [1234567890123456, "1.23456789012346E+15"],
    [1e15, "1E+15"],
    [1.5e20, "1.5E+20"],
    [-2.5e-20, "-2.5E-20"],
  ])("%f", (value, text) => expect(doubleText(value)).toBe(text));

  test.each([
    [0.295, "29.5"],
    [0.07, "7"],
    [-0.5, "-50"],
    [1.1, "110"],
    [0.001, "0.1"],
    [1e-16, "0.00000000000001"],
  ])("%f as a percentage", (value, text) => expect(doubleText(value, 2)).toBe(text));

  test("is that double again, where it was typed with 15 digits at most", () => {
    const typed = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -30, max: 30 }));
    fc.assert(
      fc.property(typed, ([digits, exponent]) => {
        const value = Number(`${digits}e${exponent}`);
        expect(Number(doubleText(value))).toBe(value + 0);
      }),
    );
  });
});

test("a text that is no finite number gives none", () => {
  expect(["", " ", "x", "1e999", "NaN"].map((text) => doubleTextOf(text))).toEqual(Array(5).fill(undefined));
  expect([doubleTextOf("0.1"), doubleTextOf("1e0"), doubleTextOf("0.5", 2)]).toEqual(["0.1", "1", "50"]);
});
