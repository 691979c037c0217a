import { nodeFor } from "../../model/cases.ts";
import type { Node, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Cell, Row } from "../../model/row.ts";
import { stageOfRow } from "../../model/stages.ts";
import { absolute, compare, subtract } from "../../number/exact.ts";
import { createEnvironment } from "../law/environment.ts";
import { pointsOf } from "../law/item.ts";
import { startWork } from "../law/work.ts";
import type { Ladder } from "./ladder.ts";
import { ladderFrom } from "./ladder.ts";

/** The result of the subject with one row in place of another. */
export type Trial = (row?: Row, by?: Row) => Result | undefined;

/** A change of one cell that does what was wanted. */
export interface Found {
  readonly node: Node;
  readonly row: Row;
  /** Index among the row's cells. */
  readonly cell: number;
  readonly to: Cell;
  /** The item's score by its scale, now and then; in units. */
  readonly scores: readonly [now: Units, then: Units];
  readonly result: Result;
}

/** Rungs up to which all are tried; of more, those between two are taken to do what their neighbours do. */
const fewRungs = 8;

/**
 * The change of one cell of `rows` that moves its item's score the least and leads to a wanted result. Of equal ones the
 * first by period and in the rubric. Long lists of values are halved, which finds the smallest wherever a better score never
 * leads to a worse band; what is found has been computed in any case.
 */
export function smallestChange(
  plan: Plan,
  rows: readonly Row[],
  direction: "up" | "down",
  wanted: (then: Result) => boolean,
  trial: Trial,
): Found | undefined {
  let best: Found | undefined;
  for (const row of rows) {
    const stage = stageOfRow(plan, row);
    const environment = createEnvironment(plan, stage);
    const work = startWork(stage, row.columns, row.cells, row);
    for (const each of stage.nodes) {
      const node = nodeFor(each, row.columns);
      if (node.body.kind !== "item" || node.body.cell === undefined) continue;
      const { cell } = node.body;
      const points = pointsOf(plan, node, node.body, environment);
      const ladder = ladderFrom(
        plan,
        node.body,
        node.max,
        (value) => points(value, { work }),
        row.cells[cell] ?? null,
        direction,
      );
      if (!ladder) continue;
      const attempt = (rung: number): Found | undefined => {
        const to = ladder.cell(rung);
        const result = trial(row, { ...row, cells: row.cells.with(cell, to) });
        if (result?.band === undefined || !wanted(result)) return undefined;
        return { node, row, cell, to, scores: [ladder.now, ladder.score(rung)], result };
      };
      best = firstOf(best ? nearer(ladder, best) : ladder.size, attempt) ?? best;
    }
  }
  return best;
}

/** How many rungs change the score by less than the best change so far. */
function nearer(ladder: Ladder, { scores: [now, then] }: Found): number {
  const limit = absolute(subtract(then, now));
  const isNear = (rung: number): boolean => compare(absolute(subtract(ladder.score(rung), ladder.now)), limit) < 0;
  return halve(0, ladder.size, isNear);
}

/** The first rung of `size` that does it. */
function firstOf(size: number, attempt: (rung: number) => Found | undefined): Found | undefined {
  if (size <= fewRungs) {
    for (let rung = 1; rung <= size; rung++) {
      const found = attempt(rung);
      if (found) return found;
    }
    return undefined;
  }
  if (!attempt(size)) return undefined;
  return attempt(halve(0, size - 1, (rung) => !attempt(rung)) + 1);
}

/** The last number from `low` to `high` for which `holds`, where it holds for all up to some number; `low` is taken to. */
function halve(low: number, high: number, holds: (n: number) => boolean): number {
  let [holding, failing] = [low, high + 1];
  while (failing - holding > 1) {
    // More than 2³¹ where a cell has many places.
    const middle = holding + Math.floor((failing - holding) / 2);
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}
