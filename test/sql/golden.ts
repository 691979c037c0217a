// What the golden cases and the pages of the shipped rubrics compute, as tables of texts for engines.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { allRows } from "../../src/engine/explain/witness.ts";
import { givenSheets } from "../../src/inputs/given-sheets.ts";
import { readRubric } from "../../src/inputs/read-rubric.ts";
import { createLibraries } from "../../src/inputs/rubric-library.ts";
import type { CellValue, Column } from "../../src/model/column.ts";
import type { Item } from "../../src/model/node.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Cell, Row } from "../../src/model/row.ts";
import { formatDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { divide } from "../../src/number/exact.ts";
import { formatDate } from "../../src/period/date.ts";
import { compute, keepEverything } from "../../src/pipeline.ts";
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
  /** What stands below the head of `<period>.csv`, by name of the period. */
  readonly results: ReadonlyMap<string, string>;
}

/** All that compute something of one rubric and its sheets alone, without an error. */
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
}

/** Rubric and sheets; undefined where something else is given besides. */
function operandsOf(command: string): readonly string[] | undefined {
  const [program, verb, ...words] = shellWords(command.replace(/\s+#.*$/, ""));
  if (program !== "score" || verb !== "compute" || words.includes("-")) return undefined;
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (["--out", "--format", "--columns"].includes(word)) at++;
    else if (/^--(?!quiet|verbose|excel)|=/.test(word)) return undefined;
    else if (!word.startsWith("--")) operands.push(word);
  }
  return operands;
}

async function jobOf(name: string, folder: string, operands: readonly string[]): Promise<Job | undefined> {
  const diagnostics = createDiagnostics();
  const [file = "", ...names] = operands.map((each) => join(folder, each));
  const stdin = { async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {} };
  const io = { stdin, env: {} } as unknown as Parameters<typeof readRubric>[1];
  const rubric = await readRubric(file, io, diagnostics);
  const sheets = await givenSheets(names, io, diagnostics);
  if (!rubric || diagnostics.hasErrors) return undefined;
  const library = createLibraries()(file);
  const computed = await compute({ rubric, library, sheets, witness: keepEverything }, diagnostics);
  if (!computed?.witness || diagnostics.hasErrors) return undefined;
  const { plan, report } = computed;
  const results = report.periods.map((period) => {
    const [, ...lines] = periodLines(report, period);
    return [period.period, lines.join("")] as const;
  });
  return { name, plan, table: tableOf(plan, allRows(computed.witness)), results: new Map(results) };
}

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
