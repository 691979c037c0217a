import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { DecimalMark, Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { openSheets } from "../1-records/open-records.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { findHeader, headerLikeness, headerRows } from "../2-header/find-header.ts";
import { bindHeader } from "../2-header/header.ts";
import type { WideRecords } from "../2-header/long-form.ts";
import { inWideForm } from "../2-header/long-form.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import { targetsOf } from "../2-header/targets.ts";
import type { SheetNotes } from "./notes.ts";
import type { RejectedCell } from "./rejected-cell.ts";
import { rejectedCell } from "./rejected-cell.ts";
import { createTitleRows } from "./title-rows.ts";

/** The rows of all sheets that an error is about, as one sheet. */
export interface RejectedRows {
  readonly columns: readonly RejectedColumn[];
  readonly rows: readonly RejectedRow[];
  /** The decimal mark of the sheets that these rows are of, where they have one and agree. */
  readonly mark: DecimalMark | undefined;
  /** Errors that are about no row of a sheet: of its header, of a table or of decisions. */
  readonly others: readonly Diagnostic[];
}

export interface RejectedColumn {
  /** As the first sheet that has it calls it. */
  readonly name: string;
  /** What of the rubric it is; nothing where the rubric does not use it. */
  readonly targets: readonly Target[];
  /** The decimal mark that it has in all sheets. */
  readonly mark: DecimalMark | undefined;
}

export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  /** By index of the column. */
  readonly cells: ReadonlyMap<number, RejectedCell>;
  /** Cells without a column: those of a row that is longer than the header. */
  readonly beyond: readonly string[];
  /** Indexes of the columns in which something is wrong. */
  readonly wrong: ReadonlySet<number>;
  readonly errors: readonly Diagnostic[];
}

/** Reads sheets once more for the rows that `found` has errors of. `notes`: what was assumed of them the first time. */
export async function rejectedRows(
  plan: Plan,
  inputs: readonly FileInput[],
  notes: readonly SheetNotes[],
  found: readonly Diagnostic[],
): Promise<RejectedRows> {
  const targets = targetsOf(plan);
  const errors = found.filter(({ severity }) => severity === "error");
  const given = new Set<Diagnostic>();
  const columns = createColumns();
  const rows: RejectedRow[] = [];
  const marks = new Set<DecimalMark>();
  const marksOf = new Map<number, Set<DecimalMark>>();
  for (const input of inputs) {
    const files = new Set(errors.flatMap((each) => placesOf(each).map(({ file }) => file)));
    if (![...files].some((file) => file === input.name || file.startsWith(`${input.name}#`))) continue;
    const silent = createDiagnostics(0);
    for (const opened of await openSheets(input, (head) => headerLikeness(head, targets))) {
      const records = inWideForm(plan, targets, opened, silent);
      const note = notes.find(({ file }) => file === records.name);
      const ofFile = errors.filter((each) => placesOf(each).some(({ file }) => file === records.name));
      try {
        if (note && ofFile.length > 0) await takeRows(records, note, ofFile);
      } finally {
        await records.close();
      }
    }
  }
  if (rows.length > 0) columns.addConditional(targets);
  return {
    columns: columns.list.map((column, at) => ({ ...column, mark: theOnly(marksOf.get(at)) })),
    rows,
    mark: theOnly(marks),
    others: errors.filter((each) => !given.has(each)),
  };

  async function takeRows(records: WideRecords, note: SheetNotes, ofFile: readonly Diagnostic[]): Promise<void> {
    const header = findHeader(records.head(headerRows), targets);
    const bound = header && bindHeader(plan, targets, header, records, 0, createDiagnostics(0));
    if (!header || !bound) return;
    const byLine = errorsByLine(ofFile, records.name);
    const titles = createTitleRows(plan, bound);
    for (const mark of note.decimalMarks) marks.add(mark);
    const own = note.columns.map(({ name, taken }) => (name === "" ? -1 : columns.add(name, taken)));
    for (const [at, column] of own.entries()) {
      const mark = note.columns[at]?.mark;
      if (mark) marksOf.set(column, (marksOf.get(column) ?? new Set()).add(mark));
    }
    const periodTarget = targets.all.filter(({ kind }) => kind === "period");
    const period = note.period && columns.add(periodTarget.map(nameOf).join(), periodTarget);
    let index = -1;
    for await (const batch of records.rows()) {
      for (const record of batch) {
        index++;
        if (index <= header.last) continue;
        titles?.take(record);
        const wrong = wrongIn(record, bound.names.length, records, byLine);
        if (!wrong) continue;
        for (const each of wrong.errors) given.add(each);
        const cells = new Map<number, RejectedCell>();
        for (const [at, column] of own.entries()) {
          const isWrong = wrong.ordinals.has(at + 1);
          const taken = columns.list[column]?.targets ?? [];
          if (column >= 0) cells.set(column, rejectedCell(record, at, taken, note.columns[at]?.mark, isWrong, plan));
        }
        for (const [at, value] of titles?.values ?? []) {
          const target = targets.all.find(({ kind, index }) => kind === "column" && index === at);
          if (target) cells.set(columns.add(nameOf(target), [target]), { kind: "text", text: value });
        }
        if (note.period && period !== undefined) cells.set(period, { kind: "text", text: note.period.name });
        rows.push({
          file: records.name,
          line: records.place(record.line).line,
          cells,
          beyond: beyondIn(record, bound.names),
          wrong: new Set([...wrong.ordinals].flatMap((ordinal) => own[ordinal - 1] ?? []).filter((at) => at >= 0)),
          errors: wrong.errors,
        });
      }
    }
  }
}

const theOnly = ([mark, ...others]: Iterable<DecimalMark> = []): DecimalMark | undefined =>
  others.length === 0 ? mark : undefined;

const nameOf = ({ names: [id = "", header = id] }: Target): string => header;

const placesOf = ({ place, related }: Diagnostic) => [...(place ? [place] : []), ...related.map((each) => each.place)];

type ErrorsByLine = ReadonlyMap<number, readonly { readonly error: Diagnostic; readonly column: number }[]>;

function errorsByLine(errors: readonly Diagnostic[], name: string): ErrorsByLine {
  const lines = new Map<number, { error: Diagnostic; column: number }[]>();
  for (const error of errors) {
    for (const { file, line, column } of placesOf(error)) {
      if (file === name) lines.set(line, [...(lines.get(line) ?? []), { error, column }]);
    }
  }
  return lines;
}

/** The errors of a row and the ordinals of its columns that they name: one with the items of several lines has errors in all of them. */
function wrongIn(
  { line }: SheetRecord,
  width: number,
  { place, long, linesOf }: WideRecords,
  byLine: ErrorsByLine,
): { readonly ordinals: ReadonlySet<number>; readonly errors: readonly Diagnostic[] } | undefined {
  const own = linesOf?.(line) ?? [line];
  const found = own.flatMap((each) => byLine.get(each) ?? []);
  if (found.length === 0) return undefined;
  const errors = [...new Set(found.map(({ error }) => error))];
  if (!long) return { errors, ordinals: new Set(found.map(({ column }) => column)) };
  const places = Array.from({ length: width }, (_, at) => place(line, at + 1));
  const isNamed = (at: number): boolean =>
    (byLine.get(places[at]?.line ?? 0) ?? []).some(({ column }) => column === places[at]?.column);
  return { errors, ordinals: new Set(places.flatMap((_, at) => (isNamed(at) ? [at + 1] : []))) };
}

const beyondIn = ({ cells }: SheetRecord, names: readonly string[]): readonly string[] => {
  const texts = cells.slice(names.length).map(cellText);
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
};

/** The columns of all sheets: what means the same, or has the same name, is one. */
function createColumns() {
  const list: Omit<RejectedColumn, "mark">[] = [];
  const indexes = new Map<string, number>();
  const add = (name: string, targets: readonly Target[]): number => {
    const key = targets.length > 0 ? targets.map(({ kind, index }) => `${kind} ${index}`).join() : `name ${name}`;
    const index = indexes.get(key) ?? list.push({ name, targets }) - 1;
    indexes.set(key, index);
    return index;
  };
  return {
    list: list as readonly Omit<RejectedColumn, "mark">[],
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
