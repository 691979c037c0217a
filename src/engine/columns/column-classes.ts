import { batchRows } from "../../model/batch.ts";
import type { Plan } from "../../model/plan.ts";
import type { Classed } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Classifier } from "../law/classify.ts";
import { gather } from "./gather.ts";
import type { Kernels } from "./kernels.ts";
import type { Ledger } from "./ledger.ts";
import { noBand, rowAt } from "./ledger.ts";
import { createRowWork } from "./row-work.ts";
import { createPage } from "./sort-keys.ts";

/** The classes of the rows of a period before quotas, by position. */
export interface ColumnClasses {
  /** By points alone; {@link noBand} where there is no total. */
  readonly natural: Uint8Array;
  /** What rules and requirements leave; {@link noBand} for those who have no class. */
  readonly bands: Uint8Array;
  /** 1 where a result says more than its band: it is to be asked for itself. */
  readonly own: Uint8Array;
  readonly notRated: number;
}

/** Whether rules or requirements may give another class than points do. */
const hasOwnClasses = ({ stage: { rules, bands } }: Plan): boolean =>
  rules.length > 0 || bands.some(({ require }) => require.length > 0);

/** `classify` and `classedOf` are the law's own word, on one who has a total and on one row. */
export function createColumnClasses(
  plan: Plan,
  ledger: Ledger,
  kernels: Kernels,
  classify: Classifier,
): (rows: Int32Array, classedOf: (row: Row) => Classed) => ColumnClasses {
  if (!hasOwnClasses(plan)) return (rows) => byPoints(ledger, rows);
  const nodes = [...plan.stage.nodes.keys()];
  const score = createPage(ledger, kernels);
  const { work, moveTo } = createRowWork(plan, ledger, kernels);
  const subject = { work };
  return (rows, classedOf) => {
    const classes = byPoints(ledger, rows);
    let notRated = 0;
    for (let from = 0; from < rows.length; from += batchRows) {
      const some = rows.subarray(from, from + batchRows);
      score(some, nodes);
      for (let at = 0; at < some.length; at++) classRow(some[at] as number, from + at, at);
    }
    return { ...classes, notRated };

    function classRow(row: number, position: number, at: number): void {
      if (ledger.marked[row] === 1) {
        const { band = noBand, state } = classedOf(rowAt(ledger, row));
        classes.bands[position] = band;
        if (state === "not_rated") notRated++;
        return;
      }
      moveTo(row, at);
      const { class: found, rules } = classify(subject);
      if (found.kind === "rated" && found.changes.length === 0 && rules.length === 0) return;
      classes.own[position] = 1;
      classes.bands[position] = found.kind === "rated" ? found.band : noBand;
      if (found.kind === "not_rated") notRated++;
    }
  };
}

function byPoints(ledger: Ledger, rows: Int32Array): ColumnClasses {
  const bands = gather(ledger.band, rows, new Uint8Array(rows.length));
  return { natural: bands.slice(), bands, own: new Uint8Array(rows.length), notRated: 0 };
}
