// Columns whose values stand in the titles of groups.
import { describe, expect, test } from "vitest";
import { sheetFacts } from "../../../src/sheet/4-rows/sheet-facts.ts";
import { column, points, readAll, sheetPlan } from "../../support/sheet.ts";

const group = column("to", { headers: ["Tổ"], from: "title_rows" });
const name = column("ten", { headers: ["Họ tên"] });
const items = [{ id: "A", scale: points(100) }];
const byName = sheetPlan(items, [], { columns: [group, name], key: [0, 1], name: 1 });
const byCode = sheetPlan(items, [group]);

const read = async (plan: typeof byName, ...lines: string[]) => {
  const { rows, errors, notes } = await readAll(plan, { "2026-Q1.csv": lines.join("\n") });
  const skipped = notes[0]?.skipped.map(({ text, why }) => `${why}: ${text}`);
  return {
    keys: rows.map(({ key }) => key.split("\u0000").join("/")),
    columns: rows.map((row) => row.columns),
    errors,
    skipped,
  };
};

describe("the title of a group is a value of its members", () => {
  test.each([
    ["by its number", "I,Hành chính,", "Hành chính"],
    ["by its letter", "A,Hành chính,", "Hành chính"],
    ["by the name of its column", ",Tổ 1:,", "Tổ 1"],
    ["without that name", ",Tổ: Hành chính,", "Hành chính"],
    ["in one cell with its number", "II. Tổ 2,,", "Tổ 2"],
    ["where people are numbered", ",Hành chính,", "Hành chính"],
  ])("%s", async (_, title, expected) => {
    const { columns, errors } = await read(byName, "STT,Họ tên,A", title, "1,An,80");
    expect(errors).toEqual([]);
    expect(columns).toEqual([[expected, "An"]]);
  });

  test.each([
    ["behind a comma", '"Tổ 2, sĩ số 42",,', "Tổ 2"],
    ["in brackets", '"II. Tổ 2 (15 đảng viên)",,', "Tổ 2"],
    ["where it goes on", "Tổ 2 (tiếp theo),,", "Tổ 2"],
    ["behind a colon", ",Tổ 2: 15 người,", "Tổ 2"],
    ["behind the name of its column", '"Tổ: Hành chính, GVCN: Lê Hoa",,', "Hành chính"],
    ["in another cell", "Tổ 2,Sĩ số: 42,", "Tổ 2"],
    ["of who leads it", "Tổ 2: Tổ trưởng Lê Hoa,,", "Tổ 2"],
    ["of who leads it behind a dash", "Tổ 2 - đ/c Lê Hoa phụ trách,,", "Tổ 2"],
    ["of who leads it in another cell", "Tổ 2,Bà Lê Hoa,", "Tổ 2"],
    ["not where it is part of the name", "Tổ 2 (cơ sở 1),,", "Tổ 2 (cơ sở 1)"],
    ["not where it is the name", "Tổ: Bà Lê Hoa,,", "Bà Lê Hoa"],
    ["not where it is a place", "Tổ 2 - Ba Vì Hà Nội,,", "Tổ 2 - Ba Vì Hà Nội"],
  ])("without what it says of it %s", async (_, title, expected) => {
    const { columns, errors } = await read(byName, "STT,Họ tên,A", title, "1,An,80");
    expect(errors).toEqual([]);
    expect(columns).toEqual([[expected, "An"]]);
  });

  test("in the cell beside the name of its column", async () => {
    const { columns } = await read(byName, "STT,Họ tên,A", "Tổ,1,", "1,An,80", "Tổ:,Hành chính,", "1,Bé,80");
    expect(columns).toEqual([
      ["1", "An"],
      ["Hành chính", "Bé"],
    ]);
  });

  test.each(["Tổ,,", "Tổ 2,Năm học 2025,"])("and is asked about where it may be another: %s", async (title) => {
    const { errors } = await read(byName, "STT,Họ tên,A", "Tổ 1,,", "1,An,80", title, "1,Bé,80");
    expect(errors).toEqual(["D132 4:1"]);
  });

  test("up to the next one; those at the end are nobody's", async () => {
    const found = await read(
      byName,
      "STT,Họ tên,A",
      "I,Tổ 1,",
      "1,An,8",
      "2,Bé,7",
      "II,Tổ 2,",
      "1,An,6",
      ",Cộng,21",
      ",Người lập,",
    );
    expect(found.columns).toEqual([
      ["Tổ 1", "An"],
      ["Tổ 1", "Bé"],
      ["Tổ 2", "An"],
    ]);
    expect(found.errors).toEqual([]);
    expect(found.skipped).toEqual(["title: Tổ 1", "title: Tổ 2", "total: Cộng", "title: Người lập"]);
  });

  describe("what else is said of a group with the column's name", () => {
    const head = "STT,code,full_name,A";
    const groups = async (...lines: string[]) => {
      const { columns, errors } = await read(byCode, ...lines);
      return [columns.map(([, who, to]) => `${who} ${to}`), errors];
    };
    const first = ["Tổ 1,,,", head, "1,001,An,80"];

    test("is skipped with another name before a colon", async () => {
      const found = await groups(...first, "Tổ 2,,,", "Sĩ số: 1,,,", ",Phụ trách: Mai,,", head, "1,002,Bé,70");
      expect(found).toEqual([["An Tổ 1", "Bé Tổ 2"], []]);
    });

    test("is skipped where it counts people", async () => {
      const found = await groups(
        ...first,
        "Sĩ số: 1,,,",
        "2,002,Bé,70",
        ",,Tổng số 2 học sinh,",
        "Tổ 2,,,",
        "1,003,Cu,60",
      );
      expect(found).toEqual([["An Tổ 1", "Bé Tổ 1", "Cu Tổ 2"], []]);
    });

    test.each([
      ["with more words than the name", ["Tổ 2,,,", "Tổ trưởng: Bé,,,", "1,002,Bé,70"], ["D132 5:1"]],
      ["as another text", ["Tổ 2,,,", "Phụ trách Mai,,,", "1,002,Bé,70"], ["D132 5:1"]],
      ["between its members", ["Phụ trách: Mai,,,", "2,002,Bé,70"], ["D132 4:1"]],
      ["as a sentence", [",,Đồng chí Bé chuyển đến từ tháng 2,", "2,002,Bé,70"], ["D132 4:3"]],
      ["below the header", ["Tổ 2,,,", head, "Họp ngày 5,,,", "1,002,Bé,70"], ["D132 6:1"]],
    ])("is asked about %s", async (_, lines, errors) => {
      expect((await groups(...first, ...lines))[1]).toEqual(errors);
    });

    test.each(["II,Hành chính,,", "II. Hành chính,,,"])("is a group of its own with a number: %s", async (title) => {
      const found = await groups(...first, "Tổ 2,,,", title, "1,002,Bé,70");
      expect(found).toEqual([["An Tổ 1", "Bé Hành chính"], []]);
    });
  });

  test.each([
    [[], { to: "Tổ 1" }],
    [["Tổ 2,,", "2,Bé,7"], undefined],
  ])("what stands above the header is no default where titles follow: %j", async (lines, expected) => {
    const { notes } = await readAll(byName, {
      "2026-Q1.csv": ["Tổ 1,,", "STT,Họ tên,A", "1,An,8", ...lines].join("\n"),
    });
    const facts: readonly Readonly<Record<string, unknown>>[] = notes.map(sheetFacts);
    expect(facts.map(({ defaults }) => defaults)).toEqual([expected]);
  });

  test("a sheet may have the column", async () => {
    expect((await read(byName, "Tổ,Họ tên,A", "Tổ 1,An,8")).columns).toEqual([["Tổ 1", "An"]]);
  });

  describe("a name and a number in two cells above the header are no part of it", () => {
    test.each([
      ["Tổ,2,", "STT,code,full_name,A"],
      ["Tổ,2,", "Mã phách,code,full_name,A"],
      ["Tổ,,2", "STT,code,full_name,A"],
      ["Tổ,2,", ",code,full_name,A"],
    ])("%s over %s", async (title, head) => {
      const { columns, errors } = await read(byCode, title, head, "1,001,An,80");
      expect(errors).toEqual([]);
      expect(columns).toEqual([["001", "An", "2"]]);
    });

    test("whatever the value, the number of the row is none", async () => {
      const { errors } = await read(byCode, "Tổ,Hành chính,", "STT,code,full_name,A", "1,001,An,80");
      expect(errors).toEqual(["D241 3:1"]);
    });

    test("two numbers name no group", async () => {
      const { errors } = await read(byCode, "Tổ,1,2", "STT,code,full_name,A", "1,001,An,80");
      expect(errors).toEqual(["D241 3:1"]);
    });

    test("a column that goes down beside a name over several is one", async () => {
      const { columns, errors } = await read(byCode, ",,,Tổ,Quý 1,", "STT,code,full_name,,A,B", "1,001,An,5,80,9");
      expect(errors).toEqual([]);
      expect(columns).toEqual([["001", "An", "5"]]);
    });
  });

  test("beside codes", async () => {
    const found = await read(byCode, "code,full_name,A", "Tổ 1,,", "1,An,8", ",Phòng 2,", "2,Bé,7");
    expect(found.columns).toEqual([
      ["1", "An", "Tổ 1"],
      ["2", "Bé", "Phòng 2"],
    ]);
  });

  describe("behind titles with the column's name", () => {
    const between = async (plan: typeof byName, text: string, next: string) => {
      const lines = [",Tổ Toán,", "1,An,80", "2,Bé,80", `,${text},`, `${next},Chi,80`];
      return (await read(plan, "STT,Họ tên,A", ...lines)).errors;
    };
    const school = sheetPlan(items, [], {
      columns: [column("to", { headers: ["Trường"], from: "title_rows" }), name],
      key: [0, 1],
      name: 1,
    });

    test.each(["1", "3"])("a unit as wide is one, and other texts are asked about, above number %s", async (next) => {
      for (const text of ["Văn phòng", "BAN GIÁM HIỆU", "10A2 (chuyên)"])
        expect(await between(byName, text, next)).toEqual([]);
      for (const text of [
        "Đảng viên dự bị",
        "Đảng viên dự bị (3)",
        "Nhóm 2",
        "Nguyễn Văn Dũng",
        "Tô Văn An",
        "Trương Ba",
      ])
        expect(await between(byName, text, next)).toEqual(["D132 5:2"]);
    });

    test("people are called nearly so", async () => {
      const told = ["Trường A", "Trương Ba"].map((text) =>
        read(school, "STT,Họ tên,A", "I,Trường B,", "1,An,8", `,${text},`, "2,Bé,7"),
      );
      expect((await Promise.all(told)).map(({ errors }) => errors)).toEqual([[], ["D132 4:2"]]);
    });

    test("behind others only where a number is left out", async () => {
      const lines = ["STT,Họ tên,A", ",Hành chính,", "1,An,80", ",Bảo vệ,"];
      expect((await read(byName, ...lines, "2,Bé,80")).errors).toEqual([]);
      expect((await read(byName, ...lines, "3,Bé,80")).errors).toEqual(["D132 4:2"]);
    });
  });

  test.each([
    [["TỔ KHU PHỐ 1,,"], "TỔ KHU PHỐ 1"],
    [["TỔ KHU PHỐ 1,,", "Tổ chấm điểm đảng viên,,", "Tổ họp Quý I/2026,,"], "TỔ KHU PHỐ 1"],
    [["TỔ KHU PHỐ 1,,", "Tổ 7,,"], "Tổ 7"],
    [["TỔ KHU PHỐ 1,,", "Tổ khu phố 2,,"], undefined],
    [["TỔ VĂN THƯ,,"], "TỔ VĂN THƯ"],
    [["Tổ Văn thư (5 người),,ĐẢNG CỘNG SẢN VIỆT NAM"], "Tổ Văn thư"],
    [["TỔ VĂN THƯ,,", "Tổ khu phố 1,,", "Tổ chấm điểm,,"], "Tổ khu phố 1"],
    [["TỔ VĂN THƯ,,", "TỔ HÀNH CHÍNH,,"], undefined],
    [["TỔ CHỨC HỌP,,"], undefined],
    [["TỔ QUỐC VIỆT NAM XÃ HỘI CHỦ NGHĨA,,", "TỔ VĂN THƯ,,"], "TỔ VĂN THƯ"],
    [["Tổ họp ngày thứ hai,,"], undefined],
    [["Tô Văn An,,"], undefined],
    [["Tổ Văn thư: họp,,"], undefined],
    [["Tổ bình xét thi đua,,"], undefined],
    [["Tổ: .........,,"], undefined],
  ])("above the header by any words that begin with the column's name: %j", async (lines, expected) => {
    const { columns, errors } = await read(byName, ...lines, "STT,Họ tên,A", "1,An,80");
    expect(columns[0]?.[0]).toBe(expected);
    expect(errors.length).toBe(expected === undefined ? 1 : 0);
  });

  test.each([
    ["I,Biên chế,", ["D132 3:2"]],
    ["A. Biên chế,,", ["D132 3:1"]],
    ["I,Văn phòng,", []],
    ["II,Tổ 2,", []],
    ["II,10A2,", []],
  ])("with a number alone it may be a part of the group above the header: %s", async (title, errors) => {
    for (const people of [["1,An,80"], ["1,An,80", "2,Bé,80"]]) {
      const found = await read(byName, "Tổ 1,,", "STT,Họ tên,A", title, ...people);
      expect(found.errors).toEqual(errors);
    }
  });

  test.each([
    ["I,Tổ Toán,", []],
    ["I,Khối 6,", []],
    ["I,Biên chế,", ["D132 3:2"]],
  ])("unless it is a unit, where the column's name is that of any: %s", async (title, errors) => {
    const unit = column("don_vi", { headers: ["Đơn vị"], from: "title_rows" });
    const plan = sheetPlan(items, [], { columns: [unit, name], key: [0, 1], name: 1 });
    const found = await read(plan, "Đơn vị: Trường A,,", "STT,Họ tên,A", title, "1,An,80");
    expect(found.errors).toEqual(errors);
    if (errors.length === 0) expect(found.columns).toEqual([[title.slice(2, -1), "An"]]);
  });

  test("nobody is above the first one", async () => {
    expect((await read(byName, "STT,Họ tên,A", "1,An,8", "I,Tổ 1,", "1,Bé,8")).errors).toEqual(["D241 2:1"]);
  });

  test("what may be somebody without scores is asked about, unless nobody follows", async () => {
    expect((await read(byName, "Họ tên,A", "Tổ 1,", "An,8", "Bé,", "Chi,7")).errors).toEqual(["D132 4:1"]);
    expect((await read(byName, "Họ tên,A", "Tổ 1,", "An,8", "Người lập,")).errors).toEqual([]);
  });
});

test("of two such columns the wider one ends the narrower", async () => {
  const branch = column("chi_bo", { headers: ["Chi bộ"], from: "title_rows" });
  const two = sheetPlan(items, [branch, { ...group, required: false, default: "-" }]);
  const found = await read(two, "code,full_name,A", ",Chi bộ 1,", ",Tổ 1,", "1,An,8", ",Chi bộ 2,", "2,Bé,7");
  expect(found.columns).toEqual([
    ["1", "An", "Chi bộ 1", "Tổ 1"],
    ["2", "Bé", "Chi bộ 2", "-"],
  ]);
});
