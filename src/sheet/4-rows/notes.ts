import { columnLetters } from "../../model/places.ts";
import type { DecimalMark } from "../../model/plan.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { inBoth } from "../../text/bilingual.ts";
import { compareText } from "../../text/order.ts";
import { phrase } from "../../text/phrase.ts";
import type { Stretch } from "../../text/stretches.ts";
import { stretchesText, stretchText } from "../../text/stretches.ts";
import type { Encoding } from "../1-records/encodings/decode.ts";
import type { Delimiter, HiddenParts } from "../1-records/records.ts";
import type { AbsentColumn } from "../2-header/absent-column.ts";
import { shownValue } from "../2-header/absent-column.ts";
import type { LongForm } from "../2-header/long-form.ts";
import type { Target } from "../2-header/targets.ts";
import type { Passed } from "./corrected-records.ts";
import type { FilePeriod } from "./file-period.ts";

/** What was assumed of a file, and how much of it was read. */
export interface SheetNotes {
  /** With the tab of a workbook. */
  readonly file: string;
  /** The same as results call it, where that is not its name. */
  readonly recorded?: string;
  /** Index of what was given; a workbook has several tabs. */
  readonly input: number;
  /** Of a tab of a workbook, besides others that are read: why it is not. */
  readonly leftOut?: "no scores" | "unfilled";
  /** Of a text file, where it is not UTF-8. */
  readonly encoding?: Encoding;
  /** What is hidden in a workbook and was read. */
  readonly hidden?: HiddenParts;
  /** Rows passed on. */
  readonly rows: number;
  /** Rows left out because of an error. */
  readonly broken: number;
  /** Absent for a file of which nothing could be read, and for one whose cells need no mark between them. */
  readonly delimiter?: Delimiter;
  /** None where no number of the file has decimals, two where its columns differ. */
  readonly decimalMarks: readonly DecimalMark[];
  readonly headerLine?: number;
  /** In the order of the sheet; of those without a name and without a meaning nothing is known. */
  readonly columns: readonly ColumnNote[];
  readonly titles: readonly { readonly line: number; readonly text: string }[];
  /** Present for a sheet with one row for each item of somebody. */
  readonly long?: LongForm;
  /** Columns that the sheet has not: everybody gets their default. */
  readonly absent: readonly AbsentColumn[];
  /** Rows that lack named cells at their end, which are read as blank. */
  readonly cutRows: number;
  /** Rows of a workbook with a cell that is merged with one above, which is read in each of them. */
  readonly filledRows: number;
  /** Rows in whose place others stood that came back mended; absent where there were none. */
  readonly corrected?: readonly CorrectedRow[];
  /** Rows that are nobody's, the first {@link listedRows} of them. */
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  readonly skippedLines: SkippedLines;
  /** Absent where each row says its own period. */
  readonly period?: { readonly name: string } & Pick<FilePeriod, "source" | "yearText">;
  /** Of rows whose cell for it is blank, as the command line says. */
  readonly blankPeriod?: string;
}

/** A column of the header. `taken`: what of the rubric it is, several where items that exclude each other share it. */
export interface ColumnNote {
  readonly name: string;
  /** Its head as it stands in the sheet, where it holds half of a name that is read joined. */
  readonly written?: string;
  readonly taken: readonly Target[];
  /** Of its numbers, where they have one. */
  readonly mark?: DecimalMark;
}

interface CorrectedRow {
  readonly line: number;
  readonly passed: Passed | undefined;
}

const isEmptied = ({ passed }: CorrectedRow): boolean => passed !== undefined && passed.now === undefined;

export interface SkippedRow {
  readonly line: number;
  readonly why: keyof typeof whySkipped;
  readonly text: string;
}

/** By why rows were left out. */
export type SkippedLines = ReadonlyMap<SkippedRow["why"], readonly Stretch[]>;

/** Names of the columns that the rubric does not use, of all sheets, in an order of their own. */
export const unusedNames = (notes: readonly SheetNotes[]): readonly string[] =>
  [
    ...new Set(
      notes.flatMap(({ columns, leftOut }) =>
        leftOut ? [] : columns.flatMap(({ name, taken }) => (name !== "" && taken.length === 0 ? [name] : [])),
      ),
    ),
  ].sort(compareText);

export const listedRows = 20;

/** The assumptions of one file in one line. */
export function describeNotes(notes: SheetNotes): Bilingual {
  const { headerLine, delimiter, period, titles } = notes;
  if (notes.leftOut === "no scores") return phrase("{file}: left out, no header with scores", { file: notes.file });
  if (notes.leftOut) return phrase("{file}: left out, a form that is not filled in", { file: notes.file });
  if (headerLine === undefined) return phrase("{file}: not read", { file: notes.file });
  const skipped = [...linesOf(notes.skipped), ...(notes.skippedCount > listedRows ? ["…"] : [])];
  const marks = notes.decimalMarks.map((each) => `"${each}"`);
  const parts = [
    phrase("rows: {count}", { count: notes.rows }),
    phrase("header in line {line}", { line: headerLine }),
    ...(delimiter ? [phrase('columns parted by "{mark}"', { mark: delimiter === "\t" ? "tab" : delimiter })] : []),
    ...(notes.encoding ? [phrase("read as {encoding}", { encoding: notes.encoding })] : []),
    ...(notes.hidden ? hiddenParts(notes.hidden) : []),
    ...(marks.length > 0 ? [phrase("decimal {count|mark|marks} {marks|and}", { count: marks.length, marks })] : []),
    ...(period ? [phrase("period {name} ({source})", { name: period.name, source: periodSource(period) })] : []),
    ...(titles.length > 0
      ? [phrase("title {count|line|lines} {lines}", { count: titles.length, lines: linesOf(titles) })]
      : []),
    ...(notes.skippedCount > 0
      ? [phrase("skipped {count|line|lines} {lines}", { count: notes.skippedCount, lines: skipped })]
      : []),
    ...(notes.long ? [describeLong(notes.long)] : []),
    ...notes.absent.map((absent) => {
      const parts = { id: absent.id, value: shownValue(absent) };
      return absent.isGroup && notes.skippedLines.has("title")
        ? phrase("no column `{id}`: {value} up to the first title of a group", parts)
        : phrase("no column `{id}`: everybody {value}", parts);
    }),
    ...(notes.cutRows > 0
      ? [phrase("cells left out at the end of {count} {count|row|rows}: blank", { count: notes.cutRows })]
      : []),
    ...(notes.filledRows > 0
      ? [
          phrase("cells merged downwards are read in each of {count} further {count|row|rows}", {
            count: notes.filledRows,
          }),
        ]
      : []),
    ...correctedParts(notes.corrected ?? []),
    ...(notes.broken > 0 ? [phrase("rows with errors: {count}", { count: notes.broken })] : []),
  ];
  return inBoth((language) => `${notes.file}: ${parts.map((part) => part[language]).join("; ")}`);
}

function correctedParts(corrected: readonly CorrectedRow[]): Bilingual[] {
  const [mended, emptied] = [false, true].map((wanted) =>
    corrected.flatMap((row) => (isEmptied(row) === wanted ? [row.line] : [])),
  ) as [number[], number[]];
  const said = (lines: readonly number[]) => ({ count: lines.length, lines: stretchesText(lines) });
  return [
    ...(mended.length > 0
      ? [phrase("mended {count|row|rows} put back in {count|line|lines} {lines}", said(mended))]
      : []),
    ...(emptied.length > 0 ? [phrase("{count|row|rows} emptied in {count|line|lines} {lines}", said(emptied))] : []),
  ];
}

function hiddenParts({ isTab, rows, columns }: HiddenParts): Bilingual[] {
  const listed = (texts: readonly string[]): string[] => [
    ...texts.slice(0, listedRows),
    ...(texts.length > listedRows ? ["…"] : []),
  ];
  return [
    ...(isTab ? [phrase("a hidden tab, read all the same")] : []),
    ...(rows.length > 0
      ? [
          phrase("hidden {count|row|rows} {rows}, read all the same", {
            count: rows.length,
            rows: listed(rows.map(String)),
          }),
        ]
      : []),
    ...(columns.length > 0
      ? [
          phrase("hidden {count|column|columns} {columns}, read all the same", {
            count: columns.length,
            columns: listed(columns.map(columnLetters)),
          }),
        ]
      : []),
  ];
}

const describeLong = ({ item, score }: LongForm): Bilingual =>
  phrase("one row for each item, named in column {item}, its score in {score}", {
    item: columnLetters(item),
    score: columnLetters(score),
  });

const linesOf = (lines: readonly { readonly line: number }[]): readonly string[] => lines.map(({ line }) => `${line}`);

function periodSource({ source, yearText }: NonNullable<SheetNotes["period"]>): Bilingual {
  return phrase('{source}[, its year from "{yearText}"]', { source: periodSources[source], yearText });
}

/** Whose rows came back emptied or with another key, one text for each. */
export const describePassed = ({ file, corrected = [] }: SheetNotes): Bilingual[] =>
  corrected.flatMap(({ line, passed }) => {
    if (!passed) return [];
    const { was, now } = passed;
    return now === undefined
      ? [phrase("{file}:{line}: emptied by --corrections: {text}", { file, line, text: was })]
      : [phrase("{file}:{line}: by --corrections {was} is {now} now", { file, line, was, now })];
  });

/** What stands in the lines that were not read as anybody's, one text for each: for who wants to see them. */
export function describeLines(notes: SheetNotes): Bilingual[] {
  const { file, titles, skipped } = notes;
  const lines = [
    ...titles.map(({ line, text }) => ({ line, text, what: titleLine })),
    ...skipped.map(({ line, text, why }) => ({ line, text, what: whySkipped[why] })),
  ];
  const told = lines.map(({ line, text, what }) => inBoth((language) => `${file}:${line}: ${what[language]}: ${text}`));
  return [...told, ...describePassed(notes)];
}

/** Which other lines were left out, where there are more than those whose texts are kept. */
export function describeRest({ file, skippedLines, skippedCount }: SheetNotes): Bilingual[] {
  if (skippedCount <= listedRows) return [];
  return [...skippedLines].map(([why, lines]) => {
    const all = lines.map(stretchText).join(", ");
    return inBoth((language) => `${file}: ${whySkipped[why][language]}: ${all}`);
  });
}

const titleLine: Bilingual = phrase("title");

const whySkipped = {
  "no key": phrase("skipped, neither a key nor scores"),
  "nothing but a key": phrase("skipped, nothing but a key"),
  maxima: phrase("skipped, a row of maxima"),
  weights: phrase("skipped, a row of weights"),
  head: phrase("skipped, the header once more"),
  total: phrase("skipped, a row of totals"),
  statistic: phrase("skipped, a row of statistics"),
  title: phrase("the title of a group"),
  "column numbers": phrase("skipped, numbers of the columns"),
} satisfies Readonly<Record<string, Bilingual>>;

const periodSources: Readonly<Record<FilePeriod["source"], Bilingual>> = {
  "command line": phrase("from the command line"),
  sheet: phrase("from the file name or title"),
  option: phrase("from --period"),
};
