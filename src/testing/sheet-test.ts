import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { EngineOptions } from "../engine/engine.ts";
import { createEngine } from "../engine/engine.ts";
import { periodId } from "../model/column.ts";
import { cellPlace } from "../model/places.ts";
import type { Report } from "../model/report.ts";
import type { TestPart } from "../rubric/2-shape/rubric.generated.ts";
import type { OpenRubric } from "../rubric/compile.ts";
import { readAhead } from "../sheet/4-rows/read-ahead.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import { readGiven } from "../sheet/lists/read-given.ts";
import { createSpellings } from "../sheet/spellings/spellings.ts";
import { besideOf, find } from "./beside.ts";
import { compareExpected } from "./compare-expected.ts";
import type { ExpectedFile } from "./expected-file.ts";
import { readExpected } from "./expected-file.ts";
import { expectedLines } from "./expected-lines.ts";
import type { Ran } from "./given-test.ts";
import type { TestFiles } from "./test-files.ts";

export interface SheetTestOptions extends EngineOptions {
  readonly files: TestFiles;
  /** Rewrites the expected file instead of comparing it. */
  readonly update: boolean;
}

const notRun: Ran = { differences: [] };

/** Runs a test of whole sheets against a CSV file of expected results. */
export async function runSheetTest(
  { plan, places }: OpenRubric,
  test: TestPart,
  options: SheetTestOptions,
  diagnostics: Diagnostics,
): Promise<Ran> {
  const { files } = options;
  const sheets = test.sheets ?? [];
  const inputs: SheetInput[] = [];
  for (const [index, path] of sheets.entries()) {
    const input = await find(files, path, places.value(sheets, index), "C110", diagnostics);
    if (input) inputs.push(input);
  }
  const { expect } = test;
  const path = typeof expect === "string" ? expect : undefined;
  const place = places.value(test, "expect");
  // What others expect of a rubric that this one adopts is theirs to rewrite.
  const update = options.update && places.site(place) === undefined;
  const found =
    path === undefined ? undefined : await find(files, path, place, update ? undefined : "R963", diagnostics);
  const beside = await besideOf(test, files, places, diagnostics);
  if (diagnostics.hasErrors) return notRun;

  const spellings = createSpellings(plan, diagnostics);
  const sheetsRead = await readAhead(plan, inputs, { spellings }, diagnostics);
  const { rows: _, ...given } = await readGiven(plan, beside, spellings, diagnostics);
  const engine = createEngine(plan, diagnostics, { ...options, ...given });
  sheetsRead.give(engine.add, engine.addBroken);
  const report = engine.finish();
  if (report.periods.length === 0 && !diagnostics.hasErrors) diagnostics.report("C124", {}, places.key(test, "sheets"));
  const expected = found && (await readExpected(plan, found, diagnostics));
  if (expected && found) checkPeriod(report, expected, found.name, diagnostics);
  if (diagnostics.hasErrors) return notRun;
  if (path === undefined) return { differences: [], report };
  if (!update) return { differences: compareExpected(report, expected as ExpectedFile), report };
  const reason = await files.write(path, place.file, expectedLines(report, expected));
  if (reason) diagnostics.report("R968", { file: path, reason }, place);
  return { differences: [], report, ...(!reason && { written: path }) };
}

/** Without a column `period` a file of expected results can only be of the one period that there is. */
function checkPeriod({ periods }: Report, { columns }: ExpectedFile, file: string, diagnostics: Diagnostics): void {
  if (columns.includes(periodId) || periods.length < 2) return;
  const names = periods.map(({ period }) => period).join(", ");
  diagnostics.report("R967", { count: periods.length, periods: names }, cellPlace(file, 1));
}
