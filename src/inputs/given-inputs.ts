import { createReadStream, statSync } from "node:fs";
import type { GivenBeside } from "../archive/basis.ts";
import type { PastResults } from "../archive/past-results.ts";
import { pastResults } from "../archive/past-results.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { bareFolder, kindOf, reportUnreadable } from "../files/files.ts";
import { filesOf } from "../files/glob.ts";
import type { HashedStream } from "../files/hash.ts";
import { hashing } from "../files/hash.ts";
import { tabIn } from "../model/places.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import { decisionsFile } from "../sheet/misplaced.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { refuseTwice } from "./given-sheets.ts";
import { refuseRubric } from "./refuse-rubric.ts";

/** Names as people give them: files of decisions and of mended rows, `table=file` or `table=pattern`, and folders with results. */
export interface NamedBeside {
  readonly decisions?: readonly string[];
  readonly corrections?: readonly string[];
  readonly table?: readonly string[];
  readonly history?: readonly string[];
}

/** What is named beside the sheets. What is not there is reported. */
export async function givenBeside(named: NamedBeside, diagnostics: Diagnostics): Promise<GivenBeside> {
  const decisions = namedFiles(named.decisions ?? [], decisionsFile.found, diagnostics);
  const corrections = namedFiles(named.corrections ?? [], phrase("a sheet of mended rows"), diagnostics);
  const tables: GivenBeside["tables"][number][] = [];
  for (const text of named.table ?? []) {
    const equals = text.indexOf("=");
    const [table, name] = [text.slice(0, equals), text.slice(equals + 1)];
    if (equals <= 0 || name === "") {
      diagnostics.report("C191", { found: text, example: text.replace(/[^A-Za-z0-9_].*$/, "") || "units" });
      continue;
    }
    const files = namedFiles(await filesOf(name, diagnostics), phrase("a table of the rubric"), diagnostics);
    tables.push(...files.map((file) => ({ ...file, table })));
  }
  for (const table of new Set(tables.map((each) => each.table))) {
    refuseTwice(
      tables.filter((each) => each.table === table),
      diagnostics,
    );
  }
  if (!named.history) return { decisions, corrections, tables };
  const folders: PastResults[] = [];
  for (const folder of named.history) {
    for (const found of await pastResults(folder, diagnostics)) {
      if (!folders.some(({ name }) => name === found.name)) folders.push(found);
    }
  }
  const asked = named.history.map(bareFolder);
  return { decisions, corrections, tables, history: { asked, folders } };
}

/** Files by the names that people give them, a tab of a workbook behind a `#`. What is not there, or by its name not what is expected, is reported. */
export function namedFiles(names: readonly string[], expected: Bilingual, diagnostics: Diagnostics) {
  const found: (Pick<SheetInput, "name" | "tab"> & HashedStream)[] = [];
  for (const each of names) {
    const named = kindOf(each) === undefined ? tabIn(each) : undefined;
    const name = named?.workbook ?? each;
    try {
      if (statSync(name).isDirectory()) diagnostics.report("C112", { file: name, reason: phrase("it is a folder") });
      else if (!refuseRubric(name, expected, diagnostics))
        found.push({ name, ...(named && { tab: named.tab }), ...hashing(() => createReadStream(name)) });
    } catch (error) {
      reportUnreadable(name, error, diagnostics);
    }
  }
  return found;
}
