import type { Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";
import type { Chart } from "./chart.ts";
import type { Table } from "./table.ts";

/** What a view has to say, before any printer. */
export interface Document {
  /** Of decimal marks, and of the words that printers add. */
  readonly language: Language;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  /** Short lines right below a heading. */
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Paragraphs that belong together. */
  | { readonly kind: "note"; readonly paragraphs: readonly string[] }
  /** Lines of a file as they stand in it, below its name. */
  | { readonly kind: "verbatim"; readonly title?: string; readonly lines: readonly string[] }
  | Remark
  | Table
  | Tree
  | Drawn
  /** Belongs to what stands above it. `by`: columns of a terminal. */
  | { readonly kind: "indented"; readonly by: number; readonly blocks: readonly Block[] };

/** What only a page shows: the table beside a chart has its figures, and nobody signs a screen. */
type Drawn =
  | Chart
  /** Where people sign a printed page, by their offices. */
  | {
      readonly kind: "signatures";
      /** Where place and date are written in. */
      readonly date: string;
      readonly by: readonly string[];
      /** What is to be written below each. */
      readonly hint: string;
    };
export type Written = Exclude<Block, Drawn>;

/** The blocks that can be written as text. */
export const written = (blocks: readonly Block[]): readonly Written[] =>
  blocks.filter((block): block is Written => block.kind !== "chart" && block.kind !== "signatures");

/** The charts among blocks, wherever they stand. */
export function* chartsIn(blocks: readonly Block[]): Generator<Chart> {
  for (const block of blocks) {
    if (block.kind === "chart") yield block;
    else if (block.kind === "indented") yield* chartsIn(block.blocks);
  }
}

/** A line about a place in a file: `a.yaml:3:7: failed: two points more`. */
export interface Remark {
  readonly kind: "remark";
  readonly place: string;
  readonly verdict?: { readonly text: string; readonly tone: keyof Painter };
  readonly text: string;
}

/** A statement with what it rests on below it. */
export interface Tree {
  readonly kind: "tree";
  readonly root: Line;
}

/** A line of a tree with what it rests on below it. */
export interface Line {
  readonly text: string;
  /** How much it matters to the reader; `held` and `failed` are conditions. */
  readonly tone?: Tone;
  readonly below: readonly Line[];
}
export type Tone = "strong" | "faint" | "held" | "failed";

export const line = (text: string, below: readonly Line[] = []): Line => ({ text, below });
export const toned = (tone: Tone, text: string, below: readonly Line[] = []): Line => ({ text, tone, below });
