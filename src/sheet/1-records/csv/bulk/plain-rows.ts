import type { Batch, BatchTaker } from "../../../../model/batch.ts";
import { codeOf, isMark } from "../../../../model/batch.ts";
import { joinKey } from "../../../../model/keys.ts";
import type { People, Values } from "../../../../model/people.ts";
import { keyIdOf, noValue, profileOf, valueAt } from "../../../../model/people.ts";
import { isNumberAboveOne, isPlainText } from "../../../../text/plain-bytes.ts";
import type { Texts } from "../../../../text/texts.ts";
import { append, internText, numberOf } from "../../../../text/texts.ts";
import { meaningOf, notLearned } from "./learned.ts";
import type { PlainColumn, PlainSheet, TextColumn } from "./plain-columns.ts";
import type { RowScanner } from "./row-scanner.ts";
import { columnsForScanner } from "./row-scanner.ts";

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

/** What the scanner tells of a cell that is to be understood. */
interface FoundCell {
  start: number;
  end: number;
  hash: number;
}

const [apostrophe, equals] = [0x27, 0x3d];
/** Rows that are scanned at once, at first: where one in a few is not for here, most would be scanned in vain. */
const fewestRows = 8;

export function createPlainRows(
  sheet: PlainSheet,
  taker: BatchTaker,
  delimiter: string,
  scanner: RowScanner,
): PlainRows {
  const { batch, people } = taker;
  const { columns, layout, keys, blanks } = sheet;
  const { bytes, rows, found, first } = scanner;
  const separator = delimiter.charCodeAt(0);
  const numbers = batch.cells instanceof Int32Array ? scanner.wide : scanner.narrow;
  const isWide = numbers === scanner.wide ? 1 : 0;
  const mostRows = scanner.mostRows(Math.max(columns.length, batch.width));
  const described = columnsForScanner(columns);
  const [onlyKey, ...furtherKeys] = keys;
  const blank = codeOf(batch.cells, null) as number;
  const taken: TakenRows = { end: 0, line: 0, count: 0 };
  /** Of the row, and of the one before where the scanner says that a cell is the same. */
  const ids = Int32Array.from(sheet.constants);
  const row = { period: sheet.period, isMarked: 0, isFilled: false };
  const cell: FoundCell = { start: 0, end: 0, hash: 0 };
  /** Texts of the row that no row had before: the first `freshCount`; the others are those of rows before. */
  const fresh: { column: TextColumn; cell: FoundCell; text: string | undefined }[] = [];
  let freshCount = 0;
  let lastKey = -1;
  let lastProfile = 0;

  /** Takes rows that the scanner has told of, from the memory's byte `start` on. @returns how many: none behind one that is not for here */
  function takeScanned(count: number, start: number): number {
    batch.cells.set(numbers.subarray(0, count * batch.width), batch.count * batch.width);
    let cellsBefore = 0;
    let end = start;
    for (let at = 0; at < count; at++) {
      const cellsUpTo = rows[at * 4 + 3] as number;
      row.isFilled = rows[at * 4 + 2] === 1;
      if (!takeRow(cellsBefore, cellsUpTo)) return at;
      cellsBefore = cellsUpTo;
      taken.line += 1 + (rows[at * 4 + 1] as number);
      taken.end += (rows[at * 4] as number) - end;
      taken.count++;
      end = rows[at * 4] as number;
    }
    return count;
  }

  /** Puts a row behind those of the batch; `from`, `to`: its cells that were found. @returns false where it is not for here */
  function takeRow(from: number, to: number): boolean {
    const { count, width } = batch;
    const { line } = taken;
    const expected = expectedProfile(people, lastKey, lastProfile) * ids.length;
    row.isMarked = 0;
    freshCount = 0;
    for (let at = from * 4; at < to * 4; at += 4) {
      cell.start = found[at + 1] as number;
      cell.end = found[at + 2] as number;
      cell.hash = found[at + 3] as number;
      if (!takeCell(columns[found[at] as number] as PlainColumn, expected, count * width, line)) return false;
    }
    if (!row.isFilled) return false;
    if (blanks && !areBlank(blanks(ids), count * width)) return false;
    for (let each = 0; each < freshCount; each++) enterText(fresh[each] as (typeof fresh)[number], line);
    lastKey = furtherKeys.length === 0 ? (ids[onlyKey as number] as number) : joinedKey(expected);
    lastProfile = profileOf(people, lastKey, ids);
    enter(batch, count, line, row.period, lastProfile, row.isMarked);
    return true;
  }

  function areBlank(some: readonly number[], base: number): boolean {
    for (const each of some) if (batch.cells[base + each] !== blank) return false;
    return true;
  }

  /** The number of the key that several columns make; `expected`: where the values of a likely profile stand. */
  function joinedKey(expected: number): number {
    const { profiles, count, values } = people;
    if (count > 0 && keys.every((each) => profiles[expected + each] === ids[each])) {
      return keyIdOf(people, expected / ids.length);
    }
    const parts = keys.map((each) => valueAt(values[each] as Values, ids[each] as number) as string);
    return internText(people.keys, joinKey(parts));
  }

  /** Takes the cell found last. @returns false where it is not for here */
  function takeCell(column: PlainColumn, expected: number, base: number, line: number): boolean {
    if (column.kind === "unused") return true;
    if (column.kind === "watched") return !column.leaves(bytes, cell.start, cell.end);
    if (column.kind === "counting") return isNumberAboveOne(bytes, cell.start, cell.end);
    if (column.kind === "text") {
      const { index } = column.text;
      const id = textId(column.text, people.profiles[expected + index] as number, line);
      ids[index] = id;
      return id >= noValue;
    }
    const meaning = meaningOf(column.learned, scanner, cell.start, cell.end, cell.hash);
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

  /**
   * The value that the cell found last is of a column of texts, which is `likely` there; {@link noValue} for now where it is new, less
   * where it is not for here.
   */
  function textId(column: TextColumn, likely: number, line: number): number {
    const { start, end, hash } = cell;
    const { texts } = people.values[column.index] as Values;
    if (texts === undefined) return notForHere;
    if (end === start) return column.blank ?? notForHere;
    const first = bytes[start];
    if (first !== apostrophe && first !== equals) {
      const before = numberOf(texts, scanner, start, end, hash, likely);
      if (before >= 0) return before;
      if (isPlainText(bytes, start, end)) {
        if (column.isDoubtful(bytes, start, end)) return notForHere;
        addFresh(column, undefined);
        return noValue;
      }
    }
    const text = column.decode(bytes.toString("utf8", start, end), line);
    if (text === undefined) return notForHere;
    addFresh(column, text);
    return noValue;
  }

  function addFresh(column: TextColumn, text: string | undefined): void {
    const before = fresh[freshCount];
    if (!before) fresh.push({ column, cell: { ...cell }, text });
    else {
      before.column = column;
      before.cell.start = cell.start;
      before.cell.end = cell.end;
      before.cell.hash = cell.hash;
      before.text = text;
    }
    freshCount++;
  }

  function enterText({ column, cell: { start, end, hash }, text }: (typeof fresh)[number], line: number): void {
    const texts = people.values[column.index]?.texts as Texts;
    const before = texts.count;
    const id = text === undefined ? append(texts, bytes, start, end, hash) : internText(texts, text);
    ids[column.index] = id;
    if (id >= before) column.see(id, line);
  }

  return {
    take(given, start, end, line) {
      if (batch.count > 0 && batch.sheet !== layout) taker.takeBatch();
      batch.sheet = layout;
      taken.end = start;
      taken.line = line;
      taken.count = 0;
      scanner.describe(described());
      let most = fewestRows;
      while (taken.end < end) {
        const from = taken.end;
        const stop = scanner.put(given, from, end) - from + first;
        // Where a row was not for here it is scanned once more, as the first, with more of what follows.
        for (let count = -1; count !== 0 && taken.end - from + first < stop; ) {
          if (batch.count === batch.lines.length) taker.takeBatch();
          const at = taken.end - from + first;
          const room = Math.min(batch.lines.length - batch.count, most);
          count = scanner.scan(at, stop, separator, columns.length, batch.width, isWide, room);
          if (takeScanned(count, at) < count) return taken;
          most = Math.min(most * 2, mostRows);
        }
        if (taken.end === from) return taken;
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
