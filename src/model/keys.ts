import type { Column } from "./column.ts";
import type { Plan } from "./plan.ts";

/** The columns that make the key. */
export const keyColumns = ({ key, columns }: Pick<Plan, "key" | "columns">): readonly Column[] =>
  key.map((at) => columns[at] as Column);

export const keyIds = (plan: Pick<Plan, "key" | "columns">): readonly string[] => keyColumns(plan).map(({ id }) => id);

/** Joins the parts of a key of several columns; it cannot occur in cleaned text. */
const separator = "\u001F";
/** What people see, and write in decisions, between the parts. */
const shown = " / ";

/** The texts of the key columns as the one text that identifies a subject. */
export const joinKey = (parts: readonly string[]): string => parts.join(separator);

export const keyParts = (key: string): string[] => key.split(separator);

/** A key as people read it: its parts with a slash between. */
export const showKey = (key: string): string => keyParts(key).join(shown);

/** The key that people wrote with slashes between its parts. */
export const writtenKey = (text: string): string => joinKey(text.split(shown));

/** A number that a spreadsheet may have changed: with zeros before it, or with the decimals of a number behind it. */
const changed = /^(?:0+(\d+)(?:[.,]0+)?|(\d+)[.,]0+)$/;

/** A part of a key without the zeros that a spreadsheet takes away or adds: 7 of `007` and of `7.0`. */
export const asNumber = (part: string): string =>
  part.replace(changed, (_, padded, plain) => (padded ?? plain).replace(/^0+(?=\d)/, ""));
