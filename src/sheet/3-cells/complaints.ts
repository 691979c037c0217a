import type { Code, Diagnostics, Parameters } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import type { Fault } from "./fault.ts";

/** Reports what is wrong in a row, with the name of its key and never the whole row. */
export interface Complaints {
  /** `key`: as people read it. */
  begin(key: string, record: SheetRecord): void;
  /** The first error of the row, if it has one. */
  readonly code: Code | undefined;
  readonly key: string;
  /** A cell, by the ordinal of its column, that cannot be what it says. */
  cell(fault: Fault, ordinal: number, raw: string): void;
  /** A cell that must not be blank; the first one of a row with nothing but a key may be that of a heading. */
  blank(expected: Bilingual, ordinal: number): void;
  /** Any other error of the row. */
  row<C extends Code>(code: C, parameters: Parameters<C>, ordinal?: number): void;
  /** The same of what is wrong with the whole sheet, `about` one of its columns: told of the first row. */
  once<C extends Code>(code: C, about: string, parameters: Parameters<C>): void;
  header(ordinal: number): string;
}

export function createComplaints(header: BoundHeader, diagnostics: Diagnostics): Complaints {
  let [code, key, line, cells]: [Code | undefined, string, number, readonly string[]] = [undefined, "", 0, []];
  const nameOf = (ordinal: number): string => header.names[ordinal - 1] ?? "";
  const told = new Set<string>();
  const complaints: Complaints = {
    begin(newKey, record) {
      [code, key, line, cells] = [undefined, newKey, record.line, record.cells];
    },
    get code() {
      return code;
    },
    get key() {
      return key;
    },
    cell({ code: found, expected }, ordinal, raw) {
      code ??= found;
      const parameters = { header: nameOf(ordinal), key, found: cellText(raw), expected };
      diagnostics.report(found, parameters, header.place(line, ordinal));
    },
    blank(expected, ordinal) {
      // A title of a group may be numbered.
      const told = cells.filter((cell, at) => cellText(cell) !== "" && !isRowNumberName(nameOf(at + 1)));
      const alone = code === undefined && told.length === 1 ? key : undefined;
      complaints.row("D201", { header: nameOf(ordinal), key, expected, alone }, ordinal);
    },
    row(found, parameters, ordinal = 1) {
      code ??= found;
      diagnostics.report(found, parameters, header.place(line, ordinal));
    },
    once(found, about, parameters) {
      const known = told.size;
      if (told.add(`${found} ${about}`).size > known) complaints.row(found, parameters);
      code ??= found;
    },
    header: nameOf,
  };
  return complaints;
}
