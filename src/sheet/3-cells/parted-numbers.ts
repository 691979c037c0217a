import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { DecimalMark } from "../../model/plan.ts";
import type { SpelledWords } from "../../text/fold.ts";
import { spelledWords, spelling } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { Delimiter, Records, SheetRecord } from "../1-records/records.ts";
import { figureNames, remarkNames } from "../vocabulary.ts";

/**
 * Watches a file with commas for numbers such as `89,5` that the delimiter has parted. Where the last column is not used, or the
 * row ends in a blank cell more than others, all cells behind such a number may have moved by one and the row still fits: then
 * it can be read in two ways.
 */
export interface PartedNumbers {
  /** A row of somebody, without an error of its own. */
  see(record: SheetRecord, key: string): void;
  /** A row with as many cells as the header whose last cell {@link leaves} did not ask for. */
  seeFitting(): void;
  /** The column of which some cells are to be seen, by its ordinal, 0 for none; and which, by their first byte. */
  readonly last: number;
  leaves(firstByte: number): boolean;
  /** After the last row. `marks`: those of the decimals in the file. */
  finish(marks: readonly DecimalMark[]): void;
}

/** Could a text stand in a column that is read? By its ordinal. */
export type ReadableTexts = ReadonlyMap<number, (text: string) => boolean>;

interface Parted {
  readonly line: number;
  readonly column: number;
  readonly key: string;
  readonly whole: string;
  readonly fraction: string;
}

/** `words`: columns, by their ordinals, where a bare number is told although the row ends in a blank cell. */
export function createPartedNumbers(
  names: readonly string[],
  delimiter: Delimiter | undefined,
  columns: ReadableTexts,
  place: Records["place"],
  diagnostics: Diagnostics,
  words: ReadonlySet<number> = new Set(),
): PartedNumbers {
  const width = names.findLastIndex((name) => name !== "") + 1;
  const hasCommas = delimiter === ",";
  const last = hasCommas && !columns.has(width) ? width : 0;
  const isCalled = (known: SpelledWords, ordinal: number): boolean => known.has(spelling(names[ordinal - 1] ?? ""));
  let first: Parted | undefined;
  let count = 0;
  /** The same in rows that seem whole but for a blank cell beyond the header: told only where others have fewer. */
  let firstBeyond: Parted | undefined;
  let countBeyond = 0;
  /** Something else than such a number stands in the last column of somebody, or nothing; such a number where remarks or words do. */
  let [hasWords, hasBlank, isInRemarks, isInLast] = [false, false, false, false];
  /** Blank cells beyond the header: the fewest that a row has, and the most of a row with such a number. */
  let [least, most] = [Number.POSITIVE_INFINITY, 0];

  const isReadable = (ordinal: number, text: string): boolean => text === "" || (columns.get(ordinal)?.(text) ?? true);

  /**
   * The column whose number may go on in the next one, so that all cells behind it belong one column to the left. `isLong`: the row
   * has a cell for them all.
   */
  function partedAt(cells: readonly string[], isLong: boolean): number | undefined {
    for (let ordinal = width - 1; ordinal > 0; ordinal--) {
      const [whole, fraction] = [cells[ordinal - 1] as string, cells[ordinal] as string];
      const isParted = /^[-+\u2212]?\d+$/.test(whole) && /^\d{1,3} ?%?$/.test(fraction);
      if (isParted && columns.get(ordinal)?.(`${whole},${fraction}`)) return ordinal;
      // This cell would have to stand one column to the left; words in a column of remarks are at home.
      const isAtHome = !isLong && isCalled(remarks, ordinal + 1) && !isFigure(fraction);
      if (isAtHome || !isReadable(ordinal, fraction)) return undefined;
    }
    return undefined;
  }

  return {
    last,
    leaves: (byte) => !hasWords || (byte >= 0x30 && byte <= 0x39),
    seeFitting() {
      least = 0;
      // What is not blank was asked for until there was a word.
      hasBlank ||= !hasWords;
    },
    see({ line, cells: raw }, key) {
      if (!hasCommas) return;
      const extra = Math.max(0, raw.length - names.length);
      least = Math.min(least, extra);
      // Lists may leave out blank cells at the end of a row.
      const cells = Array.from({ length: width }, (_, at) => cellText(raw[at] ?? ""));
      const isBlank = last === 0 || cells[last - 1] === "";
      hasBlank ||= isBlank;
      const isFigureLast = isFigure(cells[width - 1] as string);
      const moved = isBlank && words.size === 0 ? undefined : partedAt(cells, false);
      const isShort = moved !== undefined && words.has(moved + 1) && cells[width - 1] === "";
      const fitting = isShort || !isBlank ? moved : undefined;
      const column = fitting ?? (extra > 0 ? partedAt(cells, true) : undefined);
      hasWords ||= !isBlank && !isFigureLast && column === undefined;
      if (column === undefined) return;
      most = Math.max(most, extra);
      const found = { line, column, key, whole: cells[column - 1] as string, fraction: cells[column] as string };
      if (fitting === undefined) {
        countBeyond++;
        firstBeyond ??= found;
        return;
      }
      count++;
      isInLast ||= isFigureLast;
      isInRemarks ||= words.has(column + 1) || isCalled(remarks, column + 1) || isCalled(remarks, last);
      first ??= found;
    },
    finish(marks) {
      const isLonger = most > least;
      const told = first ?? (isLonger ? firstBeyond : undefined);
      if (!told || marks.includes(".")) return;
      const { line, column, ...found } = told;
      const all = count + (isLonger ? countBeyond : 0);
      const parameters = { ...found, count: all, header: names[width - 1] as string };
      const isCertain = isInRemarks || (hasWords && isInLast) || isLonger;
      const ofWords = { header: undefined, words: names[column] as string };
      if (isCertain)
        diagnostics.report("D127", { ...parameters, ...(words.has(column + 1) && ofWords) }, place(line, column));
      else if (hasWords || marks.length > 0) return;
      else if (hasBlank) diagnostics.report("D128", parameters, place(line, column));
      else if (!isCalled(figures, last)) diagnostics.report("D129", parameters, place(line, column));
    },
  };
}

const isFigure = (text: string): boolean => /^\d* ?%?$/.test(text);

const remarks = spelledWords(remarkNames);
const figures = spelledWords(figureNames);
