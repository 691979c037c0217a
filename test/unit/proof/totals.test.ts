// LANGUAGE.md 3: the exact set of totals, held against the engine on every row that there can be.
import { expect, test } from "vitest";
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
] as const)("%s", (areas, total, cells) => {
  const { plan } = compile(rubric(areas, total));
  const typed = cells
    ? rows({ nhom: ["a"], ...cells })
    : [
        ...rows({ nhom: ["a"], A: ["0", "4"], B: ["0", "3", "6"] }),
        ...rows({ nhom: ["b"], A: ["0", "3", "6"], C1: ["0", "1", "2"] }),
      ];
  const texts = typed.map((row, at) => ({ period: "2026", texts: { ...row, ma: String(at) } }));
  const report = compute(plan, rowsFor(plan, texts));
  const found = [...(report.periods[0]?.results ?? [])].map((result) => toKey(divide(result.total ?? -99, plan.scale)));
  const totals = totalsOf(plan);
  if (typeof totals === "string") throw new Error(`not worked out: ${totals}`);
  const proved = [...valuesOf(totals)].map((units) => toKey(divide(units, plan.scale)));
  expect(new Set(proved)).toEqual(new Set(found));
});

test.each([
  ["  - { id: A, max: 10, value: '4' }", "A"],
  ["  - { id: A, ratio: { max: 10, cap: 100% } }", "A"],
  ["  - { id: A, max: 10, combine: mean, items: [{ id: A1, max: 10 }, { id: A2, max: 10 }] }", "A"],
])("%s is not worked out", (areas, node) => {
  expect(totalsOf(compile(rubric(areas, "{ max: 10, clamp: false }")).plan)).toBe(node);
});
