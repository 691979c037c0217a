import type { Diagnostics } from "./diagnostics/diagnostic.ts";
import { stoppingEverything } from "./diagnostics/diagnostic.ts";
import type { EngineOptions } from "./engine/engine.ts";
import { createEngine } from "./engine/engine.ts";
import type { Witness } from "./engine/explain/witness.ts";
import { createWitness } from "./engine/explain/witness.ts";
import { pathOf, reportUnreadable } from "./files/files.ts";
import { sha256 } from "./files/hash.ts";
import type { Library, PlanCache, RubricGiven, Setting } from "./model/library.ts";
import type { DecimalMark, Plan } from "./model/plan.ts";
import { isPlanFile, readPlanFile } from "./model/plan-file.ts";
import type { Report } from "./model/report.ts";
import type { Corrections } from "./sheet/4-rows/corrections.ts";
import { readCorrections } from "./sheet/4-rows/corrections.ts";
import type { SheetNotes } from "./sheet/4-rows/notes.ts";
import { readAhead } from "./sheet/4-rows/read-ahead.ts";
import { readSheets } from "./sheet/4-rows/read-sheet.ts";
import type { SheetInput } from "./sheet/4-rows/sheet-input.ts";
import type { GivenInputs } from "./sheet/lists/read-given.ts";
import { readGiven } from "./sheet/lists/read-given.ts";
import { createSpellings } from "./sheet/spellings/spellings.ts";
import type { Source } from "./text/source.ts";
import { reasonText } from "./views/reason-text.ts";

export interface Inputs {
  /** A rubric, or the plan that `score compile` made of one. */
  readonly rubric: Source;
  readonly library?: Library;
  readonly set?: readonly Setting[];
  readonly cache?: PlanCache | undefined;
  readonly sheets: readonly SheetInput[];
  /** Decisions, lookup tables, earlier results, and rows that come back mended. */
  readonly beside?: GivenInputs;
  /** The one period to compute. */
  readonly period?: NonNullable<EngineOptions["period"]>;
  /** Of the numbers in all files, whatever the rubric says. */
  readonly decimalMark?: DecimalMark;
  /** Carry along what stands in columns that the rubric does not use. */
  readonly keepsColumns?: boolean;
  /** See {@link EngineOptions}. */
  readonly rowsAtOnce?: number;
  /** Makes what is to see all that passes, for explanations. */
  readonly witness?: (plan: Plan, given: EngineOptions) => Witness;
}

/** What a plan is computed with. */
type GivenToPlan = Omit<Inputs, "rubric" | "library" | "set" | "cache">;

/** What was read. */
export interface Read {
  readonly plan: Plan;
  /** What was assumed, one entry per sheet, in the order given. */
  readonly notes: readonly SheetNotes[];
  /** Rows of the decisions, tables and corrections by the name of their file. */
  readonly rows: ReadonlyMap<string, number>;
  readonly corrections: Corrections;
}

export interface Computed extends Read {
  /** To be trusted only where `diagnostics` has no errors: it then rests on the sound rows alone. */
  readonly report: Report;
  readonly witness?: Witness;
}

/** Keeps all that the derivations of everybody need. */
export const keepEverything: NonNullable<Inputs["witness"]> = (_, given) => createWitness(given, () => true);

/**
 * From a rubric and its sheets to the report that every output prints; undefined where the rubric does not compile or a file
 * cannot be read to its end, which is reported. Rows go through one by one, so that memory grows with people and not with bytes.
 */
export async function compute(
  { rubric, library, set, cache, ...given }: Inputs,
  diagnostics: Diagnostics,
): Promise<Computed | undefined> {
  const plan = await planOf(rubric, diagnostics, { ...(library && { library }), ...(set && { set }) }, cache);
  // A disk may fail in the middle of a sheet.
  const unread = (error: unknown) => reportUnreadable(pathOf(error), error, diagnostics);
  return plan && computePlan(plan, given, diagnostics).catch(async (error) => void (await unread(error)));
}

/** The same for a rubric that is compiled already. */
export async function computePlan(
  compiled: Plan,
  { sheets, beside = {}, period, decimalMark, keepsColumns = false, rowsAtOnce, witness: createWitness }: GivenToPlan,
  diagnostics: Diagnostics,
): Promise<Computed> {
  const plan: Plan = decimalMark === undefined ? compiled : { ...compiled, decimalMark };
  const strictly = stoppingEverything(diagnostics);
  const corrections = await readCorrections(plan, beside.corrections ?? [], sheets, strictly);
  const options = { keepsColumns, corrections, ...(period !== undefined && { period }) };
  const spellings = createSpellings(plan, diagnostics);
  // How a text is printed that is spelled in several ways is known only when all rows are read.
  const ahead = spellings.folds ? await readAhead(plan, sheets, { ...options, spellings }, diagnostics) : undefined;
  const { rows, ...given } = await readGiven(plan, beside, spellings, strictly);
  const all = { ...(period !== undefined && { period }), ...given, reasonText };
  const witness = createWitness?.(plan, all);
  const engine = createEngine(plan, diagnostics, {
    ...all,
    ...witness?.hooks,
    ...(rowsAtOnce !== undefined && { rowsAtOnce }),
    // What a row carries along stays with the row.
    ...(keepsColumns && { rowsAtOnce: 0, keepRows: () => true }),
  });
  const notes = ahead
    ? ahead.give(engine.add, engine.addBroken)
    : await readSheets(
        plan,
        sheets,
        { ...options, spellings, batches: engine.batches },
        diagnostics,
        engine.add,
        engine.addBroken,
      );
  const read: Read = { plan, notes, rows: new Map([...rows, ...corrections.rows]), corrections };
  return { ...read, report: engine.finish(), ...(witness && { witness }) };
}

/** A plan is read as it is; the compiler is loaded only for a rubric. What is remembered of either was found sound before. */
export async function planOf(
  rubric: Source,
  diagnostics: Diagnostics,
  given: RubricGiven = {},
  cache?: PlanCache,
): Promise<Plan | undefined> {
  const isPlan = isPlanFile(rubric.text);
  if (isPlan && given.set && given.set.length > 0) {
    diagnostics.report("C136", { file: rubric.name });
    return undefined;
  }
  const known = cache?.recall(rubric, given);
  if (known) return known;
  const before = diagnostics.list.length;
  const plan = isPlan
    ? planIn(rubric, diagnostics)
    : (await import("./rubric/compile.ts")).compileRubric(rubric, diagnostics, given);
  // What is found is told every time.
  if (plan && diagnostics.list.length === before) cache?.keep(rubric, given, plan);
  return plan;
}

function planIn({ name, text }: Source, diagnostics: Diagnostics): Plan | undefined {
  const read = readPlanFile(text, sha256);
  if ("plan" in read) return read.plan;
  diagnostics.report("C133", { file: name, reason: read.refused });
  return undefined;
}
