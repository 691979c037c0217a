import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { QuoteProblem, Records, WorkbookProblem } from "./records.ts";
import { longestRecord } from "./records.ts";

/** Reports why a file could not be read, or not to its end, if it could not. */
export function reportProblem({ problem, place }: Pick<Records, "problem" | "place">, diagnostics: Diagnostics): void {
  switch (problem?.kind) {
    case undefined:
      break;
    case "workbook":
      reportWorkbook(problem.why, place, diagnostics);
      break;
    case "blank":
      diagnostics.report("D103", {}, place(1));
      break;
    case "spaces":
      diagnostics.report("D158", {}, place(1));
      break;
    case "encoding":
      diagnostics.report("D101", { found: problem.found }, place(problem.line));
      break;
    case "font":
      diagnostics.report(problem.isMixed ? "D168" : "D145", { encoding: problem.encoding }, place(1));
      break;
    case "quote":
      diagnostics.report("D109", { what: whatQuotes[problem.what] }, place(problem.line));
      break;
    case "long":
      diagnostics.report("D110", { limit: longestRecord }, place(problem.line));
      break;
  }
}

function reportWorkbook(why: WorkbookProblem, place: Records["place"], diagnostics: Diagnostics): void {
  switch (why.kind) {
    case "foreign":
      diagnostics.report("D102", { found: why.found }, place(1));
      break;
    case "protected":
      diagnostics.report("D141", {}, place(1));
      break;
    case "damaged":
      diagnostics.report("D142", {}, place(1));
      break;
    case "large":
      diagnostics.report("D143", { limit: why.limit }, place(1));
      break;
    case "tab":
      diagnostics.report("D144", { tab: why.tab, tabs: why.tabs }, place(1));
      break;
  }
}

const whatQuotes: Readonly<Record<QuoteProblem, Bilingual>> = {
  unclosed: phrase("one opens in this row and never closes"),
  behind_closing: phrase("text follows the closing one"),
};
