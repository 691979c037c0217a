import { columnLetters } from "../../model/places.ts";
import { stretchesText, stretchText } from "../../text/stretches.ts";
import type { SheetNotes } from "./notes.ts";

/**
 * What was assumed of a sheet, for programs and receipts: whole, and without a word of what stands below its head. Columns are named
 * by their letters, rows by their lines (`3-5,9`).
 */
export function sheetFacts(notes: SheetNotes) {
  const { file, rows, broken, filledRows, encoding, delimiter, headerLine, period, long, hidden, cutRows } = notes;
  const columns = notes.columns.map((column, at) => ({ ...column, letters: columnLetters(at + 1) }));
  const read = columns.filter(({ name }) => name !== "");
  const taken = read.flatMap(({ letters, taken }) => taken.map(({ names: [id = ""] }) => [id, letters] as const));
  const unused = columns.filter(({ name, taken }) => name !== "" && taken.length === 0);
  // Where titles follow, not everybody is in the group above the header.
  const absent = notes.absent.filter(({ isGroup }) => !isGroup || !notes.skippedLines.has("title"));
  const marks = columns.flatMap(({ letters, mark }) => (mark ? [[letters, mark] as const] : []));
  return {
    name: notes.recorded ?? file,
    ...(notes.leftOut && { left_out: true }),
    rows,
    ...(broken > 0 && { with_errors: broken }),
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(headerLine !== undefined && { header: headerLine }),
    ...(period && { period: { name: period.name, source: period.source, ...yearIn(period) } }),
    ...named("columns", taken),
    ...named(
      "unused",
      unused.map(({ letters, name }) => [letters, name]),
    ),
    ...named("decimal_marks", marks),
    ...named(
      "defaults",
      absent.map(({ id, value }) => [id, value]),
    ),
    ...(long && { item: columnLetters(long.item), score: columnLetters(long.score) }),
    ...(notes.titles.length > 0 && { titles: stretchesText(notes.titles.map(({ line }) => line)) }),
    ...named(
      "skipped",
      [...notes.skippedLines].map(([why, lines]) => [why, lines.map(stretchText).join(",")]),
    ),
    ...(hidden?.isTab && { hidden_tab: true }),
    ...(hidden && hidden.rows.length > 0 && { hidden_rows: stretchesText(hidden.rows) }),
    ...(hidden && hidden.columns.length > 0 && { hidden_columns: hidden.columns.map(columnLetters).join(",") }),
    ...(filledRows > 0 && { merged_rows: filledRows }),
    ...(cutRows > 0 && { cut_rows: cutRows }),
    ...(notes.corrected && { corrected: stretchesText(notes.corrected.map(({ line }) => line)) }),
  };
}

const yearIn = ({ yearText }: NonNullable<SheetNotes["period"]>) => yearText !== undefined && { year: yearText };

/** An object with these entries under a name, or nothing. Names are somebody's: none is to meet what every object has. */
function named(name: string, entries: readonly (readonly [string, string])[]): Readonly<Record<string, object>> {
  if (entries.length === 0) return {};
  return { [name]: Object.assign(Object.create(null), Object.fromEntries(entries)) };
}
