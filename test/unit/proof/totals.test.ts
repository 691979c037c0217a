// LANGUAGE.md 3: the exact set of totals, held against the engine on every row that there can be.
import { describe, expect, test } from "vitest";
import { divide, toKey } from "../../../src/number/exact.ts";
import { valuesOf } from "../../../src/proof/attainable.ts";
import { totalsOf } from "../../../src/proof/totals.ts";
import { compile, compute } from "../../reference/compile.ts";
import { rowsFor } from "../../reference/rows.ts";
import { yes } from "../../reference/sheet.ts";

const rubric = (areas: string, total: string): string => `schema: 1
id: r
version: "1"
period: year
missing: zero
blank_rows: score
decimals: 0
subject: { key: ma }
columns: { nhom: { type: choice, values: [a, b], required: true } }
areas:
${areas}
total: ${total}
ranking: { by: [unclamped] }
bands: [{ id: tot, from: 5 }, { id: yeu }]
`;

/** Every text of every item and column, in every combination. */
function rows(cells: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  return Object.entries(cells).reduce<Record<string, string>[]>(
    (all, [id, texts]) => all.flatMap((row) => texts.map((text) => ({ ...row, [id]: text }))),
    [{}],
  );
}

const points = (most: number, least = 0): readonly string[] =>
  Array.from({ length: most - least + 1 }, (_, at) => String(least + at));

test.each([
  [
    "  - { id: A, max: 6, items: [{ id: A1, max: 4, step: 2 }, { id: A2, levels: { x: 2, y: 1, z: -3 }, min: none }], min: -1 }\n" +
      "  - { id: B, yes: 4 }",
    "{ max: 10, clamp: true }",
    { A1: ["0", "2", "4"], A2: ["x", "y", "z"], B: [yes, "không"] },
  ],
  [
    "  - { id: A, max: 7, min: 0, clamp: true, items: [{ id: A1, max: 4 }, { id: A2, max: 4 }, { id: A3, max: 1, min: -2, bonus: true, round: { to: 2, mode: half_up } }] }\n" +
      "  - { id: B, max: 3, combine: best, items: [{ id: B1, max: 3, step: 3 }, { id: B2, count: { base: 3, each: -2, min: 0 } }] }",
    "{ max: 10, clamp: false, round: { to: 3, mode: half_even } }",
    { A1: points(4), A2: points(4), A3: points(1, -2), B1: ["0", "3"], B2: ["0", "1", "2"] },
  ],
  [
    "  - { id: A, max: { by: nhom, a: 4, b: 6 }, step: { by: nhom, a: 4, b: 3 } }\n" +
      "  - { id: B, max: 6, when: 'nhom == \"a\"', step: 3 }\n" +
      "  - { id: C, max: 4, base: 2, items: [{ id: C1, max: 2 }], when: 'nhom == \"b\"' }\n" +
      "  - { id: D, max: 5, counts: false }",
    "{ max: 10, clamp: false }",
    undefined,
  ],
  [
    "  - { id: A, max: 6, combine: mean, items: [{ id: A1, max: 6, step: 3 }, { id: A2, max: 6, step: 2, weight: 2 }, { id: A3, yes: 6 }] }\n" +
      "  - { id: B, max: 4, base: 1, combine: { weights: { B1: 0.5, B2: 0.25 } }, items: [{ id: B1, max: 3 }, { id: B2, levels: { x: 3, y: 1 } }] }",
    "{ max: 10, clamp: false }",
    { A1: ["0", "3", "6"], A2: ["0", "2", "4", "6"], A3: [yes, "không"], B1: points(3), B2: ["x", "y"] },
  ],
  [
    "  - { id: A, max: 9, value: 'nhom == \"a\" ? 7 : 8.5' }\n  - { id: B, max: 1 }",
    "{ max: 10, clamp: false }",
    { B: ["0", "1"] },
  ],
] as const)("%s", (areas, total, cells) => {
  const { plan } = compile(rubric(areas, total));
  const typed = cells
    ? rows({ nhom: areas.includes("value") ? ["a", "b"] : ["a"], ...cells })
    : [
        ...rows({ nhom: ["a"], A: ["0", "4"], B: ["0", "3", "6"] }),
        ...rows({ nhom: ["b"], A: ["0", "3", "6"], C1: ["0", "1", "2"] }),
      ];
  const texts = typed.map((row, at) => ({ period: "2026", texts: { ...row, ma: String(at) } }));
  const report = compute(plan, rowsFor(plan, texts));
  const found = [...(report.periods[0]?.results ?? [])].map((result) => toKey(divide(result.total ?? -99, plan.scale)));
  const totals = totalsOf(plan);
  const proved = (("low" in totals && valuesOf(totals)) || []).map((units) => toKey(divide(units, plan.scale)));
  expect(new Set(proved)).toEqual(new Set(found));
});

const ends = (areas: string, more = ""): unknown => {
  const { plan } = compile(rubric(areas, "{ max: 10, clamp: false }") + more);
  const totals = totalsOf(plan);
  if (!("low" in totals)) return totals;
  return [...[totals.low, totals.high].map((units) => toKey(divide(units, plan.scale))), totals.found];
};

test.each([
  ["  - { id: A, ratio: { max: 10, cap: 120%, unit: percent } }", ["0", "12", { kind: "node", id: "A" }]],
  ["  - { id: A, max: 8, min: -2, value: 'B * 3' }\n  - { id: B, max: 2 }", ["-2", "10", { kind: "node", id: "A" }]],
  [
    "  - { id: A, table: { of: 'B', rows: [{ from: 5, points: 10 }, { points: 3 }] } }\n  - { id: B, max: 9, counts: false }",
    ["3", "10", { kind: "node", id: "A" }],
  ],
])("%s: only the ends are known", (areas, expected) => {
  expect(ends(areas)).toEqual(expected);
});

test.each([
  ["  - { id: A, ratio: { max: 10, cap: none, unit: percent } }", { kind: "node", id: "A" }],
  [
    "  - { id: A, max: 10, clamp: false, value: 'B * 3' }\n  - { id: B, max: 5, counts: false }",
    { kind: "node", id: "A" },
  ],
])("%s: not even the ends are known", (areas, expected) => {
  expect(ends(areas)).toEqual(expected);
});

describe("several raters", () => {
  const ratings = (combine: string, level = "item"): string => `ratings:
  { by: nguoi_cham, level: ${level}, combine: ${combine}, blank: incomplete, at_least: 3 }
`;
  const areas = "  - { id: A, max: 8, step: 2 }\n  - { id: B, max: 2, min: -1 }";
  const columns = (text: string): string =>
    text.replace("columns: {", "columns: { nguoi_cham: { type: text, of: rating, required: true },");
  const found = (more: string): unknown => {
    const { plan } = compile(columns(rubric(areas, "{ max: 10, clamp: false }")) + more);
    const totals = totalsOf(plan);
    return "low" in totals ? [totals.low, totals.high, totals.found] : totals;
  };
  test.each(["mean", "median", "{ trimmed: 1 }"])("%s stays between the ends of one", (combine) => {
    expect(found(ratings(combine))).toEqual([-1, 10, { kind: "raters" }]);
    expect(found(ratings(combine, "total"))).toEqual([-1, 10, { kind: "raters" }]);
  });
  test("a sum has no end", () => expect(found(ratings("sum"))).toEqual({ kind: "raters" }));
});
