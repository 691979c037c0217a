import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Command, Operand } from "./command.ts";
import type { Flag, FlagName } from "./flags.ts";
import { flagOf } from "./flags.ts";

const written: Operand = {
  name: phrase("RUBRIC"),
  what: phrase("a rubric (a YAML file or - for stdin)"),
  kind: "rubric",
};
const rubric: Operand = { ...written, what: phrase("a rubric (a YAML file, its compiled plan or - for stdin)") };
const rubrics: Operand = {
  ...written,
  what: phrase("a rubric (a YAML file, a folder, a pattern such as 'rubrics/**/*.yaml' or - for stdin)"),
  many: true,
};
const sheets: Operand = {
  name: phrase("SHEET"),
  what: phrase(
    "a score sheet (a workbook, a CSV file, a folder, a pattern or - for stdin; PERIOD=FILE says its period)",
  ),
  kind: "sheet",
  many: true,
};
const results: Operand = {
  name: phrase("RESULTS"),
  what: phrase("a folder with results"),
};

const resultsOrRubric = (name: Bilingual): Operand => ({
  name,
  what: phrase("a folder with results, or a rubric"),
  kind: "rubric",
});

/** How sheets, lists and tables are read, for every command that reads any. */
const reading: readonly FlagName[] = ["decimal-mark", "encoding"];
/** What is given beside the sheets, and how all of it is read. */
const beside: readonly FlagName[] = [
  "history",
  "decisions",
  "corrections",
  "table",
  "set",
  "root",
  "no-cache",
  ...reading,
  "jobs",
];
/** Flags that say what is printed of results. */
const printing: readonly FlagName[] = ["where", "columns", "drop-columns", "keep-columns", "excel", "anonymise"];

/** Where what is written is one file, unless it is one for each unit. */
const oneFile: Pick<Flag, "value" | "summary"> = {
  value: phrase("FILE"),
  summary: phrase("the file to write; with --per the folder"),
};

export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    init: {
      summary: phrase("write a starter rubric and a sheet to fill in"),
      operands: [
        { name: phrase("NAME"), what: phrase("the folder to make, and the name of the rubric in it"), optional: true },
      ],
      flags: ["from"],
      meanings: { from: { value: phrase("NAME"), summary: phrase("the shipped rubric to begin with") } },
      example: "init thi-dua",
      load: () => import("./commands/init.ts"),
    },
    validate: {
      summary: phrase("check rubrics"),
      operands: [rubrics],
      flags: ["set", "root", "composed", "format", "strict"],
      formats: ["text", "json", "github", "sarif", "junit", "html", "md", "xlsx"],
      findings: "validate",
      example: "validate rubrics/*.yaml",
      load: () => import("./commands/validate.ts"),
    },
    check: {
      summary: phrase("check score sheets, printing no results"),
      operands: [rubric, sheets],
      flags: ["period", ...beside, "format", "explain-sheets", "strict", "rejects"],
      formats: ["text", "json", "github", "sarif", "junit", "html", "md", "xlsx"],
      findings: "check",
      example: "check rubrics/tam-diep.yaml examples/tam-diep",
      load: () => import("./commands/check.ts"),
    },
    test: {
      summary: phrase("run the tests inside rubrics"),
      operands: [rubrics],
      flags: ["set", "root", ...reading, "format", "test", "update", "coverage", "min-coverage"],
      formats: ["text", "json", "github", "sarif", "junit", "html", "md", "xlsx"],
      findings: "test",
      example: "test rubrics/tam-diep.yaml",
      load: () => import("./commands/test.ts"),
    },
    compute: {
      summary: phrase("compute results and rankings from score sheets"),
      operands: [rubric, sheets],
      flags: [
        "period",
        ...beside,
        "out",
        "format",
        "trace",
        ...printing,
        "strict",
        "keep-going",
        "rejects",
        "explain-sheets",
      ],
      formats: ["table", "csv", "json", "md", "html", "xlsx"],
      example: "compute rubrics/tam-diep.yaml examples/tam-diep/*.csv --out results",
      load: () => import("./commands/compute.ts"),
    },
    rank: {
      summary: phrase("the ranking of one period"),
      operands: [rubric, sheets],
      flags: [
        "period",
        ...beside,
        "top",
        "within",
        "fail-on-open",
        "format",
        ...printing,
        "strict",
        "keep-going",
        "rejects",
      ],
      formats: ["table", "csv", "json", "md", "html", "xlsx"],
      example: "rank rubrics/tam-diep.yaml examples/tam-diep --period 2026 --top 3",
      load: () => import("./commands/rank.ts"),
    },
    explain: {
      summary: phrase("how a result came about, or why a diagnostic is given"),
      operands: [
        {
          name: phrase("RUBRIC|CODE"),
          what: phrase("a rubric, or the code of a diagnostic, such as C110"),
          kind: "rubric",
        },
        { ...sheets, optional: true },
      ],
      flags: ["subject", "period", ...beside, "format", "strict", "keep-going"],
      formats: ["text", "json", "md", "html", "xlsx"],
      example: "explain rubrics/tam-diep.yaml examples/tam-diep --subject 0102 --period 2026-Q1",
      load: () => import("./commands/explain.ts"),
    },
    diff: {
      summary: phrase("who changes class or rank between two results"),
      operands: [resultsOrRubric(phrase("OLD")), resultsOrRubric(phrase("NEW")), { ...sheets, optional: true }],
      flags: ["sheets", "period", ...beside, "allow", "format"],
      meanings: { period: { ...flagOf("period"), summary: phrase("one period, or OLD=NEW: two of two results") } },
      formats: ["text", "json", "md", "html", "xlsx"],
      example: "diff results-old results-new",
      load: () => import("./commands/diff.ts"),
    },
    raters: {
      summary: phrase("coverage, severity and agreement of raters"),
      operands: [rubric, sheets],
      flags: ["period", ...beside, "format", "strict", "keep-going"],
      formats: ["table", "csv", "json", "md", "html", "xlsx"],
      example: "raters rubrics/kim-son.yaml examples/kim-son",
      load: () => import("./commands/raters.ts"),
    },
    template: {
      summary: phrase("an empty sheet to fill in"),
      operands: [written],
      flags: ["out", "format", "roster", "period", "per", "set", "root", "encoding"],
      meanings: {
        out: oneFile,
        period: { ...flagOf("period"), summary: phrase("the period that the sheet is for, such as 2026-Q1") },
      },
      formats: ["csv", "xlsx"],
      example: "template rubrics/tam-diep.yaml --out tam-diep.xlsx",
      load: () => import("./commands/template.ts"),
    },
    report: {
      summary: phrase("results as one web page"),
      operands: [results],
      flags: ["out", "from", "subject", "per", "period", "format", "anonymise"],
      meanings: {
        out: {
          value: phrase("FILE"),
          summary: phrase("the file to write; with --per those of the units stand beside it"),
        },
        subject: {
          ...flagOf("subject"),
          summary: phrase("a page about one person: a key, or a name that only one has"),
        },
        per: { ...flagOf("per"), summary: phrase("a page for each value of this column") },
        period: { ...flagOf("period"), summary: phrase("the period to show, such as 2026-Q1") },
      },
      formats: ["html", "md", "xlsx"],
      example: "report results",
      load: () => import("./commands/report.ts"),
    },
    verify: {
      summary: phrase("compute results again and compare"),
      operands: [results],
      flags: ["from", "root", "anonymise", "sheets"],
      meanings: { sheets: { ...flagOf("sheets"), summary: phrase("the sheets of some or all of the people") } },
      example: "verify results",
      load: () => import("./commands/verify.ts"),
    },
    receipt: {
      summary: phrase("a receipt for results that an engine made with the rubric's query"),
      operands: [{ ...sheets, optional: true }],
      flags: ["from", "sql", "decisions", "history", "table", "root", ...reading],
      meanings: { from: { ...flagOf("from"), summary: phrase("where the results are") } },
      example: "receipt sheets/*.csv --from results --sql query.sql",
      load: () => import("./commands/receipt.ts"),
    },
    compile: {
      summary: phrase("the compiled plan of a rubric, or the rubric as SQL or a document"),
      operands: [written],
      flags: [
        "to",
        "dialect",
        "table",
        "long",
        "columns",
        "decisions-table",
        "history-table",
        "period",
        "as",
        "summary",
        "set",
        "root",
        "format",
      ],
      meanings: {
        table: {
          value: phrase("NAME|ID=NAME"),
          summary: phrase("with --to sql: the table or view with the sheet, or what a table of the rubric is called"),
        },
        period: { ...flagOf("period"), summary: phrase("with --to sql: the period to compute, such as 2026-Q1") },
        columns: {
          value: { en: "ID=NAME,…", vi: "ID=TÊN,…" },
          summary: phrase("with --to sql: what columns are called there"),
        },
      },
      formats: ["html", "md", "text"],
      example: "compile rubrics/tam-diep.yaml --to json > plan.json",
      load: () => import("./commands/compile.ts"),
    },
    schema: {
      summary: phrase("print the JSON Schema of rubrics, for editors"),
      operands: [],
      flags: [],
      example: "schema > rubric.schema.json",
      load: () => import("./commands/schema.ts"),
    },
    completion: {
      summary: phrase("completion for a shell"),
      operands: [{ name: { en: "SHELL", vi: "SHELL" }, what: phrase("bash, zsh, fish or powershell") }],
      flags: [],
      example: "completion bash",
      load: () => import("./commands/completion.ts"),
    },
    complete: {
      summary: phrase("what may stand at the end of a command line"),
      operands: [{ name: phrase("WORD"), what: phrase("a word of the line"), many: true, optional: true }],
      flags: [],
      example: "complete -- compute ''",
      isHidden: true,
    },
  }),
);
