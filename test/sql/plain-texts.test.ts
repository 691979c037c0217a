import { expect, test } from "vitest";
import { isPlain } from "../../src/sql/1-rows/cells.ts";
import { dialectOf } from "../../src/sql/dialect.ts";

/** What the patterns of a plain text say of one, in their order. */
function saidOf(text: string): readonly boolean[] {
  const said: boolean[] = [];
  const matches = (sql: string, pattern: string): string => {
    said.push(new RegExp(`^(${pattern})$`, "u").test(text));
    return sql;
  };
  isPlain("x", { ...dialectOf("spark"), matches });
  return said;
}

test("whatever is known for a usual text by one pattern is tidy and not damaged", () => {
  const characters = Array.from({ length: 0xd800 }, (_, at) => String.fromCharCode(at));
  const texts = characters.flatMap((c) => [c, `A${c}`, `${c}A`, `A ${c}`, `1${c}1`]);
  const usual = texts.map((text) => [text, saidOf(text)] as const).filter(([, [isUsual]]) => isUsual);
  expect(usual.length).toBeGreaterThan(1000);
  expect(usual.filter(([, [, isTidy, isDamaged]]) => !isTidy || isDamaged)).toEqual([]);
});

test.each(["M00000001", "0123", "KHOI-02", "Vũ Hồng Dũng", "Đỗ Thị Ánh", "Chi bộ 1"])("%s is usual", (text) => {
  expect(saidOf(text)[0]).toBe(true);
});
