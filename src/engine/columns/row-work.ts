import type { CellValue } from "../../model/column.ts";
import type { Units } from "../../model/node.ts";
import { columnsOf } from "../../model/people.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import type { Kernels } from "./kernels.ts";
import type { Ledger } from "./ledger.ts";
import { rowAt } from "./ledger.ts";

/** The scoring of one row after the other, as the law's expressions look at it, without an object for each. */
export interface RowWork {
  readonly work: Work;
  /** Goes to a row of the ledger, which stands at a place of the page that the kernels scored last. */
  moveTo(row: number, at: number): void;
}

/** For rows of whose cells all are numbers: everything applies to them and has a score. What else is asked for is made then. */
export function createRowWork({ stage }: Plan, ledger: Ledger, kernels: Kernels): RowWork {
  let current = 0;
  let made: Row | undefined;
  let columns: readonly (CellValue | undefined)[] | undefined;
  const row = (): Row => {
    made ??= rowAt(ledger, current);
    return made;
  };
  const { states, full, removed, scores } = startWork(stage, [], []);
  const work: Work = {
    states,
    full,
    removed,
    scores,
    isApart: false,
    unclamped: undefined,
    total: undefined,
    get columns() {
      columns ??= columnsOf(ledger.people, ledger.profile[current] as number);
      return columns;
    },
    get cells() {
      return row().cells;
    },
    get row() {
      return row();
    },
    get whose() {
      return row();
    },
  };
  return {
    work,
    moveTo(to, at) {
      current = to;
      made = undefined;
      columns = undefined;
      for (let node = 0; node < scores.length; node++) scores[node] = (kernels.nodes[node] as Int32Array)[at] as Units;
      work.unclamped = kernels.unclampedOf(kernels.exact[at] as number);
      work.total = ledger.total[to] as number;
    },
  };
}
