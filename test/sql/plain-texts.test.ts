import { expect, test } from "vitest";
import { isPlain } from "../../src/sql/1-rows/cells.ts";
import { dialectOf } from "../../src/sql/dialect.ts";

/** The patterns of a plain text, in their order. */
const [isUsual, isTidy, isDamaged] = (() => {
  const found: ((text: string) => boolean)[] = [];
  const matches = (sql: string, pattern: string): string => {
    const whole = new RegExp(`^(${pattern})$`, "u");
    found.push((text) => whole.test(text));
    return sql;
  };
  isPlain("x", { ...dialectOf("spark"), matches });
  return found as [(text: string) => boolean, (text: string) => boolean, (text: string) => boolean];
})();

test("whatever is known for a usual text by one pattern is tidy and not damaged", () => {
  const characters = Array.from({ length: 0xd800 }, (_, at) => String.fromCharCode(at));
  const usual = characters.flatMap((c) => [c, `A${c}`, `${c}A`, `A ${c}`, `1${c}1`]).filter(isUsual);
  expect(usual.length).toBeGreaterThan(1000);
  expect(usual.filter((text) => !isTidy(text) || isDamaged(text))).toEqual([]);
});

test.each(["M00000001", "0123", "KHOI-02", "Vũ Hồng Dũng", "Đỗ Thị Ánh", "Chi bộ 1"])("%s is usual", (text) => {
  expect(isUsual(text)).toBe(true);
});
