import type { Block, Document } from "../document/block.ts";
import type { Language } from "../text/bilingual.ts";
import type { Comparison } from "./compare.ts";
import type { SourceChange } from "./source-changes.ts";
import { changeTable, transitionTable } from "./tables.ts";
import { periodLine, sourceText, words } from "./words.ts";

/** A comparison for people: what it rests on, then each period with its changes and its class matrix. */
export function comparisonDocument(
  { old, new: now, periods }: Comparison,
  sources: readonly SourceChange[] | undefined,
  language: Language,
): Document {
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: `${old} → ${now}` },
      ...(sources ? [sourceList(sources, language)] : []),
      ...periods.flatMap((period): Block[] => [
        { kind: "heading", level: 2, text: periodLine(period, language) },
        ...(period.changes.length > 0 ? [changeTable(period, language)] : []),
        ...(period.changes.some(({ ofClass }) => ofClass) ? [transitionTable(period, language)] : []),
      ]),
    ],
  };
}

function sourceList(sources: readonly SourceChange[], language: Language): Block {
  const items = sources.map((change) => sourceText(change)[language]);
  return { kind: "list", items: items.length > 0 ? items : [words.sameSources[language]] };
}
