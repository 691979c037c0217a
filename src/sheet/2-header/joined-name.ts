import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { columnLetters } from "../../model/places.ts";
import { clean, fold, spelledWords } from "../../text/fold.ts";
import type { Place } from "../../text/source.ts";
import type { Records, SheetRecord, TextRows } from "../1-records/records.ts";
import { columnNumbers } from "../column-numbers.ts";
import { familyNameHeads, fullNameHeads, givenNameHeads, wordsBesideNames } from "../vocabulary.ts";
import { findHeader, headerRows } from "./find-header.ts";
import type { Target, Targets } from "./targets.ts";

/** A name that stands in two columns, `Nguyễn Văn` and `An`. */
interface JoinedName {
  /** Ordinal of the column with the family name; the given name stands in the next one. */
  readonly first: number;
  /** Their heads as they are written. */
  readonly heads: readonly [string, string];
  /** The first name of the sheet, joined. */
  readonly found?: string;
}

export interface JoinedRecords extends Records {
  readonly joined?: JoinedName;
}

/** The two columns, by the index of the first; `head`: the row that has two heads, by its index, and what is read in place of them. */
interface Halves extends JoinedName {
  readonly at: number;
  readonly head?: { readonly row: number; readonly name: string };
  /** Index of the last row of the header. */
  readonly last: number;
  /** Below one head: are given names of several words few among the others? */
  readonly mayBeLong?: boolean;
}

/**
 * The same records, but that a name in two columns, as schools write it, stands joined in the first of them: below `Họ và tên` merged
 * over both, or below `Họ đệm` and `Tên` where the rubric has one column for them.
 */
export function withJoinedName(targets: Targets, records: Records): JoinedRecords {
  const rows = records.head(headerRows);
  const halves = underTwoHeads(rows, targets) ?? underOneHead(rows, targets);
  if (!halves) return records;
  const { first, heads, found } = halves;
  return {
    ...records,
    get problem() {
      return records.problem;
    },
    joined: { first, heads, ...(found !== undefined && { found }) },
    head: (n) => records.head(n).map((cells, row) => joinedCells(cells, row, halves)),
    async *rows() {
      let row = 0;
      for await (const batch of records.rows()) yield batch.map((record) => joinedRecord(record, row++, halves));
    },
  };
}

/** Says that two columns are read as one name. */
export function reportJoined(
  { joined }: JoinedRecords,
  placeOf: (column: number) => Place,
  diagnostics: Diagnostics,
): void {
  if (!joined) return;
  const { first, heads, found } = joined;
  const letters = [first, first + 1].map(columnLetters);
  diagnostics.report("D159", { head: heads.filter(Boolean).join(" + "), letters, found }, placeOf(first));
}

function joinedRecord(record: SheetRecord, row: number, halves: Halves): SheetRecord {
  const { merged } = record;
  const above = merged && new Map([...merged].map(([at, each]) => [at, joinedRecord(each, row, halves)] as const));
  return { ...record, cells: joinedCells(record.cells, row, halves), ...(above && { merged: above }) };
}

function joinedCells(
  cells: readonly string[],
  row: number,
  { at, heads, head, last, mayBeLong }: Halves,
): readonly string[] {
  const halves = [at, at + 1].map((each) => clean(cells[each] ?? ""));
  const [family = "", given = ""] = halves;
  // The head may stand there once more, as on the next printed page.
  const isHead = head && (row === head.row || (row > last && heads.every((text, each) => text === halves[each])));
  if (isHead) return cells.with(at, head.name).with(at + 1, "");
  const isHalf = head ? /^\P{N}+$/u.test(given) : isOneWord(given) || (mayBeLong && areWords(given));
  if (row <= last || !isHalf || columnNumbers(cells)) return cells;
  return cells.with(at, `${family} ${given}`.trim()).with(at + 1, "");
}

const isOneOf = (words: readonly string[]): ((text: string) => boolean) => {
  const known = spelledWords(words, fold);
  return (text) => known.has(fold(text));
};
const isFamilyHead = isOneOf(familyNameHeads);
const isGivenHead = isOneOf(givenNameHeads);
const isBesideNames = isOneOf(wordsBesideNames);

const isFullName = ({ kind, names }: Target): boolean =>
  kind === "column" && names.some((name) => fullNameHeads.some((head) => fold(name).startsWith(fold(head))));

/** Two heads side by side, neither of which means anything else, where the rubric has one column for names and the sheet none. */
function underTwoHeads(rows: TextRows, { all, named }: Targets): Halves | undefined {
  const [target, another] = all.filter(isFullName);
  if (!target || another) return undefined;
  const means = (text: string, most: Target[]): boolean =>
    named(text)?.meanings.every((each) => most.includes(each)) ?? true;
  for (const [row, cells] of rows.entries()) {
    const at = cells.findIndex((text, each) => isFamilyHead(text) && isGivenHead(cells[each + 1] ?? ""));
    if (at < 0) continue;
    const heads = [clean(cells[at] as string), clean(cells[at + 1] as string)] as const;
    if (!means(heads[0], []) || !means(heads[1], [target])) return undefined;
    // Below a head that says the same they only say it again.
    const isSaid = named(rows[row - 1]?.[at] ?? "")?.meanings.includes(target) ?? false;
    const [id = "", name = id] = target.names;
    const head = { row, name: isSaid ? "" : name };
    const header = findHeader(
      rows.map((each, index) => (index === row ? each.with(at, head.name).with(at + 1, "") : each)),
      { all, named },
    );
    if (!header || row < header.first || row > header.last + (isSaid ? 1 : 0)) return undefined;
    const isTwice = header.names.some((each, index) => index !== at && named(each)?.meanings.includes(target));
    const last = Math.max(header.last, row);
    return isTwice ? undefined : { first: at + 1, at, heads, head, last, ...foundIn(rows, at, last) };
  }
  return undefined;
}

/** One head, and none over the next column, which has given names and nothing that may be something else. */
function underOneHead(rows: TextRows, targets: Targets): Halves | undefined {
  const header = findHeader(rows, targets);
  if (!header) return undefined;
  const { names, last } = header;
  const at = names.findIndex(
    (name, index) => (names[index + 1] ?? name) === "" && (targets.named(name)?.meanings ?? []).some(isFullName),
  );
  if (at < 0) return undefined;
  const below = rows.slice(last + 1).filter((cells) => clean(cells[at] ?? "") !== "" && !columnNumbers(cells));
  const beside = below.map((cells) => clean(cells[at + 1] ?? ""));
  const given = beside.filter(isOneWord);
  const longer = beside.filter((text) => areWords(text) && !isOneWord(text));
  const isNames = given.some((text) => text.length > 1 && !isBesideNames(text));
  const isOverMore = names[at + 2] === "" && below.some((cells) => clean(cells[at + 2] ?? "") !== "");
  // One word in all rows says the same of all of them.
  const isSame = given.length > 1 && new Set(given).size === 1;
  if (!isNames || isOverMore || isSame) return undefined;
  const mayBeLong = 2 * longer.length <= given.length;
  return { first: at + 1, at, heads: [names[at] as string, ""], last, mayBeLong, ...foundIn(rows, at, last) };
}

/** A given name that stands alone is a single word in capitals or with a capital letter: nothing is joined that may be a remark. */
const isOneWord = (text: string): boolean => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text);

/** `Cúc Phương` beside `Trần`. */
const areWords = (text: string): boolean => text.split(" ").length <= 3 && text.split(" ").every(isOneWord);

function foundIn(rows: TextRows, at: number, last: number): Pick<JoinedName, "found"> {
  const halves = rows.slice(last + 1).map((cells) => [at, at + 1].map((each) => clean(cells[each] ?? "")));
  const found = halves.find((texts) => texts.every((text) => /^\P{N}+$/u.test(text)));
  return found ? { found: found.join(" ") } : {};
}
