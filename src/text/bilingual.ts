/** The languages that `score` speaks. */
export type Language = "en" | "vi";

/** The same text in both. */
export interface Bilingual {
  readonly en: string;
  readonly vi: string;
}
