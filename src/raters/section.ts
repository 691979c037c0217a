import type { Block } from "../document/block.ts";
import type { Cell, CellType, TableColumn } from "../document/table.ts";
import { number, table, text } from "../document/table.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** One table of the report for people. */
export interface Section {
  readonly title: Bilingual;
  readonly notes: readonly Bilingual[];
  readonly columns: readonly SectionColumn[];
  /** By column. */
  readonly rows: readonly (readonly (Cell | Bilingual)[])[];
  /** How far each of several is above or below the others, drawn. */
  readonly effects?: readonly Effect[];
}

/** An estimate in points and its standard error; undefined where there is none. */
interface Effect {
  readonly label: string;
  readonly effect: number | undefined;
  readonly error: number | undefined;
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

export function sectionBlocks(
  { title, notes, columns, rows, effects = [] }: Section,
  language: Language,
): readonly Block[] {
  // Blocs, where there are none.
  const isTold = ({ type }: SectionColumn, at: number): boolean =>
    type.kind !== "text" || rows.some((row) => row[at] !== "");
  const told = columns.flatMap((column, at) => (isTold(column, at) ? [at] : []));
  const printed = told.map((at): TableColumn => {
    const { head, type } = columns[at] as SectionColumn;
    return { id: head.en, head: head[language], type, blank: "–" };
  });
  const paragraphs = notes.map((note) => note[language]);
  return [
    { kind: "heading", level: 2, text: title[language] },
    {
      kind: "indented",
      by: 2,
      blocks: [
        ...(paragraphs.length > 0 ? [{ kind: "note", paragraphs } as const] : []),
        ...effectChart(title, effects, language),
        ...(rows.length > 0
          ? [
              table(
                printed,
                rows.map((row) => told.map((at) => cellIn(row[at], language))),
              ),
            ]
          : []),
      ],
    },
  ];
}

const cellIn = (cell: Cell | Bilingual, language: Language): Cell =>
  typeof cell === "object" && "vi" in cell ? cell[language] : cell;

/** More rows than this are no picture any more. */
const mostDrawn = 60;
/** Standard errors on either side: where the truth lies 19 times of 20. */
const sure = 1.96;

function effectChart(title: Bilingual, effects: readonly Effect[], language: Language): readonly Block[] {
  const points = effects.flatMap(({ label, effect, error }) =>
    effect === undefined || error === undefined || !Number.isFinite(effect) || !Number.isFinite(error)
      ? []
      : [{ label, value: effect, low: effect - sure * error, high: effect + sure * error }],
  );
  if (points.length < 2 || points.length > mostDrawn) return [];
  const axis = phrase("effect in points, with its 95 % interval")[language];
  return [{ kind: "chart", title: title[language], description: axis, form: { kind: "intervals", points, axis } }];
}

const json: Bilingual = { en: "json", vi: "json" };

/** Says that a table shows only its first rows. `formats`: those that have all. */
export const cutNote = (count: number, most: number, formats: Bilingual = json): readonly Bilingual[] =>
  count <= most
    ? []
    : [phrase("The first {most} of {count}; all are in --format {formats}.", { most, count, formats })];
