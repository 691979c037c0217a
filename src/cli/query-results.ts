import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inEncoding } from "../archive/basis.ts";
import type { Compared } from "../archive/compare-tables.ts";
import { compareTables } from "../archive/compare-tables.ts";
import type { OpenResults } from "../archive/open-results.ts";
import type { RecordedFlags } from "../archive/recorded-flags.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { givenSheets } from "../inputs/given-sheets.ts";
import { recordedInputs } from "../inputs/recorded-inputs.ts";
import type { Plan } from "../model/plan.ts";
import { version } from "../model/version.ts";
import { compute } from "../pipeline.ts";
import type { Origin } from "../sql/origin.ts";
import { originOf } from "../sql/origin.ts";
import { phrase } from "../text/phrase.ts";
import { queryOf } from "./compile-sql.ts";
import type { Session } from "./session.ts";

/** A query that score wrote, as a file. */
export interface Query {
  readonly file: string;
  readonly text: string;
  readonly origin: Origin;
}

/** Reads a query; undefined, with a diagnostic, for one that score did not write. @throws errors of the file system */
export async function readQuery(file: string, diagnostics: Diagnostics): Promise<Query | undefined> {
  const text = await readFile(file, "utf8");
  const origin = originOf(text);
  if (origin && origin.as !== "checks" && !origin.summary) return { file, text, origin };
  const what = !origin ? undefined : origin.summary ? phrase("a summary") : phrase("checks");
  diagnostics.report("C212", { file, what });
  return undefined;
}

/** Whether a query is, to the last letter, what is written of the rubric; if not, that is reported. */
export function isQueryOf(plan: Plan, { file, text, origin }: Query, diagnostics: Diagnostics): boolean {
  const written = queryOf(plan, origin, diagnostics);
  if (written === undefined || written === text) return written !== undefined;
  const [found, expected] = [text.split("\n"), written.split("\n")];
  const line = 1 + found.findIndex((each, at) => each !== expected[at]);
  const place = { file, line: line || found.length, column: 1, endLine: line || found.length, endColumn: 1 };
  diagnostics.report("C213", { file, rubric: origin.rubric, version }, place);
  return false;
}

/**
 * Computes what an engine made again, from the sheets that its receipt names, or from those of some people, and compares
 * it row by row. Undefined, with diagnostics, where that cannot be done or does not come to the same.
 */
export async function verifyQuery(
  { directory, receipt }: OpenResults,
  { io, flags }: Session,
  diagnostics: Diagnostics,
): Promise<Compared | undefined> {
  const folders = flags.from ?? ["."];
  const recorded = receipt.inputs.find(({ kind }) => kind === "sql")?.name ?? "";
  const basis = await recordedInputs(receipt, folders, io, diagnostics);
  const sheets = flags.sheets ? await givenSheets(flags.sheets, io, diagnostics) : basis?.sheets;
  if (sheets?.length === 0) diagnostics.report("C218", { directory });
  const query =
    basis &&
    (await readQuery(folders.map((folder) => join(folder, recorded)).find(existsSync) ?? recorded, diagnostics));
  if (!query || !sheets || diagnostics.hasErrors) return undefined;
  const { period } = query.origin;
  const { encoding, "decimal-mark": decimalMark } = receipt.flags as RecordedFlags;
  const asked = { ...(period !== undefined && { period }), ...(decimalMark && { decimalMark }) };
  const computed = await compute({ ...inEncoding({ ...basis, sheets }, encoding), ...asked }, diagnostics);
  if (!computed || diagnostics.hasErrors) return undefined;
  if (receipt.score !== version) diagnostics.report("C149", { recorded: receipt.score, version });
  else isQueryOf(computed.plan, query, diagnostics);
  const again = { report: computed.report, ...(period !== undefined && { period }), isSample: !!flags.sheets };
  const files = receipt.outputs.map(({ name }) => name);
  const compared = await compareTables(directory, files, again, diagnostics);
  return diagnostics.hasErrors ? undefined : compared;
}
