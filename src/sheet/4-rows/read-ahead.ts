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
  const rows: (Row | BrokenRow)[] = [];
  const notes = await readSheets(
    plan,
    inputs,
    options,
    diagnostics,
    (row) => rows.push(row),
    (row) => rows.push(row),
  );
  return {
    give(onRow, onBroken) {
      for (const row of rows) {
        const key = printedKey(row.key);
        if ("cells" in row) onRow({ ...row, key, columns: printedColumns(row.columns) });
        else onBroken({ ...row, key, ...(row.columns && { columns: printedColumns(row.columns) }) });
      }
      return notes;
    },
  };
}
