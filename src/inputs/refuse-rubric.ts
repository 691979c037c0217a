import { closeSync, openSync, readSync } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { isNamedAsRubric } from "../files/named-as.ts";
import { kindOfJson, planFile, reportMisplaced, rubricFile } from "../sheet/misplaced.ts";
import type { Bilingual } from "../text/bilingual.ts";

/** Reports a file that its name tells from all sheets and lists, one of which is expected; whether it is one. */
export function refuseRubric(file: string, expected: Bilingual, diagnostics: Diagnostics): boolean {
  if (!isNamedAsRubric(file)) return false;
  const kind = /json$/i.test(file) ? (kindOfJson(beginningOf(file)) ?? planFile) : rubricFile;
  reportMisplaced(file, kind, expected, diagnostics);
  return true;
}

/** Enough to tell what it is; nothing where it cannot be read. */
function beginningOf(name: string): string {
  try {
    const file = openSync(name, "r");
    try {
      const bytes = Buffer.alloc(1000);
      return bytes.toString("latin1", 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}
