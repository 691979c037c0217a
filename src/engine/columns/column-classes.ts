import type { Plan } from "../../model/plan.ts";
import type { Classed, State } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Work } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import type { Ledger } from "./ledger.ts";
import { noBand, rowAt } from "./ledger.ts";
import { pagesUpTo } from "./pages.ts";
import type { Scoring } from "./scoring.ts";

/** The classes of the rows of a period before quotas, by row. */
export interface ColumnClasses {
  /** What rules and requirements leave, in the ledger itself; {@link noBand} for those who have no class. */
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
  scoring: Scoring,
  { classify, looksAround }: PreparedStage,
): (ledger: Ledger, classedOf: (row: Row) => Classed) => ColumnClasses {
  if (!hasOwnClasses(plan)) return byPoints;
  return (ledger, classedOf) => {
    const classes = byPoints(ledger);
    let notRated = 0;
    for (const page of pagesUpTo(ledger.count)) {
      if (!looksAround) scoring.visit(ledger, page, (work, at) => classRow(page[at] as number, work));
      for (let at = 0; at < page.length; at++) {
        const row = page[at] as number;
        if (looksAround || ledger.marked[row] === 1) classAlone(row);
      }
    }
    return { ...classes, notRated };

    function classRow(row: number, work: Work): void {
      if (ledger.marked[row] === 1) return;
      const { class: found, rules } = classify({ work });
      if (found.kind === "rated" && found.changes.length === 0 && rules.length === 0) return;
      enter(row, found.kind === "rated" ? found.band : undefined, found.kind);
    }

    function classAlone(row: number): void {
      const { band, state, reason, rules } = classedOf(rowAt(ledger, row));
      if (ledger.marked[row] === 0 && state === "rated" && !reason && rules.length === 0) return;
      enter(row, band, state);
    }

    function enter(row: number, band: number | undefined, state: State): void {
      classes.own[row] = 1;
      classes.bands[row] = band ?? noBand;
      if (state === "not_rated") notRated++;
    }
  };
}

function byPoints({ band, count }: Ledger): ColumnClasses {
  return { bands: band, own: new Uint8Array(count), notRated: 0 };
}
