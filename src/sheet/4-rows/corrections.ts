import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { tabIn } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import { clean } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import { textAt } from "../1-records/cell-text.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { openSheets } from "../1-records/open-records.ts";
import type { Records, SheetRecord, TextRows } from "../1-records/records.ts";
import { reportProblem } from "../1-records/refusals.ts";
import { bindNames } from "../2-header/bind-names.ts";
import { headerRows } from "../2-header/find-header.ts";
import type { Target } from "../2-header/targets.ts";
import { targetsOf } from "../2-header/targets.ts";
import { ownHeads } from "./given-back.ts";

/** A row that was given back, and comes back mended. */
export interface Correction {
  readonly record: SheetRecord;
  /** Tells the row in whose place it goes. */
  readonly mark: string;
  readonly sheet: CorrectionSheet;
}

/** What rows were mended in. */
export interface CorrectionSheet extends Pick<Records, "name" | "place"> {
  readonly recorded?: string;
  /** Heads, without those of {@link ownHeads}. */
  readonly names: readonly string[];
  readonly ordinals: ReadonlyMap<Target["label"], number>;
  /** Ordinals of the columns that say where a row was taken from, and its mark. */
  readonly from: number;
  readonly mark: number;
}

export interface Corrections {
  /** The rows of a sheet, or of a tab, by the line that each was taken from. */
  of(sheet: string): ReadonlyMap<string, Correction>;
  /** Rows by the name of their file. */
  readonly rows: ReadonlyMap<string, number>;
  /** Reports those of sheets that were not among the tabs that were opened. */
  finish(): void;
}

/** Reads rows that come back; one that could not go into just one place is reported. */
export async function readCorrections(
  plan: Plan,
  inputs: readonly FileInput[],
  sheets: readonly FileInput[],
  diagnostics: Diagnostics,
): Promise<Corrections> {
  const bySheet = new Map<string, Map<string, Correction>>();
  const rows = new Map<string, number>();
  const opened = new Set<string>();
  const read: Correction[] = [];
  for (const input of inputs) {
    const corrections = await readFile(plan, input, diagnostics);
    rows.set(input.name, corrections.length);
    read.push(...corrections);
  }
  const sheetOf = sheetsCalled(new Set(read.map((each) => placeIn(each).file)), sheets);
  for (const correction of read) put(correction);
  return {
    of(sheet) {
      opened.add(sheet);
      return bySheet.get(sheet) ?? new Map();
    },
    rows,
    finish() {
      for (const [sheet, lines] of bySheet)
        for (const correction of opened.has(sheet) ? [] : lines.values()) reportNowhere(correction, diagnostics);
    },
  };

  function put(correction: Correction): void {
    const { file, line } = placeIn(correction);
    const sheet = sheetOf.get(file);
    if (sheet === undefined) {
      reportNowhere(correction, diagnostics);
      return;
    }
    const lines = bySheet.get(sheet) ?? new Map<string, Correction>();
    bySheet.set(sheet, lines);
    const other = lines.get(line);
    if (other) {
      diagnostics.report("D153", { found: takenFrom(correction) }, fromPlace(correction), [
        { place: fromPlace(other), message: phrase("the first one") },
      ]);
    } else lines.set(line, correction);
  }
}

/** What stands there of the place that a row was taken from. */
export const takenFrom = ({ record, sheet }: Correction): string => textAt(record, sheet.from);

function placeIn(correction: Correction): { readonly file: string; readonly line: string } {
  const [, file = "", line = ""] = /^(.+):(\d+)$/.exec(takenFrom(correction)) ?? [];
  return { file, line };
}

export const fromPlace = ({ record, sheet }: Correction): Place => sheet.place(record.line, sheet.from);

/** Reports a row that is to go into a place that there is not. */
export const reportNowhere = (correction: Correction, diagnostics: Diagnostics): void =>
  diagnostics.report("D154", { found: takenFrom(correction) }, fromPlace(correction));

/** The one sheet, with the tab of a workbook, that each of these names was of when its rows were given back. */
function sheetsCalled(called: ReadonlySet<string>, sheets: readonly FileInput[]): ReadonlyMap<string, string> {
  const bySheet = new Map<FileInput, Set<string>>();
  for (const name of called) {
    const file = fileIn(name);
    const sheet = sheetCalled(file, sheets);
    if (sheet) bySheet.set(sheet, (bySheet.get(sheet) ?? new Set()).add(file));
  }
  const own = new Map(
    [...bySheet].flatMap(([sheet, files]) => ownNames([...files], sheet).map((file) => [file, sheet])),
  );
  return new Map(
    [...called].flatMap((name) => {
      const sheet = own.get(fileIn(name));
      return sheet ? [[name, sheet.name + name.slice(fileIn(name).length)] as const] : [];
    }),
  );
}

const fileIn = (called: string): string => tabIn(called)?.workbook ?? called;

function sheetCalled(file: string, sheets: readonly FileInput[]): FileInput | undefined {
  const alike = (test: (name: string) => boolean): ReadonlyMap<string, FileInput> =>
    new Map(
      sheets.flatMap((sheet) => {
        const { name, recorded = name } = sheet;
        return test(clean(name)) || test(clean(recorded)) ? [[name, sheet] as const] : [];
      }),
    );
  const exact = alike((name) => name === file);
  const [sheet, ...others] = (
    exact.size > 0 ? exact : alike((name) => endsWith(name, file) || endsWith(file, name))
  ).values();
  return others.length > 0 ? undefined : sheet;
}

/** Names of files of which only one sheet is given: several may be its own, by a longer and a shorter way, but not `a/x` and `b/x`. */
function ownNames(files: readonly string[], { path }: FileInput): readonly string[] {
  if (files.length === 1) return files;
  const here = files.filter((file) => path !== undefined && endsWith(clean(path), file));
  if (here.length > 0) return here;
  return files.every((one) => files.every((other) => endsWith(one, other) || endsWith(other, one))) ? files : [];
}

/** Are these the last parts of a path? */
function endsWith(path: string, file: string): boolean {
  const [parts, last] = [path, file].map((each) => each.split(/[/\\]/)) as [string[], string[]];
  return parts.slice(-last.length).join("/") === last.join("/");
}

async function readFile(plan: Plan, input: FileInput, diagnostics: Diagnostics): Promise<Correction[]> {
  const own = ownHeads(plan);
  const headIn = (rows: TextRows): number =>
    rows.findIndex((cells) => [own.place, own.mark].every((head) => cells.some((cell) => clean(cell) === head)));
  const tabs = await openSheets(input, (rows) => (headIn(rows) < 0 ? 0 : Number.POSITIVE_INFINITY));
  const given = tabs.filter((records) => headIn(records.head(headerRows)) >= 0);
  const [first] = tabs;
  if (given.length === 0 && first) {
    if (first.problem) reportProblem(first, diagnostics);
    else diagnostics.report("D151", { heads: [own.place, own.mark].map((head) => `"${head}"`) }, first.place(1));
  }
  const corrections: Correction[] = [];
  for (const records of tabs) {
    if (given.includes(records)) corrections.push(...(await readRows(records, headIn(records.head(headerRows)))));
    await records.close();
  }
  return corrections;

  async function readRows(records: Records, headRow: number): Promise<Correction[]> {
    const heads = (records.head(headerRows)[headRow] ?? []).map(clean);
    const names = heads.map((head) => (Object.values<string>(own).includes(head) ? "" : head));
    const recorded =
      input.recorded === undefined ? {} : { recorded: input.recorded + records.name.slice(input.name.length) };
    const bound = bindNames(names, targetsOf(plan)).ordinals;
    const sheet: CorrectionSheet = {
      name: records.name,
      place: records.place,
      ...recorded,
      names,
      ordinals: new Map([...bound].map(([{ label }, ordinal]) => [label, ordinal])),
      from: heads.indexOf(own.place) + 1,
      mark: heads.indexOf(own.mark) + 1,
    };
    const found: Correction[] = [];
    let row = -1;
    for await (const batch of records.rows()) {
      for (const record of batch) {
        row++;
        if (row <= headRow) continue;
        const correction = { record, mark: textAt(record, sheet.mark), sheet };
        const isFilled = names.some((name, at) => name !== "" && textAt(record, at + 1) !== "");
        // What is said of a mistake that is about no row has neither.
        if (!isFilled && correction.mark === "") continue;
        if (correction.mark !== "" && takenFrom(correction) !== "") found.push(correction);
        else diagnostics.report("D152", { head: correction.mark === "" ? own.mark : own.place }, fromPlace(correction));
      }
    }
    reportProblem(records, diagnostics);
    return found;
  }
}
