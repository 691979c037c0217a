import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { GivenBeside } from "../archive/basis.ts";
import type { PastResults } from "../archive/past-results.ts";
import { pastResults } from "../archive/past-results.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { reportUnreadable } from "../files/files.ts";
import type { HashedStream } from "../files/hash.ts";
import { hashing } from "../files/hash.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import { phrase } from "../text/phrase.ts";

/** Names as people give them: files of decisions, `table=file`, and folders with results. */
export interface NamedBeside {
  readonly decisions?: readonly string[];
  readonly table?: readonly string[];
  readonly history?: readonly string[];
}

/** What is named beside the sheets. What is not there is reported. */
export async function givenBeside(named: NamedBeside, diagnostics: Diagnostics): Promise<GivenBeside> {
  const decisions = await readable(named.decisions ?? [], diagnostics);
  const tablesNamed = (named.table ?? []).flatMap((text) => {
    const equals = text.indexOf("=");
    if (equals > 0 && equals < text.length - 1) return [{ table: text.slice(0, equals), name: text.slice(equals + 1) }];
    diagnostics.report("C191", { found: text, example: text.replace(/[^A-Za-z0-9_].*$/, "") || "units" });
    return [];
  });
  const files = await readable(
    tablesNamed.map(({ name }) => name),
    diagnostics,
  );
  const tables = tablesNamed.flatMap(({ table, name }) => {
    const file = files.find((each) => each.name === name);
    return file ? [{ ...file, table }] : [];
  });
  if (!named.history) return { decisions, tables };
  const folders: PastResults[] = [];
  for (const folder of named.history) {
    for (const found of await pastResults(folder, diagnostics)) {
      if (!folders.some(({ name }) => name === found.name)) folders.push(found);
    }
  }
  const asked = named.history.map((folder) => folder.replace(/(?<=.)[/\\]+$/, ""));
  return { decisions, tables, history: { asked, folders } };
}

async function readable(names: readonly string[], diagnostics: Diagnostics) {
  const found: (Pick<SheetInput, "name"> & HashedStream)[] = [];
  for (const name of names) {
    try {
      if (!(await stat(name)).isDirectory()) found.push({ name, ...hashing(() => createReadStream(name)) });
      else diagnostics.report("C112", { file: name, reason: phrase("it is a folder") });
    } catch (error) {
      await reportUnreadable(name, error, diagnostics);
    }
  }
  return found;
}
