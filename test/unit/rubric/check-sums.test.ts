// The max of an area and of the total, in every case that the conditions distinguish.
import fc from "fast-check";
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
    ["min: 0,", "{ id: A1, max: 100 }, { id: A2, levels: { x: 0, y: -5 }, min: none, bonus: true }"],
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
  level: { type: choice, values: [head, deputy], required: true, when: leader }
areas:
  - { id: A, max: 100, when: "!leader" }
  - { id: B, max: 100, when: leader && level == "head" }
  - { id: C, max: ${max}, when: leader && level == "deputy" }
`;
  expect(codes(fragment(100))).toEqual([]);
  expect(messages(fragment(90))).toEqual([
    "the total states a max of 100, but for leader = true, level = deputy its children offer 90: C 90",
  ]);
});

describe("children that depend on different columns", () => {
  /** Pairs of which each offers 1 point in either case, but for those in `others`, by number, with what the second gives. */
  const pairs = (count: number, { others = {}, rest = "" }: { others?: Record<number, number>; rest?: string }) => {
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const columns = numbers.map((i) => `  k${i}: { type: flag, default: false }\n`).join("");
    const items = numbers.flatMap((i) => [
      `      - { id: Y${i}, max: 1, when: k${i} }\n`,
      `      - { id: N${i}, max: ${others[i] ?? 1}, when: "!k${i}" }\n`,
    ]);
    return `columns:\n${columns}areas:\n  - id: A\n    max: ${count}${rest}\n    items:\n${items.join("")}  - { id: B, max: ${100 - count} }\n`;
  };

  test("are proved one by one, however many they are", () => {
    const start = performance.now();
    expect(codes(pairs(40, {}))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each([
    [{ 37: 3 }, "for k37 = false its children offer 42"],
    [{ 37: 0.5 }, "for k37 = false its children offer 39.5"],
    [{ 3: 0.5, 37: 3 }, "for k3 = false, k37 = true its children offer 39.5"],
  ])("and the one that differs is named: %j", (others, text) => {
    expect(messages(pairs(40, { others }))).toEqual([expect.stringContaining(text)]);
  });

  test("that always give too little or too much are named briefly", () => {
    const [message] = messages(pairs(40, {}).replace("    max: 40", "    max: 41").replace("max: 60", "max: 59"));
    expect(message).toMatch(/but for k1 = true, (?:k\d+ = true, ){23}… its children offer 40: (?:Y\d+ 1 \+ ){24}…$/);
  });

  test("in an area that is cut at its max none may give too little", () => {
    const clamped = "\n    clamp: true";
    expect(codes(pairs(40, { others: { 5: 7 }, rest: clamped }))).toEqual([]);
    expect(messages(pairs(40, { others: { 5: 7, 6: 0.5 }, rest: clamped }))).toEqual([
      expect.stringContaining("for k5 = true, k6 = false its children offer 39.5"),
    ]);
  });

  test("are not mixed with those that one column joins, nor with what the area around depends on", () => {
    const joined = (last: string) => `columns:
  f: { type: flag, default: false }
  g: { type: flag, default: false, when: f }
  h: { type: flag, default: false }
areas:
  - id: A
    max: 10
    when: f || h
    items:
      - { id: A1, max: 4, when: f && g }
      - { id: A2, max: 4, when: f && !g }
      - { id: A3, max: 6, when: f }
      - { id: A4, max: 10, when: ${last} }
  - { id: B, max: 100, when: "!f && !h" }
  - { id: C, max: 90, when: f || h }
`;
    expect(codes(joined('"h && !f"'))).toEqual([]);
    expect(messages(joined("h"))).toEqual([
      expect.stringContaining("for f = true, h = true, g = true its children offer 20"),
    ]);
  });

  test("give what trying all combinations gives", () => {
    const flags = ["f", "g", "h", "k"];
    const literals = flags.flatMap((flag) => [flag, `!${flag}`]);
    const item = fc.record({
      when: fc.uniqueArray(fc.constantFrom(...literals), { maxLength: 2 }),
      max: fc.integer({ min: 1, max: 2 }),
    });
    const holds = (when: readonly string[], on: number): boolean =>
      when.every((literal) => literal.startsWith("!") !== ((on >> flags.indexOf(literal.replace("!", ""))) % 2 === 1));
    const condition = (when: readonly string[]): string => (when.length === 0 ? "true" : when.join(" && "));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), item, fc.boolean(), (items, { when, max }, clamp) => {
        const wrong = Array.from({ length: 1 << flags.length }, (_, on) => on)
          .filter((on) => holds(when, on))
          .map((on) => items.reduce((sum, each) => sum + (holds(each.when, on) ? each.max : 0), 0))
          .some((sum) => (clamp ? sum < max : sum !== max));
        const lines = items.map(
          (each, i) => `      - { id: I${i}, max: ${each.max}, when: "${condition(each.when)}" }`,
        );
        const found = messages(`columns:
${flags.map((flag) => `  ${flag}: { type: flag, default: false }`).join("\n")}
areas:
  - id: A
    max: ${max}
    clamp: ${clamp}
    when: "${condition(when)}"
    items:
${lines.join("\n")}
`);
        expect(found.some((text) => text.startsWith("area `A` states"))).toBe(wrong);
      }),
      { numRuns: 200 },
    );
  });

  test("count together where the area is not a sum", () => {
    const best = (rest: string) => pairs(2, { rest: `\n    combine: ${rest}` }).replace("max: 2\n", "max: 1\n");
    expect(messages(best("best"))).toEqual([expect.stringContaining("the total states")]);
    expect(codes(pairs(17, { rest: "\n    combine: best" }))).toEqual(["R129"]);
  });
});

test("deep areas and circles of conditions end", () => {
  const circle =
    "columns:\n  u: { type: flag, default: false, when: v }\n  v: { type: flag, default: false, when: u }\n";
  expect(codes(circle)).toEqual(["R121", "R121"]);
  const depth = 24;
  const open = Array.from({ length: depth }, (_, i) => `{ id: N${i}, max: 100, items: [`).join("");
  expect(codes(`areas: [${open}{ id: X, max: 100 }${"]}".repeat(depth)}]\n`)).toEqual([]);
});
