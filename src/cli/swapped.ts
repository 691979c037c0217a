import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { isNamedAsRubric } from "../files/named-as.ts";
import { shellWord } from "../text/shell-word.ts";
import type { Command } from "./command.ts";

/** Sheets before the rubric: who mixes them up is shown the command with its words in their order. */
export function reportSwapped(
  words: readonly string[],
  operands: readonly string[],
  command: Command,
  diagnostics: Diagnostics,
): void {
  if (!command.operands.some(({ kind }) => kind === "sheet")) return;
  const count = command.operands.filter(({ kind }) => kind === "rubric").length;
  const rubrics = operands.filter(isNamedAsRubric);
  const found = operands.slice(0, count).find((operand) => !isNamedAsRubric(operand) && !isCode(operand));
  if (found === undefined || rubrics.length !== count) return;
  const ordered = [...rubrics, ...operands.filter((operand) => !isNamedAsRubric(operand))];
  diagnostics.report("C219", {
    found,
    rubric: operands.slice(count).find(isNamedAsRubric) ?? "",
    example: `score ${reordered(words, operands, ordered).map(shellWord).join(" ")}`,
  });
}

/** `score explain` takes the code of a message in the rubric's place. */
const isCode = (operand: string): boolean => /^[a-z]\d{3}$/i.test(operand);

/** The words of a command line with its operands in another order; flags keep their place. */
function reordered(words: readonly string[], operands: readonly string[], ordered: readonly string[]): string[] {
  let next = 0;
  return words.map((word) => (word === operands[next] ? (ordered[next++] as string) : word));
}
