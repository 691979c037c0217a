import { join, posix } from "node:path";
import type { Basis, GivenBeside } from "../archive/basis.ts";
import type { PastResults } from "../archive/past-results.ts";
import { pastResults } from "../archive/past-results.ts";
import type { Receipt } from "../archive/receipt.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { fileBlocks } from "../files/file-blocks.ts";
import { refuseMissing, reportUnreadable, systemCode } from "../files/files.ts";
import { hashing, hashOf } from "../files/hash.ts";
import type { Io } from "../files/io.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { givenSettings } from "./given-settings.ts";
import { readRubric } from "./read-rubric.ts";
import { recordedLibrary } from "./recorded-library.ts";

const fromStdin = "<stdin>";

/**
 * The rubric and the sheets that a receipt names, looked for below each of `folders`; undefined, with a diagnostic for each that is not
 * there or not the same. They keep the names of the receipt, since results may depend on them (a period in a file name).
 */
export async function recordedInputs(
  { rubric, inputs, flags }: Receipt,
  folders: readonly string[],
  io: Io,
  diagnostics: Diagnostics,
): Promise<Basis | undefined> {
  refuseMissing(folders, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const [main, ...taken] = rubric.files;
  const name = main?.name ?? "";
  const there = main && (await find({ ...main, kind: kinds.rubric }, folders, diagnostics));
  const { path, folder } = there ?? foundIn(folders[0] ?? ".", name);
  const library = recordedLibrary(taken, path, folder);
  for (const file of library.missing()) await find({ ...file, kind: kinds.rubric }, folders, diagnostics);
  const found: FoundInput[] = [];
  for (const input of inputs) {
    const there = await find({ ...input, kind: kinds[input.kind] }, folders, diagnostics);
    if (there) found.push({ ...input, ...there });
  }
  if (diagnostics.hasErrors) return undefined;
  const file = await readRubric(path, io, diagnostics);
  if (!file) return undefined;
  const beside = await recordedBeside(found, diagnostics);
  const set = givenSettings(flags.set as readonly string[] | undefined, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  return {
    rubric: { ...file, name },
    library,
    set,
    sheets: found.flatMap((input) => (input.kind === "sheet" ? [stream(input)] : [])),
    beside,
  };
}

const named = (folder: string): string | Bilingual => (folder === "." ? phrase("the current folder") : folder);

/** Where an input of a receipt is: its path, and the folder below which it has its name. */
interface Found {
  readonly path: string;
  readonly folder: string;
}

const foundIn = (folder: string, name: string): Found => ({ path: join(folder, name), folder });

type FoundInput = Receipt["inputs"][number] & Found;

/** Decisions, lookup tables and earlier results; what was told to be below a folder is now told to be that folder. */
async function recordedBeside(inputs: readonly FoundInput[], diagnostics: Diagnostics): Promise<GivenBeside> {
  const folders: PastResults[] = [];
  for (const { kind, name, folder } of inputs) {
    if (kind !== "history") continue;
    const [recorded, path] = [posix.dirname(name), join(folder, posix.dirname(name))];
    const found = (await pastResults(path, diagnostics)).find((each) => each.name === path);
    if (found) folders.push(renamed(found, recorded));
  }
  const of = (kind: FoundInput["kind"]) => inputs.flatMap((input) => (input.kind === kind ? [stream(input)] : []));
  return {
    decisions: of("decisions"),
    corrections: of("corrections"),
    tables: inputs.flatMap((input) => (input.kind === "table" ? [{ ...stream(input), table: input.table ?? "" }] : [])),
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

const stream = ({ name, tab, period, path }: FoundInput) => ({
  name,
  ...(tab !== undefined && { tab }),
  ...(period !== undefined && { period }),
  ...hashing(() => fileBlocks(path)),
});

const kinds: Readonly<Record<"rubric" | Receipt["inputs"][number]["kind"], Bilingual>> = {
  rubric: phrase("the rubric"),
  sheet: phrase("a sheet"),
  corrections: phrase("a sheet of mended rows"),
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

/** Where a file of this name and content is, below one of the folders; where it is not, a diagnostic says what is there. */
async function find(
  { name, sha256: expected, kind }: RecordedInput,
  folders: readonly string[],
  diagnostics: Diagnostics,
): Promise<Found | undefined> {
  if (name === fromStdin) {
    diagnostics.report("C157", { kind });
    return undefined;
  }
  let other: { readonly name: string; readonly found: string } | undefined;
  for (const folder of folders) {
    const { path } = foundIn(folder, name);
    try {
      const found = await hashOf(path);
      if (found === expected) return { path, folder };
      other ??= { name: path, found };
    } catch (error) {
      if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) continue;
      reportUnreadable(path, error, diagnostics);
      return undefined;
    }
  }
  if (other) diagnostics.report("C155", { ...other, expected });
  else diagnostics.report("C154", { name, folders: folders.map(named) });
  return undefined;
}
