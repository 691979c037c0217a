import { expect, test } from "vitest";
import { statedMaximum } from "../../../src/sheet/2-header/stated-maximum.ts";

test.each([
  ["Tư tưởng (30 điểm)", "Tư tưởng", "30"],
  ["Vắng (0,5đ)", "Vắng", "0,5"],
  ["Nền nếp (TOI DA: 20 diem)", "Nền nếp", "20"],
  ["x (điểm tối đa: 20)", "x", "20"],
  ["Quality [0-30]", "Quality", "30"],
  ["Quality (max. 5 pts.)", "Quality", "5"],
  ["Tư tưởng (/30)", "Tư tưởng", "30"],
  ["Tư tưởng /30", "Tư tưởng", "30"],
  ["A1/10", "A1", "10"],
  ["Tư tưởng /30 Tự chấm", "Tư tưởng Tự chấm", "30"],
  ["Tư tưởng: tối đa 30 Tự chấm", "Tư tưởng Tự chấm", "30"],
  ["Tư tưởng (tối đa 30 điểm) Tự chấm", "Tư tưởng Tự chấm", "30"],
  ["Tư tưởng - 30 điểm", "Tư tưởng", "30"],
  ["Tư tưởng – 30đ", "Tư tưởng", "30"],
  ["Tư tưởng: 30 điểm", "Tư tưởng", "30"],
  ["Tư tưởng: tối đa 30", "Tư tưởng", "30"],
  ["Tư tưởng, điểm tối đa: 30 điểm.", "Tư tưởng", "30"],
  ["Tư tưởng\n- 30 điểm Tự chấm", "Tư tưởng Tự chấm", "30"],
])("%s says what its item is worth at most", (head, name, figure) => {
  expect(statedMaximum(head)).toEqual({ name, figure });
});

test.each([
  "Tư tưởng",
  "Tổng (20%)",
  "Vắng (-2 điểm)",
  "Vi phạm (2 điểm/lần)",
  "Quý (I)",
  "Lớp (nhóm 2)",
  "Buổi (3 lần)",
  "Quý: 2",
  "Tổ - 3",
  "Vắng: 2 điểm/buổi",
  "Vắng - 2 lần",
  "Vắng: tối đa 2 lần",
  "Khối 10-11",
])("%s says nothing of a maximum", (head) => {
  expect(statedMaximum(head)).toBeUndefined();
});
