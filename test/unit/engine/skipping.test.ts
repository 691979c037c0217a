// LANGUAGE.md 1.2: what a missing or skipped score does to the areas around it.
import { describe, expect, test } from "vitest";
import { each, results } from "./results.ts";

const rest = `
period: year
missing: incomplete
codes: { KPS: skip_total, KPS_NHOM: skip_area, BO: zero, MIEN: full }
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 50 }, { id: khong }]
`;

/** B is an area that adds up, inside an area of 60. */
const nested = `${rest}
areas:
  - id: A
    max: 60
    items:
      - id: B
        max: 20
        items: [{ id: B1, max: 10 }, { id: B2, max: 10 }]
      - { id: A2, max: 40 }
  - { id: C, max: 40 }
`;

describe("in areas that add up", () => {
  test.each([
    ["zero counts it as 0", "BO", "6", "46", "86"],
    ["full counts its max", "MIEN", "16", "56", "96"],
    ["skip_area scales the area around it", "KPS_NHOM", "12", "52", "92"],
    ["skip_total lowers all maxima above and scales the total: 86 of 90", "KPS", "6", "46", "95.555556"],
  ])("%s", (_, code, b, a, total) => {
    const { x } = results(nested, `ma B1 B2 A2 C\nx 6 ${code} 40 40`);
    expect([x?.points("B"), x?.points("A"), x?.total]).toEqual([b, a, total]);
  });

  test("a blank leaves item, area and total open, and nothing else", () => {
    const { x } = results(nested, "ma B1 B2 A2 C\nx 6 - 40 40");
    expect([x?.state, x?.total, x?.points("B2"), x?.points("A"), x?.points("A2")]).toEqual([
      "incomplete",
      "",
      "",
      "",
      "40",
    ]);
  });

  test("an area whose children are all skipped is skipped: as skip_total if all of them are", () => {
    const both = results(nested, "ma B1 B2 A2 C\nx KPS KPS 30 30");
    // 60 of the 80 that remain.
    expect([both.x?.points("B"), both.x?.points("A"), both.x?.total]).toEqual(["0", "30", "75"]);
    const mixed = results(nested, "ma B1 B2 A2 C\nx KPS KPS_NHOM 30 30");
    // B1 leaves A at 50; B is skipped there, so A2 stands for all of it: 30/40 of 50; then 67.5 of 90.
    expect([mixed.x?.points("B"), mixed.x?.points("A"), mixed.x?.total]).toEqual(["0", "37.5", "75"]);
  });

  test("skip_area inside an area that lost points to skip_total scales to what is left", () => {
    const { x } = results(
      `${rest}
areas:
  - { id: A, max: 30, items: [{ id: A1, max: 10 }, { id: A2, max: 10 }, { id: A3, max: 10 }] }
  - { id: C, max: 70 }
`,
      "ma A1 A2 A3 C\nx 8 KPS KPS_NHOM 70",
    );
    // 8 of 10 becomes 16 of 20; 86 of 90 becomes the total.
    expect([x?.points("A"), x?.total]).toEqual(["16", "95.555556"]);
  });

  test("nothing counts at all: incomplete", () => {
    const { x } = results(nested, "ma B1 B2 A2 C\nx KPS KPS KPS_NHOM KPS");
    expect([x?.state, x?.total]).toEqual(["incomplete", ""]);
  });
});

describe("an area that offers more than its max", () => {
  const clamped = `${rest}
areas:
  - { id: A, max: 10, clamp: true, items: [{ id: A1, max: 6 }, { id: A2, max: 6 }, { id: A3, max: 6 }] }
  - { id: C, max: 90 }
`;

  test.each([
    ["is cut", "6 6 6", "10", "100"],
    ["is not scaled down by a skipped child", "3 3 KPS_NHOM", "6", "96"],
    ["is scaled up once the rest offers less than its max", "3 KPS_NHOM KPS_NHOM", "5", "95"],
    ["keeps its max as long as the rest still offers it", "3 3 KPS", "6", "96"],
    ["has what the rest offers as its max after that", "3 KPS KPS", "3", "96.875"],
  ])("%s", (_, cells, area, total) => {
    const { x } = results(clamped, `ma A1 A2 A3 C\nx ${cells} 90`);
    expect([x?.points("A"), x?.total]).toEqual([area, total]);
  });
});

describe("where children do not add up, a skipped one is left out and nothing is scaled", () => {
  const combining = (combine: string): string => `${rest}
areas:
  - { id: A, max: 20, combine: ${combine}, items: [{ id: A1, max: 20 }, { id: A2, max: 20 }, { id: A3, max: 20 }] }
  - { id: C, max: 80 }
`;

  test.each(["KPS", "KPS_NHOM"])("%s", (code) => {
    for (const [combine, area, total] of [
      ["best", "16", "96"],
      ["mean", "14", "94"],
      ["{ weights: { A1: 1, A2: 3, A3: 7 } }", "15", "95"],
    ] as const) {
      const { x } = results(combining(combine), `ma A1 A2 A3 C\nx 12 16 ${code} 80`);
      expect([x?.points("A"), x?.total]).toEqual([area, total]);
    }
  });

  test.each(["best", "mean", "{ weights: { A1: 1, A2: 1 } }"])(
    "an area of %s that is emptied in both ways takes nothing from the maxima above",
    (combine) => {
      const max = combine === "best" ? 30 : 20;
      const { x } = results(
        `${rest}
areas:
  - id: O
    max: 60
    items:
      - { id: A, max: ${max}, combine: ${combine}, items: [{ id: A1, max: 10 }, { id: A2, max: 30 }] }
      - { id: D, max: ${60 - max} }
  - { id: C, max: 40 }
`,
        `ma A1 A2 D C\nx KPS_NHOM KPS ${(60 - max) / 2} 40`,
      );
      // Half of D is half of O.
      expect([x?.points("A"), x?.points("O"), x?.total]).toEqual(["0", "30", "70"]);
    },
  );

  test("what skip_total removes deeper down lowers the area by as much as it combines it", () => {
    const { x } = results(
      `${rest}
areas:
  - id: A
    max: 20
    combine: mean
    items:
      - { id: A1, max: 20 }
      - { id: A2, max: 20, items: [{ id: A21, max: 10 }, { id: A22, max: 10 }] }
  - { id: C, max: 80 }
`,
      "ma A1 A21 A22 C\nx 20 10 KPS 80",
    );
    // The mean of 20 of 20 and 10 of 10 is 15 of 15, and 95 of 95 is everything.
    expect([x?.points("A"), x?.total]).toEqual(["15", "100"]);
  });
});

test("what skip_total removes lowers the max at which an area is cut", () => {
  const offering = `${rest}
areas:
  - id: A
    max: 40
    clamp: true
    items: [{ id: A1, max: 40 }, { id: A2, ratio: { max: 20, cap: none } }]
  - { id: C, max: 60 }
`;
  const shown = results(offering, "ma A1 A2 C\nx KPS 150% 60\ny 30 150% 60");
  expect([shown.x?.points("A"), shown.y?.points("A")]).toEqual(["20", "40"]);
  expect(each(shown, "total")).toEqual({ x: "100", y: "100" });
});

test("a bonus that is missing leaves an area incomplete whose base stays", () => {
  const based = `${rest}
areas:
  - id: A
    max: 20
    base: 20
    min: 0
    items: [{ id: tru, count: { base: 0, each: -5, min: none } }, { id: thuong, max: 5, bonus: true }]
  - { id: C, max: 80 }
`;
  const shown = results(based, "ma tru thuong C\nx KPS - 80\ny KPS 3 80");
  expect(each(shown, "state")).toEqual({ x: "incomplete", y: "rated" });
  expect(shown.y?.total).toBe("103");
});

describe("bonus", () => {
  const bonus = `${rest}
areas:
  - id: A
    max: 20
    items: [{ id: A1, max: 10 }, { id: A2, max: 10 }, { id: thuong, max: 5, bonus: true }]
  - { id: C, max: 80 }
  - { id: thuong_chung, max: 5, bonus: true }
`;

  test("is added after its area is scaled, and after the total is", () => {
    const shown = results(bonus, "ma A1 A2 thuong C thuong_chung\nx 5 KPS_NHOM 3 80 2\ny 5 KPS 3 80 2");
    // x: 5/10 of 20, and 3. y: (5 + 3 + 80) of 90, and 2: the bonus of A scales with it, the other one does not.
    expect(each(shown, "total")).toEqual({ x: "95", y: "99.777778" });
  });

  test("is skipped with its area, filled in or not", () => {
    const shown = results(bonus, "ma A1 A2 thuong C thuong_chung\nx KPS KPS 3 80 0\ny KPS KPS - 80 0");
    expect(each(shown, "total")).toEqual({ x: "100", y: "100" });
    expect([shown.x?.points("thuong"), shown.y?.points("thuong")]).toEqual(["0", "0"]);
  });

  test("that is missing leaves any other area incomplete; a skipped one scales nothing", () => {
    const shown = results(bonus, "ma A1 A2 thuong C thuong_chung\nx 10 10 - 80 0\ny 10 10 KPS_NHOM 80 KPS");
    expect(each(shown, "state")).toEqual({ x: "incomplete", y: "rated" });
    expect(shown.y?.total).toBe("100");
  });
});

describe("what does not apply", () => {
  const variants = `${rest}
columns: { lanh_dao: { type: flag, default: false } }
areas:
  - { id: A, max: 30, when: lanh_dao, items: [{ id: A1, max: 20 }, { id: A2, max: 10, missing: full }] }
  - { id: B, max: 30, when: "!lanh_dao" }
  - { id: C, max: 70 }
rules: [{ id: co_diem, when: "A2 > 0 || A > 0 || full.A2 > 0 || full.A > 0", at_most: khong }]
`;

  test("has no points, inside an area that does not apply too", () => {
    const shown = results(variants, "ma lanh_dao A1 A2 B C\nx x 20 - - 70\ny - - - 30 70");
    expect(each(shown, "rules")).toEqual({ x: "co_diem", y: "" });
    expect([shown.x?.points("A2"), shown.y?.points("A2"), shown.y?.points("A")]).toEqual(["10", "0", "0"]);
    expect(each(shown, "total")).toEqual({ x: "100", y: "100" });
  });
});
