import type { Language } from "../text/bilingual.ts";
import { inert } from "../views/markdown.ts";
import type { Comparison } from "./compare.ts";
import type { SourceChange } from "./sources.ts";
import type { TextTable } from "./tables.ts";
import { changeTable, transitionTable } from "./tables.ts";
import { periodLine, sourceText, words } from "./words.ts";

/** A comparison as a Markdown section (GitHub tables), line by line. */
export function* markdownDiff(
  comparison: Comparison,
  sources: readonly SourceChange[] | undefined,
  language: Language,
): Generator<string> {
  yield `## ${inert(`${comparison.old} → ${comparison.new}`)}\n`;
  if (sources) {
    const lines =
      sources.length > 0 ? sources.map((change) => sourceText(change)[language]) : [words.sameSources[language]];
    yield "\n";
    for (const line of lines) yield `- ${inert(line)}\n`;
  }
  for (const period of comparison.periods) {
    yield `\n### ${inert(periodLine(period, language))}\n`;
    if (period.changes.length === 0) continue;
    yield* table(changeTable(period, language));
    if (period.changes.some(({ ofClass }) => ofClass)) yield* table(transitionTable(period, language));
  }
}

function* table([head = [], ...rows]: TextTable): Generator<string> {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  yield `\n${line(head.map(inert))}${line(head.map(() => "---"))}`;
  for (const row of rows) yield line(row.map(inert));
}
