import type { Finding } from "../diagnostics/render-json.ts";
import type { Language } from "../text/bilingual.ts";

/** A file that somebody gave, and what it is taken for. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly use:
    | { readonly kind: "sheet" | "decisions" | "history" }
    | { readonly kind: "table"; readonly table: string };
  /** Of a folder: all below it, by path. */
  readonly inside?: readonly Pick<GivenFile, "name" | "bytes">[];
}

/** What the command line takes as flags, as somebody typed it. */
export interface Choices {
  readonly excel: boolean;
  readonly period: string;
  /** Ids of areas, items and columns, parted by commas. */
  readonly columns: string;
  /** `NAME=VALUE` on each line. */
  readonly set: string;
}

export interface RubricText {
  readonly name: string;
  readonly text: string;
  /** Files that it may take from: those that were opened with it, and all that come with the program. */
  readonly library: readonly NamedText[];
}
/** A rubric alone, or a file that one takes from. */
export type NamedText = Omit<RubricText, "library">;

/** What the page asks its worker for. */
export type Wish =
  | { readonly kind: "check" | "document"; readonly rubric: RubricText }
  | {
      readonly kind: "compute";
      readonly rubric: RubricText;
      readonly files: readonly GivenFile[];
      readonly choices: Choices;
    }
  /** Of the last computation. */
  | { readonly kind: "explain"; readonly subject: string };

/** `id` comes back with the answer. */
export type Request = Wish & { readonly id: number; readonly language: Language };

export type Outcome =
  | { readonly kind: "checked"; readonly title?: string; readonly tables: readonly string[] }
  /** Nothing where something has an error. */
  | { readonly kind: "computed"; readonly results: ShownResults | undefined }
  | { readonly kind: "page"; readonly page: string | undefined };

export type Answer = Outcome & { readonly id: number; readonly findings: readonly Finding[] };

export interface ShownResults {
  /** The page of the run, among the files too. */
  readonly page: string;
  /** What `score compute --out` writes. */
  readonly files: readonly Pick<GivenFile, "name" | "bytes">[];
  /** All of them in one, which a later run takes as its history. */
  readonly zip: Pick<GivenFile, "name" | "bytes">;
  /** What was assumed of each sheet. */
  readonly assumptions: readonly string[];
  readonly subjects: readonly { readonly key: string; readonly name: string }[];
}
