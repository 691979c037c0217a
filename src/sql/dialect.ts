/** The engines that SQL is written for. */
export const dialectNames = ["duckdb", "postgres", "spark", "trino"] as const;
export type DialectName = (typeof dialectNames)[number];

/** How an engine writes what the standard leaves open. */
export interface Dialect {
  readonly name: DialectName;
  /** The type of texts of any length. */
  readonly text: string;
  quote(name: string): string;
  literal(text: string): string;
  /** Whether a whole text has a pattern, which has no backslashes. */
  matches(sql: string, pattern: string): string;
  /** The whole part of a quotient; neither operand is below 0, or the division has no rest. */
  quotient(a: string, b: string): string;
  /** A text by which rows stand in the order of code points. */
  ordered(sql: string): string;
  /** 1 where a condition holds; the engine stops with the message where it does not. */
  demand(condition: string, message: string): string;
}

const standard: Omit<Dialect, "name" | "text" | "matches" | "quotient"> = {
  quote: (name) => `"${name}"`,
  literal: (text) => `'${text.replaceAll("'", "''")}'`,
  ordered: (sql) => sql,
  // No engine reads a sentence as a number.
  demand: (condition, message) =>
    `CAST(CASE WHEN ${condition} THEN '1' ELSE '${message.replaceAll("'", "''")}' END AS INTEGER)`,
};

/** A literal with escapes in it. */
const escaped = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    ...standard,
    name: "duckdb",
    text: "VARCHAR",
    matches: (sql, pattern) => `regexp_full_match(${sql}, ${standard.literal(pattern)})`,
    quotient: (a, b) => `(${a} // ${b})`,
  },
  postgres: {
    ...standard,
    name: "postgres",
    text: "TEXT",
    matches: (sql, pattern) => `(${sql} ~ ${standard.literal(`^(${pattern})$`)})`,
    quotient: (a, b) => `(${a} / ${b})`,
    ordered: (sql) => `${sql} COLLATE "C"`,
  },
  spark: {
    ...standard,
    name: "spark",
    text: "STRING",
    quote: (name) => `\`${name}\``,
    literal: escaped,
    matches: (sql, pattern) => `(${sql} RLIKE ${escaped(`^(${pattern})$`)})`,
    quotient: (a, b) => `(${a} DIV ${b})`,
    demand: (condition, message) => `CASE WHEN ${condition} THEN 1 ELSE CAST(raise_error('${message}') AS INT) END`,
  },
  trino: {
    ...standard,
    name: "trino",
    text: "VARCHAR",
    matches: (sql, pattern) => `regexp_like(${sql}, ${standard.literal(`^(${pattern})$`)})`,
    quotient: (a, b) => `(${a} / ${b})`,
  },
};

export const dialectOf = (name: DialectName): Dialect => dialects[name];
