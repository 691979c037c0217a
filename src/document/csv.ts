import { defuse } from "../text/formula.ts";
import type { Style } from "./style.ts";
import { forPrograms } from "./style.ts";

type Delimiter = "," | ";";
/** A cell of a CSV file; numbers and words are score's own, and go out as they are. */
export type CellKind = "number" | "text" | "word";

/** How a CSV file is written. */
export interface Dialect {
  readonly start: "" | "\uFEFF";
  readonly delimiter: Delimiter;
  readonly style: Style;
}

/** RFC 4180, with ids: what every program reads. `excel`: for a double click where decimals have commas. */
export const dialectOf = (excel = false): Dialect => (excel ? forExcel : plainCsv);

const plainCsv: Dialect = { start: "", delimiter: ",", style: forPrograms };
const forExcel: Dialect = { start: "\uFEFF", delimiter: ";", style: { wording: "titles", decimalMark: "," } };

const special: Readonly<Record<Delimiter, RegExp>> = { ",": /[",\r\n]/, ";": /[";\r\n]/ };

/**
 * One cell as RFC 4180 writes it. Ours and not csv-stringify's, which takes six times as long (a million rows are a
 * usual year of a province); the tests hold the two against each other.
 */
export function csvCell(text: string, kind: CellKind, delimiter: Delimiter): string {
  if (kind === "number") return text;
  const safe = kind === "text" ? defuse(text) : text;
  return special[delimiter].test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
