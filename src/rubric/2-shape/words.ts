import type { Bilingual } from "../../text/bilingual.ts";
import { untranslated } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Node } from "../1-read/document.ts";
import { readScalar } from "./scalar.ts";

/** What stands at a place, in words. */
export function foundWords(node: Node): Bilingual {
  if (node.kind === "map") return phrase("a map");
  if (node.kind === "list") return phrase("a list");
  const text = node.text.length > 60 ? `${node.text.slice(0, 60)}…` : node.text;
  switch (readScalar(node).kind) {
    case "nothing":
      return phrase("empty");
    case "boolean":
      return untranslated(text);
    case "number":
    case "unclear":
      return phrase("the number {text}", { text });
    case "parameter":
    case "text":
      return phrase('the text "{text}"', { text });
  }
}

/** `a, b or c` in both languages. */
export const either = (words: readonly Bilingual[]): Bilingual => phrase("{words|or}", { words });

/** A text as it has to be written: a formula with texts in it stands in the other kind of quotation marks. */
export const inQuotes = (text: string): string =>
  text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;

/** Keys or values as they are written in a rubric. */
export const quoted = (words: readonly string[]): readonly Bilingual[] =>
  words.map((word) => ({ en: `\`${word}\``, vi: `\`${word}\`` }));
