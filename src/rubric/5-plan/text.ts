import type { Bilingual } from "../../text/bilingual.ts";
import type { Text } from "../2-shape/rubric.ts";

/** A text in both languages: one that is given in a single language serves for both, an absent one is the id. */
export function bilingual(text: Text | undefined, id: string): Bilingual {
  if (typeof text === "string") return { en: text, vi: text };
  return { en: text?.en ?? text?.vi ?? id, vi: text?.vi ?? text?.en ?? id };
}
