import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { QuoteProblem, Records } from "./records.ts";
import { longestRecord } from "./records.ts";

/** Reports why a file could not be read, or not to its end, if it could not. */
export function reportProblem({ problem, place }: Pick<Records, "problem" | "place">, diagnostics: Diagnostics): void {
  switch (problem?.kind) {
    case undefined:
      break;
    case "workbook":
      diagnostics.report("D102", {}, place(1));
      break;
    case "blank":
      diagnostics.report("D103", {}, place(1));
      break;
    case "encoding":
      diagnostics.report("D101", { found: problem.found }, place(problem.line));
      break;
    case "quote":
      diagnostics.report("D109", { what: whatQuotes[problem.what] }, place(problem.line));
      break;
    case "long":
      diagnostics.report("D110", { limit: longestRecord }, place(problem.line));
      break;
  }
}

const whatQuotes: Readonly<Record<QuoteProblem, Bilingual>> = {
  unclosed: phrase("one opens in this row and never closes"),
  behind_closing: phrase("text follows the closing one"),
};
