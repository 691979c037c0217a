import { createReadStream } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { kindOf } from "../files/files.ts";
import { isNamedAsSheet } from "../files/named-as.ts";
import { headerRows } from "../sheet/2-header/find-header.ts";
import type { FileKind } from "../sheet/misplaced.ts";
import { kindOfRows, reportMisplaced, rubricFile } from "../sheet/misplaced.ts";

/** Reports a file that its name tells from all rubrics, one of which is expected, by what its first rows say that it is; whether it is one. */
export async function refuseSheet(file: string, diagnostics: Diagnostics): Promise<boolean> {
  if (!isNamedAsSheet(file) || kindOf(file) !== "file") return false;
  const kind = await kindOfFile(file);
  if (kind && kind !== rubricFile) reportMisplaced(file, kind, rubricFile.found, diagnostics);
  else diagnostics.report("C220", { file });
  return true;
}

async function kindOfFile(name: string): Promise<FileKind | undefined> {
  const { openSheets } = await import("../sheet/1-records/open-records.ts");
  const input = { name, open: () => createReadStream(name) };
  const sheets = await openSheets(input, (rows) => (kindOfRows(rows) ? 1 : 0));
  try {
    return sheets.map((each) => kindOfRows(each.head(headerRows))).find((kind) => kind !== undefined);
  } finally {
    for (const each of sheets) await each.close();
  }
}
