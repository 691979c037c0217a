import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Decision, Fact, GivenTable, PastPeriod } from "../../model/given.ts";
import type { Plan } from "../../model/plan.ts";
import { readsOf, recordedLaw } from "../../model/recorded-law.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import { compareText } from "../../text/order.ts";
import { suggest } from "../../text/suggest.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { checkContradictions } from "../4-rows/contradictions.ts";
import type { Spellings } from "../spellings/spellings.ts";
import { datedIn, factsIn } from "./log-facts.ts";
import { lookupTable, tableByPeriod } from "./lookup-table.ts";
import { readDecisions } from "./read-decisions.ts";
import type { PastFolder } from "./read-history.ts";
import { readHistory } from "./read-history.ts";
import { readTableRows } from "./table-rows.ts";

/** What a computation is given beside the score sheets. */
export interface GivenInputs {
  readonly decisions?: readonly FileInput[];
  readonly tables?: readonly TableInput[];
  readonly history?: PastFolders;
  /** Rows of sheets that come back mended. */
  readonly corrections?: readonly FileInput[];
}

/** A file of a lookup table, by the id that the rubric gives the table. */
export interface TableInput extends FileInput {
  readonly table: string;
}

export interface PastFolders {
  /** Folders that were asked for. */
  readonly asked: readonly string[];
  /** The results found below them. */
  readonly folders: readonly PastFolder[];
}

export interface Given {
  readonly decisions: readonly Decision[];
  readonly tables: ReadonlyMap<string, GivenTable>;
  readonly logs: ReadonlyMap<string, readonly Fact[]>;
  readonly history: readonly PastPeriod[];
  /** Rows by the name of the file, for decisions and tables. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Reads it all; what is wrong in any file is reported. */
export async function readGiven(
  plan: Plan,
  inputs: GivenInputs,
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<Given> {
  const rows = new Map<string, number>();
  const decisions: Decision[] = [];
  for (const input of inputs.decisions ?? []) {
    const read = await readDecisions(plan, input, spellings, diagnostics);
    rows.set(input.name, read.rows);
    for (const each of read.decisions) decisions.push(each);
  }
  checkContradictions(decisions, diagnostics);
  const tables = new Map<string, GivenTable>();
  const logs = new Map<string, readonly Fact[]>();
  const files = inputs.tables ?? [];
  for (const id of new Set(files.map((file) => file.table))) {
    const given = files.filter((file) => file.table === id);
    const table = plan.tables?.find((each) => each.id === id);
    if (!table) {
      reportUnknownTable(plan, id, diagnostics);
      continue;
    }
    const read = await readTableRows(table, plan.decimalMark, given, spellings, diagnostics);
    for (const [name, count] of read.counts) rows.set(name, count);
    const { log, period } = table;
    const { period: shortest } = plan.stage;
    if (log) logs.set(id, factsIn({ ...table, log }, read.rows, shortest, diagnostics));
    else if (period !== undefined) {
      const dated = datedIn(table, read.rows, period, shortest, diagnostics);
      tables.set(id, tableByPeriod({ ...table, period }, dated, plan.year, diagnostics));
    } else {
      const whole = lookupTable(table, read.rows, diagnostics);
      tables.set(id, { in: () => whole });
    }
  }
  const history = inputs.history ? await readFolders(plan, inputs.history, spellings, diagnostics) : [];
  return { decisions, tables, logs, history, rows };
}

async function readFolders(
  plan: Plan,
  { asked, folders }: PastFolders,
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<PastPeriod[]> {
  const accepted = [plan.id, ...plan.replaces];
  const past: PastPeriod[] = [];
  const foreign = new Set<PastFolder>();
  for (const folder of folders) {
    const parameter = otherParameter(plan, folder);
    const part = parameter ? undefined : otherPart(plan, folder);
    if (parameter || part) foreign.add(folder);
    if (parameter) diagnostics.report("A412", { folder: folder.name, ...parameter });
    else if (part) diagnostics.report("A413", { folder: folder.name, ...part });
    else if (accepted.includes(folder.rubric)) past.push(...(await readHistory(plan, folder, spellings, diagnostics)));
    else {
      const parameters = { folder: folder.name, found: folder.rubric, expected: accepted.join(", ") };
      diagnostics.report("A403", parameters);
    }
  }
  for (const name of asked) {
    const isBelow = (folder: PastFolder): boolean => folder.name === name || folder.name.startsWith(`${name}/`);
    if (!folders.some((folder) => isBelow(folder) && (accepted.includes(folder.rubric) || foreign.has(folder)))) {
      diagnostics.report("A409", { folder: name });
    }
  }
  return spellings.folds ? inOneSpelling(past, spellings) : past;
}

/** Where look-alikes are one: as the sheets spell it; what these do not have, as the first of its spellings by code point. */
function inOneSpelling(past: readonly PastPeriod[], spellings: Spellings): PastPeriod[] {
  const results = past.flatMap((each) => each.results);
  for (const [at, pool] of spellings.columns.entries()) {
    if (!pool?.folds) continue;
    const texts = new Set(results.map(({ columns }) => columns[at]).filter((value) => typeof value === "string"));
    for (const text of [...texts].sort(compareText)) pool.printed(text);
  }
  return past.map((each) => ({
    ...each,
    results: each.results.map((result) => ({
      ...result,
      key: spellings.printedKey(result.key),
      columns: spellings.printedColumns(result.columns),
    })),
  }));
}

/** One version of a rubric with other values of its parameters is another law; another version says itself that it is one. */
function otherParameter({ id, version, parameters = [] }: Plan, folder: PastFolder) {
  if (folder.rubric !== id || folder.version !== version) return undefined;
  const other = parameters.find(({ id: name, value }) => folder.parameters[name] !== value);
  return other && { name: other.id, expected: other.value, found: folder.parameters[other.id] ?? "-" };
}

/** So is one with other bands or points, which was edited without a word. Nothing is held by the law of periods that it does not have. */
function otherPart(plan: Plan, { rubric, version, law: then, periods }: PastFolder) {
  if (rubric !== plan.id || version !== plan.version) return undefined;
  const now = recordedLaw(plan);
  const isRead = readsOf(plan);
  const kinds = new Set<string | undefined>(periods.map(({ period }) => parsePeriod(period)?.kind));
  const isHeld = (part: string): boolean => {
    const [, kind] = /^rollups\.(\w+)\./.exec(part) ?? [];
    return kind === undefined || kinds.has(kind);
  };
  const others = Object.keys({ ...now, ...then }).filter(
    (part) => now[part] !== then[part] && isHeld(part) && isRead(part),
  );
  const [name, ...further] = Object.keys(then).length > 0 ? others : [];
  if (name === undefined) return undefined;
  // What stands for the rest of a part tells nobody anything.
  const [expected, found] = [now[name], then[name]].map((said = "-") => said.replace(/ ?#\w+$/, ""));
  const words = expected === found || !expected || !found ? {} : { expected, found };
  return { name, ...words, others: further.length > 0 ? further.map((part) => `\`${part}\``).join(", ") : undefined };
}

function reportUnknownTable({ tables = [] }: Plan, name: string, diagnostics: Diagnostics): void {
  const known = tables.map(({ id }) => id);
  diagnostics.report("C192", { name, suggestion: suggest(name, known), known: known.length > 0 ? known : undefined });
}
