import type { Classed, Figures, Mark } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import type { Verdict } from "../law/classify.ts";
import { naturalBand } from "../law/classify.ts";
import { makeClassed } from "../law/result.ts";
import { startWork } from "../law/work.ts";
import type { Ledger } from "./ledger.ts";
import { rowAt, whoAt } from "./ledger.ts";
import type { RowScoring } from "./scoring.ts";

/** What is said of rows that are not marked, without asking the law: their scores are whole numbers, and their class follows from the total. */
export interface PlainResults {
  /** Before quotas. */
  classed(row: number): Classed;
  figures(row: number): Figures;
}

export function createPlainResults(
  stage: Stage,
  ledger: Ledger,
  alone: NonNullable<RowScoring["alone"]>,
): PlainResults {
  const whole = startWork(stage, [], []);
  return {
    classed(at) {
      const row = rowAt(ledger, at);
      const total = ledger.total[at] as number;
      const band = naturalBand(stage.bands, total);
      const { scores, unclamped } = alone(ledger, at);
      const work = { ...whole, columns: row.columns, cells: row.cells, scores, unclamped, total };
      const verdict: Verdict = { class: { kind: "rated", natural: band, band, changes: [] }, rules: [] };
      return makeClassed(stage, work, verdict, undefined, { key: row.key, rows: [row], parts: [] });
    },
    figures(at) {
      const { scores, unclamped } = alone(ledger, at);
      const { columns } = whoAt(ledger, at);
      return { columns, scores, states: whole.states, unclamped, total: ledger.total[at], state: "rated", marks: none };
    },
  };
}

const none: readonly Mark[] = [];
