import type { Batch, BatchTaker } from "../../../../model/batch.ts";
import { codeOf, isMark } from "../../../../model/batch.ts";
import { joinKey } from "../../../../model/keys.ts";
import type { People, Values } from "../../../../model/people.ts";
import { noValue, profileOf, valueAt } from "../../../../model/people.ts";
import { isPlainText } from "../../../../text/plain-bytes.ts";
import type { Texts } from "../../../../text/texts.ts";
import { intern, internText, known, matchEnd } from "../../../../text/texts.ts";
import type { Cell } from "./find-cell.ts";
import { findCell } from "./find-cell.ts";
import { meaningOf, notLearned } from "./learned.ts";
import type { PlainColumn, PlainSheet, TextColumn } from "./plain-columns.ts";
import { createPointsReader } from "./points.ts";

/** Takes rows of CSV straight from their bytes, into a batch. */
export interface PlainRows {
  /**
   * Takes rows of `bytes[start, end)`, one after the other, up to one that is to be read by the general reader: that has a word,
   * a mark or a shape that this one does not know. `end` is behind a line end.
   */
  take(bytes: Buffer, start: number, end: number, line: number): TakenRows;
}

interface TakenRows {
  /** Where the first row begins that was not taken, and its line. */
  end: number;
  line: number;
  count: number;
}

const [lineFeed, carriageReturn, apostrophe, equals] = [0x0a, 0x0d, 0x27, 0x3d];
/** In place of where a row ends. */
const notPlain = -1;

export function createPlainRows(sheet: PlainSheet, taker: BatchTaker, delimiter: string): PlainRows {
  const { batch, people } = taker;
  const separator = delimiter.charCodeAt(0);
  const { columns, layout, keys, blanks } = sheet;
  const [onlyKey, ...furtherKeys] = keys;
  const blank = codeOf(batch.cells, null) as number;
  const last = columns.length - 1;
  const points = createPointsReader(
    columns.map((column) => {
      return column.kind === "cell" && column.points ? { cell: column.cell, points: column.points } : undefined;
    }),
    separator,
  );
  /** By column of the sheet: 1 where it holds numbers. */
  const holdsNumbers = Uint8Array.from(columns, (column) => (column.kind === "cell" && column.points ? 1 : 0));
  const ids = Int32Array.from(sheet.constants);
  const taken: TakenRows = { end: 0, line: 0, count: 0 };
  /** Texts of the row that no row had before: the first `freshCount`; the others are those of rows before. */
  const fresh: { column: TextColumn; start: number; end: number; text: string | undefined }[] = [];
  let freshCount = 0;
  const cell: Cell = { start: 0, end: 0, behind: 0, breaks: 0, isDoubled: false };
  const row = { period: 0, isMarked: 0, isFilled: false, breaks: 0 };
  let lastKey = -1;
  let lastProfile = 0;

  /** Puts one row behind those of the batch. @returns where the next one starts */
  function takeRow(bytes: Buffer, view: DataView, start: number, end: number, line: number): number {
    const { count, cells, width } = batch;
    const base = count * width;
    const expected = expectedProfile(people, lastKey, lastProfile) * ids.length;
    let at = start;
    row.period = sheet.period;
    row.isMarked = 0;
    row.isFilled = false;
    row.breaks = 0;
    freshCount = 0;
    for (let column = 0; column <= last; column++) {
      if (holdsNumbers[column] === 1) {
        at = points.read(bytes, at, column, cells, base);
        if (points.next > column) row.isFilled = true;
        column = points.next;
        if (column > last) break;
      }
      const behind =
        holdsNumbers[column] === 1 ? -1 : takeExpected(columns[column] as PlainColumn, bytes, view, at, expected);
      if (behind >= 0) at = behind;
      else {
        if (!findCell(bytes, at, end, separator, cell)) return notPlain;
        if (!takeCell(columns[column] as PlainColumn, bytes, base, line)) return notPlain;
        at = cell.behind;
      }
      if (column < last && bytes[at++] !== separator) return notPlain;
    }
    if (!row.isFilled) return notPlain;
    if (bytes[at] === carriageReturn) at++;
    if (bytes[at] !== lineFeed) return notPlain;
    if (blanks && !areBlank(blanks(ids), base)) return notPlain;
    for (let each = 0; each < freshCount; each++) enterText(fresh[each] as (typeof fresh)[number], bytes, line);
    lastKey = furtherKeys.length === 0 ? (ids[onlyKey as number] as number) : joinedKey(expected);
    lastProfile = profileOf(people, lastKey, ids);
    enter(batch, count, line, row.period, lastProfile, row.isMarked);
    taken.line = line + 1 + row.breaks;
    return at + 1;
  }

  function areBlank(some: readonly number[], base: number): boolean {
    for (const each of some) if (batch.cells[base + each] !== blank) return false;
    return true;
  }

  /** The number of the key that several columns make; `expected`: where the values of a likely profile stand. */
  function joinedKey(expected: number): number {
    const { profiles, keyOf, count, values } = people;
    if (count > 0 && keys.every((each) => profiles[expected + each] === ids[each])) {
      return keyOf[expected / ids.length] as number;
    }
    const parts = keys.map((each) => valueAt(values[each] as Values, ids[each] as number) as string);
    return internText(people.keys, joinKey(parts));
  }

  /** Takes the cell that is likely to come. @returns the place behind it, -1 where another stands there */
  function takeExpected(column: PlainColumn, bytes: Buffer, view: DataView, at: number, expected: number): number {
    let end = -1;
    if (column.kind === "text") {
      const { index } = column.text;
      const { texts } = people.values[index] as Values;
      const id = people.profiles[expected + index] as number;
      const first = bytes[at];
      if (!texts || id < 0 || id >= texts.count || first === apostrophe || first === equals) return -1;
      end = matchEnd(texts, id, view, at);
      ids[index] = id;
    } else if (column.kind === "learned" && column.learned.last >= 0) {
      const { texts, last: id, meanings } = column.learned;
      end = matchEnd(texts, id, view, at);
      if (column.index === "period") row.period = meanings[id] as number;
      else ids[column.index] = meanings[id] as number;
    } else if (column.kind === "unused" || column.kind === "watched") end = at;
    const next = end < 0 ? -1 : bytes[end];
    return next === separator || next === lineFeed || next === carriageReturn ? end : -1;
  }

  /** Takes the cell found last. @returns false where it is not for here */
  function takeCell(column: PlainColumn, bytes: Buffer, base: number, line: number): boolean {
    if (column.kind === "unused" || column.kind === "watched") {
      row.breaks += cell.breaks;
      return column.kind === "unused" || cell.end === cell.start || !column.leaves(bytes[cell.start] as number);
    }
    if (cell.isDoubled || cell.breaks > 0) return false;
    if (column.kind === "text") {
      const { index } = column.text;
      const id = textId(column.text, people.values[index] as Values, bytes, line);
      ids[index] = id;
      return id >= noValue;
    }
    const meaning = meaningOf(column.learned, bytes, cell.start, cell.end);
    if (meaning === notLearned) return false;
    if (column.kind === "cell") {
      const { cells } = batch;
      cells[base + column.cell] = meaning;
      if (isMark(cells, meaning)) row.isMarked = 1;
      if (cell.end > cell.start) row.isFilled = true;
    } else if (column.index === "period") row.period = meaning;
    else ids[column.index] = meaning;
    return true;
  }

  /** The value that the cell found last is of a column of texts; {@link noValue} for now where it is new, less where it is not for here. */
  function textId(column: TextColumn, { texts }: Values, bytes: Buffer, line: number): number {
    const { start, end } = cell;
    if (texts === undefined) return notForHere;
    if (end === start) return column.blank ?? notForHere;
    const first = bytes[start];
    if (first !== apostrophe && first !== equals) {
      const before = known(texts, bytes, start, end);
      if (before >= 0) return before;
      if (isPlainText(bytes, start, end)) {
        if (column.isDoubtful(bytes, start, end)) return notForHere;
        addFresh(column, start, end, undefined);
        return noValue;
      }
    }
    const text = column.decode(bytes.toString("utf8", start, end), line);
    if (text === undefined) return notForHere;
    addFresh(column, start, end, text);
    return noValue;
  }

  function addFresh(column: TextColumn, start: number, end: number, text: string | undefined): void {
    const before = fresh[freshCount];
    if (!before) fresh.push({ column, start, end, text });
    else {
      before.column = column;
      before.start = start;
      before.end = end;
      before.text = text;
    }
    freshCount++;
  }

  function enterText({ column, start, end, text }: (typeof fresh)[number], bytes: Buffer, line: number): void {
    const texts = people.values[column.index]?.texts as Texts;
    const before = texts.count;
    const id = text === undefined ? intern(texts, bytes, start, end) : internText(texts, text);
    ids[column.index] = id;
    if (id >= before) column.see(id, line);
  }

  return {
    take(bytes, start, end, line) {
      if (batch.count > 0 && batch.sheet !== layout) taker.takeBatch();
      batch.sheet = layout;
      taken.end = start;
      taken.line = line;
      taken.count = 0;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      while (taken.end < end) {
        if (batch.count === batch.lines.length) taker.takeBatch();
        const next = takeRow(bytes, view, taken.end, end, taken.line);
        if (next === notPlain) break;
        taken.end = next;
        taken.count++;
      }
      return taken;
    },
  };
}

const notForHere = noValue - 1;

/** Sheets name people in the same order again and again: the one behind the last is likely the next. */
function expectedProfile({ latest, keys }: People, lastKey: number, lastProfile: number): number {
  const next = lastKey + 1;
  const profile = next < keys.count && next < latest.length ? (latest[next] as number) : -1;
  return profile >= 0 ? profile : lastProfile;
}

function enter(batch: Batch, row: number, line: number, period: number, profile: number, isMarked: number): void {
  batch.lines[row] = line;
  batch.periods[row] = period;
  batch.profiles[row] = profile;
  batch.marked[row] = isMarked;
  batch.count = row + 1;
}
