import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { columnLetters } from "../../model/places.ts";
import type { DecimalMark } from "../../model/plan.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import type { Records } from "../1-records/records.ts";
import type { At } from "./fault.ts";
import type { NumberReading } from "./number-text.ts";
import { hasPercent } from "./number-text.ts";
import type { PercentScan } from "./percent-scan.ts";
import { createPercentScan } from "./percent-scan.ts";

/**
 * Finds out what the marks in the numbers of a file mean. Every number is read as a decimal; whether one that may as well be
 * thousands is one, the narrowest evidence decides: its target (before it comes here), a stated mark, the other cells of its
 * column, the file. What nothing decides is asked.
 */
export interface DecimalMarks {
  /** A number that was read; `couldBeThousands`: its target takes that reading too. */
  see(text: string, read: NumberReading, couldBeThousands: boolean, at: At): void;
  /** A number of a column that may hold percentages or others. */
  seePercent(text: string, read: NumberReading, at: At): void;
  /** A score that stands before the most that it can be: `50.00 / 60`. */
  seeOutOf(text: string, score: string, at: At): void;
  /** A number whose thousands are set apart. */
  seeThousands(at: At): void;
  isStated(mark: DecimalMark | undefined): boolean;
  /** Does another number with this mark, that can be no thousands, tell nothing new of the column? */
  isClear(mark: DecimalMark, column: number): boolean;
  /** Was this the last number, and is it to be seen again where it stands again? */
  asks(text: string): boolean;
  /** When the whole file is read: its marks, in the order of its columns. `nameOf`: a column by its ordinal. */
  finish(nameOf: (ordinal: number) => string): readonly DecimalMark[];
  /** After that: the mark of a column whose numbers have one, and no question about it. */
  of(ordinal: number): DecimalMark | undefined;
}

/** For files that this program wrote, and for figures that are compared only: nobody is asked about these. */
export const unwatched: DecimalMarks = {
  see: () => undefined,
  seePercent: () => undefined,
  seeOutOf: () => undefined,
  seeThousands: () => undefined,
  isStated: () => false,
  isClear: () => false,
  asks: () => false,
  finish: () => [],
  of: () => undefined,
};

interface Evidence extends At {
  readonly mark: DecimalMark;
  readonly text: string;
  readonly read: NumberReading;
}

interface ColumnEvidence {
  /** The first number by each mark that can be no thousands; by the limits of its target alone where `isBounded`. */
  readonly clear: Map<DecimalMark, Evidence>;
  isBounded: boolean;
  /** The first number by each mark that may be thousands, and how many there are. */
  readonly unclear: Map<DecimalMark, Evidence>;
  unclearCount: number;
  hasThousands: boolean;
  /** A number such as 1500 shows that the column sets no thousands apart. */
  hasPlainThousands: boolean;
}

/** `stated`: the mark that the rubric or the command line names. */
export function createDecimalMarks(
  place: Records["place"],
  diagnostics: Diagnostics,
  stated: DecimalMark | undefined,
): DecimalMarks {
  const columns = new Map<number, ColumnEvidence>();
  const percents = new Map<number, PercentScan>();
  /** The first of each column, in any order. */
  const outOf = new Map<number, { readonly text: string; readonly score: string; readonly line: number }>();
  const settled = new Map<number, DecimalMark>();
  let lastUnclear: string | undefined;

  function columnAt(at: At): ColumnEvidence {
    const known = columns.get(at.column);
    if (known) return known;
    const added: ColumnEvidence = {
      clear: new Map(),
      unclear: new Map(),
      isBounded: true,
      unclearCount: 0,
      hasThousands: false,
      hasPlainThousands: false,
    };
    columns.set(at.column, added);
    return added;
  }

  return {
    see(text, read, couldBeThousands, at) {
      const { mark, value, thousands } = read;
      lastUnclear = undefined;
      if (at.isNumber) return;
      const column = columnAt(at);
      if (mark === undefined) {
        column.hasPlainThousands ||= isThousand(value);
        return;
      }
      const evidence: Evidence = { mark, text, read, line: at.line, column: at.column };
      const isUnclear = couldBeThousands && mark !== stated;
      const known = isUnclear ? column.unclear : column.clear;
      if (!known.has(mark)) known.set(mark, evidence);
      if (isUnclear) {
        column.unclearCount++;
        lastUnclear = text;
      } else if (thousands === undefined || mark === stated) column.isBounded = false;
    },
    seePercent(text, { value }, at) {
      const scan = percents.get(at.column) ?? createPercentScan(place, diagnostics, undefined);
      percents.set(at.column, scan);
      scan.see(value, hasPercent(text), text, at);
    },
    seeOutOf(text, score, { line, column }) {
      if (!outOf.has(column)) outOf.set(column, { text, score, line });
    },
    seeThousands(at) {
      columnAt(at).hasThousands = true;
    },
    isStated: (mark) => mark !== undefined && mark === stated,
    isClear(mark, ordinal) {
      const column = columns.get(ordinal);
      return column?.clear.has(mark) === true && !column.isBounded;
    },
    asks: (text) => text === lastUnclear,
    finish(nameOf) {
      const ordered = [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
      const marks = new Set(ordered.flatMap(({ clear }) => [...clear.keys()]));
      for (const column of ordered) settle(column, nameOf);
      for (const [ordinal, scan] of percents) scan.finish(nameOf(ordinal));
      for (const [ordinal, { text, score, line }] of outOf)
        diagnostics.report("D257", { header: nameOf(ordinal), found: text, score }, place(line, ordinal));
      const assumed = ordered.flatMap(({ unclear }) => [...unclear.keys()]);
      return [...new Set([...marks, ...assumed])];

      function settle(column: ColumnEvidence, name: typeof nameOf): void {
        const [clear] = column.clear.values();
        const [unclear] = column.unclear.values();
        const found = [...column.clear.values(), ...column.unclear.values()];
        const foreign = found.find(({ mark }) => stated !== undefined && mark !== stated);
        const [first, ...others] = found;
        const other = others.find(({ mark }) => mark !== first?.mark);
        if (foreign) reportForeign(foreign);
        else if (first && other) reportMixed(first, other);
        else if (unclear && !isDecimal(column, unclear, marks)) reportUnclear(unclear, name);
        else if (first) {
          settled.set(first.column, first.mark);
          if (clear && column.isBounded) noteBounded(clear, name);
        }
      }
    },
    of: (ordinal) => settled.get(ordinal),
  };

  function reportForeign({ mark, text, read, line, column }: Evidence): void {
    const proper = text.replace(mark, stated as DecimalMark);
    const { thousands } = read;
    // Whoever parts thousands is not led to the reading as a decimal.
    const ways =
      thousands === undefined
        ? { proper, other: mark }
        : { thousands: formatDecimal(thousands), proper: longer(proper) };
    diagnostics.report("D130", { found: text, mark, stated: stated as DecimalMark, ...ways }, place(line, column));
  }

  /** Which of the two is wrong nobody can tell. The later one is where it shows. */
  function reportMixed(one: Evidence, another: Evidence): void {
    const isBefore = one.line - another.line || one.column - another.column;
    const [first, found] = isBefore < 0 ? [one, another] : [another, one];
    diagnostics.report(
      "D112",
      { found: found.text, first: first.text, cell: `${columnLetters(first.column)}${first.line}` },
      place(found.line, found.column),
      [{ place: place(first.line, first.column), message: phrase("the other mark") }],
    );
  }

  function reportUnclear({ mark, text, read, line, column }: Evidence, nameOf: (ordinal: number) => string): void {
    const readings = { decimal: formatDecimal(read.value), thousands: formatDecimal(read.thousands as Exact) };
    const parameters = { header: nameOf(column), found: text, mark, ...readings, longer: longer(text) };
    diagnostics.report("D113", parameters, place(line, column));
  }

  function noteBounded({ text, read, line, column }: Evidence, nameOf: (ordinal: number) => string): void {
    const parameters = { header: nameOf(column), found: text, thousands: formatDecimal(read.thousands as Exact) };
    diagnostics.report("D131", parameters, place(line, column));
  }
}

/** Do the column's other cells or, for a single one, the other columns show that it is a decimal? */
function isDecimal(
  { clear, unclearCount, hasThousands, hasPlainThousands }: ColumnEvidence,
  { mark }: Evidence,
  marksOfFile: ReadonlySet<DecimalMark>,
): boolean {
  if (hasThousands) return false;
  if (clear.has(mark) || hasPlainThousands) return true;
  return unclearCount === 1 && marksOfFile.size === 1 && marksOfFile.has(mark);
}

/** With one zero more it can be no thousands. */
const longer = (text: string): string => text.replace(/\d(?=\D*$)/, "$&0");

const isThousand = (value: Exact): boolean => compare(value, 1000) >= 0 || compare(value, -1000) <= 0;
