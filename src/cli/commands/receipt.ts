import { join } from "node:path";
import { openResultTable } from "../../archive/compare-tables.ts";
import { resultTablesIn, saveQueryReceipt } from "../../archive/query-receipt.ts";
import type { ReceiptFacts } from "../../archive/receipt.ts";
import { pastInputs, rubricFacts } from "../../archive/result-set.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { pathOf, reportUnreadable } from "../../files/files.ts";
import { hashOf } from "../../files/hash.ts";
import { givenBeside } from "../../inputs/given-inputs.ts";
import { givenSettings } from "../../inputs/given-settings.ts";
import { givenSheets } from "../../inputs/given-sheets.ts";
import { readRubric } from "../../inputs/read-rubric.ts";
import { createLibraries } from "../../inputs/rubric-library.ts";
import { version } from "../../model/version.ts";
import { planOf } from "../../pipeline.ts";
import { phrase } from "../../text/phrase.ts";
import { showFindings } from "../print.ts";
import { isQueryOf, readQuery } from "../query-results.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Writes the receipt of results that an engine made with a query of score. */
export async function run(session: Session): Promise<number> {
  const { io, flags, language } = session;
  const diagnostics = createDiagnostics();
  const { from: [directory] = [], sql: file } = flags;
  if (directory === undefined) diagnostics.report("C211", { flag: "--from" });
  if (file === undefined) diagnostics.report("C211", { flag: "--sql" });
  const files = directory === undefined ? undefined : resultTablesIn(directory, diagnostics);
  const paths = files?.map((name) => join(directory as string, name));
  const facts = paths && file !== undefined ? await factsOf(file, paths, session, diagnostics) : undefined;
  const isWritten =
    facts && (await saveQueryReceipt(directory as string, files as readonly string[], facts, diagnostics));
  await showFindings(session, io.stderr, findings(diagnostics));
  if (diagnostics.hasWrongUsage) return exit.usage;
  if (!files || !isWritten) return exit.failed;
  const said = phrase("a receipt for {files} {files|file|files} of results", { files: files.length });
  if (!flags.quiet) await io.stderr.write(`${directory}: ${said[language]}\n`);
  return exit.fine;
}

/**
 * What the receipt says of the query, the rubric that it was written of, and the sheets that its table was loaded from; undefined
 * where `results` are none of the query.
 */
async function factsOf(
  file: string,
  results: readonly string[],
  { io, flags, operands }: Session,
  diagnostics: Diagnostics,
): Promise<ReceiptFacts | undefined> {
  const query = await readQuery(file, diagnostics);
  const rubric = query && (await readRubric(query.origin.rubric, io, diagnostics));
  const sheets = await givenSheets(operands, io, diagnostics);
  const { table = [], decisions: decided = [], history: folders, encoding, "decimal-mark": decimalMark } = flags;
  const beside = { table, decisions: decided, ...(folders && { history: folders }) };
  const { tables, decisions, history } = await givenBeside(beside, diagnostics);
  if (!rubric || diagnostics.hasErrors) return undefined;
  const library = createLibraries(flags.root)(query.origin.rubric);
  const settings = query.origin.set;
  const set = givenSettings(settings, diagnostics);
  const plan = await planOf(rubric, diagnostics, { library, set });
  if (!plan || !isQueryOf(plan, query, diagnostics)) return undefined;
  try {
    for (const path of results) {
      const table = await openResultTable(path, plan, query.origin.period, diagnostics);
      await table?.close();
    }
    if (diagnostics.hasErrors) return undefined;
    const hashed = async (name: string) => ({ name, sha256: await hashOf(name) });
    return {
      score: version,
      rubric: rubricFacts(plan, { rubric, library }),
      inputs: [
        { kind: "sql", ...(await hashed(file)) },
        ...(await Promise.all(
          sheets.map(async ({ name, tab, period }) => ({
            kind: "sheet" as const,
            ...(await hashed(name)),
            ...(tab !== undefined && { tab }),
            ...(period !== undefined && { period }),
          })),
        )),
        ...(await Promise.all(
          decisions.map(async ({ name, tab }) => ({
            kind: "decisions" as const,
            ...(await hashed(name)),
            ...(tab !== undefined && { tab }),
          })),
        )),
        ...(await Promise.all(
          tables.map(async ({ name, tab, table }) => ({
            kind: "table" as const,
            table,
            ...(await hashed(name)),
            ...(tab !== undefined && { tab }),
          })),
        )),
        ...pastInputs(history?.asked ?? [], history?.folders ?? []),
      ],
      flags: {
        ...(settings && { set: settings.toSorted() }),
        ...(encoding !== undefined && { encoding }),
        ...(decimalMark !== undefined && { "decimal-mark": decimalMark }),
      },
      assumptions: [],
      sheets: [],
      counts: [],
    };
  } catch (error) {
    reportUnreadable(pathOf(error), error, diagnostics);
    return undefined;
  }
}
