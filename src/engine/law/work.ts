import type { ColumnValues } from "../../model/column.ts";
import type { Units } from "../../model/node.ts";
import type { Result } from "../../model/report.ts";
import type { Cell, NodeState, Row } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, multiply } from "../../number/exact.ts";
/** The scoring of one subject (or of one rating of it) while it is worked out; expressions read it. */
export interface Work {
  readonly columns: ColumnValues;
  readonly cells: readonly Cell[];
  /** The row that is scored, where it is one. */
  readonly row: Row | undefined;
  /** Whose scoring it is; absent where no expression needs it. */
  readonly whose: Whose | undefined;
  /** Empty where nobody knows what applies. */
  states: readonly NodeState[];
  /** By node, in units; 0 for a node that does not apply or was skipped, undefined for a missing one. */
  readonly scores: (Units | undefined)[];
  /** By node: the max that applies, in units. */
  full: readonly Units[];
  /** By node: by how much `skip_total` lowered the max, in units. */
  removed: readonly Units[];
  /** Whether `states`, `full` and `removed` are its own: they are shared by all to whom everything applies, as most do. */
  isApart: boolean;
  unclamped: Units | undefined;
  total: Units | undefined;
}

/** A subject in a period, and what a result of a longer one rests on. */
export interface Whose extends Pick<Row, "key" | "period"> {
  readonly origin?: Pick<Result, "key" | "rows" | "parts">;
}

export function startWork(
  stage: Stage,
  columns: Work["columns"],
  cells: readonly Cell[],
  row?: Row,
  whose: Whose | undefined = row,
): Work {
  const { states, full, removed } = wholeOf(stage);
  return {
    columns,
    cells,
    row,
    whose,
    states,
    scores: new Array<Units | undefined>(stage.nodes.length).fill(0),
    full,
    removed,
    isApart: false,
    unclamped: undefined,
    total: undefined,
  };
}

type Whole = Pick<Work, "states" | "full" | "removed">;
const wholes = new WeakMap<Stage, Whole>();

/** What is found where everything applies and has a score. */
function wholeOf(stage: Stage): Whole {
  const known = wholes.get(stage);
  if (known) return known;
  const { nodes } = stage;
  const whole: Whole = {
    states: nodes.map(() => "counts"),
    full: nodes.map(({ max }) => max),
    removed: nodes.map(() => 0),
  };
  wholes.set(stage, whole);
  return whole;
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
  work.scores[index] = score;
  if (!work.isApart) {
    if (work.states[index] === state && work.removed[index] === removed && work.full[index] === full) return;
    work.isApart = true;
    work.states = work.states.slice();
    work.removed = work.removed.slice();
    work.full = work.full.slice();
  }
  (work.states as NodeState[])[index] = state;
  (work.removed as Units[])[index] = removed;
  (work.full as Units[])[index] = full;
}

export const toPoints = (units: Units, scale: Exact): Exact => divide(units, scale);
export const toUnits = (points: Exact, scale: Exact): Units => multiply(points, scale);
