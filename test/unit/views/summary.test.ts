import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { csvLines } from "../../../src/document/csv.ts";
import { dialectOf } from "../../../src/document/csv-dialect.ts";
import type { Report } from "../../../src/model/report.ts";
import type { Award } from "../../../src/model/stage.ts";
import { fraction } from "../../../src/number/exact.ts";
import { forExcel, forPrograms } from "../../../src/views/style.ts";
import { summaryTable } from "../../../src/views/summary/summary.ts";
import { column, incomplete, periodReport, plan, quota, report, result, stage } from "../../support/report.ts";

const summaryCsv = (of: Report): string => [...csvLines(summaryTable(of, forPrograms))].join("");
const summary = (of: Report): Record<string, string>[] => parse(summaryCsv(of), { columns: true });
/** The cells that say something. */
const filled = (row: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, cell]) => cell));

const inGroup = (khoi: string, key: string, total: number, band: number) =>
  result(key, { columns: [key, `Tên ${key}`, khoi], total, band });
const results = [
  inGroup("Khối 1", "1", 9000, 0),
  inGroup("Khối 1", "2", 8001, 0),
  inGroup("Khối 2", "3", 5000, 1),
  incomplete("4", { columns: ["4", "", "Khối 2"] }),
  result("6", {
    columns: ["6", "", "Khối 2"],
    state: "not_rated",
    reason: { kind: "rules", reasons: ["Mới vào"] },
    band: undefined,
    total: undefined,
  }),
  result("5", {
    columns: ["5", "", "Khối 2"],
    state: "not_rated",
    reason: { kind: "rules", reasons: ["Mới vào"] },
    band: undefined,
    total: undefined,
  }),
];

describe("counts", () => {
  const rows = summary(report([periodReport(results)]));

  test("everybody comes first, then each group", () => {
    const scopes = rows.map(({ within, khoi, kind, id }) => [within, khoi, kind, id].filter(Boolean).join(" "));
    expect(scopes).toEqual([
      "band tot",
      "band kem",
      "rated",
      "not_rated",
      "incomplete",
      "khoi Khối 1 band tot",
      "khoi Khối 1 band kem",
      "khoi Khối 1 rated",
      "khoi Khối 2 band tot",
      "khoi Khối 2 band kem",
      "khoi Khối 2 rated",
      "khoi Khối 2 not_rated",
      "khoi Khối 2 incomplete",
    ]);
  });

  test("a band has its share of the rated and the mean of its totals", () => {
    expect(filled(rows[0])).toEqual({
      period: "2026-Q1",
      kind: "band",
      id: "tot",
      title: "Tốt",
      count: "2",
      share: "0.666667",
      mean: "85.005",
    });
    expect(filled(rows[2])).toMatchObject({ kind: "rated", count: "3", share: "0.5", mean: "73.336667" });
  });

  test("a band without anybody has no mean, and nobody rated gives no share", () => {
    expect(filled(rows[6])).toMatchObject({ id: "kem", count: "0", share: "0" });
    const [first] = summary(report([periodReport([incomplete("1")])]));
    expect(filled(first)).toEqual({ period: "2026-Q1", kind: "band", id: "tot", title: "Tốt", count: "0" });
  });

  test("those without a band are named, sorted, with the reason", () => {
    expect(filled(rows[3])).toMatchObject({ title: "Mới vào", count: "2", share: "0.333333", note: "5; 6" });
    expect(filled(rows[4])).toMatchObject({ title: "chưa đủ điểm", count: "1", note: "4" });
  });

  test("a decided result without a total counts in its band and not in the mean", () => {
    const decided = result("7", { total: undefined, unclamped: undefined, rank: undefined, marks: ["decided"] });
    const [first] = summary(report([periodReport([inGroup("Khối 1", "1", 9000, 0), decided])]));
    expect(first).toMatchObject({ count: "2", mean: "90" });
  });

  test("without ranking groups there is nothing but everybody", () => {
    const flat = plan({ stage: stage({ ranking: { within: [], by: [], number: "standard" } }) });
    const [head] = summaryCsv(report([periodReport(results)], flat)).split("\n");
    expect(head).toBe("period,within,kind,id,title,count,share,mean,denominator,room,kept,moved,open,note");
    expect(summary(report([periodReport(results)], flat))).toHaveLength(5);
  });
});

const award: Award = {
  id: "co",
  title: { en: "Flag", vi: "Cờ" },
  size: { kind: "top", top: 1 },
  within: [],
  by: [],
  ties: "open",
};

test("quotas, awards, alerts and differences have lines of their own", () => {
  const compared = plan({
    columns: [column("ma"), column("ten"), column("khoi"), column("tong", { compare: { with: "total" } })],
    stage: stage({
      quotas: [quota("q20")],
      awards: [award],
      alerts: [{ id: "canh", title: { en: "Look", vi: "Chú ý" }, when: { kind: "literal" } as never }],
    }),
  });
  const numbers = {
    denominator: 10,
    room: 2,
    candidates: 3,
    kept: 2,
    moved: 1,
    leavers: ["1"],
    equals: [],
    open: 0,
    share: fraction(1n, 5n),
  };
  const period = periodReport([result("1", { alerts: ["canh"] })], {
    quotas: [
      { quota: "q20", scope: ["Khối 2"], ...numbers },
      { quota: "q20", scope: ["Khối 1"], ...numbers, candidates: 4 },
    ],
    awards: [{ award: "co", scope: [], winners: [], open: ["9", "1"] }],
  });
  const rows = summary(report([period], compared)).filter(({ kind }) => kind !== "band" && kind !== "rated");
  expect(rows.map(filled)).toEqual([
    { period: "2026-Q1", kind: "alert", id: "canh", title: "Chú ý", count: "1", share: "1", note: "1" },
    expect.objectContaining({ within: "khoi", khoi: "Khối 1", kind: "alert" }),
    {
      period: "2026-Q1",
      within: "khoi",
      khoi: "Khối 1",
      kind: "quota",
      id: "q20",
      title: "Tốt",
      count: "4",
      share: "0.2",
      denominator: "10",
      room: "2",
      kept: "2",
      moved: "1",
      open: "0",
      note: "1",
    },
    expect.objectContaining({ khoi: "Khối 2", kind: "quota", count: "3" }),
    { period: "2026-Q1", kind: "award", id: "co", title: "Cờ", count: "0" },
    { period: "2026-Q1", kind: "award_open", id: "co", title: "Cờ", count: "2", note: "1; 9" },
    { period: "2026-Q1", within: "khoi", khoi: "Khối 1", kind: "award", id: "co", title: "Cờ", count: "0" },
    expect.objectContaining({ within: "khoi", kind: "award_open", count: "1", note: "1" }),
    { period: "2026-Q1", kind: "difference", id: "tong", title: "tong", count: "0" },
  ]);
});

test("a quota is called by its title, or by the band that it limits", () => {
  const titled = Object.assign(quota("few"), { title: { en: "Few", vi: "Số ít" } });
  const outcome = { scope: ["Khối 1"], room: 1, candidates: 1, kept: 1, moved: 0, leavers: [], equals: [], open: 0 };
  const period = periodReport(results, {
    quotas: [
      { quota: "q20", ...outcome },
      { quota: "few", ...outcome },
    ],
  });
  const rows = summary(report([period], plan({ stage: stage({ quotas: [quota("q20"), titled] }) })));
  const titles = rows.filter(({ kind }) => kind === "quota").map(({ id, title }) => [id, title]);
  expect(titles).toEqual([
    ["q20", "Tốt"],
    ["few", "Số ít"],
  ]);
});

test("awards are counted for everybody, each ranking group and each scope of their own, also where nobody got one", () => {
  const byUnit = plan({
    columns: [column("ma"), column("ten"), column("khoi"), column("loai")],
    stage: stage({ awards: [{ ...award, within: [2, 3] }] }),
  });
  const person = (key: string, khoi: string, loai: string) => result(key, { columns: [key, "", khoi, loai] });
  const people = [person("1", "K1", "ca_nhan"), person("2", "K1", "tap_the"), person("3", "K2", "ca_nhan")];
  const scope = (khoi: string, loai: string, winners: string[]) => ({
    award: "co",
    scope: [khoi, loai],
    winners,
    open: [],
  });
  const awards = [scope("K1", "ca_nhan", ["1"]), scope("K1", "tap_the", ["2"]), scope("K2", "ca_nhan", [])];
  const rows = summary(report([periodReport(people, { awards })], byUnit)).filter(({ kind }) => kind === "award");
  expect(rows.map(({ within, khoi, loai, count, note }) => [within, khoi, loai, count, note])).toEqual([
    ["", "", "", "2", "1; 2"],
    ["khoi", "K1", "", "2", "1; 2"],
    ["khoi", "K2", "", "0", ""],
    ["khoi loai", "K1", "ca_nhan", "1", "1"],
    ["khoi loai", "K1", "tap_the", "1", "2"],
    ["khoi loai", "K2", "ca_nhan", "0", ""],
  ]);
});

test("for a spreadsheet: words, semicolons and decimal commas", () => {
  const lines = [...csvLines(summaryTable(report([periodReport(results)]), forExcel), dialectOf(true))];
  const [head, first] = lines.join("").split("\n");
  expect(head).toMatch(/^\uFEFFKỳ;Nhóm theo;khoi;Nội dung;Mã;Tên;Số lượng;Tỷ lệ;Điểm trung bình;/);
  expect(first).toBe("Quý I/2026;;;mức xếp loại;tot;Tốt;2;0,666667;85,005;;;;;;");
});
