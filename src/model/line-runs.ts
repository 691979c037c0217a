import { grown } from "../text/texts.ts";

/**
 * On which lines of which sheet things stand that are numbered as they come, in runs of one sheet with as many lines from each to
 * the next: most sheets are few runs.
 */
export interface LineRuns<Sheet> {
  /** Runs. */
  count: number;
  /** By run the number of its first thing, the line of that, and the lines to the next one. */
  firsts: Int32Array;
  lines: Int32Array;
  steps: Int32Array;
  readonly sheets: Sheet[];
  /** The line of the next thing of the last run; {@link unknown} where one does not tell yet. */
  next: number;
}

const unknown = -1;
const fewest = 4;

export const createLineRuns = <Sheet>(): LineRuns<Sheet> => ({
  count: 0,
  firsts: new Int32Array(fewest),
  lines: new Int32Array(fewest),
  steps: new Int32Array(fewest),
  sheets: [],
  next: unknown,
});

/** Enters where a thing stands; its number is higher than that of the last by one. */
export function enterLine<Sheet>(runs: LineRuns<Sheet>, number: number, sheet: Sheet, line: number): void {
  const run = runs.count - 1;
  const isSame = run >= 0 && runs.sheets[run] === sheet;
  if (isSame && line === runs.next) {
    runs.next += runs.steps[run] as number;
  } else if (isSame && runs.next === unknown) {
    runs.steps[run] = line - (runs.lines[run] as number);
    runs.next = line + (runs.steps[run] as number);
  } else startRun(runs, number, sheet, line);
}

function startRun<Sheet>(runs: LineRuns<Sheet>, number: number, sheet: Sheet, line: number): void {
  const run = runs.count++;
  if (run === runs.firsts.length) {
    runs.firsts = grown(runs.firsts, run * 2);
    runs.lines = grown(runs.lines, run * 2);
    runs.steps = grown(runs.steps, run * 2);
  }
  runs.firsts[run] = number;
  runs.lines[run] = line;
  runs.sheets.push(sheet);
  runs.next = unknown;
}

export function lineOf<Sheet>(runs: LineRuns<Sheet>, number: number): { readonly sheet: Sheet; readonly line: number } {
  const { firsts, lines, steps, sheets } = runs;
  let [run, behind] = [0, runs.count];
  while (behind - run > 1) {
    const middle = (run + behind) >> 1;
    if ((firsts[middle] as number) <= number) run = middle;
    else behind = middle;
  }
  const line = (lines[run] as number) + (number - (firsts[run] as number)) * (steps[run] as number);
  return { sheet: sheets[run] as Sheet, line };
}
