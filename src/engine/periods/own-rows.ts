import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Fields } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell, Row } from "../../model/row.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Period } from "../../period/period.ts";
import type { Whose, Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import { reportDoubled } from "../official.ts";
import type { PreparedStage } from "../stage.ts";
import type { PerSubject } from "../subjects.ts";
import { entryOf } from "../subjects.ts";

/** Rows with the items that are scored only in a longer period, such as the theme of a year: one for each subject. */
export interface OwnRows {
  add(row: Row): void;
  /** Names of the periods that have such rows. */
  periods(): Iterable<string>;
  /** By key. */
  within(period: Period): ReadonlyMap<string, Row>;
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
): OwnRows {
  const all: PerSubject<Row> = new Map();
  const blank: readonly Cell[] = new Array(cellCount(rollup)).fill(null);
  return {
    add(row) {
      const first = entryOf(all, row, () => row);
      if (first !== row) reportDoubled(plan, diagnostics, first, row);
    },
    periods: () => all.keys(),
    within: ({ name }) => all.get(name) ?? new Map(),
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
