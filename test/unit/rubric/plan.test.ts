// What a rubric compiles to: units, orders, headers and the defaults that the language gives.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Node } from "../../../src/model/node.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { planFromJson, planToJson } from "../../../src/model/plan-json.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { fraction } from "../../../src/number/exact.ts";
import { compileText } from "./compile-text.ts";

function planOf(fragment: string): Plan {
  const { plan, found } = compileText(fragment);
  expect(found.filter(({ code }) => code !== "R207")).toEqual([]);
  return plan as Plan;
}
const nodeOf = (plan: Plan, id: string): Node => plan.stage.nodes.find((node) => node.id === id) as Node;

test("the unit is the finest step, level, decimal place or bound", () => {
  expect(planOf("").scale).toBe(100);
  expect(planOf("areas: [{ id: A, max: 100, step: 1 }]").scale).toBe(1);
  expect(planOf("areas: [{ id: A, max: 100, step: 0.5 }]").scale).toBe(2);
  expect(planOf("areas: [{ id: A, max: 99.6, step: 0.3 }, { id: B, levels: { x: 0.4, y: 0.125 } }]").scale).toBe(40);
  expect(planOf("decimals: 0\nbands: [{ id: a, from: 62.5 }, { id: b }]").scale).toBe(2);
  expect(
    planOf("areas: [{ id: A, max: 100, step: 1 }]\ntotal: { max: 100, round: { to: 0.01, mode: half_up } }").scale,
  ).toBe(100);
});

test("points, bounds and roundings are in units", () => {
  const plan = planOf("areas: [{ id: A, max: 100, round: { to: 0.1, mode: down } }]");
  expect(nodeOf(plan, "A")).toMatchObject({ max: 10000, min: 0, round: { to: 10, mode: "down" } });
  expect(nodeOf(plan, "A").body).toMatchObject({ kind: "item", cell: 0, missing: "incomplete" });
  expect(plan.stage.bands).toMatchObject([{ id: "good", from: 5000 }, { id: "poor" }]);
  expect(plan.stage.total).toEqual({ max: 10000, clamp: false, least: 0, most: 10000 });
});

test("nodes stand behind their children and what they read, cells in the order of the rubric", () => {
  const plan = planOf(`areas:
  - { id: V, max: 10, min: 0, value: B2 / 2 }
  - { id: A, max: 40, items: [{ id: A1, max: 40 }] }
  - { id: B, max: 50, items: [{ id: B1, max: 30, zero_if: V > 5 }, { id: B2, max: 20 }] }
`);
  const ids = plan.stage.nodes.map(({ id }) => id);
  const before = (a: string, b: string) => expect(ids.indexOf(a)).toBeLessThan(ids.indexOf(b));
  before("B2", "V");
  before("V", "B1");
  before("B1", "B");
  before("A1", "A");
  expect(plan.stage.top.map((index) => ids[index])).toEqual(["V", "A", "B"]);
  const cells = plan.stage.nodes.flatMap(({ id, body }) =>
    body.kind === "item" && body.cell !== undefined ? [[body.cell, id]] : [],
  );
  expect(cells.sort()).toEqual([
    [0, "A1"],
    [1, "B1"],
    [2, "B2"],
  ]);
  expect(ids[nodeOf(plan, "A1").parent as number]).toBe("A");
});

test("a title is a header where it means one thing only", () => {
  const plan = planOf(`columns:
  unit: { type: text, required: true, header: [Chi bộ], title: Đơn vị }
areas:
  - { id: A, max: 50, title: Kết quả, column: Nhóm A }
  - { id: B, max: 25, title: Thái độ }
  - { id: C, max: 25, title: thái độ }
`);
  const headers = (id: string) => (nodeOf(plan, id).body as { headers: readonly string[] }).headers;
  expect(headers("A")).toEqual(["Nhóm A", "Kết quả"]);
  expect(headers("B")).toEqual([]);
  expect(plan.columns.map(({ id, headers: names }) => [id, names])).toEqual([
    ["code", []],
    ["full_name", []],
    ["unit", ["Chi bộ", "Đơn vị"]],
  ]);
  expect(nodeOf(plan, "A").title).toEqual({ en: "Kết quả", vi: "Kết quả" });
});

test("the sheet's period column is carried for its headers, behind the others", () => {
  const plan = planOf("columns:\n  period: { type: text, header: Kỳ đánh giá }\n  n: { type: number, default: 1 }\n");
  expect(plan.columns.map(({ id }) => id)).toEqual(["code", "full_name", "n", "period"]);
  expect(plan.columns[3]).toMatchObject({ headers: ["Kỳ đánh giá"], required: false });
});

test("percentages, counts, ratios and tables", () => {
  const plan = planOf(`areas:
  - { id: A, count: { base: 40, each: -2.5, min: none } }
  - { id: B, ratio: { max: 30, cap: 120% } }
  - { id: C, table: [{ from: 0.5, points: 30 }, { points: 0 }] }
total: { max: 100, clamp: true }
ranking: { by: [unclamped, -A] }
quotas:
  - { id: q, band: good, share: 20%, of: [poor], basis: after, within: [], round: down, ties: in, then: poor }
`);
  expect(plan.scale).toBe(2);
  expect(nodeOf(plan, "A")).toMatchObject({
    max: 80,
    min: "none",
    body: { scale: { base: 80, each: -5, min: "none", max: 80 } },
  });
  expect(nodeOf(plan, "B").body).toMatchObject({ scale: { max: 60, cap: 120 } });
  expect(nodeOf(plan, "C").body).toMatchObject({
    scale: { rows: [{ from: fraction(1n, 2n), points: 60 }, { points: 0 }] },
  });
  const order = [
    { by: { kind: "unclamped" }, ascending: false },
    { by: { kind: "node", index: 0 }, ascending: true },
  ];
  expect(plan.stage.ranking.by).toEqual(order);
  const [quota] = plan.stage.quotas;
  expect(quota).toMatchObject({ band: 0, order, size: { share: fraction(1n, 5n), of: [1], basis: "after" } });
  expect(quota?.then).toBe(1);
});

test("a rollup that adds up has the areas, one that computes has none", () => {
  const year = (score: string) =>
    planOf(`rollups:\n  - { period: year, of: quarter, score: ${score}, missing: { not_rated: skip, absent: block } }`)
      .rollups[0];
  expect(year("mean")).toMatchObject({
    atLeast: 1,
    attributes: "latest",
    missing: { notRated: "skip", absent: "block" },
  });
  expect(year("mean")?.nodes).toHaveLength(1);
  expect(year("sum")?.total.max).toBe(40000);
  expect(year("average / 2")?.nodes).toEqual([]);
  expect(year("best")?.bands.map(({ id }) => id)).toEqual(["good", "poor"]);
});

test("results carry the scores that an item of a longer period reads of earlier ones", () => {
  const plan =
    planOf(`areas: [{ id: A, max: 60, items: [{ id: A1, max: 20 }, { id: A2, max: 40 }] }, { id: B, max: 40 }]
rollups:
  - period: year
    of: quarter
    score: average * 0.9 + CD
    missing: skip
    areas: [{ id: CD, max: 10, value: 'count(periods, p, p.A1 >= 10) * 2' }]
`);
  expect(plan.stage.readBack?.map((index) => plan.stage.nodes[index]?.id)).toEqual(["A1"]);
});

test("a plan is the same after JSON, and its text is the same whatever the order of keys", () => {
  const plan = planOf(
    "quotas:\n  - { id: q, band: good, share: 33.3%, of: rated, basis: before, within: [], round: up, ties: open, then: poor }",
  );
  expect(planFromJson(planToJson(plan))).toEqual(plan);
  const turned = Object.fromEntries(Object.entries(plan).reverse()) as unknown as Plan;
  expect(planToJson(turned)).toBe(planToJson(plan));
  for (const text of ["", "[]", "null", "{", '{"plan":2}', '{"plan":1,"stage":{},"scale":{"$":"1/0"}}']) {
    expect(planFromJson(text)).toBeUndefined();
  }
});

test("every exact number survives JSON", () => {
  const plan = planOf("");
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
      const scale: Exact = fraction(n, d);
      expect(planFromJson(planToJson({ ...plan, scale }))?.scale).toEqual(scale);
    }),
  );
});

test("rules and quotas have their titles, where they are stated", () => {
  const { stage } = planOf(`rules:
  - { id: r, title: Kỷ luật, when: A < 1, set: poor }
  - { id: s, when: A < 2, set: poor }
quotas:
  - { id: q, title: { vi: Tối đa một người, en: One at most }, band: good, count: 1, ties: out, then: poor }
`);
  expect(stage.rules.map(({ title }) => title?.en)).toEqual(["Kỷ luật", undefined]);
  expect(stage.quotas[0]?.title).toEqual({ vi: "Tối đa một người", en: "One at most" });
});
