import { batchRows } from "../../model/batch.ts";
import type { People } from "../../model/people.ts";
import type { Plan } from "../../model/plan.ts";
import { leftOut } from "../../model/report.ts";
import { naturalBand } from "../law/classify.ts";
import type { Scorer } from "../law/score.ts";
import type { Work } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import { createCursor } from "./cursor.ts";
import { pagesUpTo } from "./pages.ts";
import { enterAnyTotal, isSmall, openTotals } from "./roster.ts";
import type { RowScoring } from "./scoring.ts";

/** Each row by the law, which knows every word; what is kept of it are whole numbers. */
export function createLawScoring(
  plan: Plan,
  { scorer, looksAround }: PreparedStage,
  people: People,
  width: number,
): RowScoring {
  const { stage } = plan;
  const { work, moveTo } = createCursor(plan, people, width);
  const nodes = stage.nodes.map(() => new Int32Array(batchRows));
  const unclamped = new Int32Array(batchRows);
  const { score } = scorer as Scorer;

  const visit: NonNullable<RowScoring["visit"]> = (ledger, rows, see) => {
    for (let at = 0; at < rows.length; at++) {
      moveTo(ledger, rows[at] as number);
      score(work);
      see(work, at);
    }
  };

  /** Keeps what is whole of the scores of a row. @returns whether all is */
  function keep({ scores, states, unclamped: exact }: Work, at: number): boolean {
    for (let node = 0; node < nodes.length; node++) {
      const units = scores[node];
      if (states[node] !== "none" && (states[node] !== "counts" || !isSmall(units))) return false;
      (nodes[node] as Int32Array)[at] = states[node] === "none" ? leftOut : (units as number);
    }
    if (!isSmall(exact)) return false;
    unclamped[at] = exact;
    return true;
  }

  return {
    nodes,
    unclamped,
    visit: looksAround ? undefined : visit,
    page: (ledger, rows) => visit(ledger, rows, keep),
    settle(ledger) {
      let isWhole = true;
      openTotals(ledger);
      for (const page of pagesUpTo(ledger.count)) {
        visit(ledger, page, (scored, at) => {
          const row = page[at] as number;
          ledger.marked[row] = keep(scored, at) ? 0 : 1;
          if (!enterAnyTotal(ledger, row, scored.total, (total) => naturalBand(stage.bands, total))) isWhole = false;
        });
      }
      return isWhole;
    },
  };
}
