import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, sep } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { untranslated } from "../text/bilingual.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import { suggest } from "../text/suggest.ts";

const reasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: phrase("its folder does not exist"),
  ENOSPC: phrase("the disk is full"),
  EROFS: phrase("the disk is read-only"),
  EACCES: phrase("permission denied"),
  EPERM: phrase("permission denied"),
  ENOTDIR: phrase("part of its path is a file, not a folder"),
  ENAMETOOLONG: phrase("the name is too long"),
  ELOOP: phrase("its links lead in a circle"),
  EISDIR: phrase("it is a folder"),
  EMFILE: phrase("too many files are open"),
};

/** Says why what was named could not be read. @throws what is no error of the file system */
export function reportUnreadable(
  name: string,
  error: unknown,
  diagnostics: Diagnostics,
  kind: Bilingual = phrase("file"),
): void {
  const code = systemCode(error);
  if (code === "ENOENT") reportAbsent(name, diagnostics, kind);
  else diagnostics.report("C112", { file: name, reason: reasonOf(code) });
}

const otherLetters = phrase("its name is no text in UTF-8, as archives of other systems leave it: rename it");

/** Says that there is nothing of a name; one with a slash behind it was written for a folder. */
export function reportAbsent(name: string, diagnostics: Diagnostics, kind: Bilingual = phrase("file")): void {
  const meant = /[/\\]$/.test(name) ? phrase("folder") : kind;
  const bare = withoutQuotes(name);
  const near = bare !== undefined && kindOf(bare) !== undefined ? bare : nearestFile(name);
  // What the system's bytes do not say in UTF-8 is read with a mark in its place, under which nothing is found.
  const advice = name.includes("\ufffd") ? otherLetters : undefined;
  diagnostics.report("C110", { kind: meant, file: name, suggestion: advice ? undefined : near, advice });
}

/** What stands between quotation marks that the command window of Windows takes for letters. */
export const withoutQuotes = (name: string): string | undefined => /^'(.+)'$/.exec(name)?.[1];

/** What may be a file or a folder, called by its name: one with an extension is a file. */
export const kindNamed = (name: string): Bilingual => (extname(name) ? phrase("file") : phrase("file or folder"));

/** Reports each of these that is no folder. */
export function refuseMissing(folders: readonly string[], diagnostics: Diagnostics): void {
  for (const folder of folders) {
    try {
      if (statSync(folder).isDirectory()) continue;
      diagnostics.report("C112", { file: folder, reason: phrase("it is a file, expected a folder") });
    } catch (error) {
      reportUnreadable(folder, error, diagnostics, phrase("folder"));
    }
  }
}

/** Says why a file could not be written. @throws what is no error of the file system */
export const reportUnwritable = (file: string, error: unknown, diagnostics: Diagnostics): void =>
  diagnostics.report("C186", { file, reason: reasonOf(systemCode(error)) });

/** `ENOENT` and the like. @throws an error that does not come from the operating system, as that is a bug of ours. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && "syscall" in error && "code" in error) return String(error.code);
  throw error;
}

/** Why the system refused, in words where it is a common reason. */
export const reasonOf = (code: string): Bilingual => reasons[code] ?? untranslated(code);

/** What stands under a name, where anything does. */
export function kindOf(name: string): "file" | "folder" | undefined {
  try {
    return statSync(name).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

/** By which one file is known that several names lead to; of what is no file, its name. */
export function realPath(name: string): string {
  try {
    return realpathSync.native(name);
  } catch {
    return name;
  }
}

/** The files directly in a folder, in code-point order; undefined, with a diagnostic, where it cannot be read. */
export function filesIn(folder: string, diagnostics: Diagnostics): string[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((each) => (each.isDirectory() ? [] : [each.name])).sort(compareText);
  } catch (error) {
    reportUnreadable(folder, error, diagnostics);
    return undefined;
  }
}

/** Names of the folders directly in a folder, in code-point order; none of one that cannot be read. */
export function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((each) => (each.isDirectory() ? [each.name] : [])).sort(compareText);
  } catch {
    return [];
  }
}

/** A file of a folder under the name that a person would give it. */
export function nameIn(folder: string, name: string): string {
  const bare = bareFolder(folder);
  return bare === "." ? name : bare === "/" ? `/${name}` : `${bare}/${name}`;
}

/** Without the slashes behind it. */
export const bareFolder = (folder: string): string => folder.replace(/(?<=.)[/\\]+$/, "");

/** The file that an error of the file system is about; stdin has no name. */
export const pathOf = (error: unknown): string =>
  error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : "<stdin>";

/** Another file of the same folder with nearly that name. */
export function nearestFile(name: string): string | undefined {
  try {
    return nearestOf(name, readdirSync(dirname(name)));
  } catch {
    return undefined;
  }
}

function nearestOf(name: string, names: readonly string[]): string | undefined {
  const folder = dirname(name);
  // A link that leads nowhere has the very name.
  const others = names.filter((each) => each !== basename(name));
  const near = suggest(basename(name), others);
  return near && (folder === "." ? near : join(folder, near));
}

/** Whether a path is a folder or leads below it; both are absolute, or seen from the same place. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether a file begins with these bytes; one that cannot be read does not. */
export function beginsWith(name: string, bytes: readonly number[]): boolean {
  try {
    const file = openSync(name, "r");
    try {
      const head = Buffer.alloc(bytes.length);
      return readSync(file, head) === bytes.length && bytes.every((byte, at) => head[at] === byte);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
