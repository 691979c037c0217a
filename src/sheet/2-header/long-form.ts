import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { CellAt } from "../../model/row.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import { beginsWith, clean, lookAlike, spelling } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { keyText } from "../1-records/cell-text.ts";
import { filledDown } from "../1-records/merged.ts";
import type { NumberCells, Records, SheetRecord } from "../1-records/records.ts";
import { columnNumbers } from "../column-numbers.ts";
import { wordOfRow } from "../row-words.ts";
import { itemNames, scoreNames } from "../vocabulary.ts";
import { bindNames, columnShown, holdsWords } from "./bind-names.ts";
import { findHeader, headerRows, isHeader } from "./find-header.ts";
import { mayBeScore } from "./framed-name.ts";
import { createItemsInCells } from "./items-in-cells.ts";
import type { JoinedRecords } from "./joined-name.ts";
import { withJoinedName } from "./joined-name.ts";
import { createRepeatedScores } from "./repeated-scores.ts";
import type { Target, Targets } from "./targets.ts";
import { scoreColumns, targetsIn } from "./targets.ts";

/** Where a sheet with one row for each item of somebody has the item and the score: ordinals. */
export interface LongForm {
  readonly item: number;
  readonly score: number;
}

/** Records of a long sheet, told as one row for each person, with a column for each item behind those of the sheet. */
export interface WideRecords extends JoinedRecords {
  readonly long?: LongForm;
  /** The column of the scores and another that may have them as well, as they are shown, and the ordinal of that. */
  readonly rival?: { readonly first: string; readonly second: string; readonly column: number };
  /** Where a cell of these rows stands in the sheet. */
  readonly at?: (line: number, column: number) => CellAt;
  /** The lines of the sheet that a row is told of, by its own. */
  readonly linesOf?: (line: number) => readonly number[];
  /**
   * A row in which several scores of one item stand together, `20 | 21`, with the first of them: reports that there are others. One in
   * whose place something else stands by now is mended.
   */
  readonly withFirstScores?: (record: SheetRecord) => SheetRecord;
}

interface Person {
  readonly line: number;
  readonly cells: string[];
  readonly scores: Map<number, SheetRecord>;
}

/** The same records with joined names; those of a sheet that has no item columns and names the items in cells in wide form. */
export function inWideForm(plan: Plan, targets: Targets, opened: Records, diagnostics: Diagnostics): WideRecords {
  const head = opened.head(headerRows);
  const isItem = (name: string): boolean => targets.named(name)?.meanings.some(({ kind }) => kind === "cell") ?? false;
  const others = targets.all.filter(({ kind }) => kind !== "cell");
  const [item, score] = [itemNames, scoreNames].map(
    (names, index): Target => ({ kind: "cell", index, label: names[0] ?? "", names, isKey: true, required: true }),
  ) as [Target, Target];
  const longTargets = targetsIn([...others, item, score]);
  const saysItem = (name: string): boolean => longTargets.named(name)?.meanings.includes(item) ?? false;
  // One row that names the key and an item, but no column for items, is the header of a wide sheet.
  if (head.some((row) => row.some(isItem) && isHeader(row, targets) && !row.some(saysItem)))
    return withJoinedName(targets, opened);
  const records = withJoinedName(longTargets, opened);
  const header = findHeader(records.head(headerRows), longTargets);
  if (!header?.certain) return withJoinedName(targets, opened);
  const { ordinals, doubled, unknown } = bindNames(header.names, longTargets);
  const long: LongForm = { item: ordinals.get(item) ?? 0, score: ordinals.get(score) ?? 0 };
  const width = header.names.length;
  const columns = scoreColumns(plan).filter(({ rows }) => rows === plan.stage.period);
  // An item may have the very name of the column for scores.
  const isWide = header.names.some((name, at) => isItem(name) && (at + 1 !== long.score || columns.length === 1));
  if (isWide) return withJoinedName(targets, opened);
  const items = createItemsInCells(plan, columns);
  const identity = [...ordinals].filter(([target]) => target !== item && target !== score);
  const keys = [...ordinals].filter(([{ isKey, kind }]) => isKey && kind === "column").map(([, ordinal]) => ordinal);
  // A list of the items has them where people stand.
  const itemIn = (text = ""): number | undefined => items.named(clean(text));
  const rowsBelow = records.head(headerRows).slice(header.last + 1);
  const again = doubled.flatMap(({ target, second }) => (target === score ? [second] : []));
  const isScoreToo = (name = ""): boolean => scoreNames.some((word) => beginsWith(name, word)) && mayBeScore(name);
  const other = [...again, ...unknown.filter((column) => isScoreToo(header.names[column - 1]))].find(
    (column) => !holdsWords(rowsBelow, column),
  );
  const shown = (column: number): string => columnShown(header.names, column);
  const listed = rowsBelow.filter((row) => itemIn(row[long.item - 1]) !== undefined);
  const isItself = (row: readonly string[]): boolean =>
    keys.some((ordinal) => itemIn(row[ordinal - 1]) === itemIn(row[long.item - 1]));
  if (listed.length > 0 && listed.every(isItself)) return withJoinedName(targets, opened);
  const own = header.names.map((name, at) => (at + 1 === long.item || at + 1 === long.score ? "" : name));
  const names = [...own, ...columns.map(({ names: [id] }) => id)];
  const itemHead = spelling(header.names[long.item - 1] ?? "");
  /** The lines of each person, by the first of them. */
  const told = new Map<number, number[]>();
  /** The line of each score, by the line of its person and the ordinal of its column. */
  const lines = new Map<string, number>();
  const repeated = createRepeatedScores({ ...long, keys }, records.place, diagnostics);
  const at = (line: number, column: number): CellAt =>
    column <= width ? { line, column } : { line: lines.get(`${line} ${column}`) ?? line, column: long.score };

  function* inWideRows(rows: readonly SheetRecord[], headLine: number): Generator<SheetRecord> {
    const people = new Map<string, Person>();
    const wide: SheetRecord[] = [];
    const blanks = columns.map(() => "");
    let numbering: readonly string[] | undefined;
    for (const raw of rows) {
      const row = filledDown(raw, headLine);
      const { line, cells } = row;
      if (people.size === 0 && columnNumbers(cells) === "certainly") numbering = cells;
      if (numbering && isSame(numbering, cells)) {
        wide.push({ line, cells: [...own.map((_, index) => cells[index] ?? ""), ...blanks] });
        continue;
      }
      const [itemText, scoreText] = [long.item, long.score].map((ordinal) => clean(cells[ordinal - 1] ?? "")) as [
        string,
        string,
      ];
      const ownCells = own.map((name, index) => (name === "" ? "" : (cells[index] ?? "")));
      const column = items.named(itemText);
      const isNamed = keys.every((ordinal) => clean(cells[ordinal - 1] ?? "") !== "");
      if (isNamed && column === undefined && spelling(itemText) === itemHead) {
        wide.push({ line, cells: [...ownCells, ...blanks] });
        continue;
      }
      // The sum of somebody is no item of his.
      const isSomebody = isNamed && (column !== undefined || wordOfRow(itemText) === undefined);
      if (!isSomebody || column === undefined || cells.length > width) {
        // Of a row that is too long nobody knows which cell names the item.
        const isLost = isSomebody && cells.length <= width && (itemText !== "" || scoreText !== "");
        if (isLost) {
          items.report(itemText, records.place(line, long.item), diagnostics);
          personOf(row, ownCells);
          continue;
        }
        const held = isSomebody ? "" : scoreText;
        // What a row of nobody is about, such as a total, may stand where the others name an item.
        const others = isNamed ? own.map(() => "") : ownCells;
        const about = isSomebody ? ownCells : others.with(long.item - 1, itemText);
        wide.push({ line, cells: [...about, held, ...blanks.slice(1), ...cells.slice(width)] });
        continue;
      }
      const person = personOf(row, ownCells);
      const ordinal = width + column + 1;
      const first = person.scores.get(ordinal - 1);
      if (first) {
        repeated.add(person.line, ordinal - 1, first, row);
        continue;
      }
      lines.set(`${person.line} ${ordinal}`, line);
      person.cells[ordinal - 1] = cells[long.score - 1] ?? "";
      person.scores.set(ordinal - 1, row);
    }
    for (const { line, cells } of people.values()) repeated.putTogether(line, cells);
    yield* wide;

    function personOf(row: SheetRecord, ownCells: readonly string[]): Person {
      const id = JSON.stringify(identity.map(([target, ordinal]) => identityText(plan, target, keyText(row, ordinal))));
      const known = people.get(id);
      const person = known ?? { line: row.line, cells: [...ownCells, ...blanks], scores: new Map() };
      const ownLines = told.get(person.line) ?? [];
      told.set(person.line, ownLines);
      ownLines.push(row.line);
      if (known) return known;
      people.set(id, person);
      const { line, cells, scores } = person;
      wide.push({ line, cells, ...(row.numbers && { numbers: numbersOf(row, scores) }) });
      return person;
    }
  }

  /** What a workbook knows of the cells, those of scores by their own rows. */
  const numbersOf = ({ line, numbers }: SheetRecord, scores: ReadonlyMap<number, SheetRecord>): NumberCells => {
    const scored = (index: number) => (repeated.has(line, index) ? undefined : scores.get(index)?.numbers);
    return {
      has: (index) => (index < width ? numbers?.has(index) : scored(index)?.has(long.score - 1)) ?? false,
      shown: (index) => (index < width ? numbers?.shown(index) : scored(index)?.shown(long.score - 1)) ?? "",
    };
  };

  return {
    ...records,
    get problem() {
      return records.problem;
    },
    long,
    ...(other !== undefined && { rival: { first: shown(long.score), second: shown(other), column: other } }),
    at,
    linesOf: (line) => told.get(line) ?? [line],
    withFirstScores: repeated.withFirst,
    head: (n) =>
      records
        .head(n)
        .map((row, index) => (index === header.last ? names : index >= header.first && index < header.last ? [] : row)),
    async *rows() {
      const below: SheetRecord[] = [];
      let index = -1;
      let headLine = 0;
      for await (const batch of records.rows()) {
        for (const row of batch) {
          index++;
          if (index > header.last) below.push(row);
          else if (index === header.last) {
            headLine = row.line;
            yield [{ line: row.line, cells: names }];
          } else yield [index >= header.first ? { line: row.line, cells: [] } : row];
        }
      }
      yield [...inWideRows(below, headLine)];
    },
    place: (line, column) => {
      const { line: real, column: ordinal } = at(line, column ?? 1);
      return records.place(real, ordinal);
    },
  };
}

/** Is there another column that may have the scores as well? Reports it. */
export function reportRival(
  { long, rival, place }: Pick<WideRecords, "long" | "rival" | "place">,
  line: number,
  diagnostics: Diagnostics,
): boolean {
  if (!long || !rival) return false;
  const { column, ...shown } = rival;
  diagnostics.report("D106", { ...shown, column: phrase("the score of an item") }, place(line, column), [
    { place: place(line, long.score), message: phrase("the other column") },
  ]);
  return true;
}

/** What makes a row one of the same person: a period is one in all its written forms, and so is a name in capitals. */
function identityText(plan: Plan, { kind, index }: Target, text: string): string {
  if (kind === "period") return parsePeriod(text)?.name ?? text;
  return index === plan.name && !plan.key.includes(index) ? lookAlike(text) : text;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.map(clean).join("\t").trimEnd() === others.map(clean).join("\t").trimEnd();
