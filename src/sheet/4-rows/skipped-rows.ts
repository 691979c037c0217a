import { createStretches } from "../../text/stretches.ts";
import type { SkippedLines, SkippedRow } from "./notes.ts";
import { listedRows } from "./notes.ts";

/** The rows that were left out, in the order of the sheet. */
export interface SkippedRows {
  add(line: number, why: SkippedRow["why"], text: string): void;
  /** A row that is left out unless somebody follows, of whom `isOne` may yet decide: then `complain`. */
  addUnlessBetween(line: number, text: string, complain: () => void, isOne?: () => boolean): void;
  /** Somebody follows: tells how many rows were complained of. */
  somebody(): number;
  /** Are there rows of which somebody who follows decides? */
  readonly isWaiting: boolean;
  readonly list: readonly SkippedRow[];
  readonly count: number;
  /** Of every row. */
  readonly lines: SkippedLines;
}

interface Waiting {
  readonly row: SkippedRow;
  readonly complain?: () => void;
  readonly isOne?: () => boolean;
}

export function createSkippedRows(): SkippedRows {
  const list: SkippedRow[] = [];
  const lines = new Map<SkippedRow["why"], ReturnType<typeof createStretches>>();
  let count = 0;
  /** Rows since one of which nobody knows yet. */
  let waiting: Waiting[] = [];

  function enter(row: SkippedRow): void {
    count++;
    if (list.length < listedRows) list.push(row);
    const stretches = lines.get(row.why) ?? createStretches();
    lines.set(row.why, stretches);
    stretches.add(row.line);
  }
  function settle(isBetween: boolean): number {
    const complained = isBetween ? waiting.filter(({ complain, isOne }) => complain && (isOne?.() ?? true)) : [];
    for (const { complain } of complained) complain?.();
    for (const each of waiting) if (!complained.includes(each)) enter(each.row);
    waiting = [];
    return complained.length;
  }

  return {
    add(line, why, text) {
      const row: SkippedRow = { line, why, text: text.slice(0, 200) };
      if (waiting.length > 0) waiting.push({ row });
      else enter(row);
    },
    addUnlessBetween(line, text, complain, isOne) {
      const why = isOne ? "title" : "no key";
      waiting.push({ row: { line, why, text: text.slice(0, 200) }, complain, ...(isOne && { isOne }) });
    },
    somebody: () => (waiting.length === 0 ? 0 : settle(true)),
    get isWaiting() {
      return waiting.length > 0;
    },
    get list() {
      settle(false);
      return list;
    },
    get count() {
      settle(false);
      return count;
    },
    get lines() {
      settle(false);
      return new Map([...lines].map(([why, { list }]) => [why, list]));
    },
  };
}
