import { unzipSync, zipSync } from "fflate";
import type { CellStyle, CellValue, DataValidation, Cell as HucreCell, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { clean } from "../../text/fold.ts";
import { shorten } from "../../text/visible.ts";
import type { Allowed, Book, Cell, Column, Tab } from "./book.ts";
import { letters } from "./book.ts";
import { pagesAcross, repeatedIn } from "./paper.ts";

/** More digits than spreadsheets keep make a text of a number. */
const keptDigits = 15;
/** From the best to the worst. */
const tints = ["E2F0D9", "EAF3FB", "FFF2CC", "FCE4D6"];
const headFill = { type: "pattern", pattern: "solid", fgColor: { rgb: "DDE3EA" } } as const;
const wrongFill = { type: "pattern", pattern: "solid", fgColor: { rgb: "F8CBAD" } } as const;
const line = { style: "thin", color: { rgb: "A6A6A6" } } as const;
const borders = { top: line, right: line, bottom: line, left: line } as const;

/** A workbook as the bytes of an xlsx file: the same book gives the same bytes, whatever the time. */
export async function bookBytes({ title, tabs }: Book): Promise<Uint8Array> {
  const names = uniqueNames(tabs.map(({ name }) => name));
  const sheets = tabs.map((tab, at) => sheetOf(tab, names[at] as string));
  const namedRanges = sheets.flatMap((sheet, at) => repeatedIn(sheet, tabs[at]?.headed));
  // Files have no time: a result that is computed again is the same.
  return packedAlike(
    await writeXlsx({
      sheets,
      namedRanges,
      properties: { title: kept(title), modified: new Date(Date.UTC(2000, 0, 1)) },
    }),
  );
}

/** Packed anew, as what machines and browsers have built in packs the same bytes in different ways. */
function packedAlike(zip: Uint8Array): Uint8Array {
  // Local time, which is all that a zip knows.
  return zipSync(unzipSync(zip), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Names of tabs have at most 31 characters, some of which are forbidden, and differ in more than case. */
function uniqueNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const bare =
      kept(text)
        .replace(/[[\]:*?/\\]/g, "-")
        .replace(/^'+|'+$/g, "")
        .slice(0, 31) || "-";
    let name = bare;
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = `${bare.slice(0, 31 - `${count}`.length - 1)} ${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function sheetOf(tab: Tab, name: string): WriteSheet {
  const { columns, titles, rows, notes = [], frozen = 0, headed = 0, isForm = false, lines, wrong = [] } = tab;
  // The row of the head of lines is blank.
  const head = lines ? titles.length : titles.length + (titles.length > 0 ? 1 : 0);
  const [first, last] = [head + 1, head + Math.max(1, rows.length)];
  const widths = columns.map((column, at) => widthOf(column, rows, at));
  const cells = new Map<string, Partial<HucreCell>>();
  const values: CellValue[][] = [];
  const put = (row: number, column: number, given: Cell, style: CellStyle): void => {
    const cell = typeof given === "string" ? kept(given) : given;
    const texts = values[row] ?? [];
    values[row] = texts;
    texts[column] = typeof cell === "object" ? null : (cell ?? null);
    cells.set(`${row},${column}`, { ...written(cell), style });
  };
  for (const [row, text] of titles.entries()) put(row, 0, text, { font: bold(row === 0 ? 14 : 11) });
  for (const [column, { head: text, note }] of columns.entries()) {
    if (lines) continue;
    put(head, column, text, headStyle);
    if (note !== undefined) Object.assign(cells.get(`${head},${column}`) as object, { comment: { text: note } });
  }
  for (const [at, row] of rows.entries()) {
    for (const [column, kind] of columns.entries()) {
      const style = cellStyle(kind, lines?.[at]);
      put(first + at, column, row[column], wrong[at]?.has(column) ? { ...style, fill: wrongFill } : style);
    }
  }
  for (const [at, text] of notes.entries()) put(last + 2 + at, 0, text, {});
  const filled = Array.from(values, (texts) => texts ?? []);
  const wide = `${letters(Math.max(0, columns.length - 1))}`;
  return {
    name,
    rows: filled,
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: heights(head, columns, rows, widths),
    ...(!lines && { freezePane: { rows: head + 1 + headed, columns: frozen } }),
    ...(rows.length > 0 && !lines && !isForm && { autoFilter: { range: `A${head + 1}:${wide}${last + 1}` } }),
    dataValidations: columns.flatMap(({ allowed }, at) =>
      allowed ? [validation(allowed, `${letters(at)}${first + 1}:${letters(at)}${last + 1}`, first + 1)] : [],
    ),
    conditionalRules: tintRules(tab, first, last),
    pageSetup: {
      paperSize: "a4",
      orientation: lines ? "portrait" : "landscape",
      fitToPage: true,
      fitToWidth: pagesAcross(widths, frozen),
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6 },
    },
    headerFooter: { oddFooter: "&R&P/&N" },
  };
}

/** What a cell can hold of a text, in UTF-16 units: spreadsheets take a longer one for damage. */
const mostInCell = 32_767;

/** A text as sheets are read: nothing unseen turns its direction. */
function kept(text: string): string {
  const whole = clean(text);
  return whole.length > mostInCell ? shorten(whole, mostInCell >> 1) : whole;
}

const bold = (size: number) => ({ name: "Calibri", bold: true, size }) as const;

const headStyle: CellStyle = {
  font: bold(11),
  fill: headFill,
  border: borders,
  alignment: { wrapText: true, vertical: "center", horizontal: "center" },
};

function numberFormat(places: Column["places"]): string {
  if (places === undefined) return "@";
  if (places === "general") return "General";
  if (places === "percent") return "0.0%";
  return places === 0 ? "0" : `0.${"0".repeat(places)}`;
}

/** @param depth of a line, which stands in no table */
function cellStyle({ places, isDate }: Column, depth: number | undefined): CellStyle {
  const numFmt = isDate ? "dd/mm/yyyy" : numberFormat(places);
  const alignment: CellStyle["alignment"] = {
    vertical: "top",
    // Numbers keep away from the texts beside them.
    ...(places === undefined ? { wrapText: true } : { horizontal: "right", indent: 1 }),
    ...(depth && { horizontal: "left", indent: 2 * depth }),
  };
  return { numFmt, alignment, ...(depth === undefined && { border: borders }) };
}

function written(cell: Cell): Partial<HucreCell> {
  if (typeof cell !== "object") return cell === undefined ? {} : { value: cell, type: "string" };
  if ("formula" in cell) return { formula: cell.formula };
  const digits = cell.number.replace(/[-.]/g, "").replace(/^0+/, "");
  return digits.length > keptDigits
    ? { value: cell.number, type: "string" }
    : { value: Number(cell.number), type: "number" };
}

/** As wide as what stands in it, within reason. */
function widthOf({ head, width }: Column, rows: Tab["rows"], at: number): number {
  if (width !== undefined) return width;
  const lengths = rows.slice(0, 1000).map((row) => {
    const cell = row[at];
    return typeof cell === "string" ? cell.length : cell && "number" in cell ? cell.number.length : 0;
  });
  const whole = Math.max(6, Math.min(11, head.length), ...lengths) + 3;
  return whole <= mostWhole ? whole : mostWrapped;
}

/** Widths of a column whose texts stand on one line, and of one whose texts take several. */
const [mostWhole, mostWrapped] = [36, 32];

/** Of rows whose texts go over several lines: not every program finds them out by itself. */
function heights(
  head: number,
  columns: Tab["columns"],
  rows: Tab["rows"],
  widths: readonly number[],
): Map<number, { height: number }> {
  const lines = (texts: readonly Cell[]): number =>
    Math.max(1, ...texts.map((text, at) => (typeof text === "string" ? linesOf(text, widths[at] ?? 1) : 1)));
  const found = new Map([[head, { height: lineHeight * lines(columns.map((column) => column.head)) }]]);
  for (const [at, row] of rows.entries()) {
    const count = lines(row);
    if (count > 1) found.set(head + 1 + at, { height: lineHeight * count });
  }
  return found;
}

/** Letters are narrower than the digits that widths count, and a line ends with a word. */
const linesOf = (text: string, width: number): number => Math.ceil((0.85 * text.length) / Math.max(1, width - 3));

/** In points. */
const lineHeight = 15;

function validation(allowed: Allowed, range: string, firstRow: number): DataValidation {
  const said = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    errorStyle: "stop",
    inputMessage: allowed.message.slice(0, 255),
    errorMessage: allowed.message.slice(0, 225),
  } as const;
  switch (allowed.kind) {
    case "list":
      return { ...said, type: "list", values: [...allowed.values] };
    case "date":
      return { ...said, type: "date", operator: "greaterThan", formula1: "1" };
    case "formula":
      return {
        ...said,
        type: "custom",
        formula1: allowed.formula.replaceAll("{cell}", `${range.split(/\d/)[0]}${firstRow}`),
      };
    case "number": {
      const { min, max } = allowed;
      if (min !== undefined && max !== undefined)
        return { ...said, type: "decimal", operator: "between", formula1: min, formula2: max };
      if (max !== undefined) return { ...said, type: "decimal", operator: "lessThanOrEqual", formula1: max };
      return { ...said, type: "decimal", operator: "greaterThanOrEqual", formula1: min ?? "-1E+15" };
    }
  }
}

function tintRules(
  { tints: wanted, columns }: Tab,
  first: number,
  last: number,
): NonNullable<WriteSheet["conditionalRules"]> {
  if (!wanted) return [];
  const { column, texts } = wanted;
  const range = `A${first + 1}:${letters(columns.length - 1)}${last + 1}`;
  const tintOf = (at: number): string =>
    tints[texts.length === 1 ? 0 : Math.round((at * (tints.length - 1)) / (texts.length - 1))] as string;
  return texts.map((text, at) => ({
    type: "expression",
    priority: at + 1,
    range,
    formula: `$${letters(column)}${first + 1}="${kept(text).replaceAll('"', '""')}"`,
    style: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: tintOf(at) }, bgColor: { rgb: tintOf(at) } } },
  }));
}
