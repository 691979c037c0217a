import { stringify } from "csv-stringify/sync";
import type { Dialect } from "./csv-dialect.ts";
import { csvHead, csvText, dialectOf } from "./csv-dialect.ts";
import type { Table } from "./table.ts";

/** Rows that are handed over at once: a call for each one costs more than the writing. */
const batch = 500;

/** A table as a CSV file, in pieces that end with a line; titles of its parts have no place there. */
export function* csvLines({ columns, parts }: Table, dialect: Dialect = dialectOf()): Generator<string> {
  const prints = columns.map((column) => csvText(column, dialect));
  // A lone carriage return ends a line for some readers.
  const options = { delimiter: dialect.delimiter, record_delimiter: "\n", quoted_match: /\r/ };
  let rows: string[][] = [columns.map((column) => csvHead(column, dialect))];
  let start: string = dialect.start;
  for (const part of parts) {
    for (const row of part.rows) {
      if (rows.length === batch) {
        yield start + stringify(rows, options);
        [rows, start] = [[], ""];
      }
      rows.push(prints.map((print, at) => print(row[at])));
    }
  }
  yield start + stringify(rows, options);
}
