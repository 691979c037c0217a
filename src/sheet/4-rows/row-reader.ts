import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { joinKey } from "../../model/keys.ts";
import { cellPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { Period } from "../../period/period.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import type { Mention } from "../2-header/mentions.ts";
import { contradictedBy } from "../2-header/mentions.ts";
import { expectedKinds } from "../2-header/period-words.ts";
import { kindsOf, rowPeriod } from "../2-header/row-period.ts";
import { ratingsIn } from "../2-header/sources.ts";
import { periodId, rowsKind, scoreColumns } from "../2-header/targets.ts";
import { createAttributeReader } from "../3-cells/attributes.ts";
import { isColumnNumbers } from "../3-cells/column-numbers.ts";
import { createComplaints } from "../3-cells/complaints.ts";
import type { DecimalMark } from "../3-cells/decimal-mark.ts";
import { createDecimalMarks } from "../3-cells/decimal-mark.ts";
import type { Fault } from "../3-cells/fault.ts";
import { cellReader, cellText, isFault } from "../3-cells/fault.ts";
import { itemDecoder } from "../3-cells/item-decoder.ts";
import { readNumber } from "../3-cells/number-cell.ts";
import { createPercentScan } from "../3-cells/percent-scan.ts";
import { createScoreReader } from "../3-cells/scores.ts";
import type { SkippedRow } from "./notes.ts";
import { listedRows } from "./notes.ts";
import type { RowTaker } from "./sheet-input.ts";
import { createShiftedRows } from "./shifted-row.ts";
import { firstText, isTotalWord, totalWordList } from "./tail.ts";

/** Reads the rows below a header, one after the other. */
export interface RowReader {
  take(record: SheetRecord): void;
  /** After the last row: checks that need all of them. `isWhole`: the file was read to its end. */
  finish(isWhole: boolean): RowTally;
}

interface RowTally {
  readonly rows: number;
  readonly broken: number;
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  readonly decimalMark?: DecimalMark;
}

/**
 * `period`: of every row, or of those whose period column is blank and whatever it says must be that. `mentions`: periods
 * that the file speaks of besides; a column that says others is noted.
 */
export function createRowReader(
  plan: Plan,
  header: BoundHeader,
  period: Period | undefined,
  diagnostics: Diagnostics,
  taker: RowTaker,
  mentions: readonly Mention[] = [],
): RowReader {
  const { layout } = header;
  const file = layout.name;
  const marks = createDecimalMarks(file, diagnostics);
  const expectedPeriod = expectedKinds(kindsOf(plan));
  const complaints = createComplaints(header, diagnostics);
  const items = scoreColumns(plan).map(({ item, cell }) => {
    const percents = createPercentScan(file, diagnostics);
    return { cell, percents, read: cellReader(itemDecoder(item, plan, marks, percents)) };
  });
  const readers = items.reduce<(typeof items)[number]["read"][]>((all, { cell, read }) => {
    all[cell] = read;
    return all;
  }, []);
  const readAttributes = createAttributeReader(plan, header, marks, complaints, diagnostics);
  const readScores = createScoreReader(plan, header, readers, complaints);
  const split = ratingsIn(plan, layout);
  const readPeriod = cellReader((text) => rowPeriod(text, plan));
  const keyOrdinals = plan.key.map((index) => layout.columns[index] ?? 0);
  const periodColumn = plan.columns.findIndex((column) => column.id === periodId);
  const shifted = createShiftedRows(header, keyOrdinals, periodOfShifted, complaints, diagnostics);
  /** Columns that say who somebody is; with two or more of them a row with one text only is no person. */
  const identity = plan.columns.flatMap((column, index) =>
    column.required && !column.compare && !column.when ? [layout.columns[index] ?? 0] : [],
  );
  /** Columns in which nobody has a number. */
  const words = [
    plan.name === undefined || plan.key.includes(plan.name) ? 0 : (layout.columns[plan.name] ?? 0),
    header.period,
  ].filter((ordinal) => ordinal > 0);
  const compared = new Set<string>();
  const skipped: SkippedRow[] = [];
  let [rows, broken, skippedCount] = [0, 0, 0];

  return {
    take(record) {
      const { line, cells } = record;
      if (rows + broken === 0 && isColumnNumbers(cells, words)) {
        skip(line, "column numbers", firstText(cells));
        return;
      }
      const key = keyOrdinals.map((ordinal) => cellText(cells[ordinal - 1] ?? ""));
      if (key.includes("") || isTotalRow(key, cells)) {
        takeNobody(record, keyOrdinals[Math.max(0, key.indexOf(""))] ?? 1);
        return;
      }
      complaints.begin(key.join(" / "), record);
      if (shifted.has(cells)) {
        broken++;
        const row = shifted.take(record, key);
        if (row) taker.onBroken(row);
        return;
      }
      const found = periodIn(record);
      const covered = isFault(found) ? undefined : found;
      const id = joinKey(key);
      if (!found) complaints.blank(expectedPeriod, header.period);
      else if (isFault(found)) complaints.cell(found, header.period, cells[header.period - 1] ?? "");
      else if (mentions.length > 0) compareWithMentions(found, line);
      const rowsOf = rowsKind(plan, covered?.kind ?? plan.stage.period);
      const columns = readAttributes(record, rowsOf === plan.stage.period);
      if (periodColumn >= 0) columns[periodColumn] = covered?.name;
      const scores = readScores(record, columns, rowsOf);
      const { code } = complaints;
      if (covered && code === undefined) {
        rows++;
        const row: Row = { period: covered.name, key: id, columns, cells: scores, sheet: layout, line };
        for (const rating of split(row, rowsOf === plan.stage.period)) taker.onRow(rating);
        return;
      }
      broken++;
      if (code) taker.onBroken({ key: id, line, file, code, ...(covered && { period: covered.name }), columns });
    },
    finish(isWhole) {
      for (const { cell, percents } of items) percents.finish(complaints.header(layout.cells[cell] ?? 0));
      const decimalMark = marks.finish();
      if (isWhole && rows + broken === 0) diagnostics.report("D108", {}, cellPlace(file, 1));
      return { rows, broken, skipped, skippedCount, ...(decimalMark && { decimalMark }) };
    },
  };

  /** A row of totals whose word stands in the key column, as where the first cells are merged. */
  function isTotalRow([first = ""]: readonly string[], cells: readonly string[]): boolean {
    if (!isTotalWord(first)) return false;
    return identity.length > 1 && identity.filter((ordinal) => cellText(cells[ordinal - 1] ?? "") !== "").length === 1;
  }

  function takeNobody({ line, cells }: SheetRecord, keyOrdinal: number): void {
    const text = firstText(cells);
    if (text === "") return;
    if (isTotalWord(text)) skip(line, "total", text);
    else if (!hasScores(line, cells)) skip(line, "no key", text);
    else {
      broken++;
      const parameters = { header: complaints.header(keyOrdinal), words: totalWordList };
      diagnostics.report("D215", parameters, cellPlace(file, line, keyOrdinal));
    }
  }

  function skip(line: number, why: SkippedRow["why"], text: string): void {
    skippedCount++;
    if (skipped.length < listedRows) skipped.push({ line, why, text: text.slice(0, 200) });
  }

  /** A signature may stand below the items: only what an item can read is a score, or a number that stands beside the table. */
  function hasScores(line: number, cells: readonly string[]): boolean {
    if (cells.slice(header.names.length).some((raw) => readNumber(cellText(raw)) !== undefined)) return true;
    return items.some(({ cell, read }) => {
      const ordinal = layout.cells[cell] ?? 0;
      const value = read(cells[ordinal - 1] ?? "", { line, column: ordinal });
      return value !== null && !isFault(value);
    });
  }

  /** Undefined where nothing says it. */
  function periodIn({ line, cells }: SheetRecord): Period | Fault | undefined {
    if (header.period === 0) return period;
    const found = readPeriod(cells[header.period - 1] ?? "", { line, column: header.period }) ?? period;
    if (!found || isFault(found) || !period || period.name === found.name) return found;
    return { code: "D214", expected: { en: period.name, vi: period.name } };
  }

  function periodOfShifted(raw: string): string | undefined {
    if (header.period === 0 || period) return period?.name;
    const found = readPeriod(raw, { line: 0, column: header.period });
    return found === null || isFault(found) ? undefined : found.name;
  }

  /** Each period once, in its first row. */
  function compareWithMentions(found: Period, line: number): void {
    if (compared.has(found.name)) return;
    compared.add(found.name);
    const other = contradictedBy(found, mentions);
    if (!other) return;
    const parameters = { found: found.name, stated: other.period.name, text: other.text };
    diagnostics.report("D118", parameters, cellPlace(file, line, header.period));
  }
}
