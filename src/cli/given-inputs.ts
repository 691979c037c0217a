import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { ReceiptFacts } from "../output/receipt.ts";
import { recordedName } from "../output/receipt.ts";
import type { Computed } from "../pipeline.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import type { PastFolders, TableInput } from "../sheet/lists/read-given.ts";
import { reportUnreadable } from "./files.ts";
import type { FlagValues } from "./flags.ts";
import type { HashedStream } from "./hash.ts";
import { hashing } from "./hash.ts";
import type { PastResults } from "./past-results.ts";
import { pastResults } from "./past-results.ts";

/** What stands beside the sheets, with hashes for the receipt. */
export interface GivenBeside {
  readonly decisions: readonly (Pick<SheetInput, "name"> & HashedStream)[];
  readonly tables: readonly (TableInput & HashedStream)[];
  readonly history?: Omit<PastFolders, "folders"> & { readonly folders: readonly PastResults[] };
}

/** The files of `--decisions`, `--table` and `--history`. What is not there is reported. */
export async function givenBeside(flags: FlagValues, diagnostics: Diagnostics): Promise<GivenBeside> {
  const decisions = await readable(flags.decisions ?? [], diagnostics);
  const named = (flags.table ?? []).flatMap((text) => {
    const equals = text.indexOf("=");
    if (equals > 0 && equals < text.length - 1) return [{ table: text.slice(0, equals), name: text.slice(equals + 1) }];
    diagnostics.report("C191", { found: text, example: text.replace(/[^A-Za-z0-9_].*$/, "") || "units" });
    return [];
  });
  const files = await readable(
    named.map(({ name }) => name),
    diagnostics,
  );
  const tables = named.flatMap(({ table, name }) => {
    const file = files.find((each) => each.name === name);
    return file ? [{ ...file, table }] : [];
  });
  if (!flags.history) return { decisions, tables };
  const folders: PastResults[] = [];
  for (const folder of flags.history) {
    for (const found of await pastResults(folder, diagnostics)) {
      if (!folders.some(({ name }) => name === found.name)) folders.push(found);
    }
  }
  const asked = flags.history.map((folder) => folder.replace(/(?<=.)[/\\]+$/, ""));
  return { decisions, tables, history: { asked, folders } };
}

async function readable(names: readonly string[], diagnostics: Diagnostics) {
  const found: (Pick<SheetInput, "name"> & HashedStream)[] = [];
  for (const name of names) {
    try {
      if (!(await stat(name)).isDirectory()) found.push({ name, ...hashing(() => createReadStream(name)) });
      else diagnostics.report("C112", { file: name, reason: { en: "it is a folder", vi: "đây là thư mục" } });
    } catch (error) {
      await reportUnreadable(name, error, diagnostics);
    }
  }
  return found;
}

/** What the receipt says of it: every file that was read, and the results of earlier runs that were taken. */
export function besideInReceipt(
  { decisions, tables, history }: GivenBeside,
  { rows, report }: Computed,
): ReceiptFacts["inputs"] {
  const taken = report.past ?? [];
  const used = (history?.folders ?? []).filter(({ periods }) =>
    periods.some(({ input }) => taken.includes(input.name)),
  );
  return [
    ...decisions.map(({ name, sha256 }) => ({
      kind: "decisions" as const,
      name,
      sha256: sha256(),
      rows: rows.get(name) ?? 0,
    })),
    ...tables.map(({ name, table, sha256 }) => ({
      kind: "table" as const,
      table,
      name,
      sha256: sha256(),
      rows: rows.get(name) ?? 0,
    })),
    ...used.map(({ name, receipt }) => ({
      kind: "history" as const,
      name: `${nameBelow(history?.asked ?? [], name)}/receipt.json`,
      sha256: receipt,
    })),
  ];
}

/** A folder as a receipt may name it: what was asked for by its last part, and what is below that whole. */
function nameBelow(asked: readonly string[], folder: string): string {
  const above = asked.find((name) => folder === name || folder.startsWith(`${name}/`)) ?? folder;
  return recordedName(above) + folder.slice(above.length);
}
