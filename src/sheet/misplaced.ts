import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { fold } from "../text/fold.ts";
import { phrase } from "../text/phrase.ts";
import { shellWord } from "../text/shell-word.ts";
import type { TextRows } from "./1-records/records.ts";
import { decisionHeads, givenBackHeads } from "./vocabulary.ts";

/** A kind of file that score knows: what it is, and how one is given. */
export interface FileKind {
  readonly found: Bilingual;
  readonly how: (file: string) => Bilingual;
}

export const rubricFile: FileKind = {
  found: phrase("a rubric"),
  how: () => phrase("the rubric is the first file of a command: score COMMAND RUBRIC …"),
};

export const planFile: FileKind = { ...rubricFile, found: phrase("a compiled rubric") };

export const resultsFile: FileKind = {
  found: phrase("a file of score's results"),
  how: () =>
    phrase("results are what score made of sheets; `score report`, `diff`, `verify` and --history take their folder"),
};

export const decisionsFile: FileKind = {
  found: phrase("a list of decisions"),
  how: (file) => phrase("decisions have a flag of their own: --decisions {file}", { file }),
};

export const givenBackFile: FileKind = {
  found: phrase("a sheet of rows to be mended"),
  how: (file) => phrase("mended rows go back in place of their own beside the sheets: --corrections {file}", { file }),
};

export const sheetFile: FileKind = {
  found: phrase("a score sheet"),
  how: (file) => phrase("score sheets stand behind the rubric: score compute RUBRIC {file}", { file }),
};

/** Heads that stand together in no other file; those of results are ids, whatever the language. */
const telling: readonly (readonly [FileKind, readonly (readonly string[])[]])[] = [
  [resultsFile, ["rank", "total", "band", "band_title", "state", "marks"].map((id) => [id])],
  [resultsFile, [["kind"], ["denominator"], ["room"], ["kept"]]],
  [givenBackFile, [givenBackHeads.place, givenBackHeads.mark].map(({ en, vi }) => [en, vi])],
  [decisionsFile, (["action", "value", "authority"] as const).map((id) => [id, ...decisionHeads[id]])],
];

/** What a file is by its first rows, where it is no list of people's own. */
export function kindOfRows(rows: TextRows): FileKind | undefined {
  if (rows[0]?.[0]?.startsWith("{")) return kindOfJson(rows.flat().join(" "));
  if (rows.some(([first = ""]) => /^schema:\s*\d/.test(first))) return rubricFile;
  const heads = rows.map((row) => new Set(row.map(fold)));
  const has = (names: ReadonlySet<string>, wanted: readonly (readonly string[])[]): boolean =>
    wanted.every((any) => any.some((name) => names.has(fold(name))));
  return telling.find(([, wanted]) => heads.some((names) => has(names, wanted)))?.[0];
}

/** All the JSON that score writes says at its beginning what it is. */
export function kindOfJson(text: string): FileKind | undefined {
  if (/^\s*\{\s*"(?:receipt|report)"\s*:/.test(text)) return resultsFile;
  if (/"schema"\s*:/.test(text)) return rubricFile;
  return /"plan"\s*:/.test(text) ? planFile : undefined;
}

/** Reports that another file is expected in the place of this one. */
export function reportMisplaced(file: string, kind: FileKind, expected: Bilingual, diagnostics: Diagnostics): void {
  diagnostics.report("C221", { file, found: kind.found, expected, how: kind.how(shellWord(file)) });
}
