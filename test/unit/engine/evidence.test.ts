// LANGUAGE.md 1.2: points without evidence are reported.
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { compile } from "../../reference/compile.ts";
import { reportOf } from "./results.ts";

/** The lines of the rows that are reported. */
function reported(rest: string, sheet: string): (number | undefined)[] {
  const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: year
missing: zero
blank_rows: score
areas: [{ id: A, max: 50, evidence: minh_chung }, { id: B, max: 50 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: kem }]
${rest}`);
  const diagnostics = createDiagnostics();
  reportOf(plan, sheet, {}, diagnostics);
  return diagnostics.list.filter(({ code }) => code === "A112").map(({ place }) => place?.line);
}

test.each([
  ["text", '{ type: text, default: "" }', "bb-12"],
  ["flag", "{ type: flag, default: false }", "x"],
])("points need a %s that says something", (_, column, proof) => {
  const rest = `columns: { minh_chung: ${column} }`;
  expect(reported(rest, `ma A B minh_chung\na 5 5 -\nb 5 5 ${proof}\nc 0 5 -\nd - 5 -`)).toEqual([2]);
});

describe("evidence that each rater names", () => {
  const columns = `columns:
  nguoi: { type: text, required: true, of: rating }
  minh_chung: { type: text, default: "", of: rating }
`;
  test.each(["item, blank: incomplete", "total"])("is asked for in each rating, with level: %s", (level) => {
    const rest = `${columns}ratings: { by: nguoi, level: ${level}, combine: mean }`;
    const sheet = "ma nguoi A B minh_chung\na x 5 5 bb-12\na y 6 5 bb-12\nb x 5 5 bb-12\nb y 6 5 -\nb z 0 5 -";
    expect(reported(rest, sheet)).toEqual([5]);
  });
});
