import type { Plan } from "../../model/plan.ts";
import type { Classed, State } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Work } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import { gatherBytes } from "./gather.ts";
import type { Ledger } from "./ledger.ts";
import { noBand, rowAt } from "./ledger.ts";
import { pagesOf } from "./pages.ts";
import type { Scoring } from "./scoring.ts";

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

/** `classedOf` is the law's own word on one row. */
export function createColumnClasses(
  plan: Plan,
  ledger: Ledger,
  scoring: Scoring,
  { classify, looksAround }: PreparedStage,
): (rows: Int32Array, classedOf: (row: Row) => Classed) => ColumnClasses {
  if (!hasOwnClasses(plan)) return (rows) => byPoints(ledger, rows);
  return (rows, classedOf) => {
    const classes = byPoints(ledger, rows);
    let notRated = 0;
    let from = 0;
    for (const page of pagesOf(rows)) {
      if (!looksAround) scoring.visit(page, (work, at) => classRow(from + at, page[at] as number, work));
      for (let at = 0; at < page.length; at++) {
        const row = page[at] as number;
        if (looksAround || ledger.marked[row] === 1) classAlone(from + at, row);
      }
      from += page.length;
    }
    return { ...classes, notRated };

    function classRow(position: number, row: number, work: Work): void {
      if (ledger.marked[row] === 1) return;
      const { class: found, rules } = classify({ work });
      if (found.kind === "rated" && found.changes.length === 0 && rules.length === 0) return;
      enter(position, found.kind === "rated" ? found.band : undefined, found.kind);
    }

    function classAlone(position: number, row: number): void {
      const { band, state, reason, rules } = classedOf(rowAt(ledger, row));
      if (ledger.marked[row] === 0 && state === "rated" && !reason && rules.length === 0) return;
      enter(position, band, state);
    }

    function enter(position: number, band: number | undefined, state: State): void {
      classes.own[position] = 1;
      classes.bands[position] = band ?? noBand;
      if (state === "not_rated") notRated++;
    }
  };
}

function byPoints(ledger: Ledger, rows: Int32Array): ColumnClasses {
  const bands = gatherBytes(ledger.band, rows);
  return { natural: bands.slice(), bands, own: new Uint8Array(rows.length), notRated: 0 };
}
