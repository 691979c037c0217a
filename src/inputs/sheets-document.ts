import type { Block, Document } from "../document/block.ts";
import { id, table, text } from "../document/table.ts";
import { columnLetters } from "../model/places.ts";
import type { ColumnNote, SheetNotes } from "../sheet/4-rows/notes.ts";
import { describeLines, describeNotes, describeRest } from "../sheet/4-rows/notes.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { untranslated } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** What each column of each sheet, and each line that is nobody's, was taken for. */
export const sheetsDocument = (notes: readonly SheetNotes[], language: Language): Document => ({
  language,
  blocks: notes.flatMap((each): Block[] => {
    const columns = each.columns.flatMap((column, at) =>
      column.name === "" && column.taken.length === 0
        ? []
        : [[columnLetters(at + 1), column.written ?? column.name, takenFor(column, language), column.mark]],
    );
    const lines = [...describeLines(each), ...describeRest(each)].map((line) => line[language]);
    return [
      { kind: "heading", level: 1, text: describeNotes(each)[language] },
      ...(columns.length > 0 ? [table(headsIn(language, each.decimalMarks.length > 0), columns)] : []),
      ...(lines.length > 0 ? [{ kind: "list", items: lines } as const] : []),
    ];
  }),
});

const headsIn = (language: Language, hasMarks: boolean) => [
  { id: "column", head: phrase("Column")[language], type: id },
  { id: "name", head: phrase("Name of the column")[language], type: text },
  { id: "taken", head: phrase("Taken for")[language], type: text },
  ...(hasMarks ? [{ id: "mark", head: phrase("Decimal mark")[language], type: text }] : []),
];

function takenFor({ taken }: ColumnNote, language: Language): string {
  if (taken.length === 0) return phrase("not read")[language];
  return taken.map((target) => meaning(target)[language]).join(", ");
}

function meaning({ kind, isKey, label }: ColumnNote["taken"][number]): Bilingual {
  if (kind === "period") return phrase("the period");
  if (kind === "cell") return phrase("the score of {label}", { label });
  return isKey ? phrase("the key {label}", { label }) : untranslated(label);
}
