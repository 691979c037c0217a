import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { hintOf } from "../../../src/diagnostics/message.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { describeNotes } from "../../../src/sheet/4-rows/notes.ts";
import { column, readAll, smallPlan } from "../../support/sheet.ts";
import { compileText } from "../rubric/compile-text.ts";

const plan = smallPlan();
const without = "code,full_name,A\n1,An,8\n";
const withColumn = (...periods: string[]): string =>
  `code,full_name,period,A\n${periods.map((text, at) => `${at},An,${text},8`).join("\n")}\n`;

describe("a period column", () => {
  test("in any written form", async () => {
    const { rows } = await readAll(plan, { "s.csv": withColumn("2026-Q1", "Quý II/2026", "q3-2026") });
    expect(rows.map(({ period }) => period)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3"]);
  });

  test("of another kind, unreadable or blank is an error of its row", async () => {
    const { rows, messages } = await readAll(plan, { "s.csv": withColumn("2026-03", "mới", "", "2026-Q1") });
    expect(rows).toHaveLength(1);
    expect(messages).toEqual([
      '"period" of 0 is "2026-03", expected a quarter such as 2026-Q1',
      '"period" of 1 is "mới", expected a quarter such as 2026-Q1',
      '"period" of 2 is blank, expected a quarter such as 2026-Q1',
    ]);
  });

  test("may have other headers, and its value is the canonical name", async () => {
    const declared = smallPlan([column("period", { headers: ["Kỳ đánh giá"] })]);
    const { rows } = await readAll(declared, { "s.csv": "code,full_name,Kỳ đánh giá,A\n1,An,Quý I/2026,8\n" });
    expect(rows).toMatchObject([{ period: "2026-Q1", columns: ["1", "An", "2026-Q1"] }]);
    expect((await readAll(declared, { "2026-Q2.csv": without })).rows).toMatchObject([
      { columns: ["1", "An", "2026-Q2"] },
    ]);
  });

  test("outside of the rubric's validity", async () => {
    const valid = smallPlan([], { valid: { from: "2026-02-01", to: "2026-12-31" } });
    const { rows, messages } = await readAll(valid, { "s.csv": withColumn("2025-Q4", "2026-Q1", "2027-Q1") });
    expect(rows.map(({ period }) => period)).toEqual(["2026-Q1"]);
    expect(messages[0]).toContain("expected a period between 2026-02-01 and 2026-12-31");
    expect(messages).toHaveLength(2);
  });

  test("beside the command line: blank cells follow it, others must agree", async () => {
    const { rows, errors } = await readAll(
      plan,
      { "s.csv": withColumn("", "Q1/2026", "2026-Q2") },
      { given: { "s.csv": "2026-Q1" } },
    );
    expect(rows.map(({ period }) => period)).toEqual(["2026-Q1", "2026-Q1"]);
    expect(errors).toEqual(["D214 4:3"]);
  });

  test("is followed where file name or title say another, and each period is noted once", async () => {
    const noted = async (name: string, text: string) =>
      (await readAll(plan, { [name]: text })).diagnostics.map(
        ({ code, place }) => `${code} ${place?.line}:${place?.column}`,
      );
    expect(await noted("2026-Q4.csv", withColumn("2026-Q1", "2026-Q1", "2026-Q4", "2026-Q2"))).toEqual([
      "D118 2:3",
      "D118 5:3",
    ]);
    expect(await noted("s.csv", `Bảng điểm quý II năm 2026,,,\n${withColumn("2026-Q1")}`)).toEqual(["D118 3:3"]);
    expect(await noted("nam-2026.csv", withColumn("2026-Q1", "2026-Q3"))).toEqual([]);
    expect(await noted("nam-2025.csv", withColumn("2026-Q1"))).toEqual(["D118 2:3"]);
    expect(await noted("2026-Q1-den-2026-Q2.csv", withColumn("2026-Q1", "2026-Q2"))).toEqual([]);
    expect(await noted("hoc-ky-1-2025-2026.csv", withColumn("2026-Q1"))).toEqual([]);
  });
});

describe("without a period column", () => {
  const titled = (title: string): string => `${title},,\n${without}`;
  test.each([
    ["data/2026-Q1.csv", without, "2026-Q1"],
    ["quy-1-2026.csv", without, "2026-Q1"],
    ["diem.csv", titled("Bảng điểm quý II năm 2026"), "2026-Q2"],
    ["2026/2026-Q2.csv", titled("Quý II/2026"), "2026-Q2"],
    ["diem-nam-2026.csv", titled("Quý II/2026"), "2026-Q2"],
  ])("%s", async (name, text, period) => {
    const { rows, notes } = await readAll(plan, { [name]: text });
    expect(rows).toMatchObject([{ period }]);
    expect(notes[0]?.period).toEqual({ name: period, source: "sheet" });
  });

  describe("a month by which a tab is called", () => {
    const monthly = smallPlan([], { stage: { ...plan.stage, period: "month" } });
    const read = async (tab: string, above = "") => {
      const { rows, errors } = await readAll(monthly, { [`năm 2026.xlsx#${tab}`]: above + without });
      return rows[0]?.period ?? errors.join();
    };

    test.each(["T11", "T.11", "t 11", "Th 11", "Thg.11", "M11", "Nov", "november", "Tháng 11", "11-2026", "T11.2026"])(
      "is known in its shortest form: %s",
      async (tab) => expect(await read(tab)).toBe("2026-11"),
    );

    test.each(["11", "T13", "T11 (2)", "CB1 T11", "T0"])(
      "is asked about where it may be something else: %s",
      async (tab) => {
        expect(await read(tab)).toBe("D115 1:1");
      },
    );

    test("must agree with what stands above the header", async () => {
      expect(await read("T11", "THÁNG 10 NĂM 2026,,\n")).toBe("D116 1:1");
      expect(await read("T11", "So với T10,,\n")).toBe("2026-11");
    });

    test("is none in a rubric of quarters", async () => {
      const { rows } = await readAll(plan, { "Quý 4-2026.xlsx#T11": without });
      expect(rows.map(({ period }) => period)).toEqual(["2026-Q4"]);
    });
  });

  describe("a quarter that is named without its year", () => {
    const below = (...titles: string[]): string => `${titles.map((title) => `${title},,\n`).join("")}${without}`;
    test.each([
      ["diem.csv", below("Báo cáo quý 1", "Năm 2026"), "Năm 2026"],
      ["diem.csv", below("KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2026", "Quý: I"), "KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2026"],
      ["diem.csv", below("Báo cáo quý 1 của chi bộ 3 (năm 2026)"), "Báo cáo quý 1 của chi bộ 3 (năm 2026)"],
      ["2026.csv", below("Báo cáo quý I"), "2026"],
      ["chi-bo-3_2026.csv", below("Báo cáo quý I"), "chi-bo-3_2026"],
      ["quy-1_chi-bo-3_2026.csv", without, "quy-1_chi-bo-3_2026"],
      ["quy-1.csv", below("Căn cứ Quy định 366-QĐ/TW", "Năm 2026"), "Năm 2026"],
      ["quy-1.csv", below(`Năm 2026 ${"x".repeat(300)}`), `Năm 2026 ${"x".repeat(191)}`],
      ["quy-1.csv", below("Năm 2026", "Ninh Bình, ngày … tháng … năm 2027"), "Năm 2026"],
    ])("%s %j", async (name, text, yearText) => {
      const { rows, notes } = await readAll(plan, { [name]: text });
      expect(rows).toMatchObject([{ period: "2026-Q1" }]);
      expect(notes[0]?.period).toEqual({ name: "2026-Q1", source: "sheet", yearText });
    });

    test.each([
      ["diem.csv", ["Báo cáo quý 1", "Báo cáo quý 2", "Năm 2026"], "D116 1:1"],
      ["diem.csv", ["Báo cáo quý 1, 2 và 3", "Năm 2026"], "D116 1:1"],
      ["2026-Q1.csv", ["Báo cáo quý 2"], "D116 1:1"],
      ["2025.csv", ["Báo cáo quý 1", "Năm 2026"], "D116 1:1"],
      ["diem_2025.csv", ["Báo cáo quý 1", "Năm 2026"], "D115 1:1"],
      ["diem_2025_2026.csv", ["Báo cáo quý 1"], "D115 1:1"],
      ["quy-1.csv", ["Căn cứ Quy định 366-QĐ/TW năm 2025"], "D115 1:1"],
      ["quy-1.csv", ["So với năm 2025"], "D115 1:1"],
      ["quy-1.csv", ["Năm học 2025-2026"], "D115 1:1"],
      ["quy-1.csv", ["Ninh Bình, ngày … tháng … năm 2026"], "D115 1:1"],
    ])("%s %j is refused", async (name, titles, error) => {
      expect((await readAll(plan, { [name]: below(...titles) })).errors).toEqual([error]);
    });

    test("is what the refusal says, and agrees with --period", async () => {
      const { messages } = await readAll(plan, { "quy-2.csv": without });
      expect(messages).toEqual([
        'nothing says which quarter this sheet covers (it says only "quy-2", and not of which year)',
      ]);
      const given = async (period: string) => await readAll(plan, { "quy-2.csv": without }, { period });
      expect((await given("2026-Q2")).rows).toMatchObject([{ period: "2026-Q2" }]);
      expect((await given("2026-Q1")).errors).toEqual(["D115 1:1"]);
      const other = await readAll(plan, { "nam-2025.csv": without }, { period: "2026-Q1" });
      expect(other.errors).toEqual(["D115 1:1"]);
    });

    test("says nothing where the rubric has no such periods", async () => {
      expect((await readAll(plan, { "2026-Q1.csv": below("Tháng 5") })).rows).toMatchObject([{ period: "2026-Q1" }]);
    });

    test("is compared with the rows of a period column", async () => {
      const text = (period: string): string => `Quý 1,,,\nNăm 2026,,,\n${withColumn(period)}`;
      const codes = async (period: string) =>
        (await readAll(plan, { "s.csv": text(period) })).diagnostics.map(({ code }) => code);
      expect(await codes("2026-Q1")).toEqual([]);
      expect(await codes("2026-Q2")).toEqual(["D118"]);
    });
  });

  test("name and title that disagree are an error", async () => {
    const { messages, rows } = await readAll(plan, { "2026-Q1.csv": titled("Quý II/2026") });
    expect(rows).toEqual([]);
    expect(messages).toEqual(['the sheet says two periods: 2026-Q1 ("2026-Q1") and 2026-Q2 ("Quý II/2026")']);
    expect((await readAll(plan, { "nam-2025.csv": titled("Quý II/2026") })).errors).toEqual(["D116 1:1"]);
  });

  test("the command line wins over name and title", async () => {
    const { rows } = await readAll(
      plan,
      { "2026-Q1.csv": titled("Quý II/2026") },
      { given: { "2026-Q1.csv": "Quý 3/2026" } },
    );
    expect(rows).toMatchObject([{ period: "2026-Q3" }]);
  });

  test.each([
    [["Chi bộ 1", "Chi bộ 2"], ["2026-Q4", "2026-Q4"], []],
    [["Q3-2026", "Chi bộ 2"], ["2026-Q3"], ["D115 1:1"]],
  ])(
    "--period names the period of a workbook's tabs %j, unless one is called after a period",
    async (tabs, periods, said) => {
      const book = utils.book_new();
      for (const [at, tab] of tabs.entries()) {
        const rows = [
          ["code", "full_name", "A"],
          [`${at + 1}`, "An", "8"],
        ];
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows), tab);
      }
      const bytes = write(book, { type: "buffer", bookType: "xlsx" });
      const { rows, errors } = await readAll(plan, { "s.xlsx": bytes }, { period: "2026-Q4" });
      expect(rows.map(({ period }) => period)).toEqual(periods);
      expect(errors).toEqual(said);
    },
  );

  test("--period names the period of a single sheet only, and only where nothing else does", async () => {
    const options = { period: "2026-Q4" };
    expect((await readAll(plan, { "s.csv": without }, options)).rows).toMatchObject([{ period: "2026-Q4" }]);
    expect((await readAll(plan, { "q1-2026.csv": without }, options)).rows).toMatchObject([{ period: "2026-Q1" }]);
    expect((await readAll(plan, { "a.csv": without, "b.csv": without }, options)).errors).toEqual([
      "D115 1:1",
      "D115 1:1",
    ]);
  });

  test("nothing, or only a longer period, is not enough", async () => {
    const { messages } = await readAll(plan, { "a.csv": without, "nam-2026.csv": without });
    expect(messages).toEqual([
      "nothing says which quarter this sheet covers",
      "nothing says which quarter this sheet covers (it says only 2026)",
    ]);
  });

  test.each([
    ["<stdin>", "write YYYY-Qn=- on"],
    ["diem.csv", "write YYYY-Qn=diem.csv on"],
    ["bảng điểm.csv", 'write "YYYY-Qn=bảng điểm.csv" on'],
    ["a $b's.csv", "write 'YYYY-Qn=a $b'\\''s.csv' on"],
  ])("%s: the hint says what to write", async (name, hint) => {
    const { diagnostics } = await readAll(plan, { [name]: without });
    expect(hintOf(diagnostics[0] as Diagnostic, "en")).toContain(hint);
  });

  test("a period of another kind on the command line", async () => {
    const { errors } = await readAll(
      plan,
      { "s.csv": without, "t.csv": without },
      { given: { "s.csv": "2026-03", "t.csv": "x" } },
    );
    expect(errors).toEqual(["D117 1:1", "D117 1:1"]);
  });
});

describe("a sheet with nothing but what a year alone is scored in", () => {
  const compiled = (fragment = "") =>
    compileText(`${fragment}rollups:
  - { period: year, of: quarter, score: average * 0.9 + theme, missing: skip, areas: [{ id: theme, max: 10 }] }
`).plan as Plan;
  const themes = "code,full_name,theme\n1,An,8\n";

  test.each([
    ["2026.csv", themes],
    ["chuyen-de_2026.csv", themes],
    ["chuyen-de.csv", `Chuyên đề năm 2026,,\n${themes}`],
    ["chuyen-de.csv", `Năm 2026,,\nTheo Quy định 366-QĐ/TW,,\n${themes}`],
  ])("%s covers the year that it names", async (name, text) => {
    const { rows, notes } = await readAll(compiled(), { [name]: text });
    expect(rows).toMatchObject([{ period: "2026" }]);
    expect(notes[0]?.period).toEqual({ name: "2026", source: "sheet" });
  });

  test.each([
    ["chuyen-de.csv", themes, "which year this sheet covers"],
    [
      "chuyen-de.csv",
      `Theo Quy định 366-QĐ/TW năm 2025,,\n${themes}`,
      "which year this sheet covers (2025 stands beside the number of a document or in a comparison, and may be another time)",
    ],
    ["chuyen-de_2025_2026.csv", themes, "two periods: 2025"],
    ["2025.csv", `Năm 2026,,\n${themes}`, "two periods: 2025"],
  ])("%s %j is refused", async (name, text, message) => {
    expect((await readAll(compiled(), { [name]: text })).messages).toEqual([expect.stringContaining(message)]);
  });

  test("is no sheet of quarters, which a year does not suffice for", async () => {
    const message = "nothing says which quarter this sheet covers (it says only 2026)";
    const messages = async (text: string) => (await readAll(compiled(), { "nam-2026.csv": text })).messages;
    expect(await messages("code,full_name,A\n1,An,8\n")).toEqual([message]);
    expect(await messages("code,full_name,A,theme\n1,An,8,8\n")).toEqual([message]);
    const named = { "tong-hop-2026.csv": "code,full_name,period,A,theme\n1,An,2026-Q1,8,\n1,An,2026,,8\n" };
    expect((await readAll(compiled(), named)).rows).toMatchObject([{ period: "2026-Q1" }, { period: "2026" }]);
  });

  test("cannot be told from one of quarters where these have no score cells", async () => {
    const ratios = compiled(`columns:
  done: { type: number, min: 0, default: 0 }
  target: { type: number, min: 1, default: 1 }
areas: [{ id: A, ratio: { max: 100, cap: 100%, done: done, target: target } }]
`);
    const text = "code,full_name,done,target,theme\n1,An,8,10,\n";
    expect((await readAll(ratios, { "2026.csv": text })).errors).toEqual(["D115 1:1"]);
    expect((await readAll(ratios, { "2026-Q1.csv": text })).rows).toMatchObject([{ period: "2026-Q1" }]);
  });
});

test("what was assumed is said in one line, in both languages", async () => {
  const text = "BẢNG ĐIỂM QUÝ I/2026;;\ncode;full_name;A\n1;An;8,5\n2;Bình;x\nTổng cộng;;8,5\n";
  const { notes } = await readAll(plan, { "s.csv": text });
  const said = describeNotes(notes[0] as (typeof notes)[number]);
  expect(said.en).toBe(
    's.csv: rows: 1; header in line 2; columns parted by ";"; decimal mark ","; period 2026-Q1 (from the file name or title); title line 1; skipped line 5; rows with errors: 1',
  );
  expect(said.vi).toContain("kỳ 2026-Q1 (theo tên tệp hoặc tên bảng)");
  const joined = await readAll(plan, { "s.csv": "Quý 1,,\nNăm 2026,,\ncode,full_name,A\n1,An,8\n" });
  const both = describeNotes(joined.notes[0] as (typeof notes)[number]);
  expect(both.en).toContain('period 2026-Q1 (from the file name or title, its year from "Năm 2026")');
  expect(both.vi).toContain('kỳ 2026-Q1 (theo tên tệp hoặc tên bảng, năm theo "Năm 2026")');
  const unread = await readAll(plan, { "s.csv": "" });
  expect(describeNotes(unread.notes[0] as (typeof notes)[number]).en).toBe("s.csv: not read");
});
