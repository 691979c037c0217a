// The max of an area and of the total, in every case that the conditions distinguish.
import { describe, expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const codes = (fragment: string) => compileText(fragment).found.map(({ code }) => code);
const messages = (fragment: string) => compileText(fragment).found.map(({ message }) => message);

/** The common part of Quy định 366: 9 × 2 + 4 × 1 + 4 × 2 for leaders, the second area 2 + 1 + 1 for others. */
const variants = (leaderPoints: number): string => {
  const items = (prefix: string, count: number, points: number, when = "") =>
    Array.from({ length: count }, (_, i) => `      - { id: ${prefix}${i + 1}, max: ${points}${when} }`).join("\n");
  return `columns:
  lanh_dao: { type: flag, default: false }
areas:
  - id: A
    max: 18
    items:
${items("A", 9, 2)}
  - id: B
    max: 4
    items:
${items("B", 4, leaderPoints, ", when: lanh_dao")}
      - { id: B5, max: 2, when: "!lanh_dao" }
${items("B_", 2, 1, ', when: "!lanh_dao"')}
  - id: C
    max: 8
    items:
${items("C", 4, 2)}
  - { id: D, max: 70 }
`;
};

test("17 items for leaders and 16 for others both give 100", () => {
  const { found, plan } = compileText(variants(1));
  expect(found).toEqual([]);
  expect(plan?.stage.nodes.filter(({ body }) => body.kind === "item")).toHaveLength(9 + 4 + 3 + 4 + 1);
});

test("the failing case is named, with both sums and the items", () => {
  expect(messages(variants(2))).toEqual([
    "area `B` states a max of 4, but for lanh_dao = true its children offer 8: B1 2 + B2 2 + B3 2 + B4 2",
  ]);
});

test("the sum of the top level is that of the total", () => {
  expect(messages("areas: [{ id: A, max: 60 }, { id: B, max: 39 }]")).toEqual([
    "the total states a max of 100, but its children offer 99: A 60 + B 39",
  ]);
});

const area = (rest: string, items: string) => `areas:\n  - { id: A, max: 100, ${rest} items: [${items}] }\n`;

describe("children are combined as the area combines them", () => {
  test.each([
    ["combine: best,", "{ id: A1, max: 100 }, { id: A2, max: 40 }"],
    ["combine: mean,", "{ id: A1, max: 120 }, { id: A2, max: 80 }"],
    ["combine: { weights: { A1: 3, A2: 1 } },", "{ id: A1, max: 120 }, { id: A2, max: 40 }"],
    ["clamp: true,", "{ id: A1, max: 80 }, { id: A2, max: 40 }"],
    ["", "{ id: A1, max: 100 }, { id: A2, levels: { x: 0, y: -5 }, min: none, bonus: true }"],
  ])("%s", (rest, items) => {
    expect(codes(`${area(rest, items)}total: { max: 100, clamp: false }\n`)).toEqual([]);
  });

  test.each([
    ["combine: best,", "{ id: A1, max: 90 }, { id: A2, max: 10 }"],
    ["combine: mean,", "{ id: A1, max: 100 }, { id: A2, max: 80 }"],
    ["clamp: true,", "{ id: A1, max: 50 }, { id: A2, max: 40 }"],
    ["", "{ id: A1, max: 90 }, { id: A2, max: 10, bonus: true }"],
  ])("not %s", (rest, items) => {
    expect(codes(area(rest, items))).toEqual(["R126"]);
  });
});

test("a column that applies only to some is no case of its own for the others", () => {
  const fragment = (max: number) => `columns:
  leader: { type: flag, default: false }
  rank: { type: choice, values: [head, deputy], required: true, when: leader }
areas:
  - { id: A, max: 100, when: "!leader" }
  - { id: B, max: 100, when: leader && rank == "head" }
  - { id: C, max: ${max}, when: leader && rank == "deputy" }
`;
  expect(codes(fragment(100))).toEqual([]);
  expect(messages(fragment(90))).toEqual([
    "the total states a max of 100, but for leader = true, rank = deputy its children offer 90: C 90",
  ]);
});

test("deep areas and circles of conditions end", () => {
  const circle =
    "columns:\n  u: { type: flag, default: false, when: v }\n  v: { type: flag, default: false, when: u }\n";
  expect(codes(circle)).toEqual(["R121", "R121"]);
  const depth = 24;
  const open = Array.from({ length: depth }, (_, i) => `{ id: N${i}, max: 100, items: [`).join("");
  expect(codes(`areas: [${open}{ id: X, max: 100 }${"]}".repeat(depth)}]\n`)).toEqual([]);
});
