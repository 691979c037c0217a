/** The engines that SQL is written for. */
export const dialectNames = ["duckdb", "postgres", "spark", "trino"] as const;
export type DialectName = (typeof dialectNames)[number];

/** How an engine writes what the standard leaves open. */
export interface Dialect {
  readonly name: DialectName;
  /** The type of texts of any length. */
  readonly text: string;
  /** The type of whole numbers that fractions count in: 38 digits, beyond which the engine stops. */
  readonly wide: string;
  /** The type that figures are counted in: 64 bits, or the wide one. */
  readonly whole: string;
  /** What keeps an engine from copying the expressions of a stage into the next, ever longer; mostly nothing. */
  readonly fence: string;
  /** Whether a long query must be told to work its stages out one after the other. */
  readonly keepsStages: boolean;
  quote(name: string): string;
  literal(text: string): string;
  /** The name of a column's type, in small letters. */
  typeOf(sql: string): string;
  /** Whether a whole text has a pattern, whose only escapes are `\uXXXX`. */
  matches(sql: string, pattern: string): string;
  /** A text with each letter of one literal replaced by that of another at its place. */
  translate(sql: string, from: string, to: string): string;
  /** A text with its groups of a pattern in another order wherever it is found. */
  regrouped(sql: string, pattern: string, groups: readonly number[]): string;
  /** The whole part of a quotient; neither operand is below 0, or the division has no rest. */
  quotient(a: string, b: string): string;
  /** The greatest common divisor of two whole numbers of the wide type. */
  common(a: string, b: string): string;
  /** Days from 1970-01-01 to a date that is a text. */
  days(sql: string): string;
  /** The texts of a group in an order, with a separator between; NULL of none, or an empty text. */
  joined(sql: string, order: string, separator: string): string;
  /** A text by which rows stand in the order of code points. */
  ordered(sql: string): string;
  /** The text of a whole query, its literals as the engine takes them. */
  finished(sql: string): string;
  /** 1 where a condition holds; the engine stops with the message where it does not. */
  demand(condition: string, message: string): string;
}

const standard: Omit<Dialect, "name" | "text" | "wide" | "matches" | "quotient"> = {
  whole: "BIGINT",
  fence: "",
  keepsStages: false,
  typeOf: (sql) => `LOWER(TYPEOF(${sql}))`,
  translate: (sql, from, to) => `TRANSLATE(${sql}, ${from}, ${to})`,
  regrouped: (sql, pattern, groups) =>
    `REGEXP_REPLACE(${sql}, '${pattern}', '${groups.map((group) => `$${group}`).join("")}')`,
  common: (a, b) => `GCD(${a}, ${b})`,
  days: (sql) => `(CAST(${sql} AS DATE) - DATE '1970-01-01')`,
  joined: (sql, order, separator) => `STRING_AGG(${sql}, '${separator}' ORDER BY ${order})`,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  literal: (text) => `'${text.replaceAll("'", "''")}'`,
  ordered: (sql) => sql,
  finished: (sql) => sql,
  // No engine reads a sentence as a number.
  demand: (condition, message) =>
    `CAST(CASE WHEN ${condition} THEN '1' ELSE '${message.replaceAll("'", "''")}' END AS INTEGER)`,
};

/** A literal with escapes in it. Spark puts a setting in place of `${NAME}`, wherever it stands. */
const escaped = (text: string): string => `'${text.replace(/[\\']/g, "\\$&").replaceAll("$", "\\u0024")}'`;

/** Engines that replace the first place alone unless they are told. */
const everywhere: Dialect["regrouped"] = (sql, pattern, groups) =>
  `REGEXP_REPLACE(${sql}, '${pattern}', '${groups.map((group) => `\\${group}`).join("")}', 'g')`;

const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    ...standard,
    name: "duckdb",
    text: "VARCHAR",
    wide: "HUGEINT",
    matches: (sql, pattern) =>
      `regexp_full_match(${sql}, ${standard.literal(pattern.replace(/\\u(....)/g, "\\x{$1}"))})`,
    keepsStages: true,
    regrouped: everywhere,
    quotient: (a, b) => `(${a} // ${b})`,
  },
  postgres: {
    ...standard,
    name: "postgres",
    text: "TEXT",
    typeOf: (sql) => `CAST(PG_TYPEOF(${sql}) AS TEXT)`,
    wide: "NUMERIC(38, 0)",
    matches: (sql, pattern) => `(${sql} ~ ${standard.literal(`^(${pattern})$`)})`,
    quotient: (a, b) => `(${a} / ${b})`,
    regrouped: everywhere,
    // Others work a stage out before the next.
    fence: "\n  OFFSET 0",
    ordered: (sql) => `${sql} COLLATE "C"`,
  },
  spark: {
    ...standard,
    name: "spark",
    text: "STRING",
    wide: "DECIMAL(38, 0)",
    common: (a, b) =>
      `AGGREGATE(SEQUENCE(1, 190), NAMED_STRUCT('a', ABS(${a}), 'b', ABS(${b})), (s, i) -> IF(s.b = 0, s, NAMED_STRUCT('a', s.b, 'b', s.a % s.b))).a`,
    days: (sql) => `DATEDIFF(CAST(${sql} AS DATE), DATE '1970-01-01')`,
    joined: (sql, order, separator) =>
      `ARRAY_JOIN(TRANSFORM(ARRAY_SORT(COLLECT_LIST(CASE WHEN ${sql} IS NOT NULL THEN NAMED_STRUCT('at', ${order}, 'said', ${sql}) END)), s -> s.said), '${separator}')`,
    quote: (name) => `\`${name.replaceAll("`", "``")}\``,
    literal: escaped,
    // In Java `$` matches before a line end at the end, too.
    matches: (sql, pattern) => `(${sql} RLIKE ${escaped(`^(${pattern})\\z`)})`,
    quotient: (a, b) => `(${a} DIV ${b})`,
    demand: (condition, message) => `CASE WHEN ${condition} THEN 1 ELSE CAST(raise_error('${message}') AS INT) END`,
  },
  trino: {
    ...standard,
    name: "trino",
    text: "VARCHAR",
    wide: "DECIMAL(38, 0)",
    common: (a, b) =>
      `REDUCE(SEQUENCE(1, 190), CAST(ROW(ABS(${a}), ABS(${b})) AS ROW(a DECIMAL(38, 0), b DECIMAL(38, 0))), (s, i) -> IF(s.b = 0, s, CAST(ROW(s.b, s.a % s.b) AS ROW(a DECIMAL(38, 0), b DECIMAL(38, 0)))), s -> s.a)`,
    days: (sql) => `DATE_DIFF('day', DATE '1970-01-01', CAST(${sql} AS DATE))`,
    joined: (sql, order, separator) => `ARRAY_JOIN(ARRAY_AGG(${sql} ORDER BY ${order}), '${separator}')`,
    // A whole number of more than 64 bits is one only as a decimal; texts, names and comments stay.
    finished: (sql) =>
      sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\b\d{19,}\b/g, (part) =>
        /^\d/.test(part) ? `DECIMAL '${part}'` : part,
      ),
    matches: (sql, pattern) => `regexp_like(${sql}, ${standard.literal(`^(${pattern})\\z`)})`,
    quotient: (a, b) => `(${a} / ${b})`,
  },
};

/** How an engine divides whole numbers of its wide type. */
const wideQuotient: Readonly<Record<DialectName, Dialect["quotient"]>> = {
  duckdb: dialects.duckdb.quotient,
  postgres: (a, b) => `DIV(${a}, ${b})`,
  // `DIV` of Spark gives 64 bits.
  spark: (a, b) => `CAST((${a} - (${a} % ${b})) / ${b} AS DECIMAL(38, 0))`,
  trino: (a, b) => `((${a} - (${a} % ${b})) / ${b})`,
};

/** An engine that counts in its wide type. */
export const widened = (dialect: Dialect): Dialect => ({
  ...dialect,
  whole: dialect.wide,
  quotient: wideQuotient[dialect.name],
});

export const dialectOf = (name: DialectName): Dialect => dialects[name];
