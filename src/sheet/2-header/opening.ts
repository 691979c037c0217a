import { clean, fold } from "../../text/fold.ts";
import { asBuffer } from "../1-records/bytes.ts";
import { createRowScanner } from "../1-records/csv/csv-rows.ts";
import type { Target, Targets } from "./targets.ts";

const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a sheet begins, found out from its first rows. */
export interface Opening {
  readonly delimiter: Delimiter;
  /** Indexes of its first rows before the header, without those that are blank. */
  readonly titles: readonly { readonly row: number; readonly text: string }[];
  /** Absent when no row looks like a header. */
  readonly header?: Header;
}

interface Header {
  /** Index of its (first) row. */
  readonly first: number;
  /** The same, or the next where the header has two rows. */
  readonly last: number;
  /** Cleaned, by sheet column. */
  readonly names: readonly string[];
  /** It has the key and an item: no other row can be meant. */
  readonly certain: boolean;
}

/** A header stands among so many first rows. */
export const headerRows = 20;

/** The delimiter is the one with which a header is found: a title may hold any mark. */
export function findOpening(head: Uint8Array, targets: Targets): Opening {
  const stated = statedDelimiter(head);
  const { delimiter, rows, header } = bestReading(head, stated ? [stated] : delimiters, targets);
  const titles = rows
    .slice(stated ? 1 : 0, header?.first ?? 0)
    .map((cells, row) => ({ row: row + (stated ? 1 : 0), text: cells.map(clean).filter(Boolean).join(" ") }))
    .filter(({ text }) => text !== "");
  return { delimiter, titles, ...(header && { header }) };
}

interface Reading {
  readonly delimiter: Delimiter;
  readonly rows: readonly (readonly string[])[];
  readonly header: Header | undefined;
}

function bestReading(head: Uint8Array, candidates: readonly Delimiter[], targets: Targets): Reading {
  const readings: (Reading & { score: readonly number[] })[] = [];
  for (const delimiter of candidates) {
    const rows = firstRows(head, delimiter);
    const header = findHeader(rows, targets);
    if (header?.certain) return { delimiter, rows, header };
    const known = header ? header.names.filter((name) => targets.byName.has(fold(name))).length : 0;
    readings.push({ delimiter, rows, header, score: [known, Math.max(0, ...rows.map((row) => row.length))] });
  }
  return readings.sort((a, b) => compareScores(b.score, a.score))[0] as Reading;
}

const compareScores = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] as number)).find((difference) => difference !== 0) ?? 0;

/** Excel's own first line, `sep=;`. */
function statedDelimiter(head: Uint8Array): Delimiter | undefined {
  const [, mark] = /^"?sep=(.)"?[\r\n]/i.exec(Buffer.from(head.subarray(0, 10)).toString("latin1")) ?? [];
  return delimiters.find((delimiter) => delimiter === mark);
}

/** Up to a quotation mark that the head cuts off or that never closes: the rows before it tell enough. */
function firstRows(head: Uint8Array, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  createRowScanner(delimiter, true).scan(asBuffer(head), true, (cells) => rows.push(cells) <= headerRows);
  return rows;
}

/** The first row with the key and an item; else two rows that have them together; else the row that knows most names. */
function findHeader(rows: readonly (readonly string[])[], targets: Targets): Header | undefined {
  const cleaned = rows.slice(0, headerRows + 1).map((row) => row.map(clean));
  const single = cleaned.slice(0, headerRows).findIndex((names) => isHeader(names, targets));
  if (single >= 0) return { first: single, last: single, names: cleaned[single] as string[], certain: true };
  for (const [at, upper] of cleaned.slice(0, headerRows - 1).entries()) {
    const lower = cleaned[at + 1] ?? [];
    const names = joinRows(upper, lower, targets);
    if (isHeader(names, targets)) return { first: at, last: at + 1, names, certain: true };
  }
  const known = cleaned
    .slice(0, headerRows)
    .map((names) => names.flatMap((name) => targets.byName.get(fold(name)) ?? []).length);
  const most = known.indexOf(Math.max(0, ...known));
  return known[most] ? { first: most, last: most, names: cleaned[most] as string[], certain: false } : undefined;
}

/** The names of a header in two rows: a merged cell above may be half of the names below it, `A1` over `(self)` or the other way. */
function joinRows(upper: readonly string[], lower: readonly string[], { byName }: Targets): string[] {
  let above = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    above = upper[i] || above;
    const below = lower[i] ?? "";
    const joined = below && [`${above} ${below}`, `${below} ${above}`].find((name) => byName.has(fold(name)));
    return joined || below || upper[i] || "";
  });
}

function isHeader(names: readonly string[], { all, byName }: Targets): boolean {
  const found = new Set<Target>(names.flatMap((name) => byName.get(fold(name)) ?? []));
  const hasItem = all.every((target) => target.kind !== "cell") || [...found].some((target) => target.kind === "cell");
  return hasItem && all.every((target) => !target.isKey || found.has(target));
}
