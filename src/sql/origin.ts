import type { DialectName } from "./dialect.ts";
import { dialectNames } from "./dialect.ts";
import type { Form } from "./sql.ts";
import { forms } from "./sql.ts";

/** What a query was written of, and how: the comment that it begins with says so, and it can be written again. */
export interface Origin {
  /** The rubric's file. */
  readonly rubric: string;
  /** Parameters, `NAME=VALUE`. */
  readonly set?: readonly string[];
  readonly dialect: DialectName;
  readonly as: Form;
  readonly table: string;
  /** `ID=NAME`: what further tables of the rubric are called that are not called by their ids. */
  readonly tables?: readonly string[];
  /** The table with the decisions of the authority. */
  readonly decisions?: string;
  /** The table with the results of earlier runs. */
  readonly earlier?: string;
  /** The table has a row for each cell. */
  readonly long?: true;
  /** The query gives the lines of `summary.csv`. */
  readonly summary?: true;
  /** `ID=NAME`: what columns are called in the table. */
  readonly columns?: readonly string[];
  readonly period?: string;
}

const start = "-- score ";

/** A comment ends with its line, and Spark would put a setting in place of `${NAME}`. */
export const originLine = (origin: Origin): string =>
  `${start}${JSON.stringify(origin).replace(/[$\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

/** The origin of a query; undefined for one that does not begin with what score writes. */
export function originOf(sql: string): Origin | undefined {
  const [line = ""] = sql.split("\n", 1);
  if (!line.startsWith(start)) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(start.length));
    return isOrigin(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOrigin(value: unknown): value is Origin {
  if (typeof value !== "object" || value === null) return false;
  const { rubric, set, dialect, as, table, tables, decisions, earlier, long, summary, columns, period } =
    value as Readonly<Record<string, unknown>>;
  const isText = (each: unknown): boolean => typeof each === "string";
  const areTexts = (each: unknown): boolean => each === undefined || (Array.isArray(each) && each.every(isText));
  return (
    [rubric, table].every(isText) &&
    [set, columns, tables].every(areTexts) &&
    [period, decisions, earlier].every((each) => each === undefined || isText(each)) &&
    [long, summary].every((each) => each === undefined || each === true) &&
    dialectNames.some((name) => name === dialect) &&
    forms.some((form) => form === as)
  );
}
