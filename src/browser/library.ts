import { basename, dirname, join } from "pathe";
import type { Library } from "../model/library.ts";
import { source } from "../text/source.ts";
import type { RubricFile } from "./messages.ts";

/** Finds what a rubric names among files that were given: by path, else by the name of the file alone, as a browser tells no folders. */
export function libraryOf(files: readonly RubricFile[]): Library {
  const sources = files.map(({ name, text }) => source(name, text));
  return {
    find(path, from) {
      const name = join(dirname(from.name), path);
      const named = sources.filter((each) => basename(each.name) === basename(path));
      const found = sources.find((each) => each.name === name) ?? (named.length === 1 ? named[0] : undefined);
      return found ? { kind: "file", source: found } : { kind: "absent", name };
    },
  };
}
