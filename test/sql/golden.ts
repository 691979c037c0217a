// What the golden cases and the pages of the shipped rubrics compute, as tables of texts for engines.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { GivenBeside } from "../../src/archive/basis.ts";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { allRows } from "../../src/engine/explain/witness.ts";
import { givenBeside } from "../../src/inputs/given-inputs.ts";
import { givenSheets } from "../../src/inputs/given-sheets.ts";
import { readRubric } from "../../src/inputs/read-rubric.ts";
import { createLibraries } from "../../src/inputs/rubric-library.ts";
import type { CellValue, Column } from "../../src/model/column.ts";
import { showKey } from "../../src/model/keys.ts";
import type { Item } from "../../src/model/node.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";
import type { Cell, Row } from "../../src/model/row.ts";
import { formatDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { divide } from "../../src/number/exact.ts";
import { formatDate } from "../../src/period/date.ts";
import { parsePeriod, periodNamed } from "../../src/period/parse-period.ts";
import { readDate } from "../../src/period/shown-day.ts";
import { compute, keepEverything } from "../../src/pipeline.ts";
import { readDecisions } from "../../src/sheet/lists/read-decisions.ts";
import { readTableRows } from "../../src/sheet/lists/table-rows.ts";
import { createSpellings } from "../../src/sheet/spellings/spellings.ts";
import { noWords, yesWords } from "../../src/text/vocabulary.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { readCase } from "../support/case-file.ts";
import { caseNames, caseText } from "../support/case-run.ts";
import type { Rows } from "../support/engines/engine.ts";
import { root, withFolder, writeTree } from "../support/files.ts";
import { shellWords } from "../support/run.ts";

/** A rubric, a sheet of it that no reader has to make sense of, and the files that the program writes of it. */
export interface Job {
  readonly name: string;
  readonly plan: Plan;
  readonly table: Rows;
  /** The further tables that it reads, by id. */
  readonly tables: ReadonlyMap<string, Rows>;
  /** What the authority decided; absent: nothing. */
  readonly decisions?: Rows;
  /** What stands below the head of `<period>.csv`, by name of the period. */
  readonly results: ReadonlyMap<string, string>;
}

/** All that compute something of one rubric, its sheets, tables and decisions alone, without an error. */
export async function* goldenJobs(): AsyncGenerator<Job> {
  for (const name of caseNames) {
    for (const { command, files } of readCase(caseText(name)).steps) {
      const operands = operandsOf(command);
      if (!operands || files.size === 0) continue;
      const job = await withFolder((folder) => {
        const content = [...files].map(
          ([path, file]) => [path, "from" in file ? readFileSync(join(root, file.from)) : file] as const,
        );
        writeTree(folder, content);
        return jobOf(name, folder, operands);
      });
      if (job) yield job;
    }
  }
  for (const name of readdirSync(join(root, "examples")).sort()) {
    const page = readFileSync(join(root, "examples", name, "README.md"), "utf8");
    for (const [command] of page.matchAll(/score compute .*$/gm)) {
      const operands = operandsOf(command);
      const job = operands && (await jobOf(name, root, operands));
      if (job) yield job;
    }
  }
  yield* testJobs();
}

/** What the tests of the shipped rubrics compute of files. */
async function* testJobs(): AsyncGenerator<Job> {
  for (const name of readdirSync(join(root, "rubrics")).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const { tests = [] } = parse(readFileSync(join(root, "rubrics", name), "utf8")) as { tests?: readonly FileTest[] };
    for (const { name: title, sheets = [], tables = {}, history, decisions } of tests) {
      if (sheets.length === 0 || history) continue;
      const given = Object.entries(tables).map(([id, file]) => `${id}=rubrics/${file}`);
      const files = [name, ...sheets].map((each) => `rubrics/${each}`);
      const operands = { files, tables: given, decisions: [decisions ?? []].flat().map((file) => `rubrics/${file}`) };
      const job = await jobOf(`rubrics/${name}: ${title}`, root, operands);
      if (job) yield { ...job, results: firstAndLast(job.results) };
    }
  }
}

/** Of the periods of a year two say enough. */
const firstAndLast = <K, V>(of: ReadonlyMap<K, V>): ReadonlyMap<K, V> =>
  new Map([...of].filter((_, at) => at === 0 || at === of.size - 1));

interface FileTest {
  readonly name: string;
  readonly sheets?: readonly string[];
  readonly tables?: Readonly<Record<string, string>>;
  readonly history?: unknown;
  readonly decisions?: string | readonly string[];
}

/** Files of a command: rubric and sheets, tables as `ID=FILE`, and decisions. */
interface Operands {
  readonly files: readonly string[];
  readonly tables: readonly string[];
  readonly decisions: readonly string[];
}

/** Rubric, sheets, tables and decisions; undefined where something else is given besides. */
function operandsOf(command: string): Operands | undefined {
  const [program, verb, ...words] = shellWords(command.replace(/\s+#.*$/, ""));
  if (program !== "score" || verb !== "compute" || words.includes("-")) return undefined;
  const [files, tables, decisions]: [string[], string[], string[]] = [[], [], []];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === "--table") tables.push(words[++at] as string);
    else if (word === "--decisions") decisions.push(words[++at] as string);
    else if (["--out", "--format", "--columns"].includes(word)) at++;
    else if (/^--(?!quiet|verbose|excel)|=/.test(word)) return undefined;
    else if (!word.startsWith("--")) files.push(word);
  }
  return { files, tables, decisions };
}

async function jobOf(name: string, folder: string, operands: Operands): Promise<Job | undefined> {
  const diagnostics = createDiagnostics();
  const [file = "", ...names] = operands.files.map((each) => join(folder, each));
  const tables = operands.tables.map((each) => each.replace("=", `=${folder}/`));
  const stdin = { async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {} };
  const io = { stdin, env: {} } as unknown as Parameters<typeof readRubric>[1];
  const rubric = await readRubric(file, io, diagnostics);
  const sheets = await givenSheets(names, io, diagnostics);
  if (!rubric || diagnostics.hasErrors) return undefined;
  const library = createLibraries()(file);
  const decided = operands.decisions.map((each) => join(folder, each));
  const beside = await givenBeside({ table: tables, decisions: decided }, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const computed = await compute({ rubric, library, sheets, beside, witness: keepEverything }, diagnostics);
  if (!computed?.witness || diagnostics.hasErrors) return undefined;
  const { plan, report } = computed;
  const decisions = await decisionRows(plan, beside.decisions);
  // Nor does a query follow a former key.
  if (decisions.some(([, , action]) => action === "was")) return undefined;
  const results = report.periods.map((period) => {
    const [, ...lines] = periodLines(report, period);
    return [period.period, lines.join("")] as const;
  });
  return {
    name,
    plan,
    table: tableOf(plan, [...allRows(computed.witness), ...blankRows(plan, report)]),
    tables: await furtherTables(plan, beside.tables),
    ...(decided.length > 0 && { decisions }),
    results: new Map(results),
  };
}

/** The decisions as they were understood, their head first. */
async function decisionRows(plan: Plan, inputs: GivenBeside["decisions"]): Promise<Rows> {
  const rows: (readonly (string | null)[])[] = [["key", "period", "action", "value", "reason", "authority", "date"]];
  for (const input of inputs) {
    const diagnostics = createDiagnostics();
    const { decisions } = await readDecisions(plan, input, createSpellings(plan, diagnostics), diagnostics);
    for (const { key, period, action, value, reason, authority, date } of decisions)
      rows.push([showKey(key), period, action, value, reason, authority, date]);
  }
  return rows;
}

/** The rows of the further tables as they were understood; a table that nobody needs may not be given. */
async function furtherTables(plan: Plan, inputs: GivenBeside["tables"]): Promise<ReadonlyMap<string, Rows>> {
  const found = new Map<string, Rows>();
  for (const table of plan.tables ?? []) {
    const diagnostics = createDiagnostics();
    const spellings = createSpellings(plan, diagnostics);
    const files = inputs.filter((input) => input.table === table.id);
    const { rows } = await readTableRows(table, plan.decimalMark, files, spellings, diagnostics);
    const when = table.log?.period ?? table.period;
    const texts = rows.map(({ values }) =>
      table.columns.map(({ type }, at) => {
        const value = values[at];
        if (value === undefined) return null;
        if (at === when && typeof value === "string") return parsePeriod(value)?.name ?? dayOf(value);
        if (typeof value === "boolean") return (value ? yesWords : noWords)[0] as string;
        if (typeof value === "string") return value;
        return type.kind === "date" ? formatDate(value as number) : mark(plan, value);
      }),
    );
    found.set(table.id, [table.columns.map(({ id }) => id), ...texts]);
  }
  return found;
}

/** A day as tables of engines write it. */
const dayOf = (text: string): string => {
  const day = readDate(text);
  return day === undefined ? text : formatDate(day);
};

/** The rows that hold nothing beside key and name, of which there is nothing but a result. */
const blankRows = ({ stage }: Plan, { periods }: Report): readonly Row[] =>
  periods
    .filter(({ period }) => periodNamed(period).kind === stage.period)
    .flatMap(({ period, results }) =>
      [...results].flatMap(({ key, columns, reason }) =>
        reason?.kind === "blank_row"
          ? [{ period, key, columns, cells: [], line: 0, sheet: { name: "", columns: [], cells: [] } }]
          : [],
      ),
    );

/** The rows as they were understood, every cell written as a table may hold it. */
function tableOf(plan: Plan, rows: readonly Row[]): Rows {
  const { ratings } = plan;
  const isSource = (at: number): boolean => ratings?.sources !== undefined && at === ratings.by;
  const columns = plan.columns.flatMap((column, at) =>
    column.id === "period" || isSource(at) ? [] : [{ column, at }],
  );
  const items = [plan.stage, ...plan.rollups].flatMap(({ nodes }) =>
    nodes.flatMap(({ id, body }) => (body.kind === "item" && body.cell !== undefined ? [{ id, item: body }] : [])),
  );
  const distinct = items.filter(({ id }, at) => items.findIndex((each) => each.id === id) === at);
  const texts = (row: Row, suffix = ""): ReadonlyMap<string, string | null> =>
    new Map([
      ["period", row.period],
      ...columns.map(({ column, at }) => [column.id, columnText(column, row.columns[at])] as const),
      ...distinct.map(({ id, item }) => [id + suffix, cellText(plan, item, row.cells[item.cell as number])] as const),
    ]);
  if (!ratings?.sources)
    return tabulated(
      ["period", ...columns.map(({ column }) => column.id), ...distinct.map(({ id }) => id)],
      rows.map((row) => texts(row)),
    );
  // What several sources say of somebody stands in one row.
  const wide = new Map<string, Map<string, string | null>>();
  for (const row of rows) {
    const words = ratings.sources.find(({ id }) => id === row.columns[ratings.by])?.words;
    const key = `${row.period} ${row.key}`;
    wide.set(key, new Map([...(wide.get(key) ?? []), ...texts(row, ` ${words}`)]));
  }
  const ofSources = ratings.sources.flatMap(({ words }) => distinct.map(({ id }) => `${id} ${words}`));
  return tabulated(["period", ...columns.map(({ column }) => column.id), ...ofSources], [...wide.values()]);
}

const tabulated = (head: readonly string[], rows: readonly ReadonlyMap<string, string | null>[]): Rows => [
  head,
  ...rows.map((row) => head.map((name) => row.get(name) ?? null)),
];

const mark = (plan: Plan, value: Exact): string => {
  const text = formatDecimal(value);
  return plan.decimalMark === "," ? text.replace(".", ",") : text;
};

function columnText({ type }: Column, value: CellValue | undefined): string | null {
  if (value === undefined) return null;
  if (typeof value === "boolean") return (value ? yesWords : noWords)[0] as string;
  if (typeof value === "string") return value;
  return type.kind === "date" ? formatDate(value as number) : formatDecimal(value);
}

function cellText(plan: Plan, { scale }: Item, cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "string") return plan.codes.find(({ policy }) => policy === cell)?.word ?? null;
  if (scale.kind === "levels") return scale.levels[cell as number]?.id ?? null;
  if (scale.kind === "yes") return (cell === 1 ? yesWords : noWords)[0] as string;
  if (scale.kind === "ratio") return `${mark(plan, cell)}%`;
  return mark(plan, scale.kind === "points" ? divide(cell, plan.scale) : cell);
}
