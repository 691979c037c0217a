import type { CellCodes } from "../../model/batch.ts";
import { batchRows } from "../../model/batch.ts";
import type { Node } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { isCounted } from "../../model/stages.ts";
import { naturalBand } from "../law/classify.ts";
import type { Environment } from "../law/environment.ts";
import { itemScore } from "../law/item.ts";
import { finishTotal, unclampedTotal } from "../law/total.ts";
import { startWork } from "../law/work.ts";
import { remembered } from "./remembered.ts";
import { noTotal } from "./roster.ts";

/**
 * Scores batches of rows of whose cells all are numbers: sums and cuts of whole numbers. What a cell, a total and a band are
 * worth is asked of the law, once for each number. Rows that it does not suit are marked, and have no score here.
 */
export interface Kernels {
  /** By node of the stage, then by row of the last batch, in units. */
  readonly nodes: readonly Int32Array[];
  readonly direct: Direct;
  /** By row: the total before it is cut and rounded. */
  readonly exact: Int32Array;
  /**
   * Scores some rows whose cells begin at these `places`. `wanted`: the items whose scores are asked for besides those that are
   * needed for others.
   */
  run(cells: CellCodes, places: Int32Array, marked: Uint8Array, wanted?: readonly number[]): void;
  totalOf(exact: number): number;
  unclampedOf(exact: number): number;
  bandOf(total: number): number;
}

type Kernel = (cells: CellCodes, places: Int32Array, marked: Uint8Array) => void;

export function createKernels(plan: Plan, environment: Environment, rows = batchRows): Kernels {
  const { stage } = plan;
  const nodes = stage.nodes.map(() => new Int32Array(rows));
  const exact = new Int32Array(rows);
  const direct = directCells(stage);
  const kernels = stage.nodes.map((node, at) => {
    return node.body.kind === "item"
      ? itemKernel(plan, node, at, environment, nodes)
      : areaKernel(stage, node, node.body.children, nodes[at] as Int32Array, nodes, direct);
  });
  const sumUp = sumKernel(stage.top, exact, nodes, direct);
  return {
    nodes,
    direct,
    exact,
    run(cells, places, marked, wanted = []) {
      for (const [at, kernel] of kernels.entries()) {
        if (direct[at] === undefined || wanted.includes(at)) kernel(cells, places, marked);
      }
      sumUp(cells, places, marked);
    },
    totalOf: remembered((sum) => whole(finishTotal(stage.total, sum))),
    unclampedOf: remembered((sum) => whole(unclampedTotal(stage.total, sum))),
    bandOf: remembered((total) => naturalBand(stage.bands, total)),
  };
}

/** Rounding to another step than the unit may leave no whole number. */
const whole = (units: unknown): number => (typeof units === "number" ? units : noTotal);

function itemKernel(
  plan: Plan,
  node: Node,
  at: number,
  environment: Environment,
  nodes: readonly Int32Array[],
): Kernel {
  const to = nodes[at] as Int32Array;
  const { body } = node;
  if (body.kind !== "item" || body.cell === undefined) throw new Error(`${node.id} has no cell`);
  const { cell, scale } = body;
  const least = node.min === "none" ? -0x80000000 : (node.min as number);
  if (scale.kind === "points") {
    return (cells, places) => takeCells(cells, places, cell, least, to);
  }
  const score = itemScore(plan, node, at, body, environment);
  const scoreOf = remembered((code) => {
    const cells = plan.stage.nodes.map(() => null as number | null);
    cells[cell] = code;
    const units = score({ work: startWork(plan.stage, [], cells) });
    return typeof units === "number" && Math.abs(units) <= mostUnits ? units : noTotal;
  });
  const scoreRow = (code: number, row: number, marked: Uint8Array): void => {
    if (marked[row] === 1) return;
    const units = scoreOf(code);
    to[row] = units;
    if (units === noTotal) marked[row] = 1;
  };
  return (cells, places, marked) => {
    for (let row = 0; row < places.length; row++)
      scoreRow(cells[(places[row] as number) + cell] as number, row, marked);
  };
}

const mostUnits = 1_000_000;

function areaKernel(
  stage: Stage,
  { min, max, body }: Node,
  children: readonly number[],
  to: Int32Array,
  nodes: readonly Int32Array[],
  direct: Direct,
): Kernel {
  const bonus = children.filter((child) => !isCounted(stage.nodes[child] as Node));
  const sumUp = sumKernel(
    children.filter((child) => !bonus.includes(child)),
    to,
    nodes,
    direct,
  );
  const addBonus = addKernel(bonus, to, nodes, direct);
  const least = min === "none" ? -0x80000000 : (min as number);
  const most = body.kind === "area" && body.clamp ? (max as number) : 0x7fffffff;
  return (cells, places, marked) => {
    sumUp(cells, places, marked);
    cut(to, least, most, places.length);
    addBonus(cells, places, marked);
    // A bonus that deducts does not bring the area below its min.
    if (bonus.length > 0) cut(to, least, 0x7fffffff, places.length);
  };
}

/** By node the cell that is its score, of items in points that a cell cannot be below the least of. */
type Direct = readonly (number | undefined)[];

function directCells({ nodes }: Stage): Direct {
  return nodes.map(({ body, min }) => {
    if (body.kind !== "item" || body.scale.kind !== "points") return undefined;
    const { min: lowest = 0 } = body.scale;
    return min === "none" || (lowest !== "none" && (lowest as number) >= (min as number)) ? body.cell : undefined;
  });
}

function sumKernel(parts: readonly number[], to: Int32Array, nodes: readonly Int32Array[], direct: Direct): Kernel {
  const add = addKernel(parts, to, nodes, direct);
  return (cells, places, marked) => {
    to.fill(0, 0, places.length);
    add(cells, places, marked);
  };
}

function addKernel(parts: readonly number[], to: Int32Array, nodes: readonly Int32Array[], direct: Direct): Kernel {
  const cellsOf = parts.flatMap((part) => direct[part] ?? []);
  const fours: number[][] = [];
  while (cellsOf.length >= 4) fours.push(cellsOf.splice(0, 4));
  const columns = parts.filter((part) => direct[part] === undefined).map((part) => nodes[part] as Int32Array);
  return (cells, places) => {
    for (const [a, b, c, d] of fours) addFour(to, cells, places, a as number, b as number, c as number, d as number);
    for (const cell of cellsOf) addCell(to, cells, places, cell);
    for (const column of columns) addTo(to, column, places.length);
  };
}

// Each loop is a function of its own: V8 compiles one that is called often, but throws away again and again what it made of a
// loop that it was in the middle of.

function takeCells(cells: CellCodes, places: Int32Array, cell: number, least: number, to: Int32Array): void {
  for (let row = 0; row < places.length; row++) {
    const units = cells[(places[row] as number) + cell] as number;
    to[row] = units < least ? least : units;
  }
}

function addCell(to: Int32Array, cells: CellCodes, places: Int32Array, cell: number): void {
  for (let row = 0; row < places.length; row++) {
    to[row] = (to[row] as number) + (cells[(places[row] as number) + cell] as number);
  }
}

function addFour(
  to: Int32Array,
  cells: CellCodes,
  places: Int32Array,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  for (let row = 0; row < places.length; row++) {
    const from = places[row] as number;
    to[row] =
      (to[row] as number) +
      (cells[from + a] as number) +
      (cells[from + b] as number) +
      (cells[from + c] as number) +
      (cells[from + d] as number);
  }
}

function addTo(to: Int32Array, column: Int32Array, count: number): void {
  for (let row = 0; row < count; row++) to[row] = (to[row] as number) + (column[row] as number);
}

function cut(to: Int32Array, least: number, most: number, count: number): void {
  for (let row = 0; row < count; row++) {
    const units = to[row] as number;
    if (units < least) to[row] = least;
    else if (units > most) to[row] = most;
  }
}
