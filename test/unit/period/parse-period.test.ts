import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPeriods, parsePeriod } from "../../../src/period/parse-period.ts";
import type { Period } from "../../../src/period/period.ts";
import { periodKinds, periodOf } from "../../../src/period/period.ts";
import { findBareYears, findYearless, inYear } from "../../../src/period/yearless.ts";

describe("written forms", () => {
  test.each([
    ["2026", "2026"],
    ["Năm 2026", "2026"],
    ["year 2026", "2026"],
    ["2026-H1", "2026-H1"],
    ["H2/2026", "2026-H2"],
    ["6 tháng đầu năm 2026", "2026-H1"],
    ["6 tháng cuối năm 2026", "2026-H2"],
    ["2026-Q1", "2026-Q1"],
    ["Q1/2026", "2026-Q1"],
    ["Quý I/2026", "2026-Q1"],
    ["Quý IV năm 2026", "2026-Q4"],
    ["Quí I/2026", "2026-Q1"],
    ["QUÍ 2 NĂM 2026", "2026-Q2"],
    ["Quý III (2026)", "2026-Q3"],
    ["Tháng 3 (năm 2026)", "2026-03"],
    ["Quý 1 năm 2026", "2026-Q1"],
    ["quy 1-2026", "2026-Q1"],
    ["Quarter 1 2026", "2026-Q1"],
    ["quy-01-2026", "2026-Q1"],
    ["Quý: I, Năm: 2026", "2026-Q1"],
    ["Quý I của năm 2026", "2026-Q1"],
    ["2026 quý 1", "2026-Q1"],
    ["Năm 2026 - Quý IV", "2026-Q4"],
    ["Năm: 2026", "2026"],
    ["2026_T03", "2026-03"],
    ["thang 3.2026", "2026-03"],
    ["tháng Giêng năm 2026", "2026-01"],
    ["Thg 3/2026", "2026-03"],
    ["QUÝ BA NĂM 2026", "2026-Q3"],
    ["Quý thứ nhất, 2026", "2026-Q1"],
    ["quý bốn/2026", "2026-Q4"],
    ["03.2026", "2026-03"],
    ["2026_03", "2026-03"],
    ["6-thang-dau-nam-2026", "2026-H1"],
    ["hoc-ky-i-nam-hoc-2025-2026", "2025-2026-HK1"],
    ["2026-03", "2026-03"],
    ["03/2026", "2026-03"],
    ["3/2026", "2026-03"],
    ["Tháng 3/2026", "2026-03"],
    ["tháng 3 năm 2026", "2026-03"],
    ["T3/2026", "2026-03"],
    ["March 2026", "2026-03"],
    ["Sept 2026", "2026-09"],
    ["2026-W07", "2026-W07"],
    ["Tuần 7/2026", "2026-W07"],
    ["tuần 7 năm 2026", "2026-W07"],
    ["Week 7 2026", "2026-W07"],
    ["2025-2026", "2025-2026"],
    ["2025 – 2026", "2025-2026"],
    ["Năm học 2025-2026", "2025-2026"],
    ["2025-2026-HK1", "2025-2026-HK1"],
    ["HK1 2025-2026", "2025-2026-HK1"],
    ["Học kỳ 1 (2025-2026)", "2025-2026-HK1"],
    ["Học kỳ II (năm học 2025-2026)", "2025-2026-HK2"],
    ["HKII/2025-2026", "2025-2026-HK2"],
    ["Học kỳ I năm học 2025-2026", "2025-2026-HK1"],
    ["Năm học 2025-2026, học kỳ 2", "2025-2026-HK2"],
    ["II/2026", "2026-Q2"],
    ["IV - 2026", "2026-Q4"],
    ["2026-3", "2026-03"],
    ["2026/3", "2026-03"],
    ["2026/03", "2026-03"],
    ["tháng ba năm 2026", "2026-03"],
    ["THÁNG MƯỜI HAI 2026", "2026-12"],
    ["tháng mười/2026", "2026-10"],
    ["Tháng năm năm 2026", "2026-05"],
    ["Kỳ 1 2025–2026", "2025-2026-HK1"],
    ["Kỳ II (2025-2026)", "2025-2026-HK2"],
    ["HK1 (2025-2026)", "2025-2026-HK1"],
    ["  QUÝ\u00A0I /  2026 ", "2026-Q1"],
    ["Quý I/2026".normalize("NFD"), "2026-Q1"],
  ])("%s is %s", (text, name) => {
    expect(parsePeriod(text)?.name).toBe(name);
  });

  test.each([
    "",
    "26",
    "0026",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026-Q0",
    "2026-H3",
    "2026-W54",
    "2025-W53",
    "2025-2027",
    "2026-2025",
    "Học kỳ 1 2026",
    "HK3 2025-2026",
    "q12026",
    "1/3/2026",
    "2026-03-01",
    "Quý",
    "Quý I",
    "1-26",
    "Mayhem 2026",
    "2026 2026",
    // A quarter is no month, and May no year; 26 may be a day.
    "V/2026",
    "tháng năm 2026",
    "tháng sau 2026",
    "Mar-26",
    "Kỳ 1 2026",
    "2026-0",
    "2026.1",
  ])("%j is none", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  test("2026 has 53 weeks, 2025 has 52", () => {
    expect(parsePeriod("2026-W53")?.index).toBe(53);
    expect(parsePeriod("2025-W52")?.index).toBe(52);
  });

  test("every period is read from its own name", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periodKinds),
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 53 }),
        fc.constantFrom("civil" as const, "school" as const),
        (kind, year, index, calendar) => {
          const period = periodOf(kind, year, index, calendar);
          if (period) expect(parsePeriod(period.name)).toEqual(period);
        },
      ),
    );
  });

  test("any text gives a period or undefined, at once", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."quýQ1 /-.,2026năm học t"), maxLength: 600 }), (text) => {
        const found = parsePeriod(text);
        if (found) expect(parsePeriod(found.name)).toEqual(found);
        expect(findPeriods(text).every(({ name }) => parsePeriod(name) !== undefined)).toBe(true);
        expect(
          findYearless(text).every((each) => inYear(each, periodOf("year", 2026, 1, each.calendar) as Period)),
        ).toBe(true);
      }),
    );
  });
});

describe("mentions in titles and file names", () => {
  test.each([
    ["BẢNG CHẤM ĐIỂM ĐẢNG VIÊN QUÝ I NĂM 2026", ["2026-Q1"]],
    ["quy-1-2026", ["2026-Q1"]],
    ["hoc-ky-1-2025-2026", ["2025-2026-HK1"]],
    ["diem-nam-2026", ["2026"]],
    ["bang_diem_2026-Q1_chi_bo_1", ["2026-Q1"]],
    ["2026", ["2026"]],
    ["So với quý IV/2025, quý I/2026", ["2025-Q4", "2026-Q1"]],
    ["Học kỳ I năm học 2025-2026", ["2025-2026-HK1"]],
    ["Căn cứ Quy định 366-QĐ/TW, 30/8/2025", []],
    ["Tam Điệp, ngày 5 tháng 4 năm 2026", []],
    ["xuất lúc 2026-03-05", []],
    ["phiên bản 2018", []],
    ["cct3/2026", []],
    ["Ninh Bình, ngày … tháng … năm 2026", []],
    ["Tam Điệp, ngày      tháng 4 năm 2026", []],
    ["bao-cao-quy-1-nam-2026", ["2026-Q1"]],
    ["KQ_Quý_1-2026_final(2)", ["2026-Q1"]],
    ["Năm 2025, tháng 1 năm 2026", ["2025", "2026-01"]],
    ["2026-2030", []],
  ])("%s", (text, names) => {
    expect(
      findPeriods(text)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
  });
});

describe("periods without their year", () => {
  const year2026 = periodOf("year", 2026) as NonNullable<ReturnType<typeof periodOf>>;
  const school = periodOf("year", 2025, 1, "school") as NonNullable<ReturnType<typeof periodOf>>;
  const named = (text: string): (string | undefined)[] =>
    findYearless(text).map((each) => inYear(each, each.calendar === "school" ? school : year2026)?.name);

  test.each([
    ["Báo cáo quý 1", ["2026-Q1"]],
    ["bao-cao_quy-iv_chi-bo-3", ["2026-Q4"]],
    ["KẾT QUẢ THÁNG 12", ["2026-12"]],
    ["6 tháng cuối năm", ["2026-H2"]],
    ["Học kỳ II, lớp 10A", ["2025-2026-HK2"]],
    ["Quý I + II", ["2026-Q1", "2026-Q2"]],
    ["tháng 1, 2 và 3", ["2026-01", "2026-02", "2026-03"]],
    ["Quý 1 - 12 đảng viên", ["2026-Q1"]],
    ["Quý 5", []],
    ["Tháng 13", []],
    ["Quý I/2026", []],
    ["Theo thang 10 điểm", []],
    ["Thang điểm 100", []],
    ["Tuần 2", []],
    ["T3", []],
    ["Quy định 366, quy chế 2", []],
    ["ngày … tháng 4 năm 2026", []],
  ])("%s", (text, names) => {
    expect(named(text)).toEqual(names);
  });

  test("take the year of their own calendar alone", () => {
    const [quarter] = findYearless("quý 1");
    expect(quarter && inYear(quarter, school)).toBeUndefined();
  });

  test.each([
    ["quy-1-chi-bo-3-2026", ["2026"]],
    ["tong-hop-2025-va-2026", ["2025", "2026"]],
    ["quy-1-2026", []],
    ["quy-1 20260405", []],
    ["quy-1 5.4.2026", []],
    ["dv2026 3000", []],
  ])("bare years in %s", (text, names) => {
    expect(findBareYears(text).map(({ name }) => name)).toEqual(names);
  });
});

test("a canonical name is read as the same words in another writing are", () => {
  for (const year of [1899, 1900, 2024, 2026, 2199, 2200]) {
    const names = [`${year}`, `${year}-${year + 1}`, `${year}-${year + 2}`, `${year}-${year + 1}-HK2`, `${year}-HK1`];
    for (let index = 0; index <= 13; index++) {
      const two = String(index).padStart(2, "0");
      names.push(`${year}-Q${index}`, `${year}-H${index}`, `${year}-${two}`, `${year}-W${two}`);
    }
    names.push(`${year}-W52`, `${year}-W53`, `${year}-W54`);
    for (const name of names) expect([name, parsePeriod(name)]).toEqual([name, parsePeriod(` ${name.toLowerCase()} `)]);
  }
});
