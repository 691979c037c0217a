import type { BatchTaker } from "../../model/batch.ts";
import { codeOf } from "../../model/batch.ts";
import { noValue, valueAt, valueId } from "../../model/people.ts";
import type { Plan } from "../../model/plan.ts";
import { divide, isWhole } from "../../number/exact.ts";
import { createTexts, internText, known } from "../../text/texts.ts";
import { createLearned } from "../1-records/csv/bulk/learned.ts";
import type { PlainColumn, PlainSheet, PointsColumn, TextColumn } from "../1-records/csv/bulk/plain-columns.ts";
import type { PlainRows } from "../1-records/csv/bulk/plain-rows.ts";
import { createPlainRows } from "../1-records/csv/bulk/plain-rows.ts";
import { rowScanner } from "../1-records/csv/bulk/row-scanner.ts";
import type { AttributeColumn, AttributeReader } from "../3-cells/attributes.ts";
import { saysNothing } from "../3-cells/damage.ts";
import type { DecimalMarks } from "../3-cells/decimal-mark.ts";
import { isFault } from "../3-cells/fault.ts";
import type { PartedNumbers } from "../3-cells/parted-numbers.ts";
import type { ScoreReader, Slot } from "../3-cells/scores.ts";
import type { SheetReading } from "../3-cells/sheet-reading.ts";
import type { UnreadLabels } from "../3-cells/unread-labels.ts";
import { isConclusion, mayBeWord, wordOfRow } from "../row-words.ts";
import type { Spellings } from "../spellings/spellings.ts";
import { dittoMark } from "../vocabulary.ts";
import type { CoveredPeriods } from "./covered-period.ts";
import type { FiguresAbove } from "./figures-above.ts";
import { classWords } from "./summary-rows.ts";
import { peopleNumberOrdinal } from "./unnumbered-people.ts";

/** What the rows of a sheet are read with otherwise. */
interface Readers {
  readonly attributes: AttributeReader;
  readonly scores: ScoreReader;
  readonly periods: CoveredPeriods;
  readonly parted: PartedNumbers;
  readonly unread: UnreadLabels;
  readonly pools: Spellings["columns"];
  readonly figures: FiguresAbove | undefined;
}

/**
 * What reads the plain rows of a sheet from their bytes: it knows what the readers of single rows have read before, and texts and
 * numbers of which they would say nothing. Undefined for a sheet whose rows need more than that.
 */
export function bindPlainRows(reading: SheetReading, readers: Readers, taker: BatchTaker): PlainRows | undefined {
  const { plan, header } = reading;
  const { layout, names, delimiter, period } = header;
  const { attributes, scores, periods, parted, unread, figures } = readers;
  const isSimple =
    attributes.columns.length === plan.columns.length &&
    attributes.columns.every(({ condition, column }) => !condition && column.of === "subject") &&
    scores.slots.every(({ ordinal, by, rows }) => ordinal > 0 && !by && rows === plan.stage.period) &&
    new Set(scores.slots.map(({ ordinal }) => ordinal)).size === scores.slots.length &&
    plan.key.every((key) => taker.people.values[key]?.texts !== undefined);
  const always = period === 0 && periods.always?.kind === plan.stage.period ? periods.always : undefined;
  if (!isSimple || delimiter === undefined || (period === 0 && !always)) return undefined;
  const blanks = blanksOf(scores.slots, taker);
  if (blanks === "many") return undefined;

  const unused: PlainColumn = unread.leaves ? { kind: "watched", leaves: unread.leaves } : { kind: "unused" };
  const columns = names.map((name): PlainColumn => (name === "" ? nameless : unused));
  const counting = peopleNumberOrdinal(plan, header);
  if (counting > 0) columns[counting - 1] = { kind: "counting" };
  if (parted.last > 0)
    columns[parted.last - 1] = {
      kind: "watched",
      leaves: (bytes, start, end) =>
        parted.leaves(bytes[start] as number) || (unread.leaves?.(bytes, start, end) ?? false),
    };
  const ask = (raw: string): number | undefined => {
    const found = periods.remembered(raw);
    return found?.kind === plan.stage.period ? taker.periodNumber(found.name) : undefined;
  };
  if (period > 0) columns[period - 1] = { kind: "learned", learned: createLearned(ask), index: "period" };
  const constants = plan.columns.map(() => noValue);
  for (const each of attributes.columns) {
    const blank = blankOf(each, taker);
    if (each.ordinal > 0) columns[each.ordinal - 1] = attributeColumn(reading, each, blank, readers, taker);
    else if (blank === undefined) return undefined;
    else constants[each.index] = blank;
  }
  for (const slot of scores.slots) columns[slot.ordinal - 1] = scoreColumn(reading, slot, taker);
  const covered = always ? taker.periodNumber(always.name) : -1;
  const scanner = rowScanner(Math.max(columns.length, layout.cells.length));
  const sheet = { layout, columns, constants, keys: plan.key, period: covered, blanks };
  if (!scanner) return undefined;
  const bind = (to: BatchTaker): PlainRows => createPlainRows(sheet, to, delimiter, scanner);
  return figures ? figures.watched(taker, bind) : bind(taker);
}

/** Columns that decide what applies, of which so many values make one number together. */
const [mostDeciding, mostValues] = [4, 4096];

/** Which cells do not apply to whom, found once for all with the same values in the columns that decide. */
function blanksOf(slots: readonly Slot[], { people }: BatchTaker): PlainSheet["blanks"] | "many" {
  const conditional = slots.filter(({ conditions }) => conditions.length > 0);
  if (conditional.length === 0) return undefined;
  const deciding = [...new Set(conditional.flatMap(({ conditions }) => conditions.flatMap(({ uses }) => uses)))];
  if (deciding.length > mostDeciding) return "many";
  const found = new Map<number, readonly number[]>();
  return (ids) => {
    let id = 0;
    for (const column of deciding) id = id * mostValues + (ids[column] as number) + 1;
    const known = found.get(id);
    if (known) return known;
    const values = people.values.map((each, column) => valueAt(each, ids[column] as number));
    const strangers = conditional.filter(({ conditions }) => !conditions.every((each) => each.holds(values)));
    const cells = strangers.map(({ cell }) => cell);
    found.set(id, cells);
    return cells;
  };
}

const nameless: PlainColumn = { kind: "watched", leaves: () => true };

/** What a blank cell means; undefined where there may be none. */
function blankOf({ column, index }: AttributeColumn, { people }: BatchTaker): number | undefined {
  const values = people.values[index];
  if (column.default !== undefined && values) return valueId(values, column.default);
  return column.required && !column.compare ? undefined : noValue;
}

function attributeColumn(
  { plan, header }: SheetReading,
  { column, index, ordinal, read }: AttributeColumn,
  blank: number | undefined,
  { pools }: Readers,
  { people }: BatchTaker,
): PlainColumn {
  const values = people.values[index];
  if (!values) throw new Error(`no values of ${column.id}`);
  const { texts } = values;
  if (!texts) {
    const ask = (raw: string): number | undefined => {
      const value = read.remembered(raw);
      return value === null ? blank : value === undefined ? undefined : valueId(values, value);
    };
    return { kind: "learned", learned: createLearned(ask), index };
  }
  const pool = pools[index];
  const isKey = plan.key.includes(index);
  const isNaming = isKey || index === plan.name || index === plan.ratings?.by;
  // A key that stands in the head too may be the head once more, and one that is called as a class is may be a summary.
  const names = createTexts();
  for (const word of classWords(plan)) internText(names, word);
  for (const head of header.heads) internText(names, head[ordinal - 1] ?? "");
  const text: TextColumn = {
    index,
    blank,
    decode(raw, line) {
      const value = isKey ? undefined : read(raw, { line, column: ordinal });
      return typeof value === "string" && !isFault(value) ? value : undefined;
    },
    isDoubtful: (bytes, start, end) =>
      hasQuestionMark(bytes, start, end) ||
      (mayBeMark(bytes, start) && isMark(bytes.toString("utf8", start, end))) ||
      (isNaming && known(names, bytes, start, end) >= 0) ||
      (isNaming && mayBeWord(bytes, start) && mayBeTotal(bytes.toString("utf8", start, end))),
    see: (id, line) => pool?.seeKept(texts, id, header.layout.name, line, ordinal),
  };
  return { kind: "text", text };
}

function scoreColumn(
  { plan, marks }: SheetReading,
  { cell, item, ordinal, read }: Slot,
  taker: BatchTaker,
): PlainColumn {
  const { cells } = taker.batch;
  const ask = (raw: string): number | undefined => {
    // A blank cell is blank, whether its item applies or not; where it does not, nobody has read it before.
    const value = raw === "" ? null : read.remembered(raw);
    return value === undefined ? undefined : codeOf(cells, value);
  };
  const points = item.scale.kind === "points" ? pointsOf(plan, item.scale, marks, ordinal) : undefined;
  return { kind: "cell", cell, points, learned: createLearned(ask) };
}

/** A letter may be lost there. */
function hasQuestionMark(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === questionMark) return true;
  return false;
}

const questionMark = 0x3f;

/** Such words begin with `n`, and few names do. */
const mayBeMark = (bytes: Uint8Array, start: number): boolean => ((bytes[start] ?? 0) | 0x20) === letterN;

const letterN = 0x6e;

const isMark = (text: string): boolean => dittoMark.test(text) || saysNothing(text);

const mayBeTotal = (text: string): boolean => wordOfRow(text) !== undefined || isConclusion(text);

function pointsOf(
  { scale }: Plan,
  { min = 0, max, step, places }: Extract<Slot["item"]["scale"], { kind: "points" }>,
  marks: DecimalMarks,
  ordinal: number,
): PointsColumn | undefined {
  const unit = (parts: number): number => {
    const units = divide(scale, parts);
    return typeof units === "number" && isWhole(units) ? units : 0;
  };
  const grain = step ?? unit(10 ** places);
  const areWhole = [scale, max, min, grain].every((each) => typeof each === "number" && Math.abs(each) < 1 << 24);
  if (!areWhole || grain === 0) return undefined;
  const known = { ".": false, ",": false };
  return {
    units: [scale as number, unit(10), unit(100)],
    min: min as number,
    max: max as number,
    grain: grain as number,
    isKnown: (mark) => {
      known[mark] ||= marks.isClear(mark, ordinal);
      return known[mark];
    },
  };
}
