import { basename } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { bareFolder, filesIn, kindOf, nameIn, realPath } from "../files/files.ts";
import { filesOf } from "../files/glob.ts";
import { configName } from "../files/project-root.ts";

/**
 * Names of the rubrics that arguments name: files, folders for the rubrics directly in them, patterns, and `-` for stdin; of a
 * file that several names lead to the first. The file that marks the root of a project stands among them in many a folder, and is
 * none. What holds none is reported; a name that is no file is left to who reads it.
 */
export async function givenRubrics(operands: readonly string[], diagnostics: Diagnostics): Promise<string[]> {
  const files = new Map<string, string>();
  for (const operand of operands)
    for (const name of await expand(operand, diagnostics))
      if (!files.has(realPath(name))) files.set(realPath(name), name);
  const names = [...files.values()];
  const rubrics = names.filter(isRubric);
  return rubrics.length > 0 ? rubrics : names;
}

const isRubric = (name: string): boolean => basename(name) !== configName;

async function expand(operand: string, diagnostics: Diagnostics): Promise<readonly string[]> {
  if (operand === "-") return [operand];
  if (kindOf(operand) !== "folder") return filesOf(operand, diagnostics);
  const files = filesIn(operand, diagnostics);
  const rubrics = files?.filter((name) => /^[^.].*\.ya?ml$/i.test(name) && isRubric(name));
  if (rubrics?.length === 0) diagnostics.report("C128", { folder: bareFolder(operand) });
  return (rubrics ?? []).map((name) => nameIn(operand, name));
}
