import { describe, expect, test } from "vitest";
import type { Plan } from "../../../src/model/plan.ts";
import type { Result } from "../../../src/model/report.ts";
import type { Rollup } from "../../../src/model/stage.ts";
import { fraction } from "../../../src/number/exact.ts";
import type { CsvOptions } from "../../../src/views/period-csv.ts";
import { periodLines } from "../../../src/views/period-csv.ts";
import { area, column, incomplete, periodReport, plan, report, result, stage } from "../../support/report.ts";

const lines = (results: readonly Result[], of: Plan = plan(), options: CsvOptions = {}): string[] => {
  const period = periodReport(results);
  return [...periodLines(report([period], of), period, options)];
};

test("one line per subject in the given order, under heads that are ids", () => {
  expect(lines([result("2"), incomplete("1")])).toEqual([
    "rank,ma,ten,khoi,A,B,total,band,band_title,state,reason,rules,awards,alerts,marks\n",
    "1,2,Tên 2,Khối 1,45.5,40,85.5,tot,Tốt,rated,,,,,\n",
    ",1,Tên 1,Khối 1,,40,,,,incomplete,thiếu tiêu chí A1,,,,\n",
  ]);
});

test("ids of a list stand between spaces; a total without a band is printed", () => {
  const [, line] = lines([
    result("1", {
      state: "not_rated",
      reason: { kind: "past", text: "nghỉ, ốm" },
      band: undefined,
      rank: undefined,
      rules: ["a", "b"],
      awards: ["c"],
      alerts: ["d", "e"],
      marks: ["decided", "tie_open"],
    }),
  ]);
  expect(line).toBe(`,1,Tên 1,Khối 1,45.5,40,85.5,,,not_rated,"nghỉ, ốm",a b,c,d e,decided tie_open\n`);
});

test("the unclamped total has a column only where the rubric clamps", () => {
  const clamping = plan({ stage: stage({ total: { max: 10_000, clamp: true } }) });
  const [head, line] = lines([result("1", { unclamped: 10_700, total: 10_000 })], clamping);
  expect(head).toContain(",B,unclamped,total,");
  expect(line).toContain(",40,107,100,");
});

test("a period that adds up cut totals has the column too, one that picks or computes its score has none", () => {
  const quarter = stage({ period: "quarter", total: { max: 10_000, clamp: true } });
  const head = (kind: "mean" | "weights" | "best"): string => {
    const score = kind === "weights" ? { kind, weights: [] } : { kind };
    const terms = { of: "quarter", score, missing: { notRated: "skip", absent: "skip" }, atLeast: 1 } as const;
    const year: Rollup = { ...stage({ period: "year" }), ...terms, attributes: "latest" };
    const period = { ...periodReport([result("1")]), stage: 1 };
    const of = plan({ stage: quarter, rollups: [year] });
    return [...periodLines(report([period], of), period)][0] as string;
  };
  expect(head("mean")).toContain(",B,unclamped,total,");
  expect(head("weights")).toContain(",B,unclamped,total,");
  expect(head("best")).toContain(",B,total,");
});

test("the top level may hold an item; further nodes come when asked for, once", () => {
  const nodes = [area("A1", { parent: 1 }), area("A"), area("theme")];
  const deep = plan({ stage: stage({ nodes, top: [1, 2] }) });
  const scores = [100, 200, fraction(100n, 3n)];
  const [head, line] = lines([result("1", { scores })], deep, { columns: ["A1", "A", "nowhere"] });
  expect(head).toContain(",khoi,A,theme,A1,total,");
  expect(line).toContain(",2,0.333333,1,");
});

test("a score has more places where six would seem to reach the max of its area, or 0", () => {
  const nodes = [area("A"), area("B", { min: "none" })];
  const two = plan({ stage: stage({ nodes, top: [0, 1] }) });
  const line = (...scores: Result["scores"]) =>
    lines([result("1", { scores })], two)[1]
      ?.split(",")
      .slice(4, 6);
  const [almostAll, almostNone] = [fraction(14_999_999_999n, 3_000_000n), fraction(-1n, 3_000_000n)];
  expect(line(almostAll, almostNone)).toEqual(["49.999999997", "-0.000000003"]);
  expect(line(5000, 0)).toEqual(["50", "0"]);
});

test("a total has more places where six would seem to reach a band, the max or 0", () => {
  const total = (units: Result["total"]) => lines([result("1", { total: units })])[1]?.split(",")[6];
  expect(total(fraction(20_999_999_999_999n, 3_000_000_000n))).toBe("69.999999999997");
  expect(total(fraction(29_999_999_999_999n, 3_000_000_000n))).toBe("99.999999999997");
  expect(total(fraction(1n, 3_000_000_000n))).toBe("0.000000000003");
  expect(total(7000)).toBe("70");
});

describe("attributes", () => {
  const typed = plan({
    name: 0,
    columns: [
      column("ma"),
      column("period"),
      column("ky_luat", { type: { kind: "choice", values: [{ id: "khong" }, { id: "canh_cao", label: "Cảnh cáo" }] } }),
      column("ngay", { type: { kind: "date" } }),
      column("lanh_dao", { type: { kind: "flag" } }),
      column("he_so", { type: { kind: "number" } }),
      column("nguoi_cham", { of: "rating" }),
      column("tong", { type: { kind: "number" }, compare: { with: "total" } }),
    ],
    stage: stage({ ranking: { within: [], by: [], number: "standard" } }),
  });
  const columns = ["=1", "2026-Q1", "canh_cao", 20_453, false, fraction(-1n, 2n), "x", 90];

  test("are printed as ids, ISO dates, true and false, exact numbers; ratings, periods and compared figures are not", () => {
    const [head, line] = lines([result("=1", { columns })], typed);
    expect(head).toContain("rank,ma,ky_luat,ngay,lanh_dao,he_so,A,");
    expect(line).toContain("1,'=1,canh_cao,2025-12-31,false,-0.5,45.5,");
  });

  test("for a spreadsheet are printed with titles, labels and decimal commas", () => {
    const [head, line] = lines([result("=1", { columns, marks: ["provisional"] })], typed, { excel: true });
    expect(head).toMatch(/^\uFEFFHạng;ma;ky_luat;ngay;lanh_dao;he_so;Area A;Area B;Tổng điểm;Mã mức;Mức xếp loại;/);
    expect(line).toBe("1;'=1;Cảnh cáo;2025-12-31;không;-0,5;45,5;40;85,5;tot;Tốt;đã xếp loại;;;;;tạm tính\n");
  });

  test("rules are called by their titles for a spreadsheet, by their ids where they have none", () => {
    const rules = [{ id: "late", title: { en: "Late", vi: "Đi muộn" } }, { id: "absent" }] as never;
    const of = plan({ stage: stage({ rules }) });
    const line = (excel: boolean) => lines([result("1", { rules: ["absent", "late"] })], of, { excel })[1];
    expect(line(true)).toContain(';"absent; Đi muộn";');
    expect(line(false)).toContain(",absent late,");
  });

  test("that do not apply are blank", () => {
    const [, line] = lines([result("1", { columns: ["1"] })], typed);
    expect(line).toMatch(/^1,1,,,,,45\.5,/);
  });
});
