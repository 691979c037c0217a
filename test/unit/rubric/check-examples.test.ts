// Every code of the meaning of rubrics: its bad example gives it at a real place, its fixed one compiles.
import { describe, expect, test } from "vitest";
import { rubric as catalogue } from "../../../src/diagnostics/catalogue/rubric.ts";
import { rubric as explanations } from "../../../src/diagnostics/explanations/rubric.ts";
import { compileText } from "./compile-text.ts";

const codes = Object.keys(catalogue) as (keyof typeof catalogue)[];

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
