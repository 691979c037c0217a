import { basename, dirname, join, relative } from "pathe";
import type { RubricFile, RubricLibrary } from "../archive/basis.ts";
import { sha256 } from "../files/hash.ts";
import { compareText } from "../text/order.ts";
import { source } from "../text/source.ts";
import type { RubricText } from "./messages.ts";

/** A text as a rubric that was read. */
export const rubricFile = (name: string, text: string): RubricFile => ({ ...source(name, text), sha256: sha256(text) });

/** Finds what a rubric names among files that were given: by path, else by the name of the file alone, as a browser tells no folders. */
export function libraryOf({ name: rubric, library }: RubricText): RubricLibrary {
  const sources = library.map(({ name, text }) => source(name, text));
  const asked: ReturnType<RubricLibrary["asked"]>[number][] = [];
  return {
    find(path, from) {
      const name = join(dirname(from.name), path);
      const named = sources.filter((each) => basename(each.name) === basename(path));
      const found = sources.find((each) => each.name === name) ?? (named.length === 1 ? named[0] : undefined);
      if (!found) return { kind: "absent", name };
      asked.push({ path, from, found });
      return { kind: "file", source: found };
    },
    asked: () => asked,
    files: () =>
      Array.from(new Set(asked.map(({ found }) => found)), ({ name, text }) => ({
        ...rubricFile(name, text),
        path: relative(dirname(rubric), name),
      })).sort((a, b) => compareText(a.path, b.path)),
  };
}
