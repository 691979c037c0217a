import { expect, test } from "vitest";
import { plural } from "../../../src/text/plural.ts";

test("one of something is singular, none and more are plural", () => {
  expect([0, 1, 2].map((count) => plural(count, "cell"))).toEqual(["0 cells", "1 cell", "2 cells"]);
  expect([1, 2].map((count) => plural(count, "changes", "change"))).toEqual(["1 changes", "2 change"]);
});
