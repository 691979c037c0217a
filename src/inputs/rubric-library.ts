import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { RubricFile, RubricLibrary, TakenFile } from "../archive/basis.ts";
import { isWithin, nearestFile, reasonOf, systemCode } from "../files/files.ts";
import { projectRoot } from "../files/project-root.ts";
import type { FoundSource } from "../model/library.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import type { Source } from "../text/source.ts";
import { mostBytes, rubricOf } from "./read-rubric.ts";

/** Gives rubrics the files that they name; a file that several name is read once. */
export type Libraries = (rubric: string) => RubricLibrary;

/** @param root the folder below which all files of a rubric lie; else the nearest one above it that is marked, else its own */
export function createLibraries(root?: string): Libraries {
  const read = new Map<string, FoundSource>();
  const reals = new Map<string, string>();
  return (rubric) => {
    const folder = rubric === "-" ? "." : dirname(rubric);
    const top = root ?? projectRoot(folder) ?? folder;
    const taken = new Map<string, RubricFile>();
    const asked: ReturnType<RubricLibrary["asked"]>[number][] = [];
    return {
      find(path, from) {
        const found = findBelow(top, path, from);
        if (found.kind === "file") {
          taken.set(found.source.name, found.source as RubricFile);
          asked.push({ path, from, found: found.source });
        }
        return found;
      },
      asked: () => asked,
      files: () =>
        [...taken.values()].map((file) => takenFrom(folder, file)).sort((a, b) => compareText(a.path, b.path)),
    };
  };

  /** Where a path leads to. */
  function realOf(path: string): string {
    const real = reals.get(path) ?? realpathSync(path);
    reals.set(path, real);
    return real;
  }

  function findBelow(top: string, path: string, from: Source): FoundSource {
    const name = join(from.name === "<stdin>" ? "." : dirname(from.name), path)
      .split(sep)
      .join("/");
    const outside = { kind: "outside", root: relative("", top) || "." } as const;
    if (isAbsolute(path))
      return {
        ...outside,
        ...(isWithin(resolve(top), path) && { inside: relative(resolve(dirname(from.name)), path) }),
      };
    if (!isWithin(resolve(top), resolve(name))) return outside;
    try {
      const real = realOf(name);
      if (!isWithin(realOf(top), real)) return { ...outside, target: relative("", real) };
      const known = read.get(real) ?? readFile(name);
      read.set(real, known);
      return known;
    } catch (error) {
      const code = systemCode(error);
      if (code === "ENOENT") return { kind: "absent", name, suggestion: nearestFile(name) };
      return { kind: "unreadable", name, reason: reasonOf(code) };
    }
  }
}

/** Its hash is worked out for those who ask. */
const takenFrom = (folder: string, file: RubricFile): TakenFile => ({
  name: file.name,
  text: file.text,
  lineStarts: file.lineStarts,
  path: relative(folder, file.name).split(sep).join("/"),
  get sha256() {
    return file.sha256;
  },
});

function readFile(name: string): FoundSource {
  const found = statSync(name);
  const unreadable = (reason: ReturnType<typeof phrase>) => ({ kind: "unreadable", name, reason }) as const;
  if (found.isDirectory()) return unreadable(phrase("it is a folder"));
  if (found.size > mostBytes) return unreadable(phrase("it is larger than 16 MB, which no rubric needs"));
  const read = rubricOf(name, readFileSync(name));
  return "badByte" in read
    ? unreadable(phrase("byte {byte} is no text in UTF-8", { byte: read.badByte }))
    : { kind: "file", source: read };
}
