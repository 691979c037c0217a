import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { clean } from "../../text/fold.ts";
import type { Records, TextRows } from "../1-records/records.ts";
import type { Target, Targets } from "./targets.ts";

/** Where the header of a sheet stands and what it says. */
export interface FoundHeader {
  /** Index of its (first) row. */
  readonly first: number;
  /** The same, or the next where the header has two rows. */
  readonly last: number;
  /** Cleaned, by sheet column. */
  readonly names: readonly string[];
  /** Its rows as they stand, cleaned. */
  readonly heads: TextRows;
  /** It has the key and an item: no other row can be meant. */
  readonly certain: boolean;
}

/** A header stands among so many first rows. */
export const headerRows = 20;

/** How much rows look like the beginning of a sheet with these targets: by the names that their header has. */
export function headerLikeness(rows: TextRows, targets: Targets): number {
  const header = findHeader(rows, targets);
  if (header?.certain) return Number.POSITIVE_INFINITY;
  return header?.names.filter((name) => targets.named(name)).length ?? 0;
}

/** The texts of the rows before the header, by their index, without those that are blank. */
export const titlesIn = (rows: TextRows, header: FoundHeader): ReadonlyMap<number, string> =>
  new Map(
    rows
      .slice(0, header.first)
      .map((cells, row) => [row, cells.map(clean).filter(Boolean).join(" ")] as const)
      .filter(([, text]) => text !== ""),
  );

/** The first row with the key and an item; else two rows that have them together; else the row that knows most names. */
export function findHeader(rows: TextRows, targets: Targets): FoundHeader | undefined {
  const cleaned = rows.slice(0, headerRows).map((row) => row.map(clean));
  const single = cleaned.findIndex((names) => isHeader(names, targets));
  if (single >= 0) return oneRow(cleaned, single, true);
  for (const [at, upper] of cleaned.slice(0, headerRows - 1).entries()) {
    const lower = cleaned[at + 1] ?? [];
    const names = joinRows(upper, lower, targets);
    if (isHeader(names, targets)) return { first: at, last: at + 1, names, heads: [upper, lower], certain: true };
  }
  const known = cleaned.map((names) => names.flatMap((name) => targets.named(name)?.meanings ?? []).length);
  const most = known.indexOf(Math.max(0, ...known));
  return known[most] ? oneRow(cleaned, most, false) : undefined;
}

function oneRow(rows: TextRows, at: number, certain: boolean): FoundHeader {
  const names = rows[at] as readonly string[];
  return { first: at, last: at, names, heads: [names], certain };
}

/** The names of a header in two rows: a merged cell above may be half of the names below it, `A1` over `(self)` or the other way. */
function joinRows(upper: readonly string[], lower: readonly string[], { named }: Targets): string[] {
  let above = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    above = upper[i] || above;
    const below = lower[i] ?? "";
    const joined = below && [`${above} ${below}`, `${below} ${above}`].find(named);
    return joined || below || upper[i] || "";
  });
}

function isHeader(names: readonly string[], { all, named }: Targets): boolean {
  const found = new Set<Target>(names.flatMap((name) => named(name)?.meanings ?? []));
  const hasItem = all.every((target) => target.kind !== "cell") || [...found].some((target) => target.kind === "cell");
  return hasItem && all.every((target) => !target.isKey || found.has(target));
}

export function reportNoHeader({ all }: Targets, { place }: Pick<Records, "place">, diagnostics: Diagnostics): void {
  const labels = (kind: (target: Target) => boolean): string => {
    const found = all.filter(kind).map(({ label }) => label);
    return found.slice(0, 5).join(", ") + (found.length > 5 ? ", …" : "");
  };
  const key = labels(({ isKey }) => isKey);
  const items = labels(({ kind }) => kind === "cell");
  diagnostics.report("D104", { rows: headerRows, key, items }, place(1));
}
