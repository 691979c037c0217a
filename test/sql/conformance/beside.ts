// Tables and decisions beside the sheet.
import { expect, test } from "vitest";
import { dialectOf } from "../../../src/sql/dialect.ts";
import { writeSql } from "../../../src/sql/sql.ts";
import { compile } from "../../reference/compile.ts";
import type { Rows } from "../../support/engines/engine.ts";
import { csvOf } from "../../support/engines/engine.ts";
import type { Trial } from "./trial.ts";
import { patience } from "./trial.ts";

export function tablesAndDecisions({ name, engine, sqlOf }: Trial): void {
  const { plan: heads } = compile(headsRubric);

  test(
    "rows of tables that score refuses are listed, and people for whom a row is needed and not there",
    async () => {
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
}

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
