import type { HashedStream } from "../files/hash.ts";
import type { Library, Setting } from "../model/library.ts";
import type { Encoding } from "../sheet/1-records/encodings/decode.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import type { PastFolders, TableInput } from "../sheet/lists/read-given.ts";
import type { Source } from "../text/source.ts";
import type { PastResults } from "./past-results.ts";

/** What results rest on. */
export interface Basis {
  readonly rubric: RubricFile;
  readonly library: RubricLibrary;
  readonly set: readonly Setting[];
  readonly sheets: readonly GivenSheet[];
  readonly beside: GivenBeside;
}

/** A rubric as it was read, and the hash of its bytes. */
export interface RubricFile extends Source {
  /** What results call it, where that is not its name. */
  readonly recorded?: string;
  readonly sha256: string;
}

/** Where a rubric finds the files that it names, and which it has named so far, in code-point order. */
export interface RubricLibrary extends Library {
  files(): readonly TakenFile[];
  /** What was asked for and found, in order. */
  asked(): readonly { readonly path: string; readonly from: Source; readonly found: Source }[];
}

/** `path`: where it stands, seen from the folder of the rubric. */
export interface TakenFile extends RubricFile {
  readonly path: string;
}

/** A sheet to read, whose receipt is known once it has been read. */
export type GivenSheet = SheetInput & HashedStream;

/** What stands beside the sheets, with hashes for the receipt. */
export interface GivenBeside {
  readonly decisions: readonly (Pick<SheetInput, "name" | "recorded" | "tab"> & HashedStream)[];
  readonly tables: readonly (TableInput & HashedStream)[];
  readonly corrections?: GivenBeside["decisions"];
  readonly history?: Omit<PastFolders, "folders"> & { readonly folders: readonly PastResults[] };
}

/** Names of all files that results rest on, but for earlier results. */
export const fileNames = ({ rubric, library, sheets, beside }: Basis): string[] =>
  [rubric, ...library.files(), ...sheets, ...beside.decisions, ...beside.tables, ...(beside.corrections ?? [])].map(
    ({ name }) => name,
  );

/** The same, all text in an encoding that is stated. */
export function inEncoding(basis: Basis, encoding: Encoding | undefined): Basis {
  if (encoding === undefined) return basis;
  const stated = <F extends Pick<SheetInput, "name">>(file: F): F & { encoding: Encoding } => ({ ...file, encoding });
  const { decisions, tables, corrections } = basis.beside;
  const beside = {
    ...basis.beside,
    decisions: decisions.map(stated),
    tables: tables.map(stated),
    ...(corrections && { corrections: corrections.map(stated) }),
  };
  return { ...basis, sheets: basis.sheets.map(stated), beside };
}
