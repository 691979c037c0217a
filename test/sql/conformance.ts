// A rubric as SQL gives in an engine the very bytes that the program writes.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { periodNamed } from "../../src/period/parse-period.ts";
import type { Sheet } from "../../src/sql/1-rows/table-layout.ts";
import type { DialectName } from "../../src/sql/dialect.ts";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form, Given, Written } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { compile } from "../reference/compile.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import { runs } from "../reference/runs.ts";
import type { Engine, Rows } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { earlierCsv, earlierExample, earlierPlan, earlierRows } from "./earlier-results.ts";
import { goldenJobs } from "./golden.ts";
import type { Example } from "./subset.ts";
import { anyExample, decidedExample, example, longSheetOf, lookingExample, ratedExample, sheetOf } from "./subset.ts";
import { refusesAlike } from "./untidy.ts";

interface Conforming {
  readonly isThere: boolean;
  readonly start: () => Promise<Engine>;
  /** How many random rubrics are tried. */
  readonly random: number;
  /** How many golden cases are tried, spread over all of them, and how many of longer periods; absent: all. */
  readonly golden?: number;
  readonly longer?: number;
  /** The most characters of a query that the engine can plan in its memory, where it is one of a longer period or random; absent: any. */
  readonly longest?: number;
  /** Tests of this engine alone, which share it. */
  readonly more?: (engine: () => Engine) => void;
}

/** So many random rubrics are tried in an engine, in a deep search more but `most`, or as many as `SCORE_SQL_RUNS` says. */
export const randomRubrics = (usual: number, most = 1000): number =>
  Number(process.env.SCORE_SQL_RUNS ?? Math.min(runs(usual / 100).numRuns, most));

/** Within this time an engine of many processes answers, while other tests run. */
export const patience = 900_000;

export function conforms(
  name: DialectName,
  { isThere, start, random, golden = Infinity, longer = Infinity, longest = Infinity, more }: Conforming,
): void {
  const sqlOf = (plan: Plan, form: Form, sheet: Partial<Sheet>, of?: Given): string => {
    const written = writeSql(plan, dialectOf(name), { table: "sheet", names: new Map(), ...sheet }, form, of);
    if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
    return written.sql;
  };

  const whileSearching = Math.max(patience, random * 10_000);

  describe.skipIf(!isThere)(name, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
    }, patience);
    afterAll(() => engine?.stop(), patience);
    more?.(() => engine);

    const property = fc.asyncProperty(drawn(example), async (each) => {
      await engine.load("sheet", sheetOf(each));
      const rows = await engine.run(sqlOf(each.plan, "query", { period: each.period }));
      expect(csvOf(rows)).toBe(each.csv.slice(each.csv.indexOf("\n") + 1));
    });
    test(
      "random rubrics and sheets of the subset",
      () => fc.assert(property, { numRuns: random, endOnFailure: true }),
      whileSearching,
    );

    const summed = fc.asyncProperty(drawn(example), async (each) => {
      await engine.load("cells", longSheetOf(each));
      const sheet = { table: "cells", isLong: true, period: each.period };
      expect(csvOf(await engine.run(sqlOf(each.plan, "query", sheet, "summary")))).toBe(each.summary);
    });
    // Engines of many processes take minutes for one of these.
    test.runIf(random > 10)(
      "summaries of random rubrics and of sheets with a row for each cell",
      () => fc.assert(summed, { numRuns: Math.ceil(random / 3), endOnFailure: true }),
      whileSearching,
    );

    const anything = (of: (draw: Draw) => Example | Promise<Example>) =>
      fc.asyncProperty(drawn(of), async (drawing) => {
        const each = await drawing;
        const sheet = {
          table: "sheet",
          names: new Map(),
          period: each.period,
          ...(each.decisions && { decisions: "quyet_dinh" }),
        };
        const [written, summary] = [undefined, "summary" as const].map((of) =>
          writeSql(each.plan, dialectOf(name), sheet, "query", of),
        ) as [Written, Written];
        fc.pre(!("sql" in written) || written.sql.length <= longest);
        await engine.load("sheet", sheetOf(each));
        for (const [id, rows] of each.tables ?? []) await engine.load(id, rows);
        if (each.decisions) await engine.load("quyet_dinh", each.decisions);
        if ("sql" in written) {
          expect(csvOf(await engine.run(written.sql))).toBe(each.csv.slice(each.csv.indexOf("\n") + 1));
        } else expect(written.outside).not.toEqual([]);
        if (!("sql" in summary)) expect(summary.outside).not.toEqual([]);
        else if (each.isProvisional)
          await expect(engine.run(summary.sql)).rejects.toThrow("compute its summary with score");
        else expect(csvOf(await engine.run(summary.sql))).toBe(each.summary);
      });
    test(
      "random rubrics of the whole language: the same bytes, or refused by name",
      () => fc.assert(anything(anyExample), { numRuns: random, endOnFailure: true }),
      whileSearching,
    );

    test(
      "random rubrics with several raters: the same bytes, or refused by name",
      () => fc.assert(anything(ratedExample), { numRuns: random, endOnFailure: true }),
      whileSearching,
    );

    test(
      "random rubrics with tables, logs and what earlier periods gave: the same bytes, or refused by name",
      () => fc.assert(anything(lookingExample), { numRuns: random, endOnFailure: true }),
      whileSearching,
    );

    test(
      "random rubrics with decisions of the authority: the same bytes, or refused by name",
      () => fc.assert(anything(decidedExample), { numRuns: random, endOnFailure: true }),
      whileSearching,
    );

    test(
      "what the program refuses of random untidy sheets, tables and logs a query lists, and never gives another result",
      () => refusesAlike(engine, name, Math.ceil(random * 0.6), longest),
      whileSearching,
    );

    const lasting = fc.asyncProperty(drawn(earlierExample), async (each) => {
      await engine.load("sheet", sheetOf(each));
      await engine.load("Ket_Qua", earlierRows(each.earlier));
      const sheet = { earlier: "Ket_Qua", ...(each.period !== undefined && { period: each.period }) };
      expect(csvOf(await engine.run(sqlOf(each.plan, "query", sheet)))).toBe(earlierCsv(each));
    });
    test(
      "years in a row over results of earlier runs",
      () => fc.assert(lasting, { numRuns: Math.ceil(random / 3), endOnFailure: true }),
      whileSearching,
    );

    test(
      "results of earlier runs that score refuses are listed, and those of parts of a longer period",
      async () => {
        const sheet = { earlier: "Ket_Qua" };
        const plan = earlierPlan("skips", "every", 2);
        await engine.load("sheet", [
          ["chi_bo", "ma", "period", "A"],
          ["c1", "1", "2026-Q1", "60"],
        ]);
        const load = (rows: Rows): Promise<void> =>
          engine.load("Ket_Qua", [["period", "chi_bo", "ma", "state", "band"], ...rows]);
        await load([
          ["2025", "c1", "1", "rated", "gioi"],
          ["2025", "c1", "2", "rated", ""],
          ["2025", "c1", "3", "vắng", ""],
          ["2025", "c1", "", "rated", "kem"],
          ["2025", "c1", "#N/A", "rated", "kem"],
          ["2025", "c1", "4", "rated", "kem"],
          ["2025", "c1", "4", "rated", "tot"],
          ["2025-Q4", "c1", "4", "rated", "tot"],
          ["Năm 2025", "c1", "5", "not_rated", ""],
          ["2025", "c1", "6", "incomplete", ""],
        ]);
        const refused = await engine.run(sqlOf(plan, "checks", sheet));
        expect(refused.map((row) => row.map((cell) => cell ?? "").join(" | ")).sort()).toEqual(
          [
            "2025 |  | history.ma |  | blank",
            "2025 | c1 / #N/A | history.ma | #N/A | not what the column holds",
            "2025 | c1 / 1 | history.band | gioi | no band of the rubric",
            "2025 | c1 / 2 | history.band |  | no band of the rubric",
            "2025 | c1 / 3 | history.state | vắng | no state",
            "2025 | c1 / 4 | history.key | 2025 | a second result of one period",
            "2025-Q4 | c1 / 4 | history.period | 2025-Q4 | a part of a longer period: give its rows",
            "Năm 2025 | c1 / 5 | history.period | Năm 2025 | no period",
          ].sort(),
        );
        await expect(engine.run(sqlOf(plan, "query", sheet))).rejects.toThrow("the sheet has rows that score refuses");
      },
      patience,
    );

    test.each([
      ["golden cases and shipped rubrics in the subset", false, golden],
      ["longer periods of golden cases and shipped rubrics", true, longer],
    ])(
      "%s",
      async (_, isLonger, most) => {
        const cases: {
          readonly sql: string;
          readonly table: Rows;
          readonly tables: ReadonlyMap<string, Rows>;
          readonly decisions: Rows | undefined;
          readonly expected: string;
          readonly title: string;
        }[] = [];
        for await (const { name: of, plan, table, tables, decisions, results } of goldenJobs()) {
          for (const [period, expected] of results) {
            const sheet = {
              table: "sheet",
              names: new Map(),
              period,
              ...(decisions && { decisions: "quyet_dinh" }),
            };
            const written = writeSql(plan, dialectOf(name), sheet, "query");
            if (isLonger !== (plan.stage.period !== periodNamed(period).kind)) continue;
            if (of.startsWith("sql/")) expect(written, of).toHaveProperty("sql");
            if ("sql" in written && (!isLonger || written.sql.length <= longest))
              cases.push({ sql: written.sql, table, tables, decisions, expected, title: `${of} ${period}\n` });
          }
        }
        const step = Math.max(1, cases.length / most);
        // Those that were made for this are tried in every engine; of longer periods each takes a slow one a minute.
        const tried = cases.filter(
          ({ title }, at) =>
            (title.startsWith("sql/") && !isLonger) || Math.floor(at / step) !== Math.floor((at - 1) / step),
        );
        const found: string[] = [];
        for (const { sql, table, tables, decisions, title } of tried) {
          await engine.load("sheet", table);
          for (const [id, rows] of tables) await engine.load(id, rows);
          if (decisions) await engine.load("quyet_dinh", decisions);
          found.push(title + csvOf(await engine.run(sql)));
        }
        expect(found).toEqual(tried.map(({ title, expected }) => title + expected));
        expect(found.length).toBeGreaterThan(isLonger ? 3 : 15);
      },
      patience,
    );

    // Where one query of that length cannot be planned, the many small ones take minutes.
    test.runIf(longest === Infinity || random > 10)(
      "the year of a large rubric as several statements, each of which the engine can plan",
      async () => {
        for await (const { name: of, plan, table, decisions, results } of goldenJobs()) {
          const expected = results.get("2026");
          if (!of.startsWith("rubrics/qd-366.yaml: cả năm") || decisions || expected === undefined) continue;
          await engine.load("sheet", table);
          const script = sqlOf(plan, "script", { period: "2026" });
          const statements = script.replace(/;\n$/, "").split(";\n\n");
          for (const statement of statements) await engine.run(statement);
          const lines = (text: string): readonly string[] => text.split("\n").sort();
          expect(lines(csvOf(await engine.run("SELECT * FROM qd_366_results")))).toEqual(lines(expected));
          await engine.run("DROP TABLE qd_366_results");
          expect(statements.length).toBeGreaterThan(10);
          return;
        }
        throw new Error("the rubric is not there");
      },
      patience,
    );

    const { plan } = compile(rubric);
    const all = { table: "Bang_Diem", names: new Map(Object.entries({ chi_bo: "Chi bộ", A: "Điểm" })) };
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
      "rows of tables that score refuses are listed, and people for whom a row is needed and not there",
      async () => {
        const { plan: heads } = compile(headsRubric);
        const sheet = {
          tables: new Map([["don_vi", "Bang_Don_Vi"]]),
          names: new Map([["don_vi.dv", "Mã đơn vị"]]),
        };
        await engine.load("sheet", [
          ["ma", "period", "chi_bo", "truong", "A"],
          ["1", "2026-Q1", "c1", "x", "90"],
          ["2", "2026-Q1", "c9", "x", "90"],
          ["3", "2026-Q1", "c9", "", "90"],
          ["4", "2026-Q1", "c2", "x", "90"],
        ]);
        await engine.load("Bang_Don_Vi", [
          ["quy", "Mã đơn vị", "band", "ty_le"],
          ["2026-Q1", "c1", "tot", "10,5"],
          ["2026-Q1", "c2", "", "10.5"],
          ["2026-Q2", "c1", "tot", "101"],
          ["2026-Q2", "c1", "Khá giỏi", "1"],
          ["Quý 1", "c3", "kem", "1"],
          ["2026-Q1", "", "kem", "1"],
        ]);
        const refused = await engine.run(sqlOf(heads, "checks", sheet));
        expect(refused.map((row) => row.map((cell) => cell ?? "").join(" | ")).sort()).toEqual(
          [
            "2026-Q1 | 2 | don_vi | c9 | no such row of the table",
            "2026-Q1 | 2 | khong_hon_don_vi | khong_hon_don_vi | no band of this period",
            "2026-Q1 | 4 | khong_hon_don_vi | khong_hon_don_vi | no band of this period",
            " |  | don_vi.dv |  | blank",
            " | c1 | don_vi | c1 | a second row of one key",
            " | c1 | don_vi.band | Khá giỏi | not what the column holds",
            " | c1 | don_vi.ty_le | 10,5 | not what the column holds",
            " | c1 | don_vi.ty_le | 101 | not what the column holds",
            " | c3 | don_vi.quy | Quý 1 | not what the column holds",
          ].sort(),
        );
        await expect(engine.run(sqlOf(heads, "query", sheet))).rejects.toThrow("the sheet has rows that score refuses");
        // Who is no head needs no row.
        await engine.load("Bang_Don_Vi", [
          ["quy", "Mã đơn vị", "band", "ty_le"],
          ["2026-Q1", "c1", "Khá", "10.5"],
        ]);
        await engine.load("sheet", [
          ["ma", "period", "chi_bo", "truong", "A"],
          ["1", "2026-Q1", "c1", "x", "90"],
          ["3", "2026-Q1", "c9", "", "90"],
        ]);
        expect(await engine.run(sqlOf(heads, "checks", sheet))).toEqual([]);
        expect(csvOf(await engine.run(sqlOf(heads, "query", { ...sheet, period: "2026-Q1" })))).toBe(
          [
            "1,1,c1,true,90,90,kha,Khá,rated,quy tắc khong_hon_don_vi: cao nhất là Khá,khong_hon_don_vi,,,\n",
            "1,3,c9,false,90,90,tot,Tốt,rated,,,,,\n",
          ].join(""),
        );
      },
      patience,
    );

    test(
      "tables that are called like stages of the query are read all the same, or refused by name",
      async () => {
        const { plan: heads } = compile(headsRubric);
        const tables = (name: string) => new Map([["don_vi", name]]);
        await engine.load("cells", [
          ["ma", "period", "chi_bo", "truong", "A"],
          ["1", "2026-Q1", "c1", "x", "90"],
        ]);
        await engine.load("typed", [
          ["quy", "dv", "band", "ty_le"],
          ["2026-Q1", "c1", "kha", "1"],
        ]);
        const sheet = { table: "cells", period: "2026-Q1", tables: tables("typed") };
        const expected =
          "1,1,c1,true,90,90,kha,Khá,rated,quy tắc khong_hon_don_vi: cao nhất là Khá,khong_hon_don_vi,,,\n";
        expect(csvOf(await engine.run(sqlOf(heads, "query", sheet)))).toBe(expected);
        for (const refused of [
          { table: "Table_Don_Vi" },
          { table: "truong_results" },
          { tables: tables("table_don_vi_cells") },
        ]) {
          const written = writeSql(heads, dialectOf(name), { ...sheet, names: new Map(), ...refused }, "table");
          expect(written).toMatchObject({ outside: [{ id: "truong" }] });
        }
      },
      patience,
    );

    test(
      "decisions that score refuses are listed",
      async () => {
        const { plan: heads } = compile(headsRubric);
        const sheet = { decisions: "Quyet_Dinh" };
        await engine.load("sheet", [
          ["ma", "period", "chi_bo", "truong", "A"],
          ...["1", "2", "3", "4"].map((ma) => [ma, "2026-Q1", "c1", "", "90"]),
        ]);
        await engine.load("don_vi", [["quy", "dv", "band", "ty_le"]]);
        const columns = ["date", "authority", "reason", "value", "action", "period", "key"];
        const load = (rows: Rows): Promise<void> =>
          engine.load("Quyet_Dinh", [columns, ...rows.map((row) => ["2026-04-01", "BTV", "Lũ", ...row].slice(-7))]);
        await load([
          ["kem", "set_band", "2026-Q1", "1"],
          ["", "not_rated", "2026-Q1", "1"],
          ["tốt", "set_band", "2026-Q1", "2"],
          ["100.5", "rate", "2026-Q1", "3"],
          ["99,5", "rate", "2026-Q1", "4"],
          ["", "rate", "2026-Q2", "1"],
          ["", "rate", "2026", "1"],
          ["", "raise", "2026-Q1", "2"],
          ["9", "was", "2026-Q1", "2"],
          ["khong_hon_don_vi", "exempt", "2026-Q1", ""],
          ["1/4/2026", "BTV", "#N/A", "khong_hon_don_vi", "exempt", "2026-Q1", "3"],
          ["", "", "Lũ", "khong_hon_don_vi", "exempt", "2026-Q1", "4"],
        ]);
        const refused = await engine.run(sqlOf(heads, "checks", sheet));
        expect(refused.map((row) => row.map((cell) => cell ?? "").join(" | ")).sort()).toEqual(
          [
            "2026-Q1 | 1 | decisions | not_rated | a second decision of one question",
            "2026-Q1 | 2 | decisions.value | tốt | nothing that can be decided",
            "2026-Q1 | 3 | decisions.value | 100.5 | nothing that can be decided",
            "2026-Q1 | 4 | decisions.value | 99,5 | nothing that can be decided",
            "2026-Q2 | 1 | decisions.key | 1 | nobody who is computed",
            "2026 | 1 | decisions.period | 2026 | no period of the rubric",
            "2026-Q1 | 2 | decisions.action | raise | no action",
            "2026-Q1 | 2 | decisions.action | was | a former key is followed by score alone",
            "2026-Q1 |  | decisions.key |  | blank",
            "2026-Q1 | 3 | decisions.reason | #N/A | not what the column holds",
            "2026-Q1 | 3 | decisions.date | 1/4/2026 | not what the column holds",
            "2026-Q1 | 4 | decisions.authority |  | blank",
          ].sort(),
        );
        await expect(engine.run(sqlOf(heads, "query", sheet))).rejects.toThrow("the sheet has rows that score refuses");
        await load([
          ["kem", "set_band", "2026-Q1", "1"],
          ["99.5", "rate", "2026-Q1", "2"],
        ]);
        expect(csvOf(await engine.run(sqlOf(heads, "query", { ...sheet, period: "2026-Q1" })))).toBe(
          [
            `1,2,c1,false,,99.5,tot,Tốt,rated,"được xếp loại 99.5: Lũ (BTV, 2026-04-01)",,,,decided\n`,
            `2,1,c1,false,90,90,kem,Kém,rated,"xếp mức Kém: Lũ (BTV, 2026-04-01)",,,,decided\n`,
            "2,3,c1,false,90,90,tot,Tốt,rated,,,,,\n",
            "2,4,c1,false,90,90,tot,Tốt,rated,,,,,\n",
          ].join(""),
        );
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
        const names = [...twoWays, "#N/A", "err:502", "3.62E+10", "A\uFFFDn", "30/12/1899"];
        await engine.load(all.table, [
          head,
          ...names.map((ten, at) => ["c1", `${at}`, ten, "2026-Q1", "", "2020-03-01", "1", ""]),
        ]);
        const untidy = await engine.run(sqlOf(plan, "checks", all));
        expect(untidy.map(([, subject, cell]) => `${subject} ${cell}`)).toEqual(names.map((_, at) => `c1 / ${at} ten`));
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
          ...["1", "2"].flatMap((ma) => [
            entry(ma, "ten", "An"),
            entry(ma, "vao", "2020-03-01"),
            entry(ma, "A", "50,5"),
          ]),
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
        // A second row alone is enough.
        await engine.load(all.table, [
          head,
          ...["1", "2", "1"].map((ma) => ["c1", ma, "An", "2026-Q1", "", "2020-03-01", "1", ""]),
        ]);
        await expect(engine.run(sqlOf(plan, "query", all))).rejects.toThrow("the sheet has rows that score refuses");
      },
      patience,
    );
  });
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
const foldingRubric = `schema: 1
id: doi
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns: { doi: { type: text, required: true, match: fold } }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: kem, title: Kém }]
ranking: { within: [doi], by: [total], number: standard }
`;
const headsRubric = `schema: 1
id: truong
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  chi_bo: { type: text, required: true }
  truong: { type: flag, default: false }
tables:
  don_vi:
    key: dv
    period: quy
    columns:
      band: { type: band }
      ty_le: { type: number, min: 0, max: 100, required: true }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: kha, title: Khá, from: 50 }, { id: kem, title: Kém }]
rules: [{ id: khong_hon_don_vi, when: truong, at_most: "=don_vi[chi_bo].band" }]
`;
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
const head = ["Chi bộ", "ma", "ten", "period", "ky_luat", "vao", "Điểm", "B"];
