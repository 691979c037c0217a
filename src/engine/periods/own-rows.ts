import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Fields } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell, Row } from "../../model/row.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Whose, Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import type { SingleRows } from "../official.ts";
import { createSingleRows } from "../official.ts";
import type { PreparedStage } from "../stage.ts";
import type { SubjectOptions } from "../subjects.ts";

/** Rows with the items that are scored only in a longer period, such as the theme of a year: one for each subject. */
export interface OwnRows extends SingleRows {
  /**
   * The scoring of the rollup's own items; without a row each of them is blank. `columns`: of the grouping period, at which
   * `when` looks then; `fields`: what else expressions may read.
   */
  score(row: Row | undefined, whose: Whose, columns: Work["columns"], fields: Fields): Work;
  /** Ids of the own items whose scores are missing. */
  missing(work: Work): readonly string[];
}

export function createOwnRows(
  plan: Plan,
  rollup: Rollup,
  { scorer }: PreparedStage,
  diagnostics: Diagnostics,
  options: Pick<SubjectOptions, "onContradiction">,
): OwnRows {
  const blank: readonly Cell[] = new Array(cellCount(rollup)).fill(null);
  return {
    ...createSingleRows(plan, diagnostics, options),
    score(row, whose, columns, fields) {
      const work = startWork(rollup, row?.columns ?? columns, row?.cells ?? blank, row, whose);
      scorer?.score(work, fields);
      // They count through the expression of the rollup's score alone.
      work.total = undefined;
      work.unclamped = undefined;
      return work.columns === columns ? work : { ...work, columns };
    },
    missing: ({ states }) =>
      rollup.nodes.filter(({ body }, i) => body.kind === "item" && states[i] === "missing").map(({ id }) => id),
  };
}

const cellCount = ({ nodes }: Rollup): number =>
  nodes.reduce((count, { body }) => (body.kind === "item" ? Math.max(count, (body.cell ?? -1) + 1) : count), 0);
