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
  /** What is to be known of the row and is no error. */
  note<C extends Code>(code: C, parameters: Parameters<C>, ordinal: number): void;
  /** The same of what is wrong with the whole sheet, `about` one of its columns: told of the first row. */
  once<C extends Code>(code: C, about: string, parameters: Parameters<C>): void;
  header(ordinal: number): string;
  /** From the next row on it may be nobody's: of such rows nothing is said until it is settled. */
  holdBack(): void;
  /** Rows that were held back are somebody's, of whom all is said, or were told of by another word. */
  settle(areSomebodys: boolean): void;
}

export function createComplaints(header: BoundHeader, diagnostics: Diagnostics): Complaints {
  let [code, key, line, cells]: [Code | undefined, string, number, readonly string[]] = [undefined, "", 0, []];
  const nameOf = (ordinal: number): string => header.names[ordinal - 1] ?? "";
  const told = new Set<string>();
  let held: (() => void)[] | undefined;

  function note<C extends Code>(found: C, parameters: Parameters<C>, ordinal: number): void {
    const place = header.place(line, ordinal);
    if (held) held.push(() => diagnostics.report(found, parameters, place));
    else diagnostics.report(found, parameters, place);
  }

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
      note(found, { header: nameOf(ordinal), key, found: cellText(raw), expected }, ordinal);
    },
    blank(expected, ordinal) {
      // A title of a group may be numbered.
      const told = cells.filter((cell, at) => cellText(cell) !== "" && !isRowNumberName(nameOf(at + 1)));
      const alone = code === undefined && told.length === 1 ? key : undefined;
      complaints.row("D201", { header: nameOf(ordinal), key, expected, alone }, ordinal);
    },
    row(found, parameters, ordinal = 1) {
      code ??= found;
      note(found, parameters, ordinal);
    },
    note,
    once(found, about, parameters) {
      const known = told.size;
      if (told.add(`${found} ${about}`).size > known) complaints.row(found, parameters);
      code ??= found;
    },
    header: nameOf,
    holdBack() {
      held ??= [];
    },
    settle(areSomebodys) {
      if (areSomebodys) for (const say of held ?? []) say();
      held = undefined;
    },
  };
  return complaints;
}
