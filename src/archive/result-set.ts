import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { csvLines } from "../document/csv.ts";
import { bulkCsvLines } from "../document/csv-bulk.ts";
import { dialectOf } from "../document/csv-dialect.ts";
import { markdownLines } from "../document/markdown.ts";
import { recordedName } from "../files/recorded-name.ts";
import { keyIds } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import { recordedLaw } from "../model/recorded-law.ts";
import type { Report } from "../model/report.ts";
import { version } from "../model/version.ts";
import type { SheetNotes } from "../sheet/4-rows/notes.ts";
import { describeNotes } from "../sheet/4-rows/notes.ts";
import { sheetFacts } from "../sheet/4-rows/sheet-facts.ts";
import { awardsTable, hasAwards } from "../views/awards.ts";
import { exactName, exactRows, needsExact } from "../views/exact-csv.ts";
import { jsonLines } from "../views/json.ts";
import { createPeriodBytes } from "../views/period-bytes.ts";
import { periodLines } from "../views/period-csv.ts";
import { reportDocument } from "../views/period-document.ts";
import type { View } from "../views/selection.ts";
import { forExcel, forPrograms } from "../views/style.ts";
import { summaryOf } from "../views/summary/summary.ts";
import { summaryBytes } from "../views/summary/summary-bytes.ts";
import type { Basis, GivenBeside } from "./basis.ts";
import type { PastResults } from "./past-results.ts";
import { isHistory } from "./past-results.ts";
import type { ReceiptFacts } from "./receipt.ts";
import { countsOf, receiptName } from "./receipt.ts";
import type { RecordedFlags } from "./recorded-flags.ts";
import type { ResultFile } from "./write-results.ts";
import { writeResults } from "./write-results.ts";

/** What the sheets and the rubric came to. */
interface Computed {
  readonly plan: Plan;
  readonly report: Report;
  readonly notes: readonly SheetNotes[];
  /** Rows of the decisions, tables and corrections by the name of their file. */
  readonly rows: ReadonlyMap<string, number>;
}

/** All that makes up a result set. */
export interface ResultSet {
  readonly computed: Computed;
  readonly basis: Basis;
  readonly flags: RecordedFlags;
  readonly view: View;
  /** The page of the run, where it is asked for: its charts are drawn before. */
  readonly page?: Iterable<string> | undefined;
  /** Its workbook, likewise. */
  readonly book?: Uint8Array | undefined;
}

/** Writes the results into a folder. @returns whether they are written; if not, a diagnostic says why. */
export const saveResults = (set: ResultSet, directory: string, diagnostics: Diagnostics): boolean =>
  writeResults(directory, resultFiles(set, true), receiptFacts(set, version), diagnostics);

/**
 * The files of a result set but for its receipt; their lines are made while they are read.
 * @param isLast nobody reads them, or the results, once more
 */
export function* resultFiles(
  { view, flags, page, book }: Pick<ResultSet, "view" | "flags" | "page" | "book">,
  isLast = false,
): Generator<ResultFile> {
  const { report, selection } = view;
  const { format = [], excel = false } = flags;
  const [style, dialect] = [excel ? forExcel : forPrograms, dialectOf(excel)];
  const options = { ...selection, excel };
  const bytesOf = createPeriodBytes(report, options);
  const forgets = isLast && areReadOnce(report.plan, flags);
  for (const period of report.periods) {
    const blocks = bytesOf(period);
    yield { name: `${period.period}.csv`, lines: periodLines(report, period, options), ...(blocks && { blocks }) };
    if (format.includes("json")) yield { name: `${period.period}.json`, lines: jsonLines(report, period, selection) };
    if (forgets) period.results.columns?.forgetScores();
  }
  if (format.includes("md")) yield { name: "report.md", lines: markdownLines(reportDocument(report, selection)) };
  if (page) yield { name: "report.html", lines: page };
  if (book) yield { name: "results.xlsx", lines: [], blocks: [book] };
  if (hasAwards(report.plan)) {
    yield { name: "awards.csv", lines: csvLines(awardsTable(report, style.wording, selection), dialect) };
  }
  if (isHistory({ ...flags }) && needsExact(report)) {
    const { columns, entries } = exactRows(report);
    yield { name: exactName, lines: bulkCsvLines(columns, entries) };
  }
  const summary = summaryOf(report, style);
  const lines = bulkCsvLines(summary.columns, summary.lines, dialect);
  yield { name: "summary.csv", lines, blocks: summaryBytes(report, style, dialect) };
}

/** Whether a period file is the only one that looks at the scores of everybody, and other files at classes and totals alone. */
function areReadOnce(plan: Plan, { format = [], excel }: RecordedFlags): boolean {
  const { key, columns, rollups, stage, summary } = plan;
  const isPlainKey = key.length === 1 && columns[key[0] as number]?.type.kind === "text";
  const readsAgain = excel || summary || stage.readBack || hasAwards(plan);
  return isPlainKey && !readsAgain && format.length + rollups.length === 0;
}

/** What a receipt says besides the hashes of the files. The sheets must have been read. */
export function receiptFacts({ computed, basis, flags }: ResultSet, score: string): ReceiptFacts {
  const { plan, report, notes } = computed;
  const { sheets, beside } = basis;
  return {
    score,
    rubric: rubricFacts(plan, basis),
    inputs: [
      ...sheets.map(({ name, recorded = name, tab, period: stated, sha256 }, index) => ({
        kind: "sheet" as const,
        name: recorded,
        ...(tab !== undefined && { tab }),
        sha256: sha256(),
        ...(stated !== undefined && { period: stated }),
        rows: notes.reduce((rows, each) => rows + (each.input === index ? each.rows : 0), 0),
      })),
      ...besideInReceipt(beside, computed),
    ],
    flags: { ...flags },
    assumptions: assumptionsIn(computed),
    sheets: notes.map(sheetFacts),
    counts: countsOf(report),
  };
}

/** What was assumed in reading each sheet, named so that it says nothing of the machine. */
export const assumptionsIn = ({ plan, notes }: Pick<Computed, "plan" | "notes">): string[] =>
  notes.map((each) => describeNotes({ ...each, file: each.recorded ?? recordedName(each.file) })[plan.language]);

/** What a receipt says of the rubric. */
export function rubricFacts(
  plan: Plan,
  { rubric, library }: Pick<Basis, "rubric" | "library">,
): ReceiptFacts["rubric"] {
  const { id, version, name, departures, parameters } = plan;
  const taken = library.files().map(({ name, sha256, path }) => ({ name, sha256, path }));
  return {
    id,
    version,
    key: keyIds(plan),
    ...(name !== undefined && { name: plan.columns[name]?.id as string }),
    ...(departures && { departures }),
    ...(parameters && { parameters: Object.fromEntries(parameters.map(({ id: of, value }) => [of, value])) }),
    law: recordedLaw(plan),
    files: [{ name: rubric.recorded ?? rubric.name, sha256: rubric.sha256 }, ...taken],
  };
}

/** What the receipt says of it: every file that was read, and the results of earlier runs that were taken. */
function besideInReceipt(
  { decisions, corrections = [], tables, history }: GivenBeside,
  { rows, report }: Computed,
): ReceiptFacts["inputs"] {
  const taken = report.past ?? [];
  const used = (history?.folders ?? []).filter(({ periods }) =>
    periods.some(({ input }) => taken.includes(input.name)),
  );
  const lists = [
    ...decisions.map((file) => ({ kind: "decisions" as const, ...file })),
    ...corrections.map((file) => ({ kind: "corrections" as const, ...file })),
  ];
  return [
    ...lists.map(({ kind, name, recorded = name, tab, sha256 }) => ({
      kind,
      name: recorded,
      ...(tab !== undefined && { tab }),
      sha256: sha256(),
      rows: rows.get(name) ?? 0,
    })),
    ...tables.map(({ name, recorded = name, tab, table, sha256 }) => ({
      kind: "table" as const,
      table,
      name: recorded,
      ...(tab !== undefined && { tab }),
      sha256: sha256(),
      rows: rows.get(name) ?? 0,
    })),
    ...pastInputs(history?.asked ?? [], used),
  ];
}

/** Results of earlier runs as a receipt names them. `asked`: the folders that they were looked for in. */
export const pastInputs = (asked: readonly string[], used: readonly Pick<PastResults, "name" | "receipt">[]) =>
  used.map(({ name, receipt }) => ({
    kind: "history" as const,
    name: `${nameBelow(asked, name)}/${receiptName}`,
    sha256: receipt,
  }));

/** A folder as a receipt may name it: what was asked for by its last part, and what is below that whole. */
function nameBelow(asked: readonly string[], folder: string): string {
  const above = asked.find((name) => folder === name || folder.startsWith(`${name}/`)) ?? folder;
  return recordedName(above) + folder.slice(above.length);
}
