import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import { openBytes } from "../1-records/bytes.ts";
import { readRecords } from "../1-records/records.ts";
import { isReadable, reportNoHeader, reportProblem } from "../1-records/refusals.ts";
import { filePeriod, statedPeriod } from "../2-header/file-period.ts";
import { bindHeader } from "../2-header/header.ts";
import type { Title } from "../2-header/mentions.ts";
import { findMentions } from "../2-header/mentions.ts";
import type { Opening } from "../2-header/opening.ts";
import { findOpening } from "../2-header/opening.ts";
import { kindsOf } from "../2-header/row-period.ts";
import type { Targets } from "../2-header/targets.ts";
import { targetsOf } from "../2-header/targets.ts";
import type { SheetNotes } from "./notes.ts";
import type { RowReader } from "./row-reader.ts";
import { createRowReader } from "./row-reader.ts";
import type { BrokenRow, RowTaker, SheetInput, SheetOptions } from "./sheet-input.ts";

/** No spreadsheet program has so many columns in use. */
const mostColumns = 10_000;

/**
 * Reads all sheets, one after the other, and gives each sound row to `onRow` as soon as it is read. Every mistake of
 * every file is reported; a row with a mistake of its own goes to `onBroken` instead (but for one of which nobody knows
 * whose it is, which is only reported). After an error D1xx the rows of that file cannot be trusted. Gives what was
 * assumed of each file.
 */
export async function readSheets(
  plan: Plan,
  inputs: readonly SheetInput[],
  options: SheetOptions,
  diagnostics: Diagnostics,
  onRow: (row: Row) => void,
  onBroken: (row: BrokenRow) => void = () => undefined,
): Promise<SheetNotes[]> {
  const targets = targetsOf(plan);
  const notes: SheetNotes[] = [];
  for (const input of inputs) {
    const sheetOptions = { ...options, isSingle: inputs.length === 1 };
    notes.push(await readSheet(plan, targets, input, sheetOptions, diagnostics, { onRow, onBroken }));
  }
  return notes;
}

type SingleOptions = SheetOptions & { readonly isSingle: boolean };

async function readSheet(
  plan: Plan,
  targets: Targets,
  input: SheetInput,
  options: SingleOptions,
  diagnostics: Diagnostics,
  taker: RowTaker,
): Promise<SheetNotes> {
  const bytes = await openBytes(input.open());
  try {
    if (!isReadable(bytes.head, input.name, diagnostics)) return notRead(input.name);
    const opening = findOpening(bytes.head, targets);
    if (!opening.header) {
      reportNoHeader(targets, input.name, diagnostics);
      return notRead(input.name);
    }
    const sheet = createSheet(plan, targets, input, opening, options, diagnostics, taker);
    const problem = await readRecords(bytes.all, opening.delimiter, sheet.take);
    if (problem) reportProblem(problem, input.name, diagnostics);
    return sheet.finish(problem === undefined);
  } finally {
    await bytes.close();
  }
}

/** The rows of a sheet in turn: title lines, the header, then people. `take` tells whether to go on. */
function createSheet(
  plan: Plan,
  targets: Targets,
  input: SheetInput,
  opening: Opening,
  options: SingleOptions,
  diagnostics: Diagnostics,
  taker: RowTaker,
): { take(record: { line: number; cells: readonly string[] }): boolean; finish(isWhole: boolean): SheetNotes } {
  const file = input.name;
  const header = opening.header as NonNullable<Opening["header"]>;
  const titleTexts = new Map(opening.titles.map(({ row, text }) => [row, text]));
  const titles: Title[] = [];
  let row = -1;
  let headerLine = 0;
  let isCut = false;
  let period: SheetNotes["period"];
  let reader: RowReader | undefined;

  function begin(): RowReader | undefined {
    const bound = bindHeader(plan, targets, header.names, file, headerLine, diagnostics);
    if (!bound) return undefined;
    if (bound.period > 0) {
      const stated = statedPeriod(plan, input, diagnostics);
      if (stated !== "none") return stated && createRowReader(plan, bound, stated, diagnostics, taker);
      const { periods } = findMentions(file, titles, kindsOf(plan));
      return createRowReader(plan, bound, undefined, diagnostics, taker, periods);
    }
    const found = filePeriod(plan, input, { titles, rows: bound.rows }, options, diagnostics);
    if (!found) return undefined;
    const { period: covered, ...said } = found;
    period = { name: covered.name, ...said };
    return createRowReader(plan, bound, covered, diagnostics, taker);
  }

  return {
    take(record) {
      row++;
      if (record.cells.length > mostColumns) {
        const found = record.cells.length;
        diagnostics.report("D111", { found, limit: mostColumns }, cellPlace(file, record.line));
        isCut = true;
        return false;
      }
      const title = titleTexts.get(row);
      if (title !== undefined) titles.push({ line: record.line, text: title });
      if (row === header.first) headerLine = record.line;
      if (row < header.last) return true;
      if (row === header.last) reader = begin();
      else reader?.take(record);
      return reader !== undefined;
    },
    finish(isWhole) {
      const tally = reader?.finish(isWhole && !isCut);
      if (!tally) return { ...notRead(file), titles };
      return { file, delimiter: opening.delimiter, headerLine, titles, ...(period && { period }), ...tally };
    },
  };
}

const notRead = (file: string): SheetNotes => ({ file, rows: 0, broken: 0, titles: [], skipped: [], skippedCount: 0 });
