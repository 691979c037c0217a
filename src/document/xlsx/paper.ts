import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import { letters } from "./book.ts";

/** Characters beside each other that can still be read on A4 lying on its side. */
const mostAcross = 250;

/** On how many pages beside each other rows are printed: columns that stay in sight are on each of them. */
export function pagesAcross(widths: readonly number[], frozen: number): number {
  const sum = (some: readonly number[]): number => some.reduce((all, width) => all + width, 0);
  const repeated = sum(widths.slice(0, frozen));
  const room = Math.max(mostAcross - repeated, mostAcross / 2);
  return Math.max(1, Math.ceil((sum(widths) - repeated) / room));
}

/**
 * The head, with the rows below it that stay in sight too, is printed on each page, and so are columns that stay. The library would write the name of a tab as it is: one that is no word, such as `2026-Q1`,
 * has to be quoted.
 */
export function repeatedIn({ name, freezePane }: WriteSheet, headed = 0): NonNullable<WriteOptions["namedRanges"]> {
  if (!freezePane?.rows) return [];
  const { rows, columns = 0 } = freezePane;
  const tab = `'${name.replaceAll("'", "''")}'`;
  const left = columns > 0 ? [`${tab}!$A:$${letters(columns - 1)}`] : [];
  return [{ name: "_xlnm.Print_Titles", range: [...left, `${tab}!$${rows - headed}:$${rows}`].join(","), scope: name }];
}
