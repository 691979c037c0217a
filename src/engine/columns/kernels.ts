import type { CellCodes } from "../../model/batch.ts";
import { batchRows } from "../../model/batch.ts";
import type { Node, Plan, Stage } from "../../model/plan.ts";
import { isCounted } from "../../model/stages.ts";
import { naturalBand } from "../law/classify.ts";
import type { Environment } from "../law/environment.ts";
import { itemScore } from "../law/item.ts";
import { finishTotal, unclampedTotal } from "../law/total.ts";
import { startWork } from "../law/work.ts";
import { noBand, noTotal } from "./ledger.ts";

/**
 * Scores batches of rows of whose cells all are numbers: sums and cuts of whole numbers. What a cell, a total and a band are
 * worth is asked of the law, once for each number. Rows that it does not suit are marked, and have no score here.
 */
export interface Kernels {
  /** By node of the stage, then by row of the last batch, in units. */
  readonly nodes: readonly Int32Array[];
  /** By row: the total before it is cut and rounded. */
  readonly exact: Int32Array;
  run(cells: CellCodes, count: number, marked: Uint8Array): void;
  totalOf(exact: number): number;
  unclampedOf(exact: number): number;
  bandOf(total: number): number;
}

type Kernel = (cells: CellCodes, count: number, marked: Uint8Array) => void;

export function createKernels(plan: Plan, environment: Environment, width: number, rows = batchRows): Kernels {
  const { stage } = plan;
  const nodes = stage.nodes.map(() => new Int32Array(rows));
  const exact = new Int32Array(rows);
  const kernels = stage.nodes.map((node, at) => {
    return node.body.kind === "item"
      ? itemKernel(plan, node, at, environment, width, nodes)
      : areaKernel(stage, node, node.body.children, nodes[at] as Int32Array, nodes);
  });
  const sumUp = sumKernel(stage.top, exact, nodes);
  return {
    nodes,
    exact,
    run(cells, count, marked) {
      for (const kernel of kernels) kernel(cells, count, marked);
      sumUp(cells, count, marked);
    },
    totalOf: remembered((sum) => whole(finishTotal(stage.total, sum))),
    unclampedOf: remembered((sum) => whole(unclampedTotal(stage.total, sum))),
    bandOf: remembered((total) => (total === noTotal ? noBand : naturalBand(stage.bands, total))),
  };
}

/** Rounding to another step than the unit may leave no whole number. */
const whole = (units: unknown): number => (typeof units === "number" ? units : noTotal);

function itemKernel(
  plan: Plan,
  node: Node,
  at: number,
  environment: Environment,
  width: number,
  nodes: readonly Int32Array[],
): Kernel {
  const to = nodes[at] as Int32Array;
  const { body } = node;
  if (body.kind !== "item" || body.cell === undefined) throw new Error(`${node.id} has no cell`);
  const { cell, scale } = body;
  const least = node.min === "none" ? -0x80000000 : (node.min as number);
  if (scale.kind === "points") {
    return (cells, count) => {
      for (let row = 0, from = cell; row < count; row++, from += width) {
        const units = cells[from] as number;
        to[row] = units < least ? least : units;
      }
    };
  }
  const score = itemScore(plan, node, at, body, environment);
  const scoreOf = remembered((code) => {
    const cells = plan.stage.nodes.map(() => null as number | null);
    cells[cell] = code;
    const units = score({ work: startWork(plan.stage, [], cells) });
    return typeof units === "number" && Math.abs(units) <= mostUnits ? units : noTotal;
  });
  return (cells, count, marked) => {
    for (let row = 0, from = cell; row < count; row++, from += width) {
      if (marked[row] === 1) continue;
      const units = scoreOf(cells[from] as number);
      to[row] = units;
      if (units === noTotal) marked[row] = 1;
    }
  };
}

const mostUnits = 1_000_000;

function areaKernel(
  stage: Stage,
  { min, max, body }: Node,
  children: readonly number[],
  to: Int32Array,
  nodes: readonly Int32Array[],
): Kernel {
  const bonus = children.filter((child) => !isCounted(stage.nodes[child] as Node));
  const sumUp = sumKernel(
    children.filter((child) => !bonus.includes(child)),
    to,
    nodes,
  );
  const least = min === "none" ? -0x80000000 : (min as number);
  const most = body.kind === "area" && body.clamp ? (max as number) : 0x7fffffff;
  return (cells, count, marked) => {
    sumUp(cells, count, marked);
    for (let row = 0; row < count; row++) {
      const sum = to[row] as number;
      if (sum < least) to[row] = least;
      if (sum > most) to[row] = most;
    }
    for (const child of bonus) {
      const more = nodes[child] as Int32Array;
      for (let row = 0; row < count; row++) to[row] = (to[row] as number) + (more[row] as number);
    }
    // A bonus that deducts does not bring the area below its min.
    if (bonus.length > 0) for (let row = 0; row < count; row++) to[row] = Math.max(least, to[row] as number);
  };
}

function sumKernel(parts: readonly number[], to: Int32Array, nodes: readonly Int32Array[]): Kernel {
  const [first, ...others] = parts.map((part) => nodes[part] as Int32Array);
  return (_, count) => {
    if (first) for (let row = 0; row < count; row++) to[row] = first[row] as number;
    for (const other of others)
      for (let row = 0; row < count; row++) to[row] = (to[row] as number) + (other[row] as number);
  };
}

/** Numbers of which answers are kept. */
const kept = 1 << 15;
const unknown = 0x7fffffff;

/** A function of whole numbers that is asked once for each small one. */
function remembered(find: (number: number) => number): (number: number) => number {
  const answers = new Int32Array(kept).fill(unknown);
  return (number) => {
    if (number < 0 || number >= kept) return find(number);
    const before = answers[number] as number;
    if (before !== unknown) return before;
    const answer = find(number);
    answers[number] = answer;
    return answer;
  };
}
