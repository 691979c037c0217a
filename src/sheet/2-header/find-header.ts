import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { clean, fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import type { Records, TextRows } from "../1-records/records.ts";
import { delimiters } from "../1-records/records.ts";
import { isGroupNumber } from "../group-titles.ts";
import { hasFiguresOfItems } from "./figure-columns.ts";
import type { SplitName } from "./head-rows.ts";
import { goesOn, joinRows } from "./head-rows.ts";
import { nearest } from "./nearest.ts";
import type { Target, Targets } from "./targets.ts";

/** Where the header of a sheet stands and what it says. */
export interface FoundHeader {
  /** Index of its (first) row. */
  readonly first: number;
  /** The same, or a later one where the header has several rows. */
  readonly last: number;
  /** Cleaned, by sheet column. */
  readonly names: readonly string[];
  /** Its rows as they stand, cleaned. */
  readonly heads: TextRows;
  /** Names over several columns. */
  readonly split: readonly SplitName[];
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

/**
 * May this be a score sheet? A tab that only names people, or the items, or holds something else, is none. One with people and a column that may be that of
 * an item, with nearly its name or its name over several columns, is told, and so is one with figures for all items: nobody is left out with it.
 */
export function hasScores(rows: TextRows, targets: Targets): boolean {
  const header = findHeader(rows, targets);
  if (!header) return false;
  const names = [...header.names, ...header.split.map(({ name }) => name)];
  const known = knownIn(names, targets);
  const hasKey = targets.all.every((target) => !target.isKey || known.has(target));
  const isScored = (): boolean => hasKey && hasFiguresOfItems(rows, header, targets);
  const isLacking = targets.all.some((target) => isItem(target) && target.required && !known.has(target));
  if (isLacking && hasItemsForPeople(rows, header, targets) && !isScored()) return false;
  if ([...known].some(isItem)) return !listsItems(rows, header, targets);
  const unknown = names.filter((name) => name !== "" && !targets.named(name));
  const mayBeItem = (target: Target): boolean => isItem(target) && nearest(target, unknown) !== undefined;
  return (hasKey && targets.all.some(mayBeItem)) || isScored();
}

/** Does the row that would be the header name one item and nothing else, and another row another item in its column? */
function listsItems(rows: TextRows, { names }: FoundHeader, { named }: Targets): boolean {
  const [only, ...others] = knownIn(names, { named });
  const isOther = (text: string): boolean =>
    (named(text)?.meanings ?? []).some((target) => isItem(target) && target !== only);
  return others.length === 0 && names.some((name, at) => named(name) && rows.some((row) => isOther(row[at] ?? "")));
}

/** Does nothing but items and areas stand where the key of people should: a guide to them, `A1 | Nhiệm vụ`? */
function hasItemsForPeople(rows: TextRows, { names, last }: FoundHeader, { all, named }: Targets): boolean {
  const areas = new Set(all.flatMap((target) => target.areas ?? []).map(fold));
  const isKey = (name: string): boolean => named(name)?.meanings.some((target) => target.isKey) ?? false;
  const texts = rows.slice(last + 1).flatMap((row) => row.filter((_, at) => isKey(names[at] ?? "")));
  const found = texts.map(clean).filter(Boolean);
  return found.length > 0 && found.every((text) => areas.has(fold(text)) || named(text)?.meanings.some(isItem));
}

const isItem = ({ kind }: Target): boolean => kind === "cell";

/** The texts of the rows before the header, by their index, without those that are blank. */
export const titlesIn = (rows: TextRows, header: FoundHeader): ReadonlyMap<number, string> =>
  new Map(
    rows
      .slice(0, header.first)
      .map((cells, row) => [row, cells.map(clean).filter(Boolean).join(" ")] as const)
      .filter(([, text]) => text !== ""),
  );

/**
 * The first row with the key and an item; else two rows that have them together; else the row that knows most names. A row
 * above that names further columns belongs to it, and one below that names columns under merged ones.
 */
export function findHeader(rows: TextRows, targets: Targets): FoundHeader | undefined {
  const first = rows.slice(0, headerRows);
  const header = inOneRow(first, targets) ?? inTwoRows(first.map(cleanedRow), targets) ?? bestRow(first, targets);
  return header && withRowsBelow(first, withRowsAbove(first, header, targets), targets);
}

/** Nearly every header is the first row: the others are not cleaned before they are looked at. */
const cleanedRow = (row: readonly string[]): readonly string[] => row.map(clean);

function withRowsBelow(rows: TextRows, header: FoundHeader, targets: Targets): FoundHeader {
  const below = rows[header.last + 1];
  const row = below && cleanedRow(below);
  if (!row || !goesOn(header.names, row, targets)) return header;
  const { names, split } = joinRows(header.names, row, targets);
  const heads = [...header.heads, row];
  return withRowsBelow(
    rows,
    { ...header, last: header.last + 1, names, heads, split: [...header.split, ...split] },
    targets,
  );
}

function inOneRow(rows: TextRows, targets: Targets): FoundHeader | undefined {
  const at = rows.findIndex((names) => isHeader(names, targets));
  return at < 0 ? undefined : oneRow(rows, at, true);
}

/** Most rows of a header above the one that names the items. */
const upperRows = 3;

/**
 * The rows above belong to a header that has more names with them: cells merged downwards stand beside a name over several, even
 * where no rubric knows them. Further up they stand over columns that have no name yet.
 */
function withRowsAbove(rows: TextRows, header: FoundHeader, targets: Targets): FoundHeader {
  const known = knownIn(header.names, targets);
  const isLacking = (text: string, at: number): boolean =>
    (header.names[at] ?? "") === "" && (targets.named(text)?.meanings ?? []).some((target) => !known.has(target));
  let joined = header;
  const above = rows.slice(Math.max(0, header.first - upperRows), header.first).map(cleanedRow);
  for (const upper of above.reverse()) {
    if (isNamedValue(upper, joined.names, targets)) return header;
    const { names, split, goesDown } = joinRows(upper, joined.names, targets);
    const isNearest = joined === header;
    // A title stands alone, or over columns that have names.
    const isHead = isNearest && goesDown && split.length > 0;
    const heads = [upper, ...joined.heads];
    joined = { ...joined, first: joined.first - 1, names, heads, split: [...split, ...joined.split] };
    const isMore = knownIn(names, targets).size > known.size;
    if (isHead || (isMore && (isNearest || upper.some(isLacking)))) return withRowsAbove(rows, joined, targets);
  }
  return header;
}

/**
 * Does a title name a column and its value beside it, `Lớp | 10A1`, and no column below? The name then stands over a column that has another
 * one, or the value over who people are.
 */
function isNamedValue(upper: readonly string[], lower: readonly string[], { named }: Targets): boolean {
  const isOfWhom = (target: Target): boolean => target.kind === "column" && target.isKey;
  return upper.some((text, at) => {
    const [label] = named(text)?.meanings ?? [];
    const beside = upper.findIndex((other, next) => next > at && other !== "");
    if (label?.kind !== "column" || beside < 0 || !isGroupNumber(upper[beside] as string)) return false;
    const below = lower[at] ?? "";
    return (below !== "" && !named(below)) || (named(lower[beside] ?? "")?.meanings.some(isOfWhom) ?? false);
  });
}

function inTwoRows(rows: TextRows, targets: Targets): FoundHeader | undefined {
  for (const [at, upper] of rows.slice(0, -1).entries()) {
    const lower = rows[at + 1] as readonly string[];
    const { names, split } = joinRows(upper, lower, targets);
    if (isHeader([...names, ...split.map(({ name }) => name)], targets)) {
      return { first: at, last: at + 1, names, heads: [upper, lower], split, certain: true };
    }
  }
  return undefined;
}

function bestRow(rows: TextRows, targets: Targets): FoundHeader | undefined {
  const known = rows.map((names) => names.flatMap((name) => targets.named(name)?.meanings ?? []).length);
  const most = known.indexOf(Math.max(0, ...known));
  return known[most] ? oneRow(rows, most, false) : undefined;
}

function oneRow(rows: TextRows, at: number, certain: boolean): FoundHeader {
  const names = cleanedRow(rows[at] as readonly string[]);
  return { first: at, last: at, names, heads: [names], split: [], certain };
}

const knownIn = (names: readonly string[], { named }: Pick<Targets, "named">): ReadonlySet<Target> =>
  new Set(names.flatMap((name) => named(name)?.meanings ?? []));

/** Do these name the key and an item? */
export function isHeader(names: readonly string[], targets: Targets): boolean {
  const { all } = targets;
  const found = knownIn(names, targets);
  const hasItem = !all.some(isItem) || [...found].some(isItem);
  return hasItem && all.every((target) => !target.isKey || found.has(target));
}

/** Where every line is a single cell: what stands between the texts that were perhaps to be cells. */
function unparted(rows: TextRows): Bilingual | undefined {
  const lines = rows.map((cells) => cells.map(clean).filter(Boolean)).filter((cells) => cells.length > 0);
  const [[line = ""] = []] = lines;
  if (lines.some((cells) => cells.length > 1)) return undefined;
  if (delimiters.some((mark) => line.includes(mark)))
    return phrase("whole lines stand in quotation marks: export the sheet anew, or delete the marks around the lines");
  const mark = /[\^~¦§#*]/.exec(line)?.[0];
  const isParting = mark !== undefined && lines.every(([text = ""]) => text.includes(mark));
  return isParting
    ? phrase('"{mark}" parts no cells: export with a comma, a semicolon, a tab or | between them', { mark })
    : undefined;
}

export function reportNoHeader(
  { all }: Targets,
  { head, place }: Pick<Records, "head" | "place">,
  diagnostics: Diagnostics,
): void {
  const labels = (kind: (target: Target) => boolean): string => {
    const found = all.filter(kind).map(({ label }) => label);
    return found.slice(0, 5).join(", ") + (found.length > 5 ? ", …" : "");
  };
  const key = labels(({ isKey }) => isKey);
  const items = labels(isItem);
  diagnostics.report("D104", { rows: headerRows, key, items, unparted: unparted(head(headerRows)) }, place(1));
}
