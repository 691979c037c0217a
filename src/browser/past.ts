import { unzipSync } from "fflate";
import { basename, dirname } from "pathe";
import type { PastResults } from "../archive/past-results.ts";
import { pastResultsIn } from "../archive/past-results.ts";
import { receiptName } from "../archive/receipt.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { sha256 } from "../files/hash.ts";
import type { GivenFile } from "./messages.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** The results of earlier runs: those of a folder or of a ZIP file, and of all folders in it. */
export async function pastResultsOf(given: readonly GivenFile[], diagnostics: Diagnostics) {
  const folders: PastResults[] = [];
  const all = given.map((file) => ({ name: file.name.replace(/\.zip$/i, ""), files: filesIn(file, diagnostics) }));
  for (const { name, files } of all) {
    for (const path of [...files.keys()].filter((each) => basename(each) === receiptName)) {
      const results = await pastResultsIn(folderOf(name, dirname(path), files), diagnostics);
      if (results) folders.push(results);
    }
  }
  return { asked: all.map(({ name }) => name), folders };
}

/** By their paths below it. */
function filesIn({ name, bytes, inside }: GivenFile, diagnostics: Diagnostics): Files {
  if (inside) return new Map(inside.map((file) => [file.name, file.bytes]));
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    diagnostics.report("A408", { folder: name, file: receiptName });
    return new Map();
  }
}

function folderOf(name: string, path: string, files: Files) {
  const below = path === "." ? "" : `${path}/`;
  const read = (file: string): Uint8Array | undefined => files.get(below + file);
  return {
    name: path === "." ? name : `${name}/${path}`,
    receipt: new TextDecoder().decode(read(receiptName)),
    async hash(file: string) {
      const bytes = read(file);
      return bytes && sha256(bytes);
    },
    async *open(file: string) {
      yield read(file) ?? new Uint8Array();
    },
  };
}
