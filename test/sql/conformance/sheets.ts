// How a sheet may be laid out, and what of it is refused.
import { expect, test } from "vitest";
import { dialectOf } from "../../../src/sql/dialect.ts";
import type { Form } from "../../../src/sql/sql.ts";
import { compile } from "../../reference/compile.ts";
import { csvOf } from "../../support/engines/engine.ts";
import type { Trial } from "./trial.ts";
import { patience } from "./trial.ts";

export function sheetsOfAnyLayout({ name, engine, sqlOf }: Trial): void {
  const { quote } = dialectOf(name);
  const { plan } = compile(rubric);
  const all = { table: "Bang_Diem", names: new Map(Object.entries({ chi_bo: "Chi bộ", A: points })) };
  test(
    "all periods of a sheet whose columns have names of their own, as a view and a table",
    async () => {
      await engine.load(all.table, [
        head,
        ["c1", "1", "=An", "2026-Q2", "", "2020-03-01", "50,5", " T "],
        ["c1", "1", "An", "2026-Q1", "CC", "2020-03-01", "60", "tot"],
        ["Đ", "2", "Bình", "2026-Q1", null, "2020-03-01", "KPS", "kha"],
      ]);
      const expected = [
        "2026-Q1,1,c1,1,An,canh_cao,2020-03-01,60,40,100,kem,Kém,rated,quy tắc ky_luat: xếp Kém,ky_luat,,,\n",
        "2026-Q1,2,Đ,2,Bình,khong,2020-03-01,0,20,20,kem,Kém,rated,,,,,\n",
        `2026-Q2,1,c1,1,'=An,khong,2020-03-01,50.5,40,90.5,dat,${title},rated,,,,,\n`,
      ].join("");
      expect(csvOf(await engine.run(sqlOf(plan, "query", all)))).toBe(expected);
      expect(csvOf(await engine.run(sqlOf(plan, "query", all, "summary")))).toBe(summary);
      for (const [form, id] of Object.entries({ view: "mot", table: "hai" })) {
        await engine.run(sqlOf({ ...plan, id }, form as Form, all));
        expect(csvOf(await engine.run(`SELECT * FROM ${id}_results ORDER BY period, rank`))).toBe(expected);
        await engine.run(`DROP ${form} ${id}_results`);
      }
    },
    patience,
  );

  test(
    "numbers have up to seven digits before the mark, and six behind it",
    async () => {
      const { plan: wide } = compile(foldingRubric.replace(textColumn, wideColumn));
      const numbers = ["-9999999.999999", "1234567.5", "9999999.999999"];
      await engine.load("sheet", [
        ["ma", "period", "doi", "A"],
        ...numbers.map((doi, at) => [`${at + 1}`, "2026-Q1", doi, `${90 - at}`]),
      ]);
      const found = await engine.run(sqlOf(wide, "query", { period: "2026-Q1" }));
      expect(found.map(([, , doi]) => doi).sort()).toEqual(numbers);
    },
    patience,
  );

  test(
    "a number of the engine is the same as its text, whatever its type and the mark of the rubric",
    async () => {
      await engine.load("sheet", [
        ["ma", "chi_bo", "ten", "period", "vao", "A", "B"],
        ["1", "c1", "An", "2026-Q1", "2020-03-01", "50.5", "tot"],
        ["2", "c1", "Bình", "2026-Q1", "2020-03-01", null, "kha"],
      ]);
      const real = name === "spark" ? "DOUBLE" : "DOUBLE PRECISION";
      // Trino writes such a number with an exponent.
      for (const type of ["DECIMAL(20, 10)", ...(name === "trino" ? [] : [real])]) {
        await engine.run("DROP VIEW IF EXISTS typed");
        await engine.run(
          `CREATE VIEW typed AS SELECT CAST(ma AS INTEGER) AS ma, chi_bo, ten, period, CAST(NULL AS INTEGER) AS ky_luat, CAST(vao AS DATE) AS vao, CAST(${quote("A")} AS ${type}) AS ${quote("A")}, ${quote("B")} FROM sheet`,
        );
        for (const mark of [",", "."]) {
          const { plan: marked } = compile(rubric.replace('","', `"${mark}"`));
          expect(csvOf(await engine.run(sqlOf(marked, "query", { table: "typed", period: "2026-Q1" })))).toBe(
            [
              `1,c1,1,An,khong,2020-03-01,50.5,40,90.5,dat,${title},rated,,,,,\n`,
              ",c1,2,Bình,khong,2020-03-01,,20,,,,incomplete,thiếu tiêu chí A,,,,\n",
            ].join(""),
          );
        }
      }
      await engine.run("DROP VIEW typed");
    },
    patience,
  );

  test(
    "a quota that looks at a cell that score refuses says where it is listed",
    async () => {
      const { plan: asking } = compile(
        foldingRubric.replace(textColumn, choiceColumn).replace("ranking:", `${quota}ranking:`),
      );
      await engine.load("sheet", [
        ["ma", "period", "doi", "A"],
        ["1", "2026-Q1", "c", "90"],
      ]);
      const listed = [["2026-Q1", "1", "doi", "c", "not what the column holds"]];
      expect(await engine.run(sqlOf(asking, "checks", {}))).toEqual(listed);
      await expect(engine.run(sqlOf(asking, "query", {}))).rejects.toThrow("see the query of --as checks");
    },
    patience,
  );

  test(
    "units that look alike are one under match: fold, in the more frequent spelling",
    async () => {
      const { plan: folding } = compile(foldingRubric);
      const units = ["Đội Hòa-1", "ðội hoà–1", "ÐỘI HOÀ - 1", "ðội hoà–1", "Đội Hoa-1"];
      await engine.load("sheet", [
        ["ma", "period", "doi", "A"],
        ...units.map((doi, at) => [`${at + 1}`, at === 4 ? "2026-Q2" : "2026-Q1", doi, `${50 + at}`]),
      ]);
      const named = "1 ðội hoà–1,2 ðội hoà–1,3 ðội hoà–1,4 ðội hoà–1";
      const found = await engine.run(sqlOf(folding, "query", { period: "2026-Q1" }));
      expect(
        found
          .map(([rank, ma, doi]) => `${ma} ${doi} ${rank}`)
          .sort()
          .join(),
      ).toBe(
        named
          .split(",")
          .map((each, at) => `${each} ${4 - at}`)
          .join(),
      );
    },
    patience,
  );

  test(
    "rows that score refuses are listed, and the query stops at them",
    async () => {
      await engine.load(all.table, [
        head,
        ["c1", "1", "An", "2025-Q4", "x", "1/3/2020", "60.5", "tốt lắm"],
        ["c1", "2", "An", "2026-Q1", "", "2020-03-01", "60,5", "tot"],
        ["c1", "3", "", "2026-Q1", "", "2020-03-01", "0,25", "tot"],
        ["c1", "4", "An", "2026-Q1", "", "", "1", ""],
        ["c1", "4", "An", "2026-Q1", "", "2020-03-01", "1", ""],
        ["c1", "5", "An", "2026-Q1", "", "1900-01-01", "1", ""],
      ]);
      const refused = await engine.run(sqlOf(plan, "checks", all));
      expect(refused.map((row) => row.slice(1).join(" | "))).toEqual([
        "c1 / 1 | A | 60.5 | no score of the item",
        "c1 / 1 | B | tốt lắm | no score of the item",
        "c1 / 1 | ky_luat | x | not what the column holds",
        "c1 / 1 | period | 2025-Q4 | no period of the rubric",
        "c1 / 1 | vao | 1/3/2020 | not what the column holds",
        "c1 / 2 | A | 60,5 | no score of the item",
        "c1 / 3 | A | 0,25 | no score of the item",
        "c1 / 3 | ten |  | blank",
        "c1 / 4 | key | c1 / 4 | a second row of one period",
        "c1 / 4 | vao |  | blank",
        "c1 / 5 | vao | 1900-01-01 | not what the column holds",
      ]);
      await expect(engine.run(sqlOf(plan, "query", all))).rejects.toThrow("the sheet has rows that score refuses");
      // Nor may one text be written in two ways: an accent beside its letter, two spaces, one that does not break.
      const twoWays = ["Bi\u0300nh", "An  Tran", "An\u00A0Tran", "An\u200B", "A\nn"];
      // Nor is it what a spreadsheet made of it.
      const names = [
        ...twoWays,
        "#N/A",
        "err:502",
        "3.62E+10",
        "A\uFFFDn",
        "30/12/1899",
        "'=y",
        "' -y",
        "'＝y",
        "'01",
        '="01"',
      ];
      await engine.load(all.table, [
        head,
        ...names.map((ten, at) => ["c1", `${at + 10}`, ten, "2026-Q1", "", "2020-03-01", "1", ""]),
      ]);
      const untidy = await engine.run(sqlOf(plan, "checks", all));
      expect(untidy.map(([, subject, cell]) => `${subject} ${cell}`)).toEqual(
        names.map((_, at) => `c1 / ${at + 10} ten`),
      );
      // Nor may two texts look alike.
      await engine.load(all.table, [
        head,
        ...["Đội Hòa-1", "ðội  hoà–1", "Đội Hoa-1"].map((name, at) => [
          name.replace("  ", " "),
          `${at}`,
          "An",
          "2026-Q1",
          "",
          "2020-03-01",
          "1",
          "",
        ]),
      ]);
      const alike = await engine.run(sqlOf(plan, "checks", all));
      expect(alike.map((row) => row.slice(2))).toEqual([["chi_bo", "ðội hoà–1 / Đội Hòa-1", "look alike"]]);
      // In a row for each cell: what is no column or item, what is there twice, and what nobody has.
      const long = { table: "o", isLong: true, names: new Map([["chi_bo", "Chi bộ"]]) };
      const entry = (ma: string, item: string, value: string) => ["c1", ma, "2026-Q1", item, value];
      await engine.load(long.table, [
        ["Chi bộ", "ma", "period", "item", "value"],
        ...["1", "2"].flatMap((ma) => [entry(ma, "ten", "An"), entry(ma, "vao", "2020-03-01"), entry(ma, "A", "50,5")]),
        entry("1", "b", "tot"),
        entry("2", "A", "60"),
      ]);
      const wrong = await engine.run(sqlOf(plan, "checks", long));
      expect(wrong.map((row) => row.slice(1).join(" | "))).toEqual([
        "c1 / 1 | b | tot | no column or item of the rubric",
        "c1 / 2 | A | 50,5 | a second row of one cell",
        " | B |  | no row has it",
      ]);
      await expect(engine.run(sqlOf(plan, "query", long))).rejects.toThrow("the sheet has rows that score refuses");
      // What nobody has in the period that is asked for is blank in it, as long as some period has it.
      await engine.load(long.table, [
        ["Chi bộ", "ma", "period", "item", "value"],
        ...["2026-Q1", "2026-Q2"].flatMap((period) => [
          ["c1", "1", period, "ten", "An"],
          ["c1", "1", period, "vao", "2020-03-01"],
          ["c1", "1", period, "A", "50,5"],
        ]),
        ["c1", "1", "2026-Q2", "B", "tot"],
      ]);
      expect(await engine.run(sqlOf(plan, "checks", { ...long, period: "2026-Q1" }))).toEqual([]);
      // A period of which there is no row is listed.
      const nobody = await engine.run(sqlOf(plan, "checks", { ...long, period: "2027-Q1" }));
      expect(nobody.map((row) => row.join(" | "))).toEqual(["2027-Q1 |  | period |  | no row to compute"]);
      // A second row alone is enough.
      await engine.load(all.table, [
        head,
        ...["1", "2", "1"].map((ma) => ["c1", ma, "An", "2026-Q1", "", "2020-03-01", "1", ""]),
      ]);
      await expect(engine.run(sqlOf(plan, "query", all))).rejects.toThrow("the sheet has rows that score refuses");
    },
    patience,
  );
}

const rubric = `schema: 1
id: nho
version: "1"
language: vi
period: quarter
valid: { from: 2026-01-01, to: 2026-12-31 }
missing: incomplete
codes: { KPS: zero }
decimal_mark: ","
subject: { key: [chi_bo, ma], name: ten }
columns:
  chi_bo: { type: text, required: true }
  ky_luat: { type: choice, values: [khong, canh_cao], labels: { canh_cao: [Cảnh cáo, CC] }, default: khong }
  vao: { type: date, required: true }
areas:
  - { id: A, max: 60, step: 0.5 }
  - { id: B, levels: { tot: 40, kha: 20 }, labels: { tot: [Tốt, T] } }
total: { max: 100, clamp: false }
bands: [{ id: dat, title: 'Đạt \${spark.app.name} \\ '' "', from: 50 }, { id: kem, title: Kém }]
rules: [{ id: ky_luat, when: 'ky_luat != "khong"', set: kem }]
`;
const textColumn = "doi: { type: text, required: true, match: fold }";
const foldingRubric = `schema: 1
id: doi
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns: { ${textColumn} }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: kem, title: Kém }]
ranking: { within: [doi], by: [total], number: standard }
`;
const choiceColumn = "doi: { type: choice, values: [a, b], default: a }";
const quota = `quotas: [{ id: mot, band: tot, count: 1, within: [], when: 'doi == "a"', order: [total], ties: out, then: kem }]\n`;
const wideColumn = "doi: { type: number, required: true }";
const title = `"Đạt \${spark.app.name} \\ ' """`;
/** `period`, `within`, `kind`, `id`, `title`, `count`, `share`, `mean`, the figures of quotas, `note`. */
const summary = [
  `2026-Q1,,band,dat,${title},0,0,,,,,,,\n`,
  "2026-Q1,,band,kem,Kém,2,1,60,,,,,,\n",
  "2026-Q1,,rated,,đã xếp loại,2,1,60,,,,,,\n",
  `2026-Q2,,band,dat,${title},1,1,90.5,,,,,,\n`,
  "2026-Q2,,band,kem,Kém,0,0,,,,,,,\n",
  "2026-Q2,,rated,,đã xếp loại,1,1,90.5,,,,,,\n",
].join("");
/** With the marks in which engines put names. */
const points = 'Điểm "số" `1`';
const head = ["Chi bộ", "ma", "ten", "period", "ky_luat", "vao", points, "B"];
