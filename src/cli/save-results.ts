import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { awardsLines, hasAwards } from "../output/awards-csv.ts";
import { exactLines, exactName, needsExact } from "../output/exact-csv.ts";
import { jsonLines } from "../output/json.ts";
import { markdownReport } from "../output/markdown.ts";
import { periodLines } from "../output/period-csv.ts";
import type { ReceiptFacts } from "../output/receipt.ts";
import { countsOf, recordedName } from "../output/receipt.ts";
import { summaryLines } from "../output/summary-csv.ts";
import type { ResultFile } from "../output/write-results.ts";
import { writeResults } from "../output/write-results.ts";
import type { Computed } from "../pipeline.ts";
import { describeNotes } from "../sheet/4-rows/notes.ts";
import type { Basis } from "./computing.ts";
import { besideInReceipt } from "./given-inputs.ts";
import { isHistory } from "./past-results.ts";
import type { RecordedFlags } from "./recorded-flags.ts";
import { version } from "./version.ts";
import type { View } from "./view.ts";

/** All that makes up a result set. */
export interface ResultSet {
  readonly computed: Computed;
  readonly basis: Basis;
  readonly flags: RecordedFlags;
  readonly view: View;
}

/** Writes the results into a folder. @returns whether they are written; if not, a diagnostic says why. */
export const saveResults = (set: ResultSet, directory: string, diagnostics: Diagnostics): boolean =>
  writeResults(directory, resultFiles(set), receiptFacts(set, version), diagnostics);

/** The files of a result set but for its receipt; their lines are made while they are read. */
export function* resultFiles({ view, flags }: ResultSet): Generator<ResultFile> {
  const { report, selection } = view;
  const { format = [], excel = false } = flags;
  const csv = { ...selection, excel };
  for (const period of report.periods) {
    yield { name: `${period.period}.csv`, lines: periodLines(report, period, csv) };
    if (format.includes("json")) yield { name: `${period.period}.json`, lines: jsonLines(report, period, selection) };
  }
  if (format.includes("md")) yield { name: "report.md", lines: markdownReport(report, selection) };
  if (hasAwards(report.plan)) yield { name: "awards.csv", lines: awardsLines(report, csv) };
  if (isHistory({ ...flags }) && needsExact(report)) yield { name: exactName, lines: exactLines(report) };
  yield { name: "summary.csv", lines: summaryLines(report, { excel }) };
}

/** What a receipt says besides the hashes of the files. The sheets must have been read. */
export function receiptFacts({ computed, basis, flags }: ResultSet, score: string): ReceiptFacts {
  const { plan, report, notes } = computed;
  const { rubric, sheets, beside } = basis;
  const columnId = (at: number): string => plan.columns[at]?.id as string;
  return {
    score,
    rubric: {
      id: plan.id,
      version: plan.version,
      key: plan.key.map(columnId),
      ...(plan.name !== undefined && { name: columnId(plan.name) }),
      files: [{ name: rubric.name, sha256: rubric.sha256 }],
    },
    inputs: [
      ...sheets.map(({ name, period: stated, sha256 }, index) => ({
        kind: "sheet" as const,
        name,
        sha256: sha256(),
        ...(stated !== undefined && { period: stated }),
        rows: notes[index]?.rows ?? 0,
      })),
      ...besideInReceipt(beside, computed),
    ],
    flags: { ...flags },
    assumptions: notes.map((each) => describeNotes({ ...each, file: recordedName(each.file) })[plan.language]),
    counts: countsOf(report),
  };
}
