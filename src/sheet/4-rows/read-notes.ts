import type { DecimalMark } from "../../model/plan.ts";
import { bindNames } from "../2-header/bind-names.ts";
import type { FoundHeader } from "../2-header/find-header.ts";
import { headerRows } from "../2-header/find-header.ts";
import type { JoinedRecords } from "../2-header/joined-name.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import type { CorrectedRecords } from "./corrected-records.ts";
import type { SheetNotes } from "./notes.ts";

/** What is noted of a sheet by itself. */
export type ReadNotes = Omit<SheetNotes, "input">;

export function corrected({ replaced = new Map(), passed }: CorrectedRecords): Pick<SheetNotes, "corrected"> {
  const lines = [...replaced.keys()];
  return lines.length > 0 ? { corrected: lines.map((line) => ({ line, passed: passed?.get(line) })) } : {};
}

export const marked = (mark: DecimalMark | undefined) => mark && { mark };

/** What each column is taken for, whether the header has all that it needs or not. */
export function columnNotes(
  { names, last }: Pick<FoundHeader, "names" | "last">,
  targets: Targets,
  { head, joined }: Pick<JoinedRecords, "head" | "joined">,
): SheetNotes["columns"] {
  const taken = names.map((): Target[] => []);
  for (const [target, ordinal] of bindNames(names, targets, head(headerRows).slice(last + 1)).ordinals)
    taken[ordinal - 1]?.push(target);
  const halves = new Map(joined?.heads.map((written, half) => [joined.first - 1 + half, { written }]));
  if (joined) taken[joined.first] = taken[joined.first - 1] ?? [];
  return names.map((name, at) => ({ name, taken: taken[at] ?? [], ...halves.get(at) }));
}

export const notRead = (file: string): ReadNotes => ({
  file,
  rows: 0,
  broken: 0,
  decimalMarks: [],
  columns: [],
  titles: [],
  absent: [],
  cutRows: 0,
  filledRows: 0,
  skipped: [],
  skippedCount: 0,
  skippedLines: new Map(),
});
