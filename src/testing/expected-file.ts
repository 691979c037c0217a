import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { periodId } from "../model/column.ts";
import { joinKey, keyIds } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import { stagesOf } from "../model/stages.ts";
import { readOwnRows } from "../sheet/1-records/open-records.ts";
import { reportProblem } from "../sheet/1-records/refusals.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import { clean } from "../text/fold.ts";
import { suggest } from "../text/suggest.ts";
import { figuresOf } from "./figures.ts";

/** A CSV file with results that a test expects: some of the columns of result files, besides the key and perhaps `period`. */
export interface ExpectedFile {
  readonly columns: readonly string[];
  readonly rows: readonly ExpectedRow[];
}

export interface ExpectedRow {
  /** As it is written; undefined where the file has no such column. */
  readonly period: string | undefined;
  /** Parts joined by {@link joinKey}. */
  readonly key: string;
  /** By column of the file. */
  readonly cells: readonly string[];
}

/** Reads a file of expected results; undefined where its header cannot be understood, which is reported. */
export async function readExpected(
  plan: Plan,
  input: SheetInput,
  diagnostics: Diagnostics,
): Promise<ExpectedFile | undefined> {
  const keys = keyIds(plan);
  const rows: ExpectedRow[] = [];
  const seen = new Set<string>();
  let columns: readonly string[] | undefined;
  const own = await readOwnRows(input);
  const { place } = own;
  for (const { line, cells } of own.rows) {
    const texts = cells.map(clean);
    if (columns) takeRow(columns, texts, line);
    else if (checkHeader(texts, line)) columns = texts;
    else return undefined;
  }
  reportProblem(own, diagnostics);
  return columns && { columns, rows };

  function checkHeader(texts: readonly string[], line: number): boolean {
    const known = new Set([periodId, ...stagesOf(plan).flatMap((each) => [...figuresOf(plan, each).keys()])]);
    for (const [index, column] of texts.entries()) {
      if (known.has(column) && texts.indexOf(column) === index) continue;
      const parameters = { column, suggestion: suggest(column, known) };
      diagnostics.report("R964", parameters, place(line, index + 1));
    }
    for (const column of keys) {
      if (!texts.includes(column)) diagnostics.report("R965", { column }, place(line));
    }
    return !diagnostics.hasErrors;
  }

  function takeRow(header: readonly string[], texts: readonly string[], line: number): void {
    if (texts.every((text) => text === "")) return;
    const cells = header.map((_, index) => texts[index] ?? "");
    const cell = (column: string): string | undefined => cells[header.indexOf(column)];
    const row = { period: cell(periodId), key: joinKey(keys.map((id) => cell(id) ?? "")), cells };
    const id = JSON.stringify([row.period, row.key]);
    if (seen.has(id)) {
      const key = keys.map(cell).join(" / ");
      diagnostics.report("R966", { key }, place(line, header.indexOf(keys[0] as string) + 1));
    }
    seen.add(id);
    rows.push(row);
  }
}
