import type { CellValue, Column } from "../../model/column.ts";
import { wordsOf } from "../../model/column.ts";
import type { Exact } from "../../number/exact.ts";
import { formatDate } from "../../period/date.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import type { Dialect } from "../dialect.ts";
import { millionths, numberPattern, scaled } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";

/**
 * The cell `x` as millionths; NULL for what is no number, or one that 64 bits would not hold. DuckDB multiplies decimals of up to 18
 * digits within 18 digits, which seven before the mark do not fit.
 */
export function millionthsIn(x: string, { plan: { decimalMark }, dialect }: Writing): string {
  const text = decimalMark === "," ? `REPLACE(${x}, ',', '.')` : x;
  const isNumber = dialect.matches(x, decimalMark === "," ? numberPattern.replace("[.]", "[,]") : numberPattern);
  return `CASE WHEN ${isNumber} THEN CAST(CAST(${text} AS DECIMAL(19, 6)) * ${millionths} AS ${dialect.whole}) END`;
}

/** Whether a column is read as a number first. */
export const isNumber = ({ type }: Column): boolean => type.kind === "number";

/** A cell of a column as its type has it: NULL for what it may not be, the default for a blank one. */
export function columnSql(
  { id, type, default: blank }: Column,
  { dialect }: Pick<Writing, "dialect">,
  x = `x_${id}`,
): string {
  const whenBlank = blank === undefined ? "" : `WHEN ${x} IS NULL THEN ${valueSql(blank, type.kind, dialect)} `;
  switch (type.kind) {
    case "text":
      return `CASE ${whenBlank}WHEN ${isPlain(x, dialect)} THEN ${x} END`;
    case "date":
      return `CASE ${whenBlank}WHEN ${dialect.matches(x, datePattern)} AND ${x} NOT IN (${words(zeroDays, dialect)}) THEN ${x} END`;
    case "flag":
      return `CASE ${whenBlank}WHEN ${x} IN (${words(yesWords, dialect)}) THEN TRUE WHEN ${x} IN (${words(noWords, dialect)}) THEN FALSE END`;
    case "choice": {
      const known = type.values.map(
        (value) => `WHEN ${x} IN (${words(wordsOf(value), dialect)}) THEN ${dialect.literal(value.id)}`,
      );
      return `CASE ${whenBlank}${known.join(" ")} END`;
    }
    case "number": {
      const { min, max, step } = type;
      const n = `n_${id}`;
      const within = [
        ...(min === undefined ? [] : [`${times(n, min)} >= ${bound(min)}`]),
        ...(max === undefined ? [] : [`${times(n, max)} <= ${bound(max)}`]),
        ...(step === undefined ? [] : [`${times(n, step)} % ${bound(step)} = 0`]),
        `${n} IS NOT NULL`,
      ];
      return `CASE ${whenBlank}WHEN ${within.join(" AND ")} THEN ${n} END`;
    }
  }
}

/** Days that there are, from 1000 to 2999. */
export const datePattern = [
  "[12][0-9]{3}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
  "[12][0-9]{3}-(0[469]|11)-(0[1-9]|[12][0-9]|30)",
  "[12][0-9]{3}-02-(0[1-9]|1[0-9]|2[0-8])",
  "([12][0-9](0[48]|[2468][048]|[13579][26])|(1[26]|2[048])00)-02-29",
].join("|");

/**
 * Of a text that people wrote in two ways, `score` makes one: accents beside their letters, spaces of other kinds or two of
 * them, what cannot be seen. No engine does that, so that such a text is none here.
 */
const untidy =
  "\\u0001-\\u0020\\u007F-\\u00A0\\u00AD\\u0300-\\u036F\\u1680\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u3000\\uFEFF\\uFFFD";
const plain = `[^${untidy}]+( [^${untidy}]+)*`;

/** What spreadsheets make of a blank date. */
const zeroDays = ["1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01"];

/**
 * What spreadsheets show where they cannot compute a cell, or lost digits of a number, days that nobody typed, and what keeps a text
 * from being read as a formula or a number, which `score` takes away.
 */
const damaged = [
  "'[' ]*[-+=@0-9\\uFF0B\\uFF0D\\uFF1D\\uFF20].*",
  '=".+"',
  "#.*",
  "[Ee][Rr][Rr]:[0-9]{3}",
  "[-+]?[0-9]+([.,][0-9]+)?[Ee][-+][0-9]+",
  "(1899|1900|1904|0001)[./-].*",
  "[0-9]{1,2}[./-][0-9]{1,2}[./-](1899|1900|1904|0001).*",
].join("|");

/** Most texts are no others: letters without accents or Vietnamese, a first one that none of the above begins with, or digits alone. */
const usualLetters = "\\u00C0-\\u02AF\\u1EA0-\\u1EF9";
const usual = `[0-9]+|[A-DF-Za-df-z${usualLetters}][!-~${usualLetters}]*( [!-~${usualLetters}]+)*`;

/**
 * Whether a text is one that somebody may have typed, in the one way in which it is written here. The usual ones are known by one
 * pattern of few ranges, which takes an engine in Java a fraction of the time.
 */
export const isPlain = (x: string, { matches }: Dialect): string =>
  `(${matches(x, usual)} OR ${matches(x, plain)} AND NOT ${matches(x, damaged)})`;

/** Millionths beside a bound with parts of its own. */
export const times = (n: string, of: Exact): string => {
  const { parts } = scaled(of);
  return parts === 1n ? n : `${n} * ${parts}`;
};
export const bound = (of: Exact): string => String(BigInt(scaled(of).sql) * BigInt(millionths));

function valueSql(value: CellValue, kind: Column["type"]["kind"], dialect: Dialect): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return dialect.literal(value);
  if (kind === "date") return dialect.literal(formatDate(value as number));
  const { sql, parts } = scaled(value);
  return String((BigInt(sql) * BigInt(millionths)) / parts);
}

export const words = (list: readonly string[], { literal }: Dialect): string => list.map(literal).join(", ");
