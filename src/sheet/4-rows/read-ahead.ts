import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { Spellings } from "../spellings/spellings.ts";
import type { SheetNotes } from "./notes.ts";
import { readSheets } from "./read-sheet.ts";
import type { BrokenRow, RowTaker, SheetInput, SheetOptions } from "./sheet-input.ts";

/** Sheets that were read to the end before anybody was given a row. */
export interface ReadAhead {
  /** Gives the rows, all texts in the spellings that are printed. */
  give(onRow: RowTaker["onRow"], onBroken: RowTaker["onBroken"]): readonly SheetNotes[];
}

/** Keeps all rows of the sheets, for rubrics that take two spellings for one. */
export async function readAhead(
  plan: Plan,
  inputs: readonly SheetInput[],
  options: SheetOptions & { readonly spellings: Spellings },
  diagnostics: Diagnostics,
): Promise<ReadAhead> {
  const { printedKey, printedColumns } = options.spellings;
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  const notes = await readSheets(
    plan,
    inputs,
    options,
    diagnostics,
    (row) => rows.push(row),
    (row) => broken.push(row),
  );
  return {
    give(onRow, onBroken) {
      for (const row of rows) onRow({ ...row, key: printedKey(row.key), columns: printedColumns(row.columns) });
      for (const row of broken) {
        const { key, columns } = row;
        onBroken({ ...row, key: printedKey(key), ...(columns && { columns: printedColumns(columns) }) });
      }
      return notes;
    },
  };
}
