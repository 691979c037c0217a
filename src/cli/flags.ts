import { encodings } from "../sheet/1-records/encodings/decode.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** What a flag means in the commands that take it; where one means another thing by it, that command says so. */
export interface Flag {
  readonly summary: Bilingual;
  /** What stands for the value in help; absent for a switch. */
  readonly value?: Bilingual;
  readonly choices?: readonly string[];
  readonly repeatable?: true;
  /** The value names a file or a folder. */
  readonly isPath?: true;
  readonly short?: string;
}

const flags = {
  lang: {
    value: { en: "en|vi", vi: "en|vi" },
    choices: ["en", "vi"],
    summary: phrase("language of messages (default: that of LANG)"),
  },
  color: {
    value: phrase("WHEN"),
    choices: ["auto", "always", "never"],
    summary: phrase("colours: auto, always or never"),
  },
  quiet: { summary: phrase("no notes and summaries on stderr") },
  verbose: { summary: phrase("say more of what is done") },
  help: { short: "h", summary: phrase("this help") },
  version: { short: "v", summary: phrase("the version of score") },
  format: {
    value: phrase("FORMAT"),
    repeatable: true,
    summary: phrase("how the output is written"),
  },
  "explain-sheets": { summary: phrase("show what each column and each line that is nobody's was taken for") },
  set: {
    value: phrase("NAME=VALUE"),
    repeatable: true,
    summary: phrase("the value of a parameter of the rubric"),
  },
  root: {
    value: phrase("DIR"),
    summary: phrase("where the files of rubrics lie (default: below the nearest score.config.yaml)"),
  },
  composed: { summary: phrase("print the rubric with all that it takes from other files") },
  "no-cache": { summary: phrase("compile the rubric anew, and remember nothing of it") },
  jobs: {
    value: { en: "N", vi: "N" },
    summary: phrase("how many processors may be used at once (so far one is; results are the same)"),
  },
  strict: { summary: phrase("warnings fail too") },
  period: {
    value: phrase("PERIOD"),
    summary: phrase("the period to compute, such as 2026-Q1"),
  },
  history: {
    value: phrase("DIR"),
    isPath: true,
    repeatable: true,
    summary: phrase("earlier results: folders of this program, anywhere below DIR"),
  },
  decisions: {
    value: phrase("FILE"),
    isPath: true,
    repeatable: true,
    summary: phrase("decisions of the authority (a workbook or CSV)"),
  },
  corrections: {
    value: phrase("FILE"),
    isPath: true,
    repeatable: true,
    summary: phrase("rows that --rejects gave back, mended: each goes in place of its own"),
  },
  table: {
    value: phrase("NAME=FILE"),
    isPath: true,
    repeatable: true,
    summary: phrase("a lookup table of the rubric (a workbook or CSV)"),
  },
  "decimal-mark": {
    value: { en: ",|.", vi: ",|." },
    choices: [",", "."],
    summary: phrase("the decimal mark of all files (default: that of the rubric, else of each file)"),
  },
  encoding: {
    value: phrase("NAME"),
    choices: encodings,
    summary: phrase(
      "the encoding of text that is not in Unicode (default: told from each file); tcvn3 and vni are converted, in workbooks too",
    ),
  },
  rejects: {
    value: phrase("FILE"),
    isPath: true,
    summary: phrase("give the rows with errors back as a sheet to mend (.xlsx or .csv)"),
  },
  out: {
    value: phrase("DIR"),
    isPath: true,
    summary: phrase("write the results as files into DIR"),
  },
  where: {
    value: phrase("EXPR"),
    summary: phrase("print only subjects for whom EXPR holds, as in 'band == \"good\" && rank <= 3'"),
  },
  columns: {
    value: phrase("ID,…"),
    repeatable: true,
    summary: phrase("print further areas, items and columns"),
  },
  "drop-columns": {
    value: phrase("ID,…"),
    repeatable: true,
    summary: phrase("leave out columns, areas and items"),
  },
  "keep-columns": { summary: phrase("print what stands in columns that the rubric does not use, too") },
  excel: {
    summary: phrase("CSV for a double click in Excel: semicolons, decimal commas, titles"),
  },
  anonymise: {
    value: phrase("MAP"),
    isPath: true,
    summary: phrase("codes instead of keys and names; MAP keeps who is who"),
  },
  top: { value: { en: "N", vi: "N" }, summary: phrase("print ranks 1 to N only") },
  within: {
    value: phrase("COLUMN,…"),
    summary: phrase("rank within these columns instead of the rubric's ([] is everybody)"),
  },
  "fail-on-open": {
    summary: phrase("exit 1 if a tie is left for the authority to decide"),
  },
  from: {
    value: phrase("DIR"),
    isPath: true,
    repeatable: true,
    summary: phrase("where the rubric and the sheets are (default: the current folder)"),
  },
  sheets: {
    value: phrase("SHEET…"),
    repeatable: true,
    summary: phrase("the sheets with which two rubrics are compared"),
  },
  sql: {
    value: phrase("FILE"),
    isPath: true,
    summary: phrase("the query that made the results"),
  },
  allow: {
    value: { en: "N", vi: "N" },
    summary: phrase("exit 0 if at most N subjects change class"),
  },
  subject: {
    value: phrase("KEY"),
    repeatable: true,
    summary: phrase("whose result to explain: a key, or a name that only one has"),
  },
  roster: {
    value: phrase("FILE"),
    summary: phrase("the people to fill in beforehand: a list with the key and other columns of the rubric"),
  },
  per: {
    value: phrase("COLUMN"),
    summary: phrase("a sheet for each value of this column"),
  },
  trace: {
    summary: phrase("with --format json: how each result came about"),
  },
  "keep-going": {
    summary: phrase("compute the sound subjects in spite of errors (and exit 1)"),
  },
  to: {
    value: { en: "json|sql|doc", vi: "json|sql|doc" },
    choices: ["json", "sql", "doc"],
    summary: phrase(
      "json: the plan; sql: a query for an engine; doc: the rubric for people, in both languages by --lang",
    ),
  },
  dialect: {
    value: { en: "duckdb|postgres|spark|trino", vi: "duckdb|postgres|spark|trino" },
    choices: ["duckdb", "postgres", "spark", "trino"],
    summary: phrase("with --to sql: the engine that it is for (default: duckdb)"),
  },
  as: {
    value: { en: "query|view|table|script|checks", vi: "query|view|table|script|checks" },
    choices: ["query", "view", "table", "script", "checks"],
    summary: phrase(
      "with --to sql: the query itself, a view or table of it, that table in several statements, or the query of the rows that score refuses",
    ),
  },
  long: { summary: phrase("with --to sql: the table has a row for each cell, in columns `item` and `value`") },
  "decisions-table": {
    value: phrase("NAME"),
    summary: phrase("with --to sql: the table or view with the decisions of the authority"),
  },
  "history-table": {
    value: phrase("NAME"),
    summary: phrase("with --to sql: the table or view with the results of earlier runs"),
  },
  summary: { summary: phrase("with --to sql: the lines of summary.csv in place of the results") },
  update: {
    summary: phrase("rewrite the files of expected results that tests of sheets name"),
  },
  coverage: {
    summary: phrase("list the rules, bands, levels, quotas and awards that no test brings about"),
  },
  test: {
    value: phrase("NAME"),
    summary: phrase("only tests whose name holds this"),
  },
  "min-coverage": {
    value: phrase("PERCENT"),
    summary: phrase("fail below this coverage"),
  },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;

type ValueOf<F> = F extends { repeatable: true } ? readonly string[] : F extends { value: Bilingual } ? string : true;
/** What was given, by flag. */
export type FlagValues = { readonly [Name in FlagName]?: ValueOf<(typeof flags)[Name]> };

/** Flags of every command. */
export const commonFlags: readonly FlagName[] = ["lang", "color", "quiet", "verbose", "help", "version"];

export const flagNames = Object.keys(flags) as readonly FlagName[];

export const flagOf = (name: FlagName): Flag => flags[name];

/** `keep-going` may also be set by the environment variable `SCORE_KEEP_GOING`. */
export const environmentName = (name: FlagName): string => `SCORE_${name.toUpperCase().replaceAll("-", "_")}`;
