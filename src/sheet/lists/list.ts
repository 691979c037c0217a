import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import { stretchesText } from "../../text/stretches.ts";
import { isNumberAt, keyText, textAt } from "../1-records/cell-text.ts";
import { filledDown } from "../1-records/merged.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { openSheets } from "../1-records/open-records.ts";
import type { SheetRecord, TextRows } from "../1-records/records.ts";
import { reportProblem } from "../1-records/refusals.ts";
import { findHeader, headerLikeness, headerRows } from "../2-header/find-header.ts";
import type { JoinedRecords } from "../2-header/joined-name.ts";
import { reportJoined, withJoinedName } from "../2-header/joined-name.ts";
import { isOneShort } from "../2-header/row-names.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { damageIn } from "../3-cells/damage.ts";
import type { DecimalMarks } from "../3-cells/decimal-mark.ts";
import { expectedText } from "../3-cells/expected.ts";
import { createNamelessColumns } from "../3-cells/nameless-columns.ts";
import { createPartedNumbers } from "../3-cells/parted-numbers.ts";
import { askedOf } from "../column-numbers.ts";
import type { FileKind } from "../misplaced.ts";
import { kindOfRows, reportMisplaced, resultsFile, sheetFile } from "../misplaced.ts";
import { dittoMark } from "../vocabulary.ts";
import { bindList, reportTyped, targetsFor } from "./list-header.ts";
import type { ListColumn, ListRow } from "./list-row.ts";
import { createOtherRows } from "./other-rows.ts";

export interface ListTaker {
  /** Those of its numbers, to be told of when all is read. */
  readonly marks?: DecimalMarks;
  /** What the file should be, where another kind can be mistaken for it. */
  readonly expected?: Bilingual;
  /** Is it a kind of file that is never this list, even where it has the columns that are required? */
  isOther?(kind: FileKind): boolean;
  /** Is it a score sheet, where none is expected? */
  isSheet?(rows: TextRows): boolean;
  /** Names must be exactly these, as in files that this program wrote. */
  readonly exact?: boolean;
  /** The name of the file, with the tab of a workbook, before its rows. */
  onOpen?(file: string): void;
  /** Ordinals (from 1) of the columns of the file, and their names. */
  /** `above`: the rows before the header. */
  onHeader?(ordinals: ReadonlyMap<string, number>, names: readonly string[], above: TextRows): void;
  /** Is a row of it never like one that numbers the columns? What may be both is asked about in other lists. */
  readonly neverCounts?: true;
  /** Is every row somebody? */
  readonly isOfPeople?: true;
  /** Is it a row of its own that says something of those below it? What that is, `told` has by the id of a column. */
  isTitle?(record: SheetRecord): boolean;
  readonly told?: ReadonlyMap<string, string>;
  onRow(row: ListRow): void;
  /** Lines of rows that turned out to be none of the list; after the last row. */
  passedOver?(): readonly number[];
  /** A column that is required and not there; the place of the header. */
  onMissing(id: string, place: Place): void;
}

/** Reads a list row by row, blank rows left out, and tells how many it has. What is wrong with the file itself is reported. */
export async function readList(
  input: FileInput,
  columns: readonly ListColumn[],
  diagnostics: Diagnostics,
  taker: ListTaker,
): Promise<number> {
  const targets = targetsFor(columns);
  const likeness = (rows: TextRows): number => headerLikeness(rows, targets);
  const opened = await openSheets(input, likeness);
  const sheets = taker.isOfPeople ? opened.map((each) => withJoinedName(targets, each)) : opened;
  const records = theList(sheets, likeness, diagnostics);
  if (!records) return 0;
  const { place } = records;
  taker.onOpen?.(records.name);
  const first = records.head(headerRows);
  const other = kindOfRows(first);
  /** Says what is missing, or that it is another file. */
  const refuse = (missing: readonly ListColumn[], at: Place): void => {
    const kind = other ?? (taker.isSheet?.(first) ? sheetFile : undefined);
    if (kind && taker.expected && kind.found !== taker.expected)
      reportMisplaced(records.name, kind, taker.expected, diagnostics);
    else for (const { id } of missing) taker.onMissing(id, at);
  };
  try {
    const header = findHeader(first, targets);
    const bound = header && bindList(targets, header, taker.exact === true, place, diagnostics);
    if (!header || !bound) {
      if (records.problem) reportProblem(records, diagnostics);
      else
        refuse(
          columns.filter(({ required }) => required),
          place(1),
        );
      return 0;
    }
    if (other && taker.isOther?.(other)) {
      refuse([], place(1));
      return 0;
    }
    if (!taker.exact && isOneShort(records, header)) {
      diagnostics.report("D138", { expected: header.names.length }, place(1));
      return 0;
    }
    const { ordinals, lost } = bound;
    const { names } = header;
    taker.onHeader?.(ordinals, names, first.slice(0, header.first));
    const used = new Set(taker.exact ? [] : ordinals.values());
    const numberOrdinal = names.findIndex(isRowNumberName) + 1;
    const nameless = createNamelessColumns(names, used, place, diagnostics);
    const keys = new Set(columns.flatMap(({ id, isKey }) => (isKey ? [id] : [])));
    const parts = new Map(columns.flatMap(({ id, parts: of }) => (of ? [[id, of] as const] : [])));
    const who = taker.isOfPeople ? phrase("somebody") : phrase("a row of the list");
    const ask = (row: ListRow, cells: readonly string[]): void =>
      diagnostics.report("D123", askedOf(cells, who), place(row.line));
    const placed = columns.flatMap((column) => {
      const ordinal = ordinals.get(column.id);
      return ordinal === undefined ? [] : [{ ...column, ordinal }];
    });
    const readable = new Map(placed.flatMap(({ ordinal, reads }) => (reads ? [[ordinal, reads] as const] : [])));
    const words = new Set(placed.flatMap(({ ordinal, isWords }) => (isWords ? [ordinal] : [])));
    const parted = createPartedNumbers(names, records.delimiter, readable, place, diagnostics, words);
    const others = createOtherRows(columns, header.heads, taker, ask);
    let [row, rows, headLine] = [-1, 0, 0];
    /** Tells whether to go on. */
    const take = (raw: SheetRecord): boolean => {
      row++;
      if (row === header.last) headLine = raw.line;
      const record = filledDown(raw, headLine);
      const { line, cells } = record;
      if (row < header.last) return true;
      if (row === header.last) {
        if (taker.isOfPeople) reportTyped(bound.typed, line, place, diagnostics);
        reportJoined(records, (column) => place(line, column), diagnostics);
        const missing = columns.filter(
          ({ id, required, parts }) =>
            required && ![[id], parts].some((ids) => ids?.every((each) => ordinals.has(each) || lost.has(each))),
        );
        if (missing.length > 0) refuse(missing, place(line));
        return missing.length + lost.size === 0;
      }
      if (cells.every((cell) => cell.trim() === "") || taker.isTitle?.(record)) return true;
      const told = new Map(taker.told);
      const text = (id: string): string =>
        told.get(id) ?? (keys.has(id) ? keyText : textAt)(record, ordinals.get(id) ?? 0);
      const listRow: ListRow = {
        line,
        ordinals,
        width: cells.findLastIndex((cell) => cell.trim() !== "") + 1,
        number: numberOrdinal > 0 ? textAt(record, numberOrdinal) : undefined,
        text: (id) =>
          ordinals.has(id) ? text(id) : (parts.get(id)?.map(text).filter(Boolean).join(" / ") ?? text(id)),
        isNumber: (id) => isNumberAt(record, ordinals.get(id) ?? 0),
        place: (id) => place(line, ordinals.get(id)),
      };
      const taken = taker.exact ? [listRow] : others.take(listRow, cells);
      if (taken.length === 0) return true;
      nameless.see(record);
      for (const each of taken) {
        rows++;
        if (
          taker.exact ||
          (fits(each, names.length, columns, diagnostics) &&
            isSound(each, names, columns, taker.isOfPeople === true, diagnostics))
        ) {
          if (each === listRow) parted.see(record, each.text(columns[0]?.id ?? ""));
          taker.onRow(each);
        }
      }
      return true;
    };
    for await (const batch of records.rows()) if (!batch.every(take)) break;
    nameless.finish();
    // What this program wrote parts no thousands.
    if (taker.marks && other !== resultsFile) parted.finish(taker.marks.finish((ordinal) => names[ordinal - 1] ?? ""));
    const skipped = [...others.lines, ...(taker.passedOver?.() ?? [])].sort((a, b) => a - b);
    const [passed] = skipped;
    if (passed !== undefined) diagnostics.report("D149", { lines: stretchesText(skipped) }, place(passed));
    reportProblem(records, diagnostics);
    return rows;
  } finally {
    await records.close();
  }
}

/** Reports a row with more cells than the header: one of them was parted, and those behind it stand in wrong columns. */
function fits(row: ListRow, expected: number, [first]: readonly ListColumn[], diagnostics: Diagnostics): boolean {
  const found = row.width;
  const id = first?.id ?? "";
  if (found > expected) diagnostics.report("D216", { key: row.text(id), found, expected }, row.place(id));
  return found <= expected;
}

/** The one tab of a workbook that looks like the list; the first, where none does, to say so. */
function theList(
  sheets: readonly JoinedRecords[],
  likeness: (rows: TextRows) => number,
  diagnostics: Diagnostics,
): JoinedRecords | undefined {
  const alike = sheets.filter((sheet) => likeness(sheet.head(headerRows)) === Number.POSITIVE_INFINITY);
  const [first, second] = alike;
  if (!first || !second) return first ?? sheets[0];
  diagnostics.report("D146", { tabs: alike.map(({ name }) => name).join(", ") }, second.place(1));
  return undefined;
}

/** Reports cells in which a spreadsheet or a program left something else than what was typed, and marks for what stands above. */
function isSound(
  row: ListRow,
  names: readonly string[],
  columns: readonly ListColumn[],
  isOfPeople: boolean,
  diagnostics: Diagnostics,
): boolean {
  const damaged = columns.flatMap(({ id, isKey = false }) => {
    const text = row.text(id);
    // In a reason of a decision it is what the reader will understand.
    const code = damageIn(text, isKey) ?? (isOfPeople && dittoMark.test(text) ? "D237" : undefined);
    return code ? [{ code, id }] : [];
  });
  for (const { code, id } of damaged) {
    const key = row.text(columns[0]?.id ?? id);
    const header = names[(row.ordinals.get(id) ?? 0) - 1] ?? id;
    diagnostics.report(code, { header, key, found: row.text(id), expected: expectedText }, row.place(id));
  }
  return damaged.length === 0;
}
