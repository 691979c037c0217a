import type { Bilingual } from "../../text/bilingual.ts";
import type { Place } from "../../text/source.ts";
import { headBytes } from "./bytes.ts";
import type { PlainRows } from "./csv/bulk/plain-rows.ts";
import type { Encoding } from "./encodings/decode.ts";
import type { OldFont } from "./encodings/detect.ts";

/** One row of a sheet as text. */
export interface SheetRecord {
  /** Physical line on which the row starts, also behind cells with line breaks. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Absent in a text file, whose cells are all texts. */
  readonly numbers?: NumberCells;
  /** Cells of a workbook that are merged with one above, by their index: its row. */
  readonly merged?: ReadonlyMap<number, SheetRecord>;
}

/** What a workbook knows of the cells of a row that hold a number or a date and no text, by their index. */
export interface NumberCells {
  has(at: number): boolean;
  /** As it is shown: 7 may be `007`. Of a cell that {@link has}. */
  shown(at: number): string;
}

/** What a cell of a workbook holds whose formula nobody has computed: what it would give is not in the file. */
export const uncomputed = "=…";

/** Rows as text alone, where nobody asks where they stand. */
export type TextRows = readonly (readonly string[])[];

/** The rows of one sheet, whatever it is written on. */
export interface Records {
  /** File name as given, with `#tab` where there is one. */
  readonly name: string;
  readonly tab?: OfTab;
  /** Of a text file. */
  readonly encoding?: Encoding;
  /** What parts the cells; only a text file has such a mark. */
  readonly delimiter?: Delimiter;
  /** The first `n` rows at most, by the same indexes as in `rows`. */
  head(n: number): TextRows;
  /** All rows, blank ones too, in batches as they are read: memory is that of one batch. What the bytes throw passes through. `plain` takes rows from their bytes where it is there when their turn comes. */
  rows(plain?: () => PlainRows | undefined): AsyncIterable<readonly SheetRecord[]>;
  /** Why nothing could be read at all, or, behind `rows`, why they ended early. */
  readonly problem: RecordProblem | undefined;
  place(line: number, column?: number): Place;
  /** For a sheet that is not read to its end. */
  close(): Promise<void>;
}

/** What a tab of a workbook is besides its rows. */
interface OfTab {
  readonly name: string;
  readonly hidden: HiddenParts;
}

/** What somebody who looks at a tab does not see. */
export interface HiddenParts {
  readonly isTab: boolean;
  /** Numbers from 1. */
  readonly rows: readonly number[];
  /** Ordinals from 1. */
  readonly columns: readonly number[];
}

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How sure it is that these are the first rows of the sheet that is looked for; infinite: they can be no other. */
export type Likeness = (rows: TextRows) => number;

/** Why a file cannot be read, or not to its end. */
export type RecordProblem =
  | { readonly kind: "workbook"; readonly why: WorkbookProblem }
  | { readonly kind: "blank" }
  /** In place of a mark between cells. */
  | { readonly kind: "spaces" }
  | { readonly kind: "encoding"; readonly line: number; readonly found: Bilingual }
  /** Text of old fonts, which looks like other letters. */
  | OldFont
  | { readonly kind: "quote"; readonly line: number; readonly what: QuoteProblem }
  | { readonly kind: "long"; readonly line: number };

export type WorkbookProblem =
  | { readonly kind: "damaged" }
  | { readonly kind: "protected" }
  /** `limit`: most bytes unpacked, or most cells. */
  | { readonly kind: "large"; readonly limit: number }
  /** Something else, whatever its name is. */
  | { readonly kind: "foreign"; readonly found: Bilingual }
  | { readonly kind: "tab"; readonly tab: string; readonly tabs: readonly string[] };

/** Why a row cannot be taken apart: a quotation mark stands where none may, or never closes. */
export type QuoteProblem = "unclosed" | "behind_closing";

/** Most bytes of one row. */
export const longestRecord = headBytes;
