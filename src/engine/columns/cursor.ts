import { namesWithin } from "../../expression/names.ts";
import type { CellCodes } from "../../model/batch.ts";
import { cellOf } from "../../model/batch.ts";
import type { CellValue } from "../../model/column.ts";
import type { People } from "../../model/people.ts";
import { valueAt } from "../../model/people.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell, Row } from "../../model/row.ts";
import type { Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import { findCells, roomForRows } from "./cell-blocks.ts";
import type { Ledger } from "./ledger.ts";
import { rowAt } from "./ledger.ts";

/** The scoring of one row after the other, as the law looks at it, without an object for each. */
export interface Cursor {
  readonly work: Work;
  /** Goes to a row, of whose scores nothing is known then. */
  moveTo(ledger: Ledger, row: number): void;
}

export function createCursor(plan: Plan, people: People, width: number): Cursor {
  const fresh = startWork(plan.stage, [], []);
  const columns: (CellValue | undefined)[] = plan.columns.map(() => undefined);
  const cells: Cell[] = new Array<Cell>(width).fill(null);
  const names = namesWithin(plan.stage);
  // A text that no expression names is not made: there are as many as people.
  const read = plan.columns.flatMap(({ id, type }, at) => (type.kind !== "text" || names.has(id) ? [at] : []));
  let ledger: Ledger | undefined;
  let [current, profile] = [-1, -1];
  let made: Row | undefined;
  const [alone, place] = [new Int32Array(1), new Int32Array(1)];
  let room: CellCodes | undefined;
  const row = (): Row => {
    made ??= rowAt(ledger as Ledger, current);
    return made;
  };
  const work: Work = {
    ...fresh,
    columns,
    cells,
    get row() {
      return row();
    },
    get whose() {
      return row();
    },
  };

  function takeColumns(own: number): void {
    if (own === profile) return;
    profile = own;
    for (const at of read) {
      const values = people.values[at];
      columns[at] = values && valueAt(values, people.profiles[own * people.values.length + at] as number);
    }
  }

  function takeCells(of: Ledger): void {
    const apart = of.apart.get(current);
    room ??= roomForRows(of.cells, 1);
    alone[0] = current;
    const codes = findCells(of.cells, alone, place, room);
    const from = place[0] as number;
    for (let cell = 0; cell < width; cell++) {
      cells[cell] = apart ? (apart.cells[cell] ?? null) : cellOf(codes, codes[from + cell] as number);
    }
  }

  return {
    work,
    moveTo(of, to) {
      ledger = of;
      current = to;
      made = undefined;
      takeColumns(of.profile[to] as number);
      takeCells(of);
      work.scores.fill(0);
      work.states = fresh.states;
      work.full = fresh.full;
      work.removed = fresh.removed;
      work.isApart = false;
      work.unclamped = undefined;
      work.total = undefined;
    },
  };
}
