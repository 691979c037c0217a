/** Rows of texts. */
export type Rows = readonly (readonly (string | null)[])[];

/** An engine that all cases of a test file share. */
export interface Engine {
  /** Lays rows of texts out as a table, in place of one of that name; the first of them is its head. */
  load(table: string, rows: Rows): Promise<void>;
  /** Runs a statement. @throws Error with what the engine says */
  run(statement: string): Promise<Rows>;
  stop(): void | Promise<void>;
}

const quoted = (text: string | null): string => (text === null ? "NULL" : `'${text.replaceAll("'", "''")}'`);

/** The statements that lay a table out in an engine that follows the standard. */
export const tableOf = (table: string, [head = [], ...rows]: Rows, type: string): readonly string[] => [
  `DROP TABLE IF EXISTS "${table}"`,
  `CREATE TABLE "${table}" (${head.map((name) => `"${name?.replaceAll('"', '""')}" ${type}`).join(", ")})`,
  ...(rows.length === 0
    ? []
    : [`INSERT INTO "${table}" VALUES ${rows.map((row) => `(${row.map(quoted).join(", ")})`).join(", ")}`]),
];

/** Rows as the program writes a CSV file. */
export const csvOf = (rows: Rows): string =>
  rows
    .map(
      (row) =>
        `${row.map((cell) => (cell === null ? "" : /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`,
    )
    .join("");
