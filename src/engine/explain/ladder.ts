import type { Item, Scale, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, equal, floor, minimum, multiply, negate, sign, subtract } from "../../number/exact.ts";
import type { Points } from "../law/item.ts";

/** What a cell could hold instead, from the nearest score to the farthest in one direction. Rungs count from 1. */
export interface Ladder {
  /** The score as it is. */
  readonly now: Units;
  readonly size: number;
  cell(rung: number): Cell;
  /** In units, as the item's scale gives it. */
  score(rung: number): Units;
}

/** Most occurrences that are tried of a count without an end. */
const mostOccurrences = 1000;
/** The highest percentage that is tried where nothing caps it. */
const mostPercent = 1000;

/**
 * The ladder up or down from a cell whose score counts: in the steps, levels or counts that the item allows, for
 * percentages in the rubric's decimals. Undefined where the item has no cell to change, or its score does not count.
 */
export function ladderFrom(
  plan: Plan,
  item: Item,
  max: Units,
  points: PointsOf,
  cell: Cell,
  direction: "up" | "down",
): Ladder | undefined {
  const up = direction === "up";
  const now = scoreNow(item, max, points, cell);
  if (item.cell === undefined || now === undefined) return undefined;
  const { scale } = item;
  switch (scale.kind) {
    case "points":
      return grid(
        now,
        now,
        scale.step ?? divide(plan.scale, places(scale.places)),
        up ? scale.max : leastOf(scale, now),
        (units) => units,
      );
    case "ratio": {
      const percent = isNumber(cell) ? cell : divide(multiply(now, 100), scale.max);
      const end = up ? (scale.cap ?? mostPercent) : 0;
      const score = (value: Exact) => divide(multiply(scale.max, value), 100);
      return grid(now, percent, divide(1, places(plan.decimals)), end, score);
    }
    case "value":
      return undefined;
    case "levels":
    case "yes":
    case "count":
    case "table":
      return listed(now, cellsOf(scale), points, up);
  }
}

/** The least points of a cell; without a limit as far below the present ones as the max is above 0. */
function leastOf({ min = 0, max }: Scale & { kind: "points" }, now: Units): Units {
  return min === "none" ? minimum(subtract(now, max), 0) : min;
}

/** An item's scale as a function from a cell that is filled. */
export type PointsOf = (cell: Exact) => ReturnType<Points>;

function scoreNow(item: Item, max: Units, points: PointsOf, cell: Cell): Units | undefined {
  if (isNumber(cell)) return points(cell);
  const policy = cell ?? item.missing;
  return policy === "zero" ? 0 : policy === "full" ? max : undefined;
}

const isNumber = (cell: Cell): cell is Exact => cell !== null && typeof cell !== "string";

function places(decimals: number): Exact {
  let value: Exact = 1;
  for (let place = 0; place < decimals; place++) value = multiply(value, 10);
  return value;
}

/** Values in equal steps from `start` up to (or down to) `end`. */
function grid(now: Units, start: Exact, step: Exact, end: Exact, score: (value: Exact) => Units): Ladder {
  const distance = subtract(end, start);
  const steps = floor(divide(sign(distance) < 0 ? negate(distance) : distance, step));
  const stride = sign(distance) < 0 ? negate(step) : step;
  const cell = (rung: number): Exact => add(start, multiply(stride, rung));
  return { now, size: typeof steps === "number" ? steps : 0, cell, score: (rung) => score(cell(rung)) };
}

/** A few values, those of equal score once. */
function listed(now: Units, cells: readonly Exact[], points: PointsOf, up: boolean): Ladder {
  const rungs = cells
    .map((cell) => ({ cell, score: points(cell) as Units }))
    .filter(({ score }) => (up ? compare(score, now) > 0 : compare(score, now) < 0))
    .sort((a, b) => (up ? compare(a.score, b.score) : compare(b.score, a.score)));
  const distinct = rungs.filter(({ score }, index) => index === 0 || !equal(score, rungs[index - 1]?.score as Units));
  const at = (rung: number) => distinct[rung - 1] as (typeof distinct)[number];
  return { now, size: distinct.length, cell: (rung) => at(rung).cell, score: (rung) => at(rung).score };
}

function cellsOf(scale: Extract<Scale, { kind: "levels" | "yes" | "count" | "table" }>): Exact[] {
  switch (scale.kind) {
    case "levels":
      return [...scale.levels.keys()];
    case "yes":
      return [1, 0];
    case "table":
      return scale.rows.map(({ from }, index) => from ?? below(scale.rows[index - 1]?.from));
    case "count": {
      const reached = (times: number): boolean => {
        const score = add(scale.base, multiply(scale.each, times));
        return sign(scale.each) < 0
          ? scale.min !== "none" && compare(score, scale.min) <= 0
          : compare(score, scale.max) >= 0;
      };
      const cells = [0];
      while (cells.length <= mostOccurrences && !reached(cells.length - 1)) cells.push(cells.length);
      return cells;
    }
  }
}

/** Some value below the lowest bound of a table. */
const below = (bound: Exact | undefined): Exact => (bound === undefined ? 0 : minimum(subtract(bound, 1), 0));
