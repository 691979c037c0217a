import { realpath } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { compareText } from "../text/order.ts";
import { kindOf, withoutQuotes } from "./files.ts";

/** Whether an argument that names no file may be a pattern. */
export const isGlob = (text: string): boolean => /[*?]|\[.+\]|\{.+\}/s.test(text);

/**
 * Files that a pattern with `*`, `?`, `[ab]`, `{a,b}` and `**` (folders at any depth) names, in code-point order; needed where no
 * shell expands patterns, as on Windows. `\` parts folders as `/` does, on every system, so that a command line means the same
 * everywhere. Names that begin with a dot are matched only by a pattern that does. A file that links lead to as well is named once.
 */
export async function glob(pattern: string): Promise<string[]> {
  const { glob: matching } = await import("tinyglobby");
  const slashed = pattern.replaceAll("\\", "/");
  const found = await matching(slashed, { expandDirectories: false, absolute: isAbsolute(slashed) });
  const files = new Map<string, string>();
  const nearest = found.sort((a, b) => depth(a) - depth(b) || compareText(a, b));
  for (const name of nearest) {
    const file = await realpath(name);
    if (!files.has(file)) files.set(file, name);
  }
  return [...files.values()].sort(compareText);
}

/** A file, or those of a pattern; of a pattern that has none it is reported. */
export async function filesOf(name: string, diagnostics: Diagnostics): Promise<readonly string[]> {
  if (!isGlob(name) || kindOf(name) === "file") return [name];
  const files = await glob(name);
  if (files.length === 0) reportUnmatched(name, diagnostics);
  return files;
}

/** Says that a pattern has no file. */
export function reportUnmatched(pattern: string, diagnostics: Diagnostics): void {
  diagnostics.report("C115", { pattern, bare: withoutQuotes(pattern) });
}

const depth = (name: string): number => name.split("/").length;
