import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePeriods, containing, extentOf, next, ordinal, partsOf } from "../../../src/period/calendar.ts";
import { dateOf, dayOf, formatDate, parseDate } from "../../../src/period/date.ts";
import { parsePeriod } from "../../../src/period/parse-period.ts";
import type { Period } from "../../../src/period/period.ts";
import { periodKinds, periodOf } from "../../../src/period/period.ts";

const period = (name: string): Period => parsePeriod(name) as Period;
const names = (periods: readonly Period[]): string => periods.map(({ name }) => name).join(" ");
const anyPeriod = fc
  .record({
    kind: fc.constantFrom(...periodKinds),
    year: fc.integer({ min: 1901, max: 2198 }),
    index: fc.integer({ min: 1, max: 53 }),
    calendar: fc.constantFrom("civil" as const, "school" as const),
  })
  .map(({ kind, year, index, calendar }) => periodOf(kind, year, index, calendar))
  .filter((found) => found !== undefined);

describe("dates", () => {
  test.each([
    ["2026-03-31", "2026-03-31"],
    ["31/03/2026", "2026-03-31"],
    ["1/3/2026", "2026-03-01"],
    ["01-03-2026", "2026-03-01"],
    ["01.03.2026", "2026-03-01"],
    ["29/02/2024", "2024-02-29"],
  ])("%s is %s", (text, iso) => {
    expect(formatDate(parseDate(text) as number)).toBe(iso);
  });

  test.each([
    "29/02/2026",
    "31/04/2026",
    "2026-13-01",
    "2026-3-1",
    "00/01/2026",
    "1/3/26",
    "1/3-2026",
    "03/15/2026",
    "",
    "x",
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test("days are those of UTC", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 1_000_000 }), (days) => {
        const utc = new Date(days * 86_400_000);
        const date = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
        expect(dateOf(days)).toEqual(date);
        expect(dayOf(date.year, date.month, date.day)).toBe(days);
      }),
    );
  });
});

describe("extent", () => {
  test.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026-H1", "2026-01-01", "2026-06-30"],
    ["2026-W01", "2025-12-29", "2026-01-04"],
    ["2026-W53", "2026-12-28", "2027-01-03"],
    ["2025-2026", "2025-09-01", "2026-08-31"],
    ["2025-2026-HK1", "2025-09-01", "2026-01-31"],
    ["2025-2026-HK2", "2026-02-01", "2026-08-31"],
  ])("%s is %s to %s", (name, first, last) => {
    const extent = extentOf(period(name));
    expect([formatDate(extent.first), formatDate(extent.last)]).toEqual([first, last]);
  });
});

describe("parts", () => {
  test("of a year", () => {
    expect(names(partsOf(period("2026"), "quarter"))).toBe("2026-Q1 2026-Q2 2026-Q3 2026-Q4");
    expect(partsOf(period("2026"), "month")).toHaveLength(12);
    expect(partsOf(period("2026"), "week")).toHaveLength(53);
    expect(names(partsOf(period("2025-2026"), "semester"))).toBe("2025-2026-HK1 2025-2026-HK2");
    expect(partsOf(period("2025-2026"), "month")).toEqual([]);
  });

  test("of a month are the weeks whose Thursday is in it", () => {
    expect(names(partsOf(period("2026-01"), "week"))).toBe("2026-W01 2026-W02 2026-W03 2026-W04 2026-W05");
    expect(containing(period("2026-W05"), "month")?.name).toBe("2026-01");
    expect(containing(period("2026-W14"), "quarter")?.name).toBe("2026-Q2");
  });

  test("nothing shorter or equal is contained, nothing longer is a part", () => {
    expect(containing(period("2026-Q1"), "month")).toBeUndefined();
    expect(partsOf(period("2026-Q1"), "year")).toEqual([]);
    expect(partsOf(period("2026-Q1"), "quarter")).toEqual([]);
  });

  test("each part is contained in its whole, and no other period is", () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom(...periodKinds), (whole, kind) => {
        for (const part of partsOf(whole, kind)) {
          expect(containing(part, whole.kind)).toEqual(whole);
          expect(comparePeriods(part, whole)).toBeLessThan(0);
        }
      }),
    );
  });
});

describe("order", () => {
  test("by end, a longer period after the last of its parts", () => {
    const shuffled = ["2026", "2026-Q1", "2026-03", "2026-W14", "2026-H1", "2026-01", "2025", "2026-W05", "2026-Q2"];
    expect(names(shuffled.map(period).sort(comparePeriods))).toBe(
      "2025 2026-W05 2026-01 2026-03 2026-Q1 2026-W14 2026-Q2 2026-H1 2026",
    );
  });

  test("is total", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        expect(comparePeriods(a, b) === 0).toBe(a.name === b.name);
      }),
    );
  });

  test("next is one later", () => {
    fc.assert(
      fc.property(anyPeriod, (at) => {
        const after = next(at) as Period;
        expect(ordinal(after)).toBe(ordinal(at) + 1);
        expect(comparePeriods(at, after)).toBeLessThan(0);
        expect(extentOf(after).first).toBe(extentOf(at).last + 1);
      }),
    );
  });

  test("nothing follows the last year", () => {
    expect(next(period("2199-Q4"))).toBeUndefined();
  });
});
