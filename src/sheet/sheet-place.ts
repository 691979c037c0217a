import type { Place } from "../text/source.ts";

/** A cell of a CSV file: `line` is the physical line where its row starts, `column` its ordinal from 1, as in a spreadsheet. */
export const cellPlace = (file: string, line: number, column = 1): Place => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 1,
});
