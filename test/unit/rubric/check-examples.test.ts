// Every code of the meaning of rubrics: its bad example gives it at a real place, its fixed one compiles.
import { describe, expect, test } from "vitest";
import { allCodes } from "../../../src/diagnostics/catalogue.ts";
import { explanations } from "../../../src/diagnostics/explanations.generated.ts";
import { compileText } from "./compile-text.ts";

// Expressions (R3) have tests of their own, R85 to R87 are about several files, and R96 is found only when tests run.
const codes = allCodes().filter((code) => /^R(?!3|8[567]|96)/.test(code));

describe.each(codes)("%s", (code) => {
  test("is given by the bad example alone", () => {
    const { found } = compileText(explanations[code].bad["rubric.yaml"] ?? "");
    expect(new Set(found.map((each) => each.code))).toEqual(new Set([code]));
  });

  test("is not given by the fixed example", () => {
    const { found, plan } = compileText(explanations[code].fixed["rubric.yaml"] ?? "");
    expect(found).toEqual([]);
    expect(plan).toBeDefined();
  });
});
