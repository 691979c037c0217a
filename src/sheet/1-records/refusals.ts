import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import { headerRows } from "../2-header/opening.ts";
import type { Targets } from "../2-header/targets.ts";
import { createTextCheck, foreignFormat } from "./encoding.ts";
import { lineBehind } from "./lines.ts";
import type { RecordProblem } from "./records.ts";
import { longestRecord } from "./records.ts";

/** Is this text with something in it? Reports what it is otherwise. */
export function isReadable(head: Uint8Array, file: string, diagnostics: Diagnostics): boolean {
  const format = foreignFormat(head);
  const foreign = format === undefined ? createTextCheck()(head) : undefined;
  if (format === "zip") diagnostics.report("D102", {}, cellPlace(file, 1));
  else if (format) diagnostics.report("D101", { found: format }, cellPlace(file, 1));
  else if (foreign)
    diagnostics.report(
      "D101",
      { found: foreign.found },
      cellPlace(file, lineBehind([head.subarray(0, foreign.offset)])),
    );
  else if (head.every((byte) => byte <= 32)) diagnostics.report("D103", {}, cellPlace(file, 1));
  else return true;
  return false;
}

export function reportNoHeader({ all }: Targets, file: string, diagnostics: Diagnostics): void {
  const labels = (kind: (target: Targets["all"][number]) => boolean): string => {
    const found = all.filter(kind).map(({ label }) => label);
    return found.slice(0, 5).join(", ") + (found.length > 5 ? ", …" : "");
  };
  const key = labels(({ isKey }) => isKey);
  const items = labels(({ kind }) => kind === "cell");
  diagnostics.report("D104", { rows: headerRows, key, items }, cellPlace(file, 1));
}

/** Why a file could not be read to its end. */
export function reportProblem(problem: RecordProblem, file: string, diagnostics: Diagnostics): void {
  const place = cellPlace(file, problem.line);
  switch (problem.kind) {
    case "encoding":
      diagnostics.report("D101", { found: problem.found }, place);
      break;
    case "quote":
      diagnostics.report("D109", { what: problem.what }, place);
      break;
    case "long":
      diagnostics.report("D110", { limit: longestRecord }, place);
      break;
  }
}
