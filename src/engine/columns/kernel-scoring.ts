import type { CellCodes } from "../../model/batch.ts";
import { batchRows } from "../../model/batch.ts";
import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Scorer } from "../law/score.ts";
import type { PreparedStage } from "../stage.ts";
import { createCursor } from "./cursor.ts";
import { createKernels } from "./kernels.ts";
import type { Ledger } from "./ledger.ts";
import { enterTotal } from "./ledger.ts";
import { pagesOf } from "./pages.ts";
import type { Scoring } from "./scoring.ts";

/** Sums and cuts of whole numbers by kernels; a row with a cell that is none by the law. */
export function createKernelScoring(plan: Plan, { environment, scorer }: PreparedStage, ledger: Ledger): Scoring {
  const { width } = ledger;
  const kernels = createKernels(plan, environment, width);
  const { nodes, exact } = kernels;
  const { work, moveTo } = createCursor(plan, ledger);
  const all = [...nodes.keys()];
  const unclamped = new Int32Array(batchRows);
  const marked = new Uint8Array(batchRows);
  const cells: CellCodes =
    ledger.cells instanceof Int16Array ? new Int16Array(batchRows * width) : new Int32Array(batchRows * width);

  function run(rows: Int32Array, wanted: readonly number[]): void {
    copyCells(ledger.cells, rows, width, cells);
    for (let at = 0; at < rows.length; at++) marked[at] = ledger.marked[rows[at] as number] as number;
    kernels.run(cells, rows.length, marked, wanted);
  }

  function page(rows: Int32Array, wanted: readonly number[]): void {
    run(rows, wanted);
    for (let at = 0; at < rows.length; at++) unclamped[at] = kernels.unclampedOf(exact[at] as number);
  }

  /** @returns whether the total is whole */
  function settleRow(row: number, at: number): boolean {
    if (marked[at] === 0) return enterTotal(ledger, row, kernels.totalOf(exact[at] as number), kernels.bandOf);
    ledger.marked[row] = 1;
    moveTo(row);
    (scorer as Scorer).score(work);
    return enterTotal(ledger, row, work.total, kernels.bandOf);
  }

  return {
    nodes,
    unclamped,
    page,
    visit(rows, see) {
      page(rows, all);
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as number;
        if (marked[at] === 1) continue;
        moveTo(row);
        for (let node = 0; node < nodes.length; node++) work.scores[node] = (nodes[node] as Int32Array)[at] as Units;
        work.unclamped = unclamped[at];
        work.total = ledger.total[row];
        see(work, at);
      }
    },
    settle(rows) {
      let isWhole = true;
      for (const some of pagesOf(rows)) {
        run(some, []);
        for (let at = 0; at < some.length; at++) if (!settleRow(some[at] as number, at)) isWhole = false;
      }
      return isWhole;
    },
  };
}

function copyCells(from: CellCodes, rows: Int32Array, width: number, to: CellCodes): void {
  for (let at = 0, place = 0; at < rows.length; at++) {
    const base = (rows[at] as number) * width;
    for (let cell = 0; cell < width; cell++) to[place++] = from[base + cell] as number;
  }
}
