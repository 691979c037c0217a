import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { PlainRows } from "../1-records/csv/bulk/plain-rows.ts";
import { openSheets } from "../1-records/open-records.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { reportProblem } from "../1-records/refusals.ts";
import type { FoundHeader } from "../2-header/find-header.ts";
import {
  findHeader,
  hasScores,
  headerLikeness,
  headerRows,
  reportNoHeader,
  titlesIn,
} from "../2-header/find-header.ts";
import { bindHeader } from "../2-header/header.ts";
import { reportJoined } from "../2-header/joined-name.ts";
import { inWideForm, reportRival } from "../2-header/long-form.ts";
import type { Title } from "../2-header/mentions.ts";
import { findMentions } from "../2-header/mentions.ts";
import { isOneShort } from "../2-header/row-names.ts";
import type { Targets } from "../2-header/targets.ts";
import { targetsOf } from "../2-header/targets.ts";
import { createLostLetters } from "../3-cells/lost-letters.ts";
import { kindsOf } from "../3-cells/row-period.ts";
import { beginReading } from "../3-cells/sheet-reading.ts";
import { kindOfRows, reportMisplaced, sheetFile } from "../misplaced.ts";
import { copiesIn } from "./copies.ts";
import type { CorrectedRecords } from "./corrected-records.ts";
import { withCorrections } from "./corrected-records.ts";
import { filePeriod, isTabOfPeriod, statedPeriod } from "./file-period.ts";
import type { SheetNotes } from "./notes.ts";
import type { ReadNotes } from "./read-notes.ts";
import { columnNotes, corrected, marked, notRead } from "./read-notes.ts";
import type { RowOptions, RowReader, SaidOfPeriod } from "./row-reader.ts";
import { createRowReader } from "./row-reader.ts";
import type { BrokenRow, RowTaker, SheetInput, SheetOptions } from "./sheet-input.ts";
import { createSurroundings } from "./surroundings.ts";
import { isUnfilled } from "./unfilled-tabs.ts";

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
  const told = new Set<string>();
  const lost = createLostLetters(diagnostics);
  const copies = copiesIn(diagnostics);
  for (const [at, input] of inputs.entries()) {
    const opened = await openSheets(input, (rows) => headerLikeness(rows, targets));
    const sheets = opened.map((records) => {
      const wide = inWideForm(plan, targets, records, diagnostics);
      return withCorrections(plan, targets, wide, options.corrections, diagnostics);
    });
    const scored = sheets.filter((sheet) => hasScores(sheet.head(headerRows), targets));
    const filled = scored.length > 1 ? scored.filter((sheet) => !isUnfilled(sheet, targets, plan.name)) : scored;
    // Where none is a score sheet with somebody in it, each says why.
    const read = [filled, scored, sheets].find((some) => some.length > 0) ?? [];
    const isSingle = inputs.length === 1 && (read.length === 1 || !read.some(({ name }) => isTabOfPeriod(name, plan)));
    const taker = { onRow, onBroken, batches: options.batches };
    const isCopy = copies(input);
    const job: Job = { plan, targets, options: { ...options, isSingle, told, lost }, diagnostics, taker, isCopy };
    for (const records of sheets) {
      const { name } = records;
      const recorded = input.recorded === undefined ? {} : { recorded: input.recorded + name.slice(input.name.length) };
      const named = { ...input, name, ...recorded };
      const note = read.includes(records)
        ? await readSheet(job, named, records)
        : { ...notRead(name), leftOut: scored.includes(records) ? ("unfilled" as const) : ("no scores" as const) };
      notes.push({ ...note, ...recorded, input: at });
    }
  }
  lost.finish();
  options.corrections?.finish();
  return notes;
}

/** What all sheets of a file are read for, and how. */
interface Job {
  readonly plan: Plan;
  readonly targets: Targets;
  readonly options: SheetOptions & RowOptions & { readonly isSingle: boolean; readonly told: Set<string> };
  readonly diagnostics: Diagnostics;
  readonly taker: RowTaker;
  readonly isCopy: ReturnType<ReturnType<typeof copiesIn>>;
}

async function readSheet(job: Job, input: SheetInput, records: CorrectedRecords): Promise<ReadNotes> {
  const { targets, diagnostics } = job;
  try {
    const first = records.head(headerRows);
    const header = findHeader(first, targets);
    const other = kindOfRows(first);
    if (!header || (other && !header.certain)) {
      if (records.problem) reportProblem(records, diagnostics);
      else if (other) reportMisplaced(input.name, other, sheetFile.found, diagnostics);
      else reportNoHeader(targets, records, diagnostics);
      return notRead(input.name);
    }
    if (other) diagnostics.report("D150", { found: other.found, how: other.how(input.name) }, records.place(1));
    const sheet = createSheet(job, input, records, header);
    for await (const batch of records.rows(sheet.plain)) if (!batch.every(sheet.take)) break;
    reportProblem(records, diagnostics);
    return sheet.finish(records.problem === undefined);
  } finally {
    await records.close();
  }
}

/** The rows of a sheet in turn: title lines, the header, then people. `take` tells whether to go on. */
function createSheet(
  { plan, targets, options, diagnostics, taker, isCopy }: Job,
  input: SheetInput,
  records: CorrectedRecords,
  header: FoundHeader,
): {
  take(record: SheetRecord): boolean;
  /** Absent where every row is to be taken by `take`. */
  readonly plain: (() => PlainRows | undefined) | undefined;
  finish(isWhole: boolean): ReadNotes;
} {
  const file = input.name;
  const columns = columnNotes(header, targets, records);
  const titleTexts = titlesIn(records.head(header.first), header);
  const titles: Title[] = [];
  let [row, headerLine, isCut] = [-1, 0, false];
  let period: SheetNotes["period"];
  let blankPeriod: string | undefined;
  let absent: SheetNotes["absent"] = [];
  let reader: RowReader | undefined;

  function begin(): RowReader | undefined {
    const found = bindHeader(plan, targets, { ...header, line: headerLine }, records, diagnostics, options.told);
    if (!found) return undefined;
    reportJoined(records, (column) => records.place(headerLine, column), diagnostics);
    if (isOneShort(records, header)) {
      diagnostics.report("D138", { expected: header.names.length }, records.place(headerLine));
      return undefined;
    }
    if (reportRival(records, headerLine, diagnostics)) return undefined;
    const recorded = input.recorded !== undefined && { recorded: input.recorded };
    const bound = { ...found, layout: { ...found.layout, ...recorded } };
    ({ absent } = bound);
    const readRows = (said: SaidOfPeriod): RowReader =>
      createRowReader(beginReading(plan, bound, diagnostics), said, taker, options);
    if (bound.period > 0 && isCopy(records)) return undefined;
    if (bound.period > 0) {
      const stated = statedPeriod(plan, input, diagnostics);
      if (stated && stated !== "none") blankPeriod = stated.name;
      records.surround?.(createSurroundings(plan, bound, blankPeriod));
      if (stated !== "none") return stated && readRows({ period: stated });
      return readRows({ mentions: findMentions(file, titles, kindsOf(plan), plan.year).periods });
    }
    const unused = bound.unused.map((ordinal) => bound.names[ordinal - 1] ?? "");
    const told = filePeriod(plan, input, { titles, rows: bound.rows, unused }, options, diagnostics);
    if (!told) return undefined;
    const { period: covered, ...said } = told;
    if (isCopy(records, covered.name)) return undefined;
    period = { name: covered.name, ...said };
    records.surround?.(createSurroundings(plan, bound, covered.name));
    return readRows({ period: covered });
  }

  return {
    plain: taker.batches && (() => reader?.plain),
    take(record) {
      row++;
      if (record.cells.length > mostColumns) {
        const found = record.cells.length;
        diagnostics.report("D111", { found, limit: mostColumns }, records.place(record.line));
        isCut = true;
        return false;
      }
      const title = titleTexts.get(row);
      if (title !== undefined) titles.push({ line: record.line, text: title });
      if (row === header.first) headerLine = record.line;
      if (row < header.last) return true;
      if (row === header.last) reader = begin();
      else reader?.take(records.withFirstScores?.(record) ?? record);
      return reader !== undefined;
    },
    finish(isWhole) {
      const finished = reader?.finish(isWhole && !isCut);
      if (!finished) return { ...notRead(file), titles, columns };
      const { markOf, ...tally } = finished;
      const { delimiter, encoding, tab } = records;
      return {
        file,
        ...(delimiter && { delimiter }),
        ...(encoding !== undefined && encoding !== "utf-8" && { encoding }),
        ...(tab && { hidden: tab.hidden }),
        headerLine,
        columns: columns.map((column, at) => ({ ...column, ...marked(markOf(at + 1)) })),
        titles,
        absent,
        ...(records.long && { long: records.long }),
        ...(period && { period }),
        ...(blankPeriod !== undefined && { blankPeriod }),
        ...corrected(records),
        ...tally,
      };
    },
  };
}
