import { extname, join } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { csvLines } from "../../document/csv.ts";
import { table, text } from "../../document/table.ts";
import { reportUnwritable } from "../../files/files.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { writeFile } from "../../files/write-file.ts";
import { writeLines } from "../../files/write-lines.ts";
import { namedFiles } from "../../inputs/given-inputs.ts";
import type { Plan } from "../../model/plan.ts";
import { partsOf as partsOfPeriod } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import { isFault } from "../../sheet/3-cells/fault.ts";
import { rowPeriod } from "../../sheet/3-cells/row-period.ts";
import { knowsRaters, ratersOf, readRoster, unitsOf } from "../../template/roster.ts";
import type { Person, TemplateOptions } from "../../template/template.ts";
import { templateRows, templateTab } from "../../template/template.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import { compileGiven } from "../given-rubric.ts";
import { reportOverwriting } from "../output-file.ts";
import { showFindings } from "../print.ts";
import { readingOf } from "../reading.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { periodOfRubric } from "../wanted-period.ts";

/** Writes sheets to fill in: one, or one for each unit or rater. */
export async function run(session: Session): Promise<number> {
  const diagnostics = createDiagnostics();
  const given = await compileGiven(session, diagnostics);
  if (given?.plan && !diagnostics.hasErrors) {
    const read = [session.operands[0] as string, ...given.library.files().map(({ name }) => name)];
    await writeTemplates(given.plan, read, session, diagnostics);
  }
  await showFindings(session, session.io.stderr, findings(diagnostics), given?.sources);
  if (diagnostics.hasWrongUsage) return exit.usage;
  return diagnostics.hasErrors ? exit.failed : exit.fine;
}

/** `read`: names of the rubric and of what it takes from. */
async function writeTemplates(
  plan: Plan,
  read: readonly string[],
  session: Session,
  diagnostics: Diagnostics,
): Promise<void> {
  const { flags, io } = session;
  const { roster = "" } = flags;
  // A tab may be named behind the file.
  const inputs = [...read, roster, roster.replace(/#[^#]*$/, "")];
  const period = periodOfRubric(flags.period, plan, diagnostics);
  // The items of a form are those of the rows' own period.
  const covered = period === undefined ? undefined : rowPeriod(period, { ...plan, rollups: [] });
  if (isFault(covered)) {
    const parts = partsAsked(period, plan);
    diagnostics.report("D117", { found: period ?? "", expected: parts ?? covered.expected });
  }
  const people = flags.roster === undefined ? undefined : await peopleIn(flags.roster, plan, session, diagnostics);
  if (diagnostics.hasErrors) return;
  const common = period === undefined ? {} : { period };
  const parts = partsOf(plan, people, session, diagnostics);
  if (diagnostics.hasErrors) return;
  const format = flags.format?.[0] ?? (parts || extname(flags.out ?? "") === ".xlsx" ? "xlsx" : "csv");
  if (!parts) {
    const options = { ...common, ...(people && { people }) };
    if (flags.out !== undefined) {
      reportOverwriting(flags.out, "--out", inputs, diagnostics);
      if (!diagnostics.hasErrors) await save(flags.out, await bytesOf(plan, options, format), session, diagnostics);
      return;
    }
    if (format === "xlsx") diagnostics.report("C138", {});
    else await writeLines(io.stdout, csvOf(plan, options));
    return;
  }
  if (flags.out === undefined) return diagnostics.report("C194", {});
  // What somebody typed names no file.
  const digits = `${parts.length}`.length;
  for (const [at, { name, people: members }] of parts.entries()) {
    const file = `${[plan.id, period, `${at + 1}`.padStart(digits, "0")].filter(Boolean).join("-")}.${format}`;
    reportOverwriting(join(flags.out, file), "--out", inputs, diagnostics);
    if (diagnostics.hasErrors) return;
    const bytes = await bytesOf(plan, { ...common, people: members, about: name }, format);
    await save(join(flags.out, file), bytes, session, diagnostics, flags.out);
    if (diagnostics.hasErrors) return;
  }
}

/** Of somebody who names a longer period, the ones that have a form; there may be too many weeks to name. */
function partsAsked(text: string | undefined, { stage, year }: Plan): Bilingual | undefined {
  const period = parsePeriod(text ?? "");
  const names = period ? partsOfPeriod(period, stage.period, year).map(({ name }) => name) : [];
  return names.length > 1 && names.length <= 12 ? phrase("one of {names|or}", { names }) : undefined;
}

async function peopleIn(
  name: string,
  plan: Plan,
  { flags }: Session,
  diagnostics: Diagnostics,
): Promise<readonly Person[]> {
  const [file] = await namedFiles([name], phrase("a list of people"), diagnostics);
  if (!file) return [];
  const { encoding } = readingOf(flags);
  return readRoster(plan, { ...file, ...(encoding && { encoding }) }, diagnostics, unitIn(plan, flags.per));
}

/** The column whose values part people; none where each rater who is known gets a file, as they do unasked. */
function unitIn(plan: Plan, per: string | undefined): number | undefined {
  const column = plan.columns.findIndex(({ id }) => id === per);
  return column < 0 || (column === plan.ratings?.by && knowsRaters(plan)) ? undefined : column;
}

/** The units or raters who get a file of their own; undefined where all is one. */
function partsOf(
  plan: Plan,
  people: readonly Person[] | undefined,
  { flags: { per } }: Session,
  diagnostics: Diagnostics,
): ReturnType<typeof unitsOf> | undefined {
  const known = plan.columns.map(({ id }) => id);
  const unit = unitIn(plan, per);
  if (per !== undefined && !known.includes(per))
    diagnostics.report("C141", { flag: "--per", id: per, suggestion: suggest(per, known) });
  else if (people) return unit === undefined ? ratersOf(plan, people) : unitsOf(people, unit);
  else if (per !== undefined) diagnostics.report("C193", {});
  return undefined;
}

async function bytesOf(plan: Plan, options: TemplateOptions, format: string): Promise<Iterable<string | Uint8Array>> {
  if (format === "csv") return csvOf(plan, options);
  const { bookBytes } = await import("../../document/xlsx/write-book.ts");
  return [await bookBytes({ title: plan.title[plan.language], tabs: [templateTab(plan, options)] })];
}

function csvOf(plan: Plan, options: TemplateOptions): Iterable<string> {
  const { heads, rows } = templateRows(plan, options);
  return csvLines(
    table(
      heads.map((head) => ({ id: head, head, type: text })),
      rows,
    ),
  );
}

async function save(
  file: string,
  content: Iterable<string | Uint8Array>,
  { flags, io, language }: Session,
  diagnostics: Diagnostics,
  folder?: string,
): Promise<void> {
  try {
    if (folder !== undefined) makeFolder(folder);
    writeFile(file, content);
  } catch (error) {
    return reportUnwritable(file, error, diagnostics);
  }
  if (!flags.quiet) await io.stderr.write(`${phrase("written")[language]}: ${file}\n`);
}
