import { expect, test } from "vitest";
import { parsePeriod } from "../../../src/period/parse-period.ts";
import { periodWords } from "../../../src/period/spoken-period.ts";

test.each([
  ["2026", "Năm 2026", "Year 2026"],
  ["2026-H1", "6 tháng đầu năm 2026", "Half-year 1, 2026"],
  ["2026-H2", "6 tháng cuối năm 2026", "Half-year 2, 2026"],
  ["2026-Q4", "Quý IV/2026", "Quarter 4, 2026"],
  ["2026-03", "Tháng 3/2026", "Month 3, 2026"],
  ["2026-W07", "Tuần 7/2026", "Week 7, 2026"],
  ["2025-2026", "Năm học 2025-2026", "School year 2025-2026"],
  ["2025-2026-HK1", "Học kỳ 1, năm học 2025-2026", "Semester 1, school year 2025-2026"],
])("%s is %s, %s", (name, vi, en) => {
  expect(periodWords(name).vi).toBe(vi);
  expect(periodWords(name).en).toBe(en);
  // What we print, people type into the next sheet.
  expect([vi, en].map((words) => parsePeriod(words)?.name)).toContain(name);
});
