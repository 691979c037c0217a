// Headers of several rows, and columns without a name.
import { describe, expect, test } from "vitest";
import { column, points, readAll, sheetPlan } from "../../support/sheet.ts";

const plan = sheetPlan([{ id: "D", scale: points(100), headers: ["Điểm", "Điểm đoàn chấm"] }]);

const read = (...lines: string[]) => readAll(plan, { "2026-Q1.csv": lines.join("\n") });
const cells = async (...lines: string[]) => (await read(...lines)).rows.map((row) => row.cells[0]);

describe("a name over several columns", () => {
  test.each([
    ["blank to its right", ["code,full_name,Điểm,", ",,Tự chấm,Chi bộ chấm", "1,An,98,70"], "D124 1:3"],
    ["repeated", ["code,full_name,Điểm,Điểm", ",,Tự chấm,Chi bộ chấm", "1,An,98,70"], "D124 1:3"],
    ["with a lower name for the second alone", ["code,full_name,Điểm,", ",,,Chi bộ chấm", "1,An,98,70"], "D124 1:3"],
    ["with the key below it", [",,Điểm,", "code,full_name,Tự chấm,Chi bộ chấm", "1,An,98,70"], "D124 1:3"],
    ["beside others", ["code,full_name,Điểm,,,Ghi chú", ",,Lần 1,Lần 2,Lần 3,", "1,An,9,8,7,"], "D124 1:3"],
    [
      "in the second row of three",
      ["code,full_name,Kết quả,,", ",,Điểm,,Ghi chú", ",,Tự chấm,Chi bộ,", "1,An,98,70,"],
      "D124 1:3",
    ],
  ])("%s belongs to none of them", async (_, lines, error) => {
    const { errors, rows } = await read(...lines);
    expect(errors).toEqual([error]);
    expect(rows).toEqual([]);
  });

  test("is half of the names below it", async () => {
    expect(await cells("code,full_name,Điểm,", ",,Tự chấm,Đoàn chấm", "1,An,98,70")).toEqual([7000]);
    expect(await cells("code,full_name,Đoàn chấm,", ",,Chuyên cần,Điểm", "1,An,98,70")).toEqual([7000]);
  });

  test("stands beside names that are merged downwards, whichever of the two rows has the key and an item", async () => {
    const two = sheetPlan([
      { id: "D", scale: points(100) },
      { id: "E", scale: points(10) },
    ]);
    const sheet = ["Cán bộ,,E,Chấm,", "code,full_name,,D,Ghi chú", "1,An,7,98,"];
    for (const titles of [[], ["BẢNG ĐIỂM"], ["Đơn vị,Sở Nội vụ", ""]]) {
      const { rows, errors } = await readAll(two, { "2026-Q1.csv": [...titles, ...sheet].join("\n") });
      expect([errors, rows.map((row) => row.cells)]).toEqual([[], [[9800, 700]]]);
    }
  });

  test("stands beside others that no rubric knows, and is no title", async () => {
    const { rows, errors } = await read("Cán bộ,,,Tổ,Ghi chú", "code,full_name,D,,", "1,An,98,Tổ 1,");
    expect([errors, rows.length]).toEqual([[], 1]);
    const titled = await read("BẢNG ĐIỂM,,,,", ",code,full_name,D,", "1,1,An,98,");
    expect(titled.notes[0]?.titles).toEqual([{ line: 1, text: "BẢNG ĐIỂM" }]);
    const block = await read("SỞ NỘI VỤ,,CỘNG HÒA,", "code,full_name,D,Ghi chú", "1,An,98,");
    expect(block.notes[0]?.titles).toEqual([{ line: 1, text: "SỞ NỘI VỤ CỘNG HÒA" }]);
  });

  test("is that of one column where no other has it", async () => {
    expect(await cells("code,full_name,Điểm", ",,(thang 100)", "1,An,98")).toEqual([9800]);
    expect(await cells(",,Điểm,Khác", "code,full_name,Đoàn chấm,Chi bộ chấm", "1,An,98,70")).toEqual([9800]);
  });

  test("may be that of a figure that is only compared", async () => {
    const compared = column("tong", { required: false, compare: { with: "total" }, headers: ["Tổng"] });
    const { rows, errors } = await readAll(sheetPlan([{ id: "D", scale: points(100) }], [compared]), {
      "2026-Q1.csv": "code,full_name,D,Tổng,\n,,,Kỳ này,Kỳ trước\n1,An,98,98,70",
    });
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([{ cells: [9800], columns: ["1", "An", undefined] }]);
  });

  test.each([
    ["a group", ",Chi bộ 1,,"],
    ["a group with its number below STT", "I,Tổ 1,,,"],
    ["a person without a key", ",An,80,75"],
    ["maxima", ",Điểm tối đa,100,100"],
  ])("is not seen above %s", async (_, line) => {
    const { errors } = await read("STT,,code,full_name,Điểm,", line, "1,,1,An,98,70");
    expect(errors.filter((error) => error.startsWith("D124"))).toEqual([]);
  });
});

describe("a column without a name", () => {
  const codes = async (...lines: string[]) =>
    (await read(...lines)).diagnostics
      .filter(({ code }) => code !== "D107")
      .map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);

  test.each([
    ["a key", ["full_name,code,,Ghi chú,Điểm", "An,1,x,,98"], "D125 2:3"],
    ["a name", ["code,full_name,,Tổ,Điểm", "1,Nguyễn Văn An,lớp 5,,98"], "D125 2:3"],
    ["an item", ["code,full_name,Điểm,", "1,An,98,", "2,Bình,97,70"], "D125 3:4"],
    ["no more than a column that is not used", ["code,full_name,Điểm,Tổ,", "1,An,98,I,x"], "D126 2:5"],
  ])("beside %s", async (_, lines, found) => {
    expect(await codes(...lines)).toEqual([found]);
  });

  test.each([
    ["from 1", ["1,1,An,9", "2,2,Bình,8", "3,3,Chi,7"], "D126 2:1"],
    ["from 0", ["0,1,An,9", "1,2,Bình,8"], "D126 2:1"],
    ["again below the title of a group", ["1,1,An,9", "2,2,Bình,8", ",,Tổ 2,", "1,3,Chi,7"], "D126 2:1"],
    ["from 2", ["2,1,An,9", "3,2,Bình,8"], "D125 2:1"],
    ["with a gap", ["1,1,An,9", "3,2,Bình,8"], "D125 2:1"],
    ["one number again and again", ["1,1,An,9", "1,2,Bình,8"], "D125 2:1"],
    ["with blank cells", ["1,1,An,9", ",2,Bình,8", "1,3,Chi,8"], "D125 2:1"],
    ["with a word", ["1,1,An,9", "x,2,Bình,8"], "D125 2:1"],
  ])("that counts %s", async (_, lines, found) => {
    expect(await codes(",code,full_name,Điểm", ...lines)).toEqual([found]);
  });

  test("is told of by what people have in it", async () => {
    expect(await codes("code,full_name,Điểm,", "1,An,98,", ",,,Người lập biểu")).toEqual([]);
  });
});
