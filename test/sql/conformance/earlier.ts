// Results of earlier runs beside the sheet.
import { expect, test } from "vitest";
import type { Rows } from "../../support/engines/engine.ts";
import { earlierPlan, oncePlan } from "../earlier-results.ts";
import type { Trial } from "./trial.ts";
import { patience } from "./trial.ts";

export function earlierResults({ engine, sqlOf }: Trial): void {
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

  test(
    "offences of earlier runs that are no value of their column are listed",
    async () => {
      const columns = ["period", "chi_bo", "ma", "ky_luat", "quyet_dinh", "lan"];
      await engine.load("sheet", [
        [...columns, "A"],
        ["2026-Q1", "c1", "1", "khien_trach", "", "1,5", "60"],
      ]);
      await engine.load("Ket_Qua", [
        [...columns, "state", "band"],
        ["2025-Q4", "c1", "1", "phat", "", "1,5", "rated", "tot"],
        ["2025-Q3", "c1", "1", "", "", "", "rated", "tot"],
      ]);
      const refused = await engine.run(sqlOf(oncePlan, "checks", { earlier: "Ket_Qua" }));
      expect(refused.map((row) => row.join(" | "))).toEqual([
        "2025-Q4 | c1 / 1 | history.ky_luat | phat | not what the column holds",
        "2025-Q4 | c1 / 1 | history.lan | 1,5 | not what the column holds",
      ]);
    },
    patience,
  );
}
