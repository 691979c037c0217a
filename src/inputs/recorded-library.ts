import { join, posix } from "node:path";
import type { RubricLibrary, TakenFile } from "../archive/basis.ts";
import type { Receipt } from "../archive/receipt.ts";
import { source } from "../text/source.ts";
import { createLibraries } from "./rubric-library.ts";

type Taken = Receipt["rubric"]["files"][number];

/**
 * The files that a rubric took from, as a receipt names them: where they stood, seen from the rubric, else by their recorded names
 * below `folder`. They keep those names.
 *
 * @param rubric where the rubric is now
 */
export function recordedLibrary(
  taken: readonly Taken[],
  rubric: string,
  folder: string,
): RubricLibrary & { missing(): readonly Taken[] } {
  const around = createLibraries()(rubric);
  const below = createLibraries(folder)("-");
  const files = new Map<string, TakenFile>();
  for (const { name, path = name, sha256 } of taken) {
    const places = [around.find(path, source(rubric, "")), below.find(name, source(join(folder, "x"), ""))];
    const same = places.find((found) => found.kind === "file" && (found.source as TakenFile).sha256 === sha256);
    if (same?.kind === "file") files.set(path, { ...(same.source as TakenFile), name, path });
  }
  const pathOf = (name: string): string =>
    [...files].find(([, file]) => file.name === name)?.[0] ?? posix.basename(name);
  return {
    find(path, from) {
      const wanted = posix.join(posix.dirname(pathOf(from.name)), path);
      const file = files.get(wanted);
      return file ? { kind: "file", source: file } : { kind: "absent", name: wanted };
    },
    asked: () => [],
    files: () => [...files.values()],
    missing: () => taken.filter(({ name, path = name }) => !files.has(path)),
  };
}
