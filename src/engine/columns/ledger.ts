import type { Batch } from "../../model/batch.ts";
import { cellOf, codeOf } from "../../model/batch.ts";
import type { LineRuns } from "../../model/line-runs.ts";
import { createLineRuns, enterLine, lineOf } from "../../model/line-runs.ts";
import type { People } from "../../model/people.ts";
import { columnsOf, keyAt, profileOfRow } from "../../model/people.ts";
import type { Cell, Row, SheetLayout } from "../../model/row.ts";
import { grown } from "../../text/texts.ts";
import type { CellBlocks } from "./cell-blocks.ts";
import { cellBlocksFor, enterCells, findCells, forgetCells, roomForRows } from "./cell-blocks.ts";
import type { Roster } from "./roster.ts";

/** The rows of one period, column by column. A row is made of them when somebody asks for it. */
export interface Ledger extends Roster {
  readonly period: string;
  count: number;
  /** Of whom each row is. While rows come, those of `like` as long as they are the same; see {@link closeLedgers}. */
  profile: Int32Array;
  /** The first period, where its rows are about the same people in the same order up to here, as those of most quarters are. */
  like: Ledger | undefined;
  readonly cells: CellBlocks;
  marked: Uint8Array;
  readonly lines: LineRuns<SheetLayout>;
  /** Rows that hold what is no small whole number. */
  readonly apart: Map<number, Row>;
  /** Of all periods. */
  readonly shown: Shown;
}

/** Of whom a row was made last: a longer period asks for those of one person, one after the other. */
interface Shown {
  profile: number;
  key: Row["key"];
  columns: Row["columns"];
}

const firstRows = 256;

/** Makes the ledgers of periods. */
export function ledgersFor(people: People, batch: Batch): (period: string) => Ledger {
  const shown: Shown = { profile: -1, key: "", columns: [] };
  const createCells = cellBlocksFor(batch);
  let first: Ledger | undefined;
  return (period) => {
    const ledger: Ledger = {
      people,
      period,
      count: 0,
      profile: new Int32Array(first ? 0 : firstRows),
      like: first,
      cells: createCells(),
      marked: new Uint8Array(firstRows),
      per: 1,
      total: new Int16Array(),
      band: new Uint8Array(),
      notRated: 0,
      lines: createLineRuns(),
      apart: new Map(),
      shown,
    };
    first ??= ledger;
    return ledger;
  };
}

/** Makes room for `count` further rows. */
function makeRoom(ledger: Ledger, count: number): void {
  const needed = ledger.count + count;
  if (needed > ledger.marked.length) ledger.marked = grown(ledger.marked, Math.max(needed, ledger.marked.length * 2));
  if (ledger.like || needed <= ledger.profile.length) return;
  ledger.profile = grown(ledger.profile, Math.max(needed, ledger.profile.length * 2));
}

/** Whether the rows that come are about the same people as those of the first period; from the first that is not, on its own. */
function isLike(ledger: Ledger, profiles: Int32Array, from: number, to: number): boolean {
  const { like, count } = ledger;
  if (!like) return false;
  let row = from;
  while (row < to && count + row - from < like.count && like.profile[count + row - from] === profiles[row]) row++;
  if (row === to) return true;
  ledger.profile = like.profile.slice(0, Math.max(firstRows, count));
  ledger.like = undefined;
  return false;
}

/** All rows have come. */
export function closeLedgers(ledgers: readonly Ledger[]): void {
  for (const ledger of ledgers) {
    ledger.marked = ledger.marked.subarray(0, ledger.count);
    ledger.profile = ledger.like?.profile ?? ledger.profile.subarray(0, ledger.count);
    ledger.like = undefined;
  }
}

/** Enters the rows of a batch, each behind those of its period that are there. Their totals and bands are still to come. */
export function enterBatch(ledgers: readonly Ledger[], batch: Batch): void {
  const { count, periods } = batch;
  for (let from = 0, to = 0; from < count; from = to) {
    const period = periods[from] as number;
    while (to < count && periods[to] === period) to++;
    enterRun(ledgers[period] as Ledger, batch, from, to);
  }
}

/** As many rows as are copied faster at once than one by one. */
const longRun = 16;

function enterRun(ledger: Ledger, batch: Batch, from: number, to: number): void {
  const { profiles, lines, sheet } = batch;
  const isKnown = isLike(ledger, profiles, from, to);
  makeRoom(ledger, to - from);
  const { count: at, profile, marked } = ledger;
  if (to - from < longRun) {
    for (let row = from; row < to; row++) {
      if (!isKnown) profile[at + row - from] = profiles[row] as number;
      marked[at + row - from] = batch.marked[row] as number;
    }
  } else {
    if (!isKnown) profile.set(profiles.subarray(from, to), at);
    marked.set(batch.marked.subarray(from, to), at);
  }
  enterCells(ledger.cells, at, batch.cells, from, to);
  for (let row = from; row < to; row++) enterLine(ledger.lines, at + row - from, sheet, lines[row] as number);
  ledger.count = at + to - from;
}

/** Puts one row into a batch; gives false for one with a cell that has no place there, which is blank in it. */
export function putRow(batch: Batch, people: People, row: Row, period: number): boolean {
  const { count: at, width, cells } = batch;
  let isMarked = 0;
  let isWhole = true;
  for (let cell = 0; cell < width; cell++) {
    const value = row.cells[cell] ?? null;
    const code = codeOf(cells, value);
    if (code === undefined) isWhole = false;
    if (code !== value) isMarked = 1;
    cells[at * width + cell] = code ?? (codeOf(cells, null) as number);
  }
  batch.marked[at] = isMarked;
  batch.lines[at] = row.line;
  batch.periods[at] = period;
  batch.profiles[at] = profileOfRow(people, row);
  batch.count = at + 1;
  return isWhole;
}

/** The number of a thing in a list that it is put into where it is new; the last ones are asked for again. */
export function numberOf<T>(list: T[], thing: T): number {
  const known = list.lastIndexOf(thing);
  return known >= 0 ? known : list.push(thing) - 1;
}

/** By row the number of the profile. */
export const profilesOf = (ledger: Ledger): Int32Array => (ledger.like ?? ledger).profile;

/** Whom a row is about. */
export function whoAt(ledger: Ledger, at: number): Shown {
  const { people, shown } = ledger;
  const profile = profilesOf(ledger)[at] as number;
  if (shown.profile !== profile) {
    shown.profile = profile;
    shown.key = keyAt(people, profile);
    shown.columns = columnsOf(people, profile);
  }
  return shown;
}

/** Lets go of the cells of rows that are not marked, as far as they stand together. */
export const forgetPlainCells = ({ cells, marked }: Ledger): void => forgetCells(cells, marked);

export function rowAt(ledger: Ledger, at: number): Row {
  const known = ledger.apart.get(at);
  if (known) return known;
  const { period, lines } = ledger;
  const { key, columns } = whoAt(ledger, at);
  const { sheet, line } = lineOf(lines, at);
  return { period, key, columns, cells: cellsAt(ledger.cells, at), sheet, line };
}

function cellsAt(blocks: CellBlocks, at: number): Cell[] {
  const { width } = blocks;
  const place = new Int32Array(1);
  const codes = findCells(blocks, Int32Array.of(at), place, roomForRows(blocks, 1));
  const cells = new Array<Cell>(width);
  const from = place[0] as number;
  for (let cell = 0; cell < width; cell++) cells[cell] = cellOf(codes, codes[from + cell] as number);
  return cells;
}
