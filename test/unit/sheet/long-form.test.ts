// Sheets with one row for each item of somebody.
import { describe, expect, test } from "vitest";
import { column, points, readAll, sheetPlan } from "../../support/sheet.ts";

const items = [
  { id: "A", scale: points(60), headers: ["Nhiệm vụ"] },
  { id: "B", scale: points(40) },
];
const plan = sheetPlan(items, [column("rater", { of: "rating" })]);
const read = async (...lines: string[]) => {
  const { rows, errors, notes } = await readAll(plan, { "2026-Q1.csv": lines.join("\n") });
  return { rows: rows.map(({ key, columns, cells, line }) => [key, columns[2], cells, line]), errors, notes };
};
const head = "code,full_name,rater,Tiêu chí,Điểm";

describe("one row for each item", () => {
  test("is one rating of each rater, wherever its rows stand", async () => {
    const { rows, errors } = await read(
      head,
      "1,An,x,Nhiệm vụ,50",
      "2,Bé,x,A,40.5",
      "1,An,y,B,30",
      "1,An,x,b,20",
      "1,An,y,A,10",
      ",Tổng,,,150.5",
    );
    expect(errors).toEqual([]);
    expect(rows).toEqual([
      ["1", "x", [5000, 2000], 2],
      ["2", "x", [4050, null], 3],
      ["1", "y", [1000, 3000], 4],
    ]);
  });

  test("a score is wrong where it stands", async () => {
    const { errors } = await read(head, "1,An,x,A,50", "1,An,x,B,41");
    expect(errors).toEqual(["D203 3:5"]);
  });

  test.each([
    ["another word", "1,An,x,C,5", "D133 3:4"],
    ["nothing", "1,An,x,,5", "D133 3:4"],
    ["an item once more", "1,An,x,Nhiệm vụ,5", "D134 3:5"],
    ["nobody", ",An,x,B,5", "D215 3:1"],
    ["a cell too many", "1,An,x,B,5,5", "D216 3:1"],
  ])("%s", async (_, line, error) => {
    expect((await read(head, "1,An,x,A,50", line)).errors).toEqual([error]);
  });

  test("a sheet with any item column is none", async () => {
    const { rows, notes } = await read("code,full_name,rater,A,B,Tiêu chí,Điểm", "1,An,x,50,30,A,5");
    expect(rows).toEqual([["1", "x", [5000, 3000], 2]]);
    expect(notes[0]?.long).toBeUndefined();
  });
});

describe("another column that may have the scores", () => {
  const head = "code,full_name,rater,Tiêu chí,Điểm";
  test.each([
    ["with more than a word for scores", ",Điểm duyệt", "1,An,x,A,50,40"],
    ["that nobody has filled in", ",Điểm phê duyệt", "1,An,x,A,50,"],
    ["with another word for scores", ",Số điểm", "1,An,x,A,50,40"],
  ])("%s is asked about", async (_, more, line) => {
    const { rows, errors } = await read(head + more, line);
    expect([rows, errors]).toEqual([[], ["D106 1:6"]]);
  });

  test.each([
    ["another figure", ",Điểm trừ", "1,An,x,A,50,4"],
    ["the maximum", ",Điểm tối đa", "1,An,x,A,50,60"],
    ["words", ",Điểm chữ", "1,An,x,A,50,năm mươi"],
    ["no word for scores", ",Tổng điểm", "1,An,x,A,50,90"],
  ])("is none with %s", async (_, more, line) => {
    const { rows, errors } = await read(head + more, line);
    expect([rows.length, errors]).toEqual([1, []]);
  });
});
