import { join, posix } from "node:path";
import type { Basis, GivenBeside } from "../archive/basis.ts";
import type { PastResults } from "../archive/past-results.ts";
import { pastResults } from "../archive/past-results.ts";
import type { Receipt } from "../archive/receipt.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { fileBlocks } from "../files/file-blocks.ts";
import { reportUnreadable, systemCode } from "../files/files.ts";
import { hashing, hashOf } from "../files/hash.ts";
import type { Io } from "../files/io.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { givenSettings } from "./given-settings.ts";
import { readRubric } from "./read-rubric.ts";
import { recordedLibrary } from "./recorded-library.ts";

const fromStdin = "<stdin>";

/**
 * The rubric and the sheets that a receipt names, looked for below `folder`; undefined, with a diagnostic for each that is not
 * there or not the same. They keep the names of the receipt, since results may depend on them (a period in a file name).
 */
export async function recordedInputs(
  { rubric, inputs, flags }: Receipt,
  folder: string,
  io: Io,
  diagnostics: Diagnostics,
): Promise<Basis | undefined> {
  const [main, ...taken] = rubric.files;
  const name = main?.name ?? "";
  const library = recordedLibrary(taken, join(folder, name), folder);
  let isSame = true;
  for (const { name, sha256 } of [...(main ? [main] : []), ...library.missing()]) {
    isSame = (await checkInput({ name, sha256, kind: kinds.rubric }, folder, diagnostics)) && isSame;
  }
  for (const { name, sha256, kind } of inputs) {
    isSame = (await checkInput({ name, sha256, kind: kinds[kind] }, folder, diagnostics)) && isSame;
  }
  const file = isSame ? await readRubric(join(folder, name), io, diagnostics) : undefined;
  if (!file) return undefined;
  const beside = await recordedBeside(inputs, folder, diagnostics);
  const set = givenSettings(flags.set as readonly string[] | undefined, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  return {
    rubric: { ...file, name },
    library,
    set,
    sheets: inputs.flatMap((input) => (input.kind === "sheet" ? [stream(input, folder)] : [])),
    beside,
  };
}

/** Decisions, lookup tables and earlier results; what was told to be below a folder is now told to be that folder. */
async function recordedBeside(
  inputs: Receipt["inputs"],
  folder: string,
  diagnostics: Diagnostics,
): Promise<GivenBeside> {
  const folders: PastResults[] = [];
  for (const { kind, name } of inputs) {
    if (kind !== "history") continue;
    const [recorded, path] = [posix.dirname(name), join(folder, posix.dirname(name))];
    const found = (await pastResults(path, diagnostics)).find((each) => each.name === path);
    if (found) folders.push(renamed(found, recorded));
  }
  return {
    decisions: inputs.flatMap((input) => (input.kind === "decisions" ? [stream(input, folder)] : [])),
    tables: inputs.flatMap((input) =>
      input.kind === "table" ? [{ ...stream(input, folder), table: input.table ?? "" }] : [],
    ),
    ...(folders.length > 0 && { history: { asked: folders.map(({ name }) => name), folders } }),
  };
}

function renamed(results: PastResults, name: string): PastResults {
  const rename = <I extends { readonly name: string }>(input: I): I => ({
    ...input,
    name: name + input.name.slice(results.name.length),
  });
  return {
    ...results,
    name,
    periods: results.periods.map(({ period, input }) => ({ period, input: rename(input) })),
    ...(results.exact && { exact: rename(results.exact) }),
  };
}

const stream = ({ name, tab, period }: Receipt["inputs"][number], folder: string) => ({
  name,
  ...(tab !== undefined && { tab }),
  ...(period !== undefined && { period }),
  ...hashing(() => fileBlocks(join(folder, name))),
});

const kinds: Readonly<Record<"rubric" | Receipt["inputs"][number]["kind"], Bilingual>> = {
  rubric: phrase("the rubric"),
  sheet: phrase("a sheet"),
  decisions: phrase("the list of decisions"),
  table: phrase("a lookup table"),
  history: phrase("the history"),
  sql: phrase("the query"),
};

interface RecordedInput {
  readonly name: string;
  readonly sha256: string;
  readonly kind: Bilingual;
}

async function checkInput(
  { name, sha256: expected, kind }: RecordedInput,
  folder: string,
  diagnostics: Diagnostics,
): Promise<boolean> {
  if (name === fromStdin) {
    diagnostics.report("C157", { kind });
    return false;
  }
  const path = join(folder, name);
  try {
    const found = await hashOf(path);
    if (found === expected) return true;
    diagnostics.report("C155", { name: path, found, expected });
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) diagnostics.report("C154", { name, folder });
    else reportUnreadable(path, error, diagnostics);
  }
  return false;
}
