import { periodId } from "../../model/column.ts";
import { joinKey } from "../../model/keys.ts";
import { cellAt, columnLetters } from "../../model/places.ts";
import type { DecimalMark, Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { Period } from "../../period/period.ts";
import { phrase } from "../../text/phrase.ts";
import { keyText, textAt } from "../1-records/cell-text.ts";
import type { PlainRows } from "../1-records/csv/bulk/plain-rows.ts";
import { filledDown } from "../1-records/merged.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import type { Mention } from "../2-header/mentions.ts";
import { ratingsIn } from "../2-header/sources.ts";
import { rowsKind } from "../2-header/targets.ts";
import { createAttributeReader } from "../3-cells/attributes.ts";
import { keyIn } from "../3-cells/damage.ts";
import type { LostLetters } from "../3-cells/lost-letters.ts";
import { textOrdinals } from "../3-cells/lost-letters.ts";
import { createNamelessColumns } from "../3-cells/nameless-columns.ts";
import { createPartedNumbers } from "../3-cells/parted-numbers.ts";
import { readableTexts } from "../3-cells/readable-texts.ts";
import { createScoreReader } from "../3-cells/scores.ts";
import type { SheetReading } from "../3-cells/sheet-reading.ts";
import { createUnreadLabels } from "../3-cells/unread-labels.ts";
import { createCoveredPeriods } from "./covered-period.ts";
import { createFiguresAbove } from "./figures-above.ts";
import { keptIn } from "./kept-columns.ts";
import { createNobodyRows } from "./nobody.ts";
import type { SkippedLines, SkippedRow } from "./notes.ts";
import { createOtherPeriods } from "./other-periods.ts";
import { bindPlainRows } from "./plain-binding.ts";
import { sharesGroup } from "./shared-groups.ts";
import type { RowTaker, SheetOptions } from "./sheet-input.ts";
import { createShiftedRows } from "./shifted-row.ts";
import { classWords } from "./summary-rows.ts";
import { createTitleRows } from "./title-rows.ts";

/** Reads the rows below a header, one after the other. */
export interface RowReader {
  take(record: SheetRecord): void;
  /** Where the next rows may be taken straight from their bytes. */
  readonly plain: PlainRows | undefined;
  /** After the last row: checks that need all of them. `isWhole`: the file was read to its end. */
  finish(isWhole: boolean): RowTally;
}

interface RowTally {
  readonly rows: number;
  readonly broken: number;
  readonly cutRows: number;
  readonly filledRows: number;
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  readonly skippedLines: SkippedLines;
  readonly decimalMarks: readonly DecimalMark[];
  /** That of a column. */
  markOf(ordinal: number): DecimalMark | undefined;
}

/** What a file says of its period outside of its rows: that of them all, or others that it speaks of. */
export interface SaidOfPeriod {
  readonly period?: Period;
  readonly mentions?: readonly Mention[];
}

/** `lost`: watches the texts of all sheets. */
export type RowOptions = Pick<SheetOptions, "spellings" | "keepsColumns"> & { readonly lost: LostLetters };

export function createRowReader(
  reading: SheetReading,
  { period, mentions = [] }: SaidOfPeriod,
  taker: RowTaker,
  { spellings, keepsColumns = false, lost }: RowOptions,
): RowReader {
  const { plan, header, diagnostics, marks, typed, complaints } = reading;
  const { layout } = header;
  const pools = spellings?.columns ?? [];
  const compared = pools.flatMap((pool, index) => (pool ? [{ pool, index }] : []));
  const scores = createScoreReader(reading);
  const titles = createTitleRows(plan, header);
  const attributes = createAttributeReader(reading, titles);
  const readable = readableTexts(plan, header);
  const figures = createFiguresAbove(plan, header, scores.slots, readable);
  const isOfOthers = sharesGroup(plan, attributes, taker.batches);
  const others = period && header.period === 0 ? createOtherPeriods(plan, period, header, diagnostics) : undefined;
  const nobody = createNobodyRows(reading, scores, readable, titles, isOfOthers, figures);
  const periods = createCoveredPeriods(reading, period, mentions);
  const shifted = createShiftedRows(reading, periods.named);
  const nameless = createNamelessColumns(header.names, identifying(plan, header), header.place, diagnostics);
  const unread = createUnreadLabels(plan, header, classWords(plan), diagnostics);
  const texts = textOrdinals(plan, header);
  const parted = createPartedNumbers(header.names, header.delimiter, readable, header.place, diagnostics);
  const split = ratingsIn(plan, layout);
  const keyOrdinals = plan.key.map((index) => layout.columns[index] ?? 0);
  const periodColumn = plan.columns.findIndex((column) => column.id === periodId);
  const plain =
    taker.batches && header.delimiter && !titles && !keepsColumns
      ? bindPlainRows(reading, { attributes, scores, periods, parted, unread, pools, figures }, taker.batches)
      : undefined;
  const lastNamed = header.delimiter ? header.names.findLastIndex((name) => name !== "") : 0;
  const kept = keepsColumns ? keptIn(header) : undefined;
  let [rows, broken, cutRows, filledRows] = [0, 0, 0, 0];

  const counting = plain && {
    take(...given: Parameters<PlainRows["take"]>) {
      const taken = plain.take(...given);
      rows += taken.count;
      nobody.passed(taken.count);
      if (taken.count > 0) {
        nameless.seeBlank();
        parted.seeFitting();
      }
      return taken;
    },
  };

  function seeSpellings(columns: Row["columns"], line: number): void {
    for (const { pool, index } of compared) {
      const value = columns[index];
      if (typeof value !== "string") continue;
      const { sheet, ...at } = cellAt({ sheet: layout, line }, layout.columns[index] ?? 0);
      pool.see(value, sheet.name, at.line, at.column);
    }
  }

  function read(record: SheetRecord, key: string): void {
    const { line } = record;
    const covered = periods.of(record);
    const kind = rowsKind(plan, covered?.kind ?? plan.stage.period);
    const isRating = kind === plan.stage.period;
    const columns = attributes.read(record, isRating);
    if (periodColumn >= 0) columns[periodColumn] = covered?.name;
    seeSpellings(columns, line);
    const cells = scores.read(record, columns, kind);
    const { code } = complaints;
    if (covered && code === undefined) {
      rows++;
      if (record.cells.length <= lastNamed) cutRows++;
      parted.see(record, complaints.key);
      figures?.see(cells);
      const row: Row = { period: covered.name, key, columns, cells, sheet: layout, line, ...kept?.(record) };
      for (const rating of split(row, isRating)) taker.onRow(rating);
      return;
    }
    broken++;
    figures?.lose();
    if (code === undefined) return;
    // It may be a further row of anybody.
    if (plan.key.some((index) => columns[index] === undefined)) {
      diagnostics.stopEverything();
      return;
    }
    // Which sources scored is told by what stands in their cells, readable or not.
    const filled = layout.cells.map((ordinal) => (textAt(record, ordinal) === "" ? null : 0));
    const left = { key, columns, cells: filled, sheet: layout, line, code, ...(covered && { period: covered.name }) };
    for (const { cells: _, ...rating } of split(left, isRating)) taker.onBroken(rating);
  }

  /** Reports a score that is merged over the rows of several people: whose it is nobody knows. */
  function sharesScore({ merged = new Map(), line }: SheetRecord): boolean {
    const shared = [...merged].find(
      ([at, above]) => above.line > header.line && layout.cells.includes(at + 1) && keyText(above, at + 1) !== "",
    );
    if (!shared) return false;
    const [at, above] = shared;
    const parameters = {
      header: complaints.header(at + 1),
      key: complaints.key,
      cell: `${columnLetters(at + 1)}${above.line}`,
    };
    diagnostics.report("D136", parameters, header.place(line, at + 1), [
      { place: header.place(above.line, at + 1), message: phrase("the merged cell") },
    ]);
    return true;
  }

  /** Somebody of whom the sheet says nothing: incomplete, and no mistake. */
  function takeBlank(record: SheetRecord, key: readonly string[]): void {
    const covered = periods.of(record);
    if (!covered) {
      broken++;
      return;
    }
    rows++;
    const { line } = record;
    complaints.note("D240", { key: complaints.key }, Math.max(...keyOrdinals));
    const columns = plan.columns.map((_, index) => titles?.values.get(index));
    for (const [at, index] of plan.key.entries()) columns[index] = key[at];
    if (plan.name !== undefined) columns[plan.name] = textAt(record, layout.columns[plan.name] ?? 0) || undefined;
    seeSpellings(columns, line);
    taker.onBroken({ key: joinKey(key), line, sheet: layout, period: covered.name, columns });
  }

  return {
    get plain() {
      return nobody.isAmongPeople && !others?.areBelow ? counting : undefined;
    },
    take(raw) {
      const record = filledDown(raw, header.line);
      const own = keyOrdinals.filter((ordinal) => ordinal > 0).map((ordinal) => keyIn(record, ordinal));
      const kind = nobody.take(record, own);
      if (kind === "skipped") return others?.see(record);
      if (kind === "broken" || others?.stands()) {
        broken++;
        return;
      }
      if (record !== raw) filledRows++;
      const key = titles
        ? plan.key.map((index, at) => titles.values.get(index) ?? keyIn(record, keyOrdinals[at] ?? 0))
        : own;
      nameless.see(record);
      lost.see(record, texts, header.place);
      complaints.begin(key.filter(Boolean).join(" / "), record);
      unread.see(record, complaints.key);
      if (kind === "blank") return takeBlank(record, key);
      if (record !== raw && sharesScore(raw)) {
        broken++;
        return;
      }
      if (shifted.has(record.cells)) {
        broken++;
        const row = shifted.take(record, key);
        if (row) taker.onBroken(row);
      } else read(record, joinKey(key));
    },
    finish(isWhole) {
      nobody.finish();
      scores.finish();
      typed.finish();
      nameless.finish();
      const decimalMarks = marks.finish(complaints.header);
      parted.finish(decimalMarks);
      if (isWhole && rows + broken === 0) diagnostics.report("D108", {}, header.place(1));
      const { skipped, skippedCount, skippedLines } = nobody;
      return {
        rows,
        broken: broken + nobody.brokenBetween,
        cutRows,
        filledRows,
        skipped,
        skippedCount,
        skippedLines,
        decimalMarks,
        markOf: marks.of,
      };
    },
  };
}

/** Ordinals of the columns of keys, names and items. */
const identifying = (plan: Plan, { layout }: BoundHeader): ReadonlySet<number> =>
  new Set([...[...plan.key, plan.name ?? -1].map((index) => layout.columns[index] ?? 0), ...layout.cells]);
