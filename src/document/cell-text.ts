import { toDouble } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import type { Language } from "../text/bilingual.ts";
import { unitsText } from "./number-text.ts";
import type { Cell, CellType, ColumnOf, TableColumn } from "./table.ts";

export type DecimalMark = "." | ",";

/** How a printer writes cells. */
export interface CellStyle {
  readonly decimalMark: DecimalMark;
  /** Figures of statistics: all places worth keeping, or two. */
  readonly figures: "kept" | "rounded";
}

/** What writes the cells of a column; nothing for an empty one. */
export function cellText(type: CellType, style: CellStyle): (cell: Cell) => string {
  const bare = numberText(type, style);
  const print = style.decimalMark === "." ? bare : (value: Exact) => marked(bare(value), style.decimalMark);
  return (cell) => {
    if (cell === undefined) return "";
    return typeof cell === "string" ? cell : print(cell);
  };
}

/** What writes the cells of a column for people. */
export function readableText({ type, blank = "" }: TableColumn, language: Language): (cell: Cell) => string {
  const print = cellText(type, { decimalMark: markOf(language), figures: "rounded" });
  return blank === "" ? print : (cell) => print(cell) || blank;
}

/** What writes a column of some things as programs read it. */
export function plainText<T>({ type, cell }: ColumnOf<T>): (of: T) => string {
  const print = cellText(type, { decimalMark: ".", figures: "kept" });
  return (of) => print(cell(of));
}

export const markOf = (language: Language): DecimalMark => (language === "vi" ? "," : ".");

function numberText(type: CellType, { figures }: CellStyle): (value: Exact) => string {
  switch (type.kind) {
    case "number": {
      const print = unitsText(type.scale ?? 1, type.bounds);
      return type.signed ? (value) => (toDouble(value) > 0 ? `+${print(value)}` : print(value)) : print;
    }
    case "share":
      return unitsText(1, [0, 1]);
    case "figure":
      return (value) =>
        figures === "kept" ? keptFigure(toDouble(value)) : roundedFigure(toDouble(value), type.signed);
    case "text":
    case "id":
    case "file":
    case "date":
      return unitsText(1);
  }
}

/** To six places, as numbers of results are printed, without padding. */
const keptFigure = (value: number): string => String(Number(value.toFixed(6)));

function roundedFigure(value: number, signed = false): string {
  const text = value.toFixed(2).replace(/^-(0\.00)$/, "$1");
  return signed && value > 0 && text !== "0.00" ? `+${text}` : text;
}

/** A number with another decimal mark. */
export const marked = (decimal: string, mark: DecimalMark): string =>
  mark === "." ? decimal : decimal.replace(".", mark);
