import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { isNamedAsRubric } from "../files/named-as.ts";
import { shellWord } from "../text/shell-word.ts";
import type { Command } from "./command.ts";

/**
 * Sheets before the rubric, or a list before it whose flag has the rubric: who mixes them up is shown the command with its words in their order,
 * if nothing else is wrong with them.
 */
export function reportSwapped(
  words: readonly string[],
  operands: readonly string[],
  command: Command,
  lists: readonly string[],
  diagnostics: Diagnostics,
): void {
  const count = command.operands.filter(({ kind }) => kind === "rubric").length;
  const hasSheets = command.operands.some(({ kind }) => kind === "sheet");
  const given = [...(hasSheets ? operands : operands.slice(0, count)), ...lists];
  const rubrics = given.filter(isNamedAsRubric);
  const found = operands.slice(0, count).find((operand) => !isNamedAsRubric(operand) && !isCode(operand));
  if (found === undefined || rubrics.length !== count) return;
  const ordered = [...rubrics, ...given.filter((operand) => !isNamedAsRubric(operand))];
  const right = diagnostics.hasErrors ? undefined : reordered(words, given, ordered);
  diagnostics.report("C219", {
    found,
    rubric: given.slice(count).find(isNamedAsRubric) ?? "",
    example: right && `score ${right.map(shellWord).join(" ")}`,
  });
}

/** `score explain` takes the code of a message in the rubric's place. */
const isCode = (operand: string): boolean => /^[a-z]\d{3}$/i.test(operand);

/** The words of a command line with its files in another order; undefined where one is part of a word, as in `--roster=FILE`. */
function reordered(
  words: readonly string[],
  files: readonly string[],
  ordered: readonly string[],
): readonly string[] | undefined {
  const left = files.map((file, at) => [file, ordered[at] as string] as const);
  const right = words.map((word) => {
    const at = left.findIndex(([file]) => file === word);
    return at < 0 ? word : (left.splice(at, 1)[0]?.[1] ?? word);
  });
  return left.length === 0 ? right : undefined;
}
