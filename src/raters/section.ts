import type { Block } from "../document/block.ts";
import type { Cell, CellType, Row, TableColumn } from "../document/table.ts";
import { number, table, text } from "../document/table.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** One table of the report for people. */
export interface Section {
  readonly title: Bilingual;
  readonly notes: readonly Bilingual[];
  readonly columns: readonly SectionColumn[];
  readonly rows: readonly Row[];
}

interface SectionColumn {
  readonly head: Bilingual;
  readonly type: CellType;
}

export const textColumn = (head: Bilingual): SectionColumn => ({ head, type: text });
export const countColumn = (head: Bilingual): SectionColumn => ({ head, type: number });
/** Of a statistic; `signed` for what is above or below 0. */
export const figureColumn = (head: Bilingual, signed?: "signed"): SectionColumn => ({
  head,
  type: { kind: "figure", ...(signed && { signed: true }) },
});

/** A statistic as a cell: empty where there is none, or where it has no value. */
export const figure = (value: number | undefined): Cell => (Number.isFinite(value) ? value : undefined);

export function sectionBlocks({ title, notes, columns, rows }: Section, language: Language): readonly Block[] {
  const printed = columns.map(
    ({ head, type }): TableColumn => ({ id: head.en, head: head[language], type, blank: "–" }),
  );
  const paragraphs = notes.map((note) => note[language]);
  return [
    { kind: "heading", level: 1, text: title[language] },
    {
      kind: "indented",
      by: 2,
      blocks: [
        ...(paragraphs.length > 0 ? [{ kind: "note", paragraphs } as const] : []),
        ...(rows.length > 0 ? [table(printed, rows)] : []),
      ],
    },
  ];
}

const json: Bilingual = { en: "json", vi: "json" };

/** Says that a table shows only its first rows. `formats`: those that have all. */
export const cutNote = (count: number, most: number, formats: Bilingual = json): readonly Bilingual[] =>
  count <= most
    ? []
    : [phrase("The first {most} of {count}; all are in --format {formats}.", { most, count, formats })];
