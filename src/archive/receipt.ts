import { sha256 } from "../files/hash.ts";
import { recordedName } from "../files/recorded-name.ts";
import type { Report, State } from "../model/report.ts";
import type { sheetFacts } from "../sheet/4-rows/sheet-facts.ts";
import { compareText } from "../text/order.ts";

/** Version of the receipt's format. */
const receiptVersion = 1;
export const receiptName = "receipt.json";

/** A file and what was in it, as lowercase hex. */
interface Hashed {
  readonly name: string;
  readonly sha256: string;
}

interface ReceiptInput extends Hashed {
  /** `sql`: the query, where an engine made the results. */
  readonly kind: "sheet" | "corrections" | "decisions" | "table" | "history" | "sql";
  /** Stated on the command line for this file: `2026-Q1=q1.csv`. */
  readonly period?: string;
  /** The one that was named of a workbook. */
  readonly tab?: string;
  /** Of a table: its id in the rubric. */
  readonly table?: string;
  /** Rows with a key, as read. */
  readonly rows?: number;
}

interface ReceiptRubric {
  readonly id: string;
  readonly version: string;
  /** Ids of the key columns, by which subjects are found again in the result files, and of the name. */
  readonly key: readonly string[];
  readonly name?: string;
  /** Of the files that adopt each other: ids of the entries of `basis` that allow what is different, the one nearest to the base first. */
  readonly departures?: readonly { readonly file?: string; readonly because: string }[];
  /** Values of its parameters by id, as a rubric writes them. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** By which its results can be a history of later ones; absent in receipts of early versions. */
  readonly law?: Readonly<Record<string, string>>;
  /** The rubric itself, then what it takes from. */
  readonly files: readonly RubricHashed[];
}

/** `path`: where a file stands, seen from the folder of the rubric that takes from it. */
interface RubricHashed extends Hashed {
  readonly path?: string;
}

export interface ReceiptOutput extends Hashed {
  readonly bytes: number;
}

/** All that went into the results. Nothing here may depend on the machine, the time or the order of arguments. */
export interface ReceiptFacts {
  /** Version of score. */
  readonly score: string;
  /** The rubric file first, then what it includes. */
  readonly rubric: ReceiptRubric;
  readonly inputs: readonly ReceiptInput[];
  /** Flags that can change a result or its bytes, by name. */
  readonly flags: Readonly<Record<string, string | readonly string[] | true>>;
  /** What was assumed in reading the sheets, in the rubric's language. */
  readonly assumptions: readonly string[];
  /** The same for programs: what each column and line of each sheet was taken for. */
  readonly sheets: readonly ReturnType<typeof sheetFacts>[];
  readonly counts: readonly PeriodCounts[];
}

export interface PeriodCounts extends Readonly<Record<State, number>> {
  readonly period: string;
  readonly differences: number;
}

export interface Receipt extends ReceiptFacts {
  readonly receipt: typeof receiptVersion;
  readonly outputs: readonly ReceiptOutput[];
  /** Of the receipt itself, see {@link ownHash}. */
  readonly sha256: string;
}

export function countsOf({ periods }: Report): PeriodCounts[] {
  return periods.map(({ period, results, differences }) => {
    const counts: Record<State, number> = { rated: 0, not_rated: 0, incomplete: 0, ...results.columns?.counts };
    if (!results.columns) for (const { state } of results) counts[state]++;
    return { period, ...counts, differences: differences.length };
  });
}

/** The receipt as text: every key and list in a fixed order, so that the same run gives the same bytes anywhere. */
export function receiptText(facts: ReceiptFacts, outputs: readonly ReceiptOutput[]): string {
  const { score, rubric, inputs, flags, assumptions, sheets, counts } = facts;
  const hashed = ({ name, sha256 }: Hashed): Hashed => ({ name: recordedName(name), sha256 });
  const receipt = {
    receipt: receiptVersion,
    score,
    rubric: {
      id: rubric.id,
      version: rubric.version,
      key: rubric.key,
      name: rubric.name,
      departures: rubric.departures?.map(({ file, because }) => ({ file, because })),
      parameters: rubric.parameters,
      law: rubric.law,
      files: rubric.files.map(({ path, ...file }) => ({ ...hashed(file), path })),
    },
    inputs: inputs
      .map(({ kind, period, table, tab, rows, ...file }) => ({ kind, period, table, ...hashed(file), tab, rows }))
      .sort(
        (a, b) =>
          compareText(a.kind, b.kind) ||
          compareText(a.name, b.name) ||
          compareText(a.tab ?? "", b.tab ?? "") ||
          compareText(a.sha256, b.sha256),
      ),
    flags: Object.fromEntries(Object.entries(flags).sort(([a], [b]) => compareText(a, b))),
    assumptions: assumptions.toSorted(compareText),
    sheets: sheets
      .map((sheet) => ({ ...sheet, name: recordedName(sheet.name) }))
      .sort((a, b) => compareText(a.name, b.name) || compareText(JSON.stringify(a), JSON.stringify(b))),
    counts: counts.map(({ period, rated, not_rated, incomplete, differences }) => ({
      period,
      rated,
      not_rated,
      incomplete,
      differences,
    })),
    outputs: outputs
      .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
      .sort((a, b) => compareText(a.name, b.name)),
  };
  return `${JSON.stringify({ ...receipt, sha256: ownHash(receipt) }, undefined, 2)}\n`;
}

/** Of what a receipt says, however it is laid out: whoever changes a word of it must change this too. */
export const ownHash = (receipt: object): string => sha256(JSON.stringify({ ...receipt, sha256: undefined }));

/** Is a receipt no longer as score wrote it? Those of early versions have no hash of themselves. */
export const isChanged = (receipt: Partial<Receipt>): boolean =>
  receipt.sha256 !== undefined && receipt.sha256 !== ownHash(receipt);

/** Names that results may have; everything else in a receipt or journal is somebody's attempt to reach other files. */
export const isResultName = (name: unknown): name is string =>
  typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name);

/** The receipt that a text holds, or undefined where score did not write it. */
export function parseReceipt(text: string): Receipt | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value.receipt !== receiptVersion || !Array.isArray(value.outputs)) return undefined;
  const sound = value.outputs.every(
    (output: unknown) => isRecord(output) && isResultName(output.name) && typeof output.sha256 === "string",
  );
  return sound ? (value as unknown as Receipt) : undefined;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
