import type { CellCodes } from "../../model/batch.ts";
import { batchRows } from "../../model/batch.ts";
import type { Units } from "../../model/node.ts";
import type { People } from "../../model/people.ts";
import type { Plan } from "../../model/plan.ts";
import type { Scorer } from "../law/score.ts";
import type { PreparedStage } from "../stage.ts";
import { findCells, roomForRows } from "./cell-blocks.ts";
import { createCursor } from "./cursor.ts";
import { gatherBytes } from "./gather.ts";
import type { Kernels } from "./kernels.ts";
import { createKernels } from "./kernels.ts";
import type { Ledger } from "./ledger.ts";
import { pagesUpTo } from "./pages.ts";
import { enterAnyTotal, enterTotal, noTotal, openTotals } from "./roster.ts";
import type { RowScoring } from "./scoring.ts";

/** Sums and cuts of whole numbers by kernels; a row with a cell that is none by the law. */
export function createKernelScoring(
  plan: Plan,
  { environment, scorer, looksAround }: PreparedStage,
  people: People,
  width: number,
): RowScoring {
  const kernels = createKernels(plan, environment);
  const { nodes, exact } = kernels;
  const { work, moveTo } = createCursor(plan, people, width);
  const all = [...nodes.keys()];
  const unclamped = new Int32Array(batchRows);
  const marked = new Uint8Array(batchRows);
  const places = new Int32Array(batchRows);
  let room: CellCodes | undefined;

  function run(ledger: Ledger, rows: Int32Array, wanted: readonly number[]): void {
    room ??= roomForRows(ledger.cells, batchRows);
    const cells = findCells(ledger.cells, rows, places, room);
    gatherBytes(ledger.marked, rows, marked);
    kernels.run(cells, places.subarray(0, rows.length), marked, wanted);
  }

  function page(ledger: Ledger, rows: Int32Array, wanted: readonly number[]): void {
    run(ledger, rows, wanted);
    for (let at = 0; at < rows.length; at++) unclamped[at] = kernels.unclampedOf(exact[at] as number);
  }

  const visit: RowScoring["visit"] = (ledger, rows, see) => {
    page(ledger, rows, all);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (marked[at] === 1) continue;
      moveTo(ledger, row);
      for (let node = 0; node < nodes.length; node++) work.scores[node] = (nodes[node] as Int32Array)[at] as Units;
      work.unclamped = unclamped[at];
      work.total = ledger.total[row];
      see(work, at);
    }
  };

  /** Of the rows of the page that was scored last. @returns whether all of these totals are whole */
  function enterTotals(ledger: Ledger, rows: Int32Array): boolean {
    let isWhole = true;
    for (let at = 0; at < rows.length; at++) {
      if (marked[at] === 1) continue;
      const total = kernels.totalOf(exact[at] as number);
      if (total === noTotal) isWhole = false;
      else enterTotal(ledger, rows[at] as number, total, kernels.bandOf(total));
    }
    return isWhole;
  }

  /** @returns whether the total is whole */
  function settleAlone(ledger: Ledger, row: number): boolean {
    ledger.marked[row] = 1;
    moveTo(ledger, row);
    (scorer as Scorer).score(work);
    return enterAnyTotal(ledger, row, work.total, kernels.bandOf);
  }

  /** Has arrays of its own: somebody may be asked about while a page is looked at. */
  let single: Kernels | undefined;
  let own: CellCodes | undefined;
  const [only, place, unmarked] = [new Int32Array(1), new Int32Array(1), new Uint8Array(1)];

  return {
    nodes,
    unclamped,
    page,
    alone(ledger, row) {
      single ??= createKernels(plan, environment, 1);
      const { run: score, nodes: found, direct, exact: totals, unclampedOf } = single;
      own ??= roomForRows(ledger.cells, 1);
      only[0] = row;
      const cells = findCells(ledger.cells, only, place, own);
      const from = place[0] as number;
      score(cells, place, unmarked);
      const scores = new Array<number>(found.length);
      for (let node = 0; node < scores.length; node++) {
        const cell = direct[node];
        scores[node] = (cell === undefined ? (found[node] as Int32Array)[0] : cells[from + cell]) as number;
      }
      return { scores, unclamped: unclampedOf(totals[0] as number) };
    },
    visit: looksAround ? undefined : visit,
    settle(ledger) {
      let isWhole = true;
      openTotals(ledger);
      for (const some of pagesUpTo(ledger.count)) {
        run(ledger, some, []);
        if (!enterTotals(ledger, some)) isWhole = false;
        for (let at = 0; at < some.length; at++) {
          if (marked[at] === 1 && !settleAlone(ledger, some[at] as number)) isWhole = false;
        }
      }
      return isWhole;
    },
  };
}
