// What a check says of the files of results, and where these say something else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fraction } from "./exact.ts";
import { atLeast, exact, minus, most, times } from "./exact.ts";
import { grouped } from "./standing.ts";

type Value = string | number | Fraction;

/** The row of `who` in the file `of` holds these values; a number stands there exactly or to six places. */
export interface Expectation {
  readonly of: string;
  readonly who: Readonly<Record<string, string>>;
  readonly is: Readonly<Record<string, Value>>;
}

/** A cell of a row by the name of its column. */
export type Row = (column: string) => string;

interface SheetForm {
  readonly delimiter?: string;
  /** Lines above the head. */
  readonly titles?: number;
}
export type ReadSheet = (name: string, form?: SheetForm) => readonly Row[];

/** Works out from the sheets of an example what its results must be. */
export type Check = (sheet: ReadSheet) => readonly Expectation[];

/** The sheets of one folder; cells may be quoted. */
export function sheetsOf(folder: string): ReadSheet {
  return (name, { delimiter = ",", titles = 0 } = {}) => {
    const text = readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "");
    const [head = [], ...rows] = text
      .trim()
      .split(/\r?\n/)
      .slice(titles)
      .map((line) => cellsOf(line, delimiter));
    return rows.map((cells) => (column) => {
      const at = head.indexOf(column);
      if (at < 0) throw new Error(`${name} has no column "${column}"`);
      return cells[at] ?? "";
    });
  };
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells = [""];
  let quoted = false;
  for (const mark of line) {
    if (mark === '"') quoted = !quoted;
    else if (mark === delimiter && !quoted) cells.push("");
    else cells[cells.length - 1] += mark;
  }
  return cells;
}

/** One line for each difference. Result files of a period hold nobody whom no expectation names. */
export function differences(expectations: readonly Expectation[], results: string): string[] {
  const files = grouped(expectations, ({ of }) => of);
  return [...files].flatMap(([of, wanted]) => {
    const rows = sheetsOf(results)(of);
    const unnamed = /(?:^|\/)\d{4}[^/]*$/.test(of) && rows.length !== wanted.length;
    const count = unnamed ? [`${of}: ${rows.length} rows, expected ${wanted.length}`] : [];
    return [...count, ...wanted.flatMap((expectation) => rowDifferences(expectation, rows))];
  });
}

function rowDifferences({ of, who, is }: Expectation, rows: readonly Row[]): string[] {
  const name = `${of}: ${Object.values(who).join(" ")}`;
  const found = rows.filter((row) => Object.entries(who).every(([column, value]) => row(column) === value));
  const [row] = found;
  if (row === undefined || found.length > 1) return [`${name}: ${found.length} rows`];
  return Object.entries(is).flatMap(([column, value]) =>
    same(row(column), value) ? [] : [`${name}: ${column} is "${row(column)}", expected ${shown(value)}`],
  );
}

const shown = (value: Value): string => (typeof value === "object" ? `${value.n}/${value.d}` : `"${value}"`);

function same(cell: string, value: Value): boolean {
  if (typeof value === "string") return cell === value;
  if (cell === "") return false;
  const difference = minus(cell, value);
  const size = most(difference, times(-1, difference));
  return size.n === 0n || (isEndless(exact(value)) && atLeast(1, times(size, 2_000_000)));
}

/** Whether a fraction is no finite decimal; such a number is printed to six places. */
function isEndless({ n, d }: Fraction): boolean {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  let rest = d / a;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest > 1n;
}
