import type { Exact } from "../number/exact.ts";
import { divide, multiply } from "../number/exact.ts";
import type { CellValue, Stage, Units } from "../rubric/4-plan/plan.ts";
import type { Cell, Row } from "../rubric/4-plan/row.ts";

/**
 * What became of a node for one subject: it counts, does not apply (`when`), was skipped by its `missing` policy so that
 * the area or the total is scaled, or its score is missing.
 */
export type NodeState = "counts" | "none" | "skip_area" | "skip_total" | "missing";

/** The scoring of one subject (or of one rating of it) while it is worked out; expressions read it. */
export interface Work {
  readonly columns: readonly (CellValue | undefined)[];
  readonly cells: readonly Cell[];
  /** The row that is scored, where it is one. */
  readonly row: Row | undefined;
  readonly states: NodeState[];
  /** By node, in units; 0 for a node that does not apply or was skipped, undefined for a missing one. */
  readonly scores: (Units | undefined)[];
  /** By node: the max that applies, in units. */
  readonly full: Units[];
  /** By node: by how much `skip_total` lowered the max, in units. */
  readonly removed: Units[];
  unclamped: Units | undefined;
  total: Units | undefined;
}

export function startWork(stage: Stage, columns: Work["columns"], cells: readonly Cell[], row?: Row): Work {
  const size = stage.nodes.length;
  return {
    columns,
    cells,
    row,
    states: new Array<NodeState>(size).fill("none"),
    scores: new Array<Units | undefined>(size).fill(0),
    full: new Array<Units>(size).fill(0),
    removed: new Array<Units>(size).fill(0),
    unclamped: undefined,
    total: undefined,
  };
}

/** Takes the total that the authority gives; no scores stand behind it. */
export function takeDecidedTotal(work: Work, total: Units | undefined): void {
  if (total === undefined) return;
  work.scores.fill(undefined);
  work.unclamped = total;
  work.total = total;
}

/** Records what became of a node. `removed`: by how much the max above it sinks. */
export function settle(
  work: Work,
  index: number,
  state: NodeState,
  removed: Units = 0,
  score: Units | undefined = state === "missing" ? undefined : 0,
  full: Units = 0,
): void {
  work.states[index] = state;
  work.removed[index] = removed;
  work.scores[index] = score;
  work.full[index] = full;
}

export const toPoints = (units: Units, scale: Exact): Exact => divide(units, scale);
export const toUnits = (points: Exact, scale: Exact): Units => multiply(points, scale);
