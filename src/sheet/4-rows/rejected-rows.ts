import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { cellText, isNumberAt } from "../1-records/cell-text.ts";
import { filledDown } from "../1-records/merged.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { openSheets } from "../1-records/open-records.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { findHeader, headerLikeness, headerRows } from "../2-header/find-header.ts";
import { bindHeader } from "../2-header/header.ts";
import type { WideRecords } from "../2-header/long-form.ts";
import { inWideForm } from "../2-header/long-form.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import { targetsOf } from "../2-header/targets.ts";
import type { CorrectedRecords } from "./corrected-records.ts";
import { withCorrections } from "./corrected-records.ts";
import type { Corrections } from "./corrections.ts";
import { givenBack, isText, rowMark } from "./given-back.ts";
import type { SheetNotes } from "./notes.ts";
import { createSurroundings } from "./surroundings.ts";

/** The rows of all sheets that an error is about, as one sheet. */
export interface RejectedRows {
  readonly columns: readonly RejectedColumn[];
  readonly rows: readonly RejectedRow[];
  /** Errors that are about no row of a sheet: of its header, of a table or of decisions. */
  readonly others: readonly Diagnostic[];
}

export interface RejectedColumn {
  /** As the first sheet that has it calls it. */
  readonly name: string;
  /** What of the rubric it is; nothing where the rubric does not use it. */
  readonly targets: readonly Target[];
}

export interface RejectedRow {
  /** Where it was taken from: its place in the sheet, also where it came back mended and is wrong again. */
  readonly file: string;
  readonly line: number;
  /** Tells the row when it comes back. */
  readonly mark: string;
  /** By index of the column, as they stand in the sheet: there they go back to. */
  readonly cells: ReadonlyMap<number, RejectedCell>;
  /** Cells without a column: those of a row that is longer than the header. */
  readonly beyond: readonly string[];
  /** Indexes of the columns in which something is wrong. */
  readonly wrong: ReadonlySet<number>;
  readonly errors: readonly Diagnostic[];
}

export interface RejectedCell {
  readonly text: string;
  /** It is a number of a workbook, and none whose zeros matter. */
  readonly isNumber: boolean;
}

/** Reads sheets once more for the rows that `found` has errors of. `notes`: what was assumed of them the first time. */
export async function rejectedRows(
  plan: Plan,
  inputs: readonly FileInput[],
  { notes, corrections }: { readonly notes: readonly SheetNotes[]; readonly corrections: Corrections },
  found: readonly Diagnostic[],
): Promise<RejectedRows> {
  const targets = targetsOf(plan);
  const errors = found.filter(({ severity }) => severity === "error");
  const byLine = errorsByLine(errors);
  const given = new Set<Diagnostic>();
  const columns = createColumns();
  const rows: RejectedRow[] = [];
  for (const [at, input] of inputs.entries()) {
    const notesOf = notes.filter((each) => each.input === at);
    const isSound = notesOf.every(({ file, corrected }) => !corrected && !byLine.files.has(file));
    if (isSound) continue;
    const silent = createDiagnostics(0);
    for (const opened of await openSheets(input, (head) => headerLikeness(head, targets))) {
      const wide = inWideForm(plan, targets, opened, silent);
      const records = withCorrections(plan, targets, wide, corrections, silent);
      const note = notesOf.find(({ file }) => file === records.name);
      try {
        if (note) await takeRows(records, note);
      } finally {
        await records.close();
      }
    }
  }
  if (rows.length > 0) columns.addConditional(targets);
  return { columns: columns.list, rows, others: errors.filter((each) => !given.has(each)) };

  async function takeRows(records: CorrectedRecords, note: SheetNotes): Promise<void> {
    const header = findHeader(records.head(headerRows), targets);
    const bound = header && bindHeader(plan, targets, { ...header, line: 0 }, records, createDiagnostics(0));
    if (!header || !bound) return;
    const surroundings = () => createSurroundings(plan, bound, note.period?.name ?? note.blankPeriod);
    records.surround?.(surroundings());
    const around = surroundings();
    const own = note.columns.map(({ name, taken }) => (name === "" ? -1 : columns.add(name, taken)));
    let [index, headLine] = [-1, 0];
    for await (const batch of records.rows()) {
      for (const raw of batch) {
        index++;
        if (index <= header.last) headLine = raw.line;
        if (index <= header.last) continue;
        const record = filledDown(raw, headLine);
        const said = around.now(record);
        around.take(raw);
        const wrong = wrongIn(raw, bound.names.length, records, byLine);
        if (!wrong) continue;
        for (const each of wrong.errors) given.add(each);
        const cells = new Map<number, RejectedCell>();
        for (const [at, column] of own.entries()) {
          const taken = columns.list[column]?.targets ?? [];
          const isNumber = isNumberAt(record, at + 1) && !isText(taken, plan);
          if (column >= 0) cells.set(column, { text: givenBack(record, at + 1, taken, plan), isNumber });
        }
        const beside = new Map<string, string>();
        for (const [target, text] of said) {
          const column = columns.add(nameOf(target), [target]);
          cells.set(column, { text, isNumber: false });
          beside.set(columns.list[column]?.name ?? "", text);
        }
        rows.push({
          file: records.name,
          line: record.line,
          mark: records.replaced?.get(record.line)?.mark ?? rowMark(record, beside),
          cells,
          beyond: beyondIn(record, bound.names),
          wrong: new Set([...wrong.ordinals].flatMap((ordinal) => own[ordinal - 1] ?? []).filter((at) => at >= 0)),
          errors: wrong.errors,
        });
      }
    }
  }
}

const nameOf = ({ names: [id = "", header = id] }: Target): string => header;

const placesOf = ({ place, related }: Diagnostic) => [...(place ? [place] : []), ...related.map((each) => each.place)];

/** Errors by the file and the line that they name. */
interface ErrorsByLine {
  readonly files: ReadonlySet<string>;
  at(file: string, line: number): readonly PlacedError[];
}

interface PlacedError {
  readonly error: Diagnostic;
  readonly column: number;
}

function errorsByLine(errors: readonly Diagnostic[]): ErrorsByLine {
  const files = new Map<string, Map<number, PlacedError[]>>();
  for (const error of errors) {
    for (const { file, line, column } of placesOf(error)) {
      const lines = files.get(file) ?? new Map<number, PlacedError[]>();
      files.set(file, lines);
      lines.set(line, [...(lines.get(line) ?? []), { error, column }]);
    }
  }
  return { files: new Set(files.keys()), at: (file, line) => files.get(file)?.get(line) ?? [] };
}

/**
 * The errors of a row and the ordinals of its columns that they name: one with the items of several lines has errors in all of them,
 * one that came back mended in the sheet that it came from too.
 */
function wrongIn(
  { line }: SheetRecord,
  width: number,
  { name, place, linesOf }: WideRecords,
  byLine: ErrorsByLine,
): { readonly ordinals: ReadonlySet<number>; readonly errors: readonly Diagnostic[] } | undefined {
  const own = place(line);
  const further = own.file === name ? [] : byLine.at(own.file, own.line);
  const found = [...(linesOf?.(line) ?? [line]).flatMap((each) => byLine.at(name, each)), ...further];
  if (found.length === 0) return undefined;
  const errors = [...new Set(found.map(({ error }) => error))];
  const places = Array.from({ length: width }, (_, at) => place(line, at + 1));
  const isNamed = (at: number): boolean => {
    const cell = places[at];
    return cell !== undefined && byLine.at(cell.file, cell.line).some(({ column }) => column === cell.column);
  };
  return { errors, ordinals: new Set(places.flatMap((_, at) => (isNamed(at) ? [at + 1] : []))) };
}

const beyondIn = ({ cells }: SheetRecord, names: readonly string[]): readonly string[] => {
  const texts = cells.slice(names.length).map(cellText);
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
};

/** The columns of all sheets: what means the same, or has the same name, is one. */
function createColumns() {
  const list: RejectedColumn[] = [];
  const indexes = new Map<string, number>();
  const add = (name: string, targets: readonly Target[]): number => {
    const key = targets.length > 0 ? targets.map(({ kind, index }) => `${kind} ${index}`).join() : `name ${name}`;
    const index = indexes.get(key) ?? list.push({ name, targets }) - 1;
    indexes.set(key, index);
    return index;
  };
  return {
    list: list as readonly RejectedColumn[],
    add,
    /** Somebody may need a column that no sheet had, because it applies to few. */
    addConditional({ all }: Targets): void {
      const taken = new Set(list.flatMap(({ targets }) => targets));
      for (const target of all) {
        if (target.kind === "cell" && !target.required && !taken.has(target)) add(nameOf(target), [target]);
      }
    },
  };
}
