/**
 * The library's front door: compile a rubric, compute its sheets, explain a result. What comes out is what the commands
 * print as JSON, of the same published schemas. Nothing is read from a disk and nothing is printed.
 */
import type { Diagnostics } from "./diagnostics/diagnostic.ts";
import { createDiagnostics } from "./diagnostics/diagnostic.ts";
import type { Severity } from "./diagnostics/entry.ts";
import { findings } from "./diagnostics/findings.ts";
import type { Finding } from "./diagnostics/render-json.ts";
import { renderJson } from "./diagnostics/render-json.ts";
import { derivationsOf } from "./engine/explain/derivations.ts";
import type { Witness } from "./engine/explain/witness.ts";
import {
  content,
  having,
  language,
  listOf,
  madeBy,
  mapOf,
  optional,
  optionsOf,
  text,
  yesOrNo,
} from "./library-arguments.ts";
import { joinKey } from "./model/keys.ts";
import type { Library } from "./model/library.ts";
import type { Plan as WholePlan } from "./model/plan.ts";
import { parseAsked } from "./period/asked-period.ts";
import type { Computed as Computation } from "./pipeline.ts";
import { computePlan, keepEverything, planOf } from "./pipeline.ts";
import { describeNotes } from "./sheet/4-rows/notes.ts";
import type { Language } from "./text/bilingual.ts";
import { compareText } from "./text/order.ts";
import type { Place } from "./text/source.ts";
import { source } from "./text/source.ts";
import { suggest } from "./text/suggest.ts";
import { explanationJson } from "./views/explanation/explanation-json.ts";
import type { Explanation } from "./views/explanation.generated.ts";
import { jsonLines } from "./views/json.ts";
import type { Report } from "./views/report.generated.ts";

export type { Explanation, Finding, Language, Place, Report, Severity };

/** A file, wherever it comes from; messages and results call it by its name. */
export interface File<Content = string | Uint8Array> {
  readonly name: string;
  /** Its text, or its bytes as they are. */
  readonly content: Content;
}

export interface Sheet extends File {
  /** What it covers (`2026-Q1`), where neither its rows nor its name say so. */
  readonly period?: string;
}

/** A compiled rubric; only {@link compile} makes one. */
export interface Plan {
  readonly id: string;
  readonly version: string;
  /** Of reasons and titles. */
  readonly language: Language;
}

export interface Compiled {
  readonly kind: "compiled";
  readonly plan: Plan;
  /** Warnings and notes. */
  readonly findings: readonly Finding[];
}

export interface Computed {
  readonly kind: "computed";
  /** In order of time; a longer period after its parts. */
  readonly reports: readonly Report[];
  /** What was assumed of each sheet, in one line, in the order of their names. */
  readonly assumed: readonly string[];
  /** Warnings and notes; with `keepGoing` errors too. */
  readonly findings: readonly Finding[];
}

/** Something has an error, so there is no result. */
export interface Refused {
  readonly kind: "refused";
  readonly findings: readonly Finding[];
}

export interface CompileOptions {
  /** Of messages; `en` unless given. */
  readonly messages?: Language;
}

export interface RubricOptions extends CompileOptions {
  /** What the rubric extends or uses, by the names that its own name and theirs give: `../common/law.yaml` seen from `office/a.yaml`
   * is `common/law.yaml`. */
  readonly files?: readonly File<string>[];
  /** Values of parameters by name, written as in a rubric: `{ share: "25%" }`. */
  readonly set?: Readonly<Record<string, string>>;
}

export interface ComputeOptions extends CompileOptions {
  /** Computes this period alone: `2026-Q1`, or `Q1` where the sheets leave no doubt of the year. */
  readonly period?: string;
  readonly decisions?: readonly File[];
  /** Lookup tables, each by the id that the rubric gives it. */
  readonly tables?: readonly (File & { readonly table: string })[];
  /** Leaves out the rows that have errors: their people are incomplete, the others have results. */
  readonly keepGoing?: boolean;
}

/** What lies behind what was given out: nothing else is taken back. */
const plans = new WeakSet<Plan>();
const computations = new WeakMap<Computed, Computation>();

const written = { name: text, content: text };
const file = { name: text, content };
const checkRubricOptions = optionsOf({ messages: language, files: listOf(having(written)), set: mapOf(text) });
const checkOptions = optionsOf({
  messages: language,
  period: text,
  decisions: listOf(having(file)),
  tables: listOf(having({ ...file, table: text })),
  keepGoing: yesOrNo,
});

/** Compiles a rubric in YAML, or reads the plan that `score compile` printed. */
export async function compile(rubric: File<string>, options: RubricOptions = {}): Promise<Compiled | Refused> {
  having(written)(rubric, "rubric");
  checkRubricOptions(options, "options");
  const diagnostics = createDiagnostics();
  const { files = [], set = {} } = options;
  const settings = Object.entries(set).map(([name, value]) => ({ name, value: source(`set ${name}`, value) }));
  const given = { library: libraryOf(files), ...(settings.length > 0 && { set: settings }) };
  const plan = await planOf(source(rubric.name, rubric.content), diagnostics, given);
  if (plan) plans.add(plan);
  return plan ? { kind: "compiled", plan, findings: found(diagnostics, options) } : refused(diagnostics, options);
}

/** Computes every period in the sheets and every longer one whose parts are all there. */
export async function compute(
  plan: Plan,
  sheets: readonly Sheet[],
  options: ComputeOptions = {},
): Promise<Computed | Refused> {
  madeBy("compile", plans)(plan, "plan");
  listOf(having({ ...file, period: optional(text) }))(sheets, "sheets");
  checkOptions(options, "options");
  const { decisions = [], tables = [], keepGoing = false } = options;
  const diagnostics = createDiagnostics();
  const period = options.period === undefined ? undefined : parseAsked(options.period);
  if (options.period !== undefined && period === undefined) diagnostics.report("C109", { found: options.period });
  if (diagnostics.hasErrors) return refused(diagnostics, options);
  const given = {
    sheets: inOrder(sheets).map(opened),
    beside: { decisions: inOrder(decisions).map(opened), tables: inOrder(tables).map(opened) },
    ...(period !== undefined && { period }),
    witness: keepEverything,
  };
  const computation = await computePlan(plan as WholePlan, given, diagnostics);
  if (diagnostics.hasErrors && (!keepGoing || diagnostics.stopper)) return refused(diagnostics, options);
  const { report, notes } = computation;
  const computed: Computed = {
    kind: "computed",
    reports: report.periods.map((each) => JSON.parse([...jsonLines(report, each)].join(""))),
    assumed: notes.map((each) => describeNotes(each)[options.messages ?? "en"]),
    findings: found(diagnostics, options),
  };
  computations.set(computed, computation);
  return computed;
}

/**
 * How the results of one subject came about, and what would change them; undefined where it has none.
 * @param key as in the results of a report
 * @param period one period instead of all
 */
export function explain(computed: Computed, key: readonly string[], period?: string): Explanation | undefined {
  madeBy("compute", computations)(computed, "computed");
  listOf(text)(key, "key");
  optional(text)(period, "period");
  const { plan, report, witness } = computations.get(computed) as Computation & { readonly witness: Witness };
  const wanted = {
    ...report,
    periods: report.periods.filter((each) => period === undefined || each.period === period),
  };
  const [first, ...others] = derivationsOf(plan, wanted, witness, [joinKey(key)]);
  return first && JSON.parse(explanationJson([first, ...others]));
}

/** Finds files by name as if they lay in folders. */
function libraryOf(files: readonly File<string>[]): Library {
  const sources = new Map(files.map(({ name, content }) => [joined("", name), source(name, content)]));
  return {
    find(path, from) {
      const name = joined(from.name.replace(/[^/]*$/, ""), path);
      const found = sources.get(name);
      return found
        ? { kind: "file", source: found }
        : { kind: "absent", name, suggestion: suggest(name, sources.keys()) };
    },
  };
}

/** `office/` and `../common/law.yaml` are `common/law.yaml`. */
function joined(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** By name, as the command line has them: the same files give the same bytes in whatever order they come. */
const inOrder = <F extends File>(files: readonly F[]): readonly F[] =>
  files.toSorted((a, b) => compareText(a.name, b.name));

/** As the readers of sheets want it: a stream of bytes that can be opened more than once. */
const opened = <F extends File>({ content, ...rest }: F) => ({
  ...rest,
  async *open() {
    yield typeof content === "string" ? new TextEncoder().encode(content) : content;
  },
});

const found = (diagnostics: Diagnostics, { messages = "en" }: CompileOptions): readonly Finding[] =>
  JSON.parse(renderJson(findings(diagnostics), messages));

const refused = (diagnostics: Diagnostics, options: CompileOptions): Refused => ({
  kind: "refused",
  findings: found(diagnostics, options),
});
