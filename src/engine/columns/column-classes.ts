import type { State } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import type { Classifier } from "../law/classify.ts";
import type { ClassedSubject } from "../law/result.ts";
import type { Work } from "../law/work.ts";
import { pagesUpTo } from "./pages.ts";
import type { Roster } from "./roster.ts";
import { noBand } from "./roster.ts";
import type { Scoring } from "./scoring.ts";

/** The classes of the rows of a period before quotas, by row. */
export interface ColumnClasses {
  /** What rules and requirements leave, in the roster itself; {@link noBand} for those who have no class. */
  readonly bands: Uint8Array;
  /** 1 where a result says more than its band: it is to be asked for itself. */
  readonly own: Uint8Array;
}

/** Whether rules or requirements may give another class than points do. */
const hasOwnClasses = ({ rules, bands }: Stage): boolean =>
  rules.length > 0 || bands.some(({ require }) => require.length > 0);

/** `judge` is the law's own word on one row. */
export function classesIn<R extends Roster>(
  stage: Stage,
  classify: Classifier,
  scoring: Scoring<R>,
  roster: R,
  judge: (row: number) => ClassedSubject,
): ColumnClasses {
  const bands = roster.band;
  const own = new Uint8Array(roster.count);
  if (!hasOwnClasses(stage)) return { bands, own };
  const { visit } = scoring;
  roster.notRated = 0;
  for (const page of pagesUpTo(roster.count)) {
    visit?.(roster, page, (work, at) => classRow(page[at] as number, work));
    for (let at = 0; at < page.length; at++) {
      const row = page[at] as number;
      if (!visit || roster.marked[row] === 1) classAlone(row);
    }
  }
  return { bands, own };

  function classRow(row: number, work: Work): void {
    if (roster.marked[row] === 1) return;
    const { class: found, rules } = classify({ work });
    if (found.kind === "rated" && found.changes.length === 0 && rules.length === 0) return;
    enter(row, found.kind === "rated" ? found.band : undefined, found.kind);
  }

  function classAlone(row: number): void {
    const { band, state, reason, rules } = judge(row).classed;
    if (roster.marked[row] === 0 && state === "rated" && !reason && rules.length === 0) return;
    enter(row, band, state);
  }

  function enter(row: number, band: number | undefined, state: State): void {
    own[row] = 1;
    bands[row] = band ?? noBand;
    if (state === "not_rated") roster.notRated++;
  }
}
