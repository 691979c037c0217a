import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { read, SSF } from "@e965/xlsx";
import { doubleText } from "../../../number/double.ts";
import type { WorkbookProblem } from "../records.ts";
import { uncomputed } from "../records.ts";
import type { Tab } from "./tab.ts";

/**
 * The tabs of an xlsx or xls workbook, read by SheetJS; `only`: the one that is wanted, where not all are; `isUncomputed`: see
 * {@link Traits}.
 */
export function sheetjsTabs(
  file: Buffer,
  only: string | undefined,
  isUncomputed = false,
): readonly Tab[] | WorkbookProblem {
  let book: WorkBook;
  try {
    // Formulas, to know of cells whose formula nobody has computed; styles, for what is hidden.
    const kept = { cellFormula: true, sheetStubs: true, cellStyles: true, cellNF: true };
    const unused = { cellHTML: false, cellText: false };
    book = read(file, { type: "buffer", dense: true, ...kept, ...unused, ...(only !== undefined && { sheets: only }) });
  } catch {
    // The library throws whatever it meets in bytes that are no workbook.
    return { kind: "damaged" };
  }
  const traits: Traits = {
    is1904: book.Workbook?.WBProps?.date1904 === true,
    isUncomputed: isUncomputed || /^(?:1|true)$/.test(calculation(book).fullCalcOnLoad ?? ""),
  };
  const tabs: Tab[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (only !== undefined && name !== only) tabs.push(emptyTab(name));
    else if (!sheet) return { kind: "damaged" };
    else if (isBoundless(sheet)) return { kind: "large", limit: mostRows };
    // A chart has a tab of its own and no cells.
    else if (sheet["!type"] === undefined || sheet["!type"] === "sheet")
      tabs.push(tabOf(name, sheet, (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0, traits));
  }
  return tabs;
}

/** What holds for all cells of a book. */
interface Traits {
  /** Its days count from 1904. */
  readonly is1904: boolean;
  /** A program that does not compute wrote it, and 0 or nothing as the result of each formula of which it knew none: all are to be computed by who opens it. */
  readonly isUncomputed: boolean;
}

/** The types of the library do not tell of it. */
const calculation = ({ Workbook }: WorkBook): { readonly fullCalcOnLoad?: string } =>
  (Workbook as { readonly CalcPr?: { readonly fullCalcOnLoad?: string } } | undefined)?.CalcPr ?? {};

/** As many as spreadsheets have. */
const [mostRows, mostColumns] = [1 << 20, 1 << 14];

/** A file may name a cell beyond all rows and columns. */
function isBoundless(sheet: WorkSheet): boolean {
  const data = (sheet["!data"] ?? []) as readonly (readonly unknown[] | undefined)[];
  if (data.length > mostRows || (sheet["!rows"]?.length ?? 0) > mostRows) return true;
  return (
    (sheet["!cols"]?.length ?? 0) > mostColumns || data.some((row) => row !== undefined && row.length > mostColumns)
  );
}

const emptyTab = (name: string): Tab => ({
  name,
  row: () => ({ text: () => "", isNumber: () => false, shown: () => "" }),
  rows: 0,
  texts: () => [],
  merges: [],
  width: 0,
  hidden: { isTab: false, rows: [], columns: [] },
});

function tabOf(name: string, sheet: WorkSheet, isTab: boolean, traits: Traits): Tab {
  const data = (sheet["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const read = cellReader(traits);
  const filled = (row: (typeof data)[number]): number =>
    (row?.findLastIndex((cell) => cell !== undefined && (cell.t !== "z" || isFormula(cell))) ?? -1) + 1;
  return {
    name,
    row: (row) => {
      const cells = data[row] ?? [];
      return {
        text: (at) => read.text(cells[at]),
        isNumber: (at) => read.isNumber(cells[at]),
        shown: (at) => read.shown(cells[at]),
      };
    },
    rows: data.length,
    *texts() {
      for (const row of data) {
        for (const cell of row ?? []) if (cell?.t === "s" && typeof cell.v === "string") yield cell.v;
      }
    },
    merges: (sheet["!merges"] ?? []).flatMap(({ s, e }) =>
      e.r > s.r ? [{ first: s.r, last: Math.min(e.r, data.length - 1), column: s.c }] : [],
    ),
    width: data.reduce((width, row) => Math.max(width, filled(row)), 0),
    hidden: { isTab, rows: hiddenIn(sheet["!rows"]), columns: hiddenIn(sheet["!cols"]) },
  };
}

/** Lists of rows and columns have holes for those of which nothing is known. */
const hiddenIn = (infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): readonly number[] =>
  [...(infos ?? []).entries()].flatMap(([at, info]) => (info?.hidden ? [at + 1] : []));

const isFormula = ({ f, F }: CellObject): boolean => f !== undefined || F !== undefined;

/** Reads cells with the formats of numbers that this book has. */
function cellReader({ is1904, isUncomputed }: Traits) {
  const kinds = new Map<string, NumberKind>();
  const kindOf = ({ z }: CellObject): NumberKind => {
    const format = `${z ?? "General"}`;
    const known = kinds.get(format) ?? numberKind(format);
    kinds.set(format, known);
    return known;
  };
  const isPending = (cell: CellObject): boolean => isUncomputed && (cell.v === 0 || cell.v === "") && isFormula(cell);
  const isNumber = (cell: CellObject | undefined): cell is CellObject => cell?.t === "n" && !isPending(cell);
  function text(cell: CellObject | undefined): string {
    if (cell === undefined) return "";
    switch (cell.t) {
      case "n":
        return isPending(cell) ? uncomputed : numberText(cell.v as number, kindOf(cell), is1904);
      case "s":
        return isPending(cell) ? uncomputed : ((cell.v as string | undefined) ?? "");
      case "b":
        return cell.v === true ? "TRUE" : "FALSE";
      case "e":
        return errorTexts[cell.v as number] ?? "#ERROR!";
      default:
        return isFormula(cell) ? uncomputed : "";
    }
  }
  return {
    text,
    isNumber,
    /** Dates are shown as the country of the reader has it: their text is the same everywhere. A number too long to be kept has no digits to show. */
    shown: (cell: CellObject | undefined): string => {
      const own = text(cell);
      const isShown = isNumber(cell) && kindOf(cell) === "number" && !own.includes("E");
      return (isShown ? formatted(cell) : undefined) ?? own;
    },
  };
}

type NumberKind = "general" | "number" | "percent" | "date";

/** What the format of a number says that it is. */
function numberKind(format: string): NumberKind {
  if (format === "General") return "general";
  if (SSF.is_date(format)) return "date";
  return /%/.test(format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, "")) ? "percent" : "number";
}

function numberText(value: number, kind: NumberKind, is1904: boolean): string {
  switch (kind) {
    case "date":
      return dateText(value, is1904);
    case "percent":
      return `${doubleText(value, 2)}%`;
    case "general":
    case "number":
      return doubleText(value);
  }
}

/** `007`; undefined for a format that shows something else than a number with more or fewer zeros. */
function formatted({ z, v }: CellObject): string | undefined {
  try {
    const shown: unknown = SSF.format(`${z}`, v);
    return typeof shown === "string" && shown.trim() !== "" ? shown.trim() : undefined;
  } catch {
    return undefined;
  }
}

/** A serial number of days as a date, with its time of day where it has one; one below a day is a time. */
function dateText(value: number, is1904: boolean): string {
  const parsed: DateCode | null = value < 0 ? null : SSF.parse_date_code(value, { date1904: is1904 });
  if (!parsed) return doubleText(value);
  const { y, m, d, H, M, S } = parsed;
  const two = (part: number): string => `${part}`.padStart(2, "0");
  const time = H + M + S === 0 ? "" : `${two(H)}:${two(M)}:${two(S)}`;
  if (value < 1 && !is1904) return time || "1899-12-31";
  return `${`${y}`.padStart(4, "0")}-${two(m)}-${two(d)}${time && ` ${time}`}`;
}

interface DateCode {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

/** Codes of error cells, [MS-XLS] 2.5.10. */
const errorTexts: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
