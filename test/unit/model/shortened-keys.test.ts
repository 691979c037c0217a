// What spreadsheets leave of a long number: rows that come back keep the key of their sheet.
import { expect, test } from "vitest";
import { isShortened } from "../../../src/model/keys.ts";

test.each([
  ["123456789012345678", "123456789012345000"],
  ["123456789012345678", "123456789012346000"],
  ["123456789012345678", "1.23457E+17"],
  ["123456789012345678", "1,23456789012346E+17"],
  ["036205001234", "3.62E+10"],
])("%s comes back as %s", (long, short) => {
  expect(isShortened(long, short)).toBe(true);
});

test.each([
  ["123456789012345678", "123456789012344000"],
  ["123456789012345678", "123456789012347000"],
  ["123456789012345678", "12345678901234500"],
  ["123456789012345678", "1.23458E+17"],
  ["123456789012345678", "1.23457E+16"],
  ["NV123456789012345678", "123456789012345000"],
  ["123000", "124000"],
  ["9999999999999999", "1E+16"],
  ["123", "12"],
])("%s is not %s", (long, short) => {
  expect(isShortened(long, short)).toBe(false);
});
