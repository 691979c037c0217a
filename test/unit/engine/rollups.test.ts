// LANGUAGE.md 1.8: from quarters to the year.
import { describe, expect, test } from "vitest";
import { compile } from "../../reference/compile.ts";
import { computed, each, reportOf, results } from "./results.ts";

const rubric = (rollup: string, more = ""): string => `
period: quarter
missing: incomplete
columns:
  khoi: { type: text, default: k }
  nghi: { type: flag, default: false }
areas: [{ id: A, max: 60 }, { id: B, max: 40 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 80 }, { id: kha, from: 60 }, { id: yeu }]
rules: [{ id: nghi_dai, when: nghi, not_rated: nghỉ dài }]
rollups: [{ period: year, of: quarter, ${rollup} }]
${more}
`;

/** Rows of one person, \`A B\` by quarter: \`-\` no row, \`x\` on leave, \`?\` a blank; another person is in every quarter. */
function quarters(...cells: string[]): string {
  const rows = cells.flatMap((cell, index) => {
    const period = `2026-Q${index + 1}`;
    const other = `khac ${period} k - 50 30`;
    if (cell === "-") return [other];
    if (cell === "x") return [other, `n ${period} k x - -`];
    return [other, `n ${period} k - ${cell === "?" ? "- 30" : cell}`];
  });
  return `ma period khoi nghi A B\n${rows.join("\n")}`;
}
const skip = "missing: { not_rated: skip, absent: skip }";
const year = (rollup: string, ...cells: string[]): string => {
  const { n } = results(rubric(rollup), quarters(...cells));
  return `${n?.state} ${n?.total}`.trim();
};

describe("ways to roll up", () => {
  test.each([
    ["mean", "rated 75"],
    ["sum", "rated 300"],
    ["last", "rated 60"],
    ["best", "rated 90"],
    ["worst", "rated 60"],
    ["{ weights: { Q1: 1, Q2: 1, Q3: 1, Q4: 3 } }", "rated 70"],
    ["average + 10", "rated 85"],
  ])("%s", (score, expected) => {
    expect(year(`score: ${score}, ${skip}`, "60 30", "50 30", "50 20", "50 10")).toBe(expected);
  });

  test("areas and items roll up with the total; where they do not add up there are none", () => {
    const cells = quarters("60 30", "50 30", "50 20", "50 10");
    const { n } = results(rubric(`score: mean, ${skip}`), cells);
    expect([n?.points("A"), n?.points("B")]).toEqual(["52.5", "22.5"]);
    const best = results(rubric(`score: best, ${skip}`), cells);
    expect(best.n?.points("A")).toBe("");
  });
});

describe("quarters without a rating", () => {
  const cells = ["60 30", "x", "-", "40 30"] as const;

  test.each([
    ["skip and skip", "skip", "skip", "rated 80"],
    ["a zero for leave", "zero", "skip", "rated 53.333333"],
    ["a zero for absence", "skip", "zero", "rated 53.333333"],
    ["zeros for both", "zero", "zero", "rated 40"],
    ["leave blocks", "block", "skip", "incomplete"],
    ["absence blocks", "skip", "block", "incomplete"],
  ])("%s", (_, notRated, absent, expected) => {
    expect(year(`score: mean, missing: { not_rated: ${notRated}, absent: ${absent} }`, ...cells)).toBe(expected);
  });

  test("the reason tells absence from leave", () => {
    const { n } = results(rubric("score: mean, missing: block"), quarters(...cells));
    expect(n?.reason).toBe("kỳ chưa được xếp loại: 2026-Q2 (không xếp loại), 2026-Q3 (không có dữ liệu)");
  });

  test("one word stands for both", () => {
    expect(year("score: mean, missing: zero", ...cells)).toBe("rated 40");
  });

  test("weights are those of the quarters that count", () => {
    const weights = "score: { weights: { Q1: 1, Q2: 5, Q3: 5, Q4: 3 } }";
    expect(year(`${weights}, ${skip}`, ...cells)).toBe("rated 75");
    expect(year(`${weights}, missing: { not_rated: zero, absent: skip }`, ...cells)).toBe("rated 33.333333");
  });

  test("a zero is the worst, but not the last", () => {
    expect(year("score: worst, missing: zero", ...cells)).toBe("rated 0");
    expect(year("score: last, missing: zero", "60 30", "50 30", "x", "-")).toBe("rated 80");
  });

  test("an incomplete quarter leaves the year incomplete, whatever the others are", () => {
    expect(year(`score: best, ${skip}`, "60 40", "60 40", "60 40", "?")).toBe("incomplete");
  });

  test("too few rated quarters, or none: not rated", () => {
    expect(year(`score: mean, ${skip}, at_least: 3`, ...cells)).toBe("not_rated 80");
    expect(year(`score: mean, ${skip}, at_least: 2`, ...cells)).toBe("rated 80");
    expect(year(`score: mean, ${skip}`, "x", "x", "-", "x")).toBe("not_rated");
  });

  test("a quarter that counts as zero is no rated one", () => {
    expect(year("score: mean, missing: zero, at_least: 3", ...cells)).toBe("not_rated 40");
  });

  test("a rule's not_rated comes before all of it", () => {
    const text = `score: mean, missing: block, rules: [{ id: r, when: "latest.nghi", not_rated: nghỉ }]`;
    const { n } = results(rubric(text), quarters("60 30", "60 30", "?", "x"));
    expect([n?.state, n?.rules]).toEqual(["not_rated", "r"]);
  });
});

test("weights of the school year have nothing to say of civil half-years", () => {
  const halves = rubric(`score: { weights: { HK1: 1, HK2: 2 } }, ${skip}`).replaceAll("quarter", "semester");
  const sheet = (...names: string[]) => `ma period A B\n${names.map((name) => `n ${name} 50 30`).join("\n")}`;
  const civil = results(halves, sheet("2026-H1", "2026-H2")).n;
  expect([civil?.state, civil?.reason]).toEqual(["incomplete", "kỳ không có trọng số: 2026-H1, 2026-H2"]);
  expect(results(halves, sheet("2026-2027-HK1", "2026-2027-HK2")).n?.state).toBe("rated");
});

describe("the total of a rollup", () => {
  const cells = ["60 29.99", "60 30", "60 30", "-"] as const;

  test("is exact unless the rollup rounds it", () => {
    expect(year(`score: mean, ${skip}`, ...cells)).toBe("rated 89.996667");
    expect(year(`score: mean, ${skip}, total: { round: { to: 0.01, mode: half_up } }`, ...cells)).toBe("rated 90");
  });

  test("is cut only where the rollup says so, and `unclamped` is not", () => {
    const { n } = results(rubric(`score: sum, ${skip}, total: { max: 200, clamp: true }`), quarters(...cells));
    expect([n?.total, n?.unclamped]).toEqual(["200", "269.99"]);
  });
});

describe("what a year sees of its quarters", () => {
  test("each with its own band, after the quarter's rules and quotas", () => {
    const rules = `score: mean, ${skip}, rules: [{ id: kem, when: 'periods.exists(p, p.band == "yeu")', at_most: kha }, { id: deu, when: 'periods.all(p, p.total >= 50)', at_least: tot }]`;
    const { n } = results(rubric(rules), quarters("60 40", "60 40", "60 40", "30 10"));
    expect([n?.total, n?.rules, n?.band]).toEqual(["85", "kem", "kha"]);
  });

  test("the columns of the latest quarter with a row, rated or not, group it", () => {
    const rows =
      "ma period khoi nghi A B\nn 2026-Q1 a - 60 30\nn 2026-Q2 a - 60 30\nn 2026-Q3 b x - -\nm 2026-Q3 a - 50 30\nm 2026-Q4 a - 50 30";
    const ranked = (more: string): Record<string, string> =>
      each(results(rubric(`score: mean, ${skip}${more}, ranking: { within: [khoi], by: [total] }`), rows), "rank");
    expect(ranked("")).toEqual({ n: "1", m: "1" });
    expect(ranked(", attributes: first")).toEqual({ n: "1", m: "2" });
    expect(ranked(", attributes: Q1")).toEqual({ n: "1", m: "2" });
  });
});

describe("where a year can still end", () => {
  const reach = (combine: string) => {
    const text = rubric(
      `score: mean, ${skip}`,
      `ratings: { by: nguoi, level: item, blank: incomplete, combine: ${combine} }`,
    ).replace("columns:", "columns:\n  nguoi: { type: text, of: rating, required: true }");
    const sheet = "ma period nguoi A B\nn 2026-Q1 R1 50 30\nn 2026-Q1 R2 30 30\nn 2026-Q2 R1 10 10\nn 2026-Q2 R2 40 30";
    const { plan } = computed(text, sheet);
    return reportOf(plan, sheet, { period: "2026" }).periods[0]?.outlook?.reach;
  };

  test("each quarter to come is worth 0 to 100 points", () =>
    expect(reach("mean")).toEqual([{ key: "n", worst: 2, best: 1 }]));

  test("a sum of ratings has no max, so it cannot be told", () => expect(reach("sum")).toEqual([]));

  test.each([
    ["max: 60", 1],
    ["ratio: { max: 60, cap: 100% }", 1],
    ["ratio: { max: 60, cap: 120% }", 0],
    ["ratio: { max: 60, cap: none }", 0],
    ["value: B, clamp: false, max: 60", 0],
    ["value: B, max: 60", 1],
  ])("an item of %s: told of %d people", (scale, people) => {
    const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: quarter
missing: zero
blank_rows: score
areas: [{ id: A, ${scale} }, { id: B, max: 40 }]
total: { max: 100, clamp: false }
bands: [{ id: dat, from: 50 }, { id: kem }]
rollups: [{ period: year, of: quarter, score: mean, missing: skip }]
`);
    const [year] = reportOf(plan, "ma period B\nn 2026-Q1 30", { period: "2026" }).periods;
    expect(year?.outlook?.reach).toHaveLength(people);
  });
});

test("where a year can still end rests on what each quarter of the person was", () => {
  const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: quarter
missing: incomplete
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, from: 80 }, { id: kha, from: 60 }, { id: kem }]
rollups: [{ period: year, of: quarter, score: { weights: { Q1: 7, Q2: 1, Q3: 1, Q4: 1 } }, missing: block }]
`);
  // 7 × 100 + 0 of 10, and at most 2 × 100 more; the other way about 100 and at most 300.
  const sheet = "ma period A\na 2026-Q1 100\na 2026-Q2 0\nb 2026-Q1 0\nb 2026-Q2 100";
  expect(reportOf(plan, sheet, { period: "2026" }).periods[0]?.outlook?.reach).toEqual([
    { key: "a", worst: 1, best: 0 },
    { key: "b", worst: 2, best: 2 },
  ]);
});

test("an expression that comes to nothing leaves the subject incomplete, and the reason says so", () => {
  const score = `score: "mean(periods.filter(p, p.total > 80), total)", ${skip}`;
  const { n, khac } = results(rubric(score), quarters("60 30", "50 20", "60 40", "50 20"));
  expect([n?.state, n?.total]).toEqual(["rated", "95"]);
  expect([khac?.state, khac?.reason]).toEqual(["incomplete", "công thức tính điểm không cho ra giá trị"]);
});

describe("when a year is computed", () => {
  test("once every quarter is in the sheets", () => {
    const periods = (...cells: string[]): string[] =>
      computed(rubric(`score: mean, ${skip}`), quarters(...cells)).report.periods.map(({ period }) => period);
    expect(periods("60 30", "60 30", "60 30")).toEqual(["2026-Q1", "2026-Q2", "2026-Q3"]);
    expect(periods("60 30", "60 30", "60 30", "60 30").at(-1)).toBe("2026");
  });

  test("asked for, from what is there, and marked", () => {
    const { plan } = computed(rubric(`score: mean, ${skip}`), quarters("60 30"));
    const { periods } = reportOf(plan, quarters("60 30", "60 20"), { period: "2026" });
    expect(periods.map(({ period, provisional }) => [period, provisional])).toEqual([["2026", true]]);
    expect([...(periods[0]?.results ?? [])].map(({ key, marks }) => [key, marks])).toEqual([
      ["n", ["provisional"]],
      ["khac", ["provisional"]],
    ]);
  });
});
