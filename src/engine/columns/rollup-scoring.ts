import { batchRows } from "../../model/batch.ts";
import type { Units } from "../../model/node.ts";
import { leftOut } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import { divide } from "../../number/exact.ts";
import { naturalBand } from "../law/classify.ts";
import type { ClassedSubject } from "../law/result.ts";
import { finishTotal, unclampedTotal } from "../law/total.ts";
import { remembered } from "./remembered.ts";
import type { RollupRoster } from "./rollup-roster.ts";
import { enterAnyTotal, enterTotal, isSmall, noBand, noTotal, numberIn, openTotals } from "./roster.ts";
import type { Scoring } from "./scoring.ts";

/** Adds up the columns of the parts of a longer period, page by page. */
export function createRollupScoring({ nodes: all, total }: Rollup, roster: RollupRoster): Scoring<RollupRoster> {
  const nodes = all.map(() => new Int32Array(batchRows));
  const unclamped = new Int32Array(batchRows);
  const [own, places, times] = [new Int32Array(batchRows), new Int32Array(batchRows), new Int32Array(batchRows)];
  const unclampedOf = total.round && numbersOf(roster, (units) => unclampedTotal(total, units));

  /** Those of a page whose numbers come from a part as well: their rows there, and their places in the page. @returns how many */
  function gatherPart(part: number, rows: Int32Array): number {
    const partRows = roster.rows[part] as Int32Array;
    let count = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const often = roster.marked[row] === 1 ? undefined : timesOf(roster, row)?.[part];
      if (often === undefined) continue;
      own[count] = partRows[row] as number;
      places[count] = at;
      times[count++] = often;
    }
    return count;
  }

  /** A row of a part may have been marked while it was scored. */
  function markBy(marked: Uint8Array, count: number, rows: Int32Array): void {
    for (let each = 0; each < count; each++) {
      if (marked[own[each] as number] === 1) roster.marked[rows[places[each] as number] as number] = 1;
    }
  }

  /** Adds a column of a part to one of the whole; what has no room marks its row. */
  function addPart(to: Int32Array, from: Int32Array, count: number, rows: Int32Array): void {
    for (let each = 0; each < count; each++) {
      const value = from[each] as number;
      if (value === leftOut) continue;
      const at = places[each] as number;
      const before = to[at] as number;
      const sum = (before === leftOut ? 0 : before) + value * (times[each] as number);
      if (isSmall(sum)) to[at] = sum;
      else roster.marked[rows[at] as number] = 1;
    }
  }

  return {
    nodes,
    unclamped,
    page(_, rows, some) {
      // Each is added once.
      const wanted = [...new Set(some)];
      for (const node of wanted) (nodes[node] as Int32Array).fill(leftOut, 0, rows.length);
      unclamped.fill(0, 0, rows.length);
      for (const [at, part] of roster.parts.entries()) {
        const count = gatherPart(at, rows);
        part.page(own.subarray(0, count), wanted);
        markBy(part.roster.marked, count, rows);
        for (const node of wanted) addPart(nodes[node] as Int32Array, part.nodes[node] as Int32Array, count, rows);
        addPart(unclamped, part.unclamped, count, rows);
      }
      if (!unclampedOf) return;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as number;
        if (roster.marked[row] === 1) continue;
        const number = unclampedOf(unclamped[at] as number);
        if (number === noTotal) roster.marked[row] = 1;
        else unclamped[at] = number;
      }
    },
  };
}

const timesOf = ({ course, courses }: RollupRoster, row: number) => courses[course[row] as number]?.times;

/** Enters totals and bands of all rows, those of marked ones by the law (`judge`). @returns whether all totals are whole */
export function settleRollup(
  { total, bands }: Rollup,
  roster: RollupRoster,
  judge: (row: number) => ClassedSubject,
): boolean {
  const totalOf = numbersOf(roster, (units) => finishTotal(total, units));
  const bandOf = remembered((number) => naturalBand(bands, divide(number, roster.per)), mostRemembered);
  const sums = addTotals(roster);
  openTotals(roster);
  for (let row = 0; row < roster.count; row++) {
    const sum = sums[row] as number;
    const found = isSmall(sum) && timesOf(roster, row) ? totalOf(sum) : noTotal;
    if (found === noTotal) roster.marked[row] = 1;
    if (roster.marked[row] === 0) enterTotal(roster, row, found, bandOf(found));
    else if (!settleAlone(row)) return false;
  }
  return true;

  function settleAlone(row: number): boolean {
    const { state, total } = judge(row).classed;
    if (state === "rated") return enterAnyTotal(roster, row, total, bandOf);
    roster.band[row] = noBand;
    if (state === "not_rated") roster.notRated++;
    return true;
  }
}

/** By row what the totals of its parts come to. */
function addTotals(roster: RollupRoster): Float64Array {
  const sums = new Float64Array(roster.count);
  for (const [
    part,
    {
      roster: { total },
    },
  ] of roster.parts.entries()) {
    const rows = roster.rows[part] as Int32Array;
    for (let row = 0; row < sums.length; row++) {
      const often = timesOf(roster, row)?.[part];
      if (often !== undefined) sums[row] = (sums[row] as number) + often * (total[rows[row] as number] as number);
    }
  }
  return sums;
}

const mostRemembered = 1 << 20;

/** What the law makes of some units, in numbers of the roster; {@link noTotal} where it is no whole one. */
const numbersOf = (roster: RollupRoster, find: (units: Units) => Units): ((number: number) => number) =>
  remembered((number) => numberIn(roster, find(divide(number, roster.per))) ?? noTotal, mostRemembered);
