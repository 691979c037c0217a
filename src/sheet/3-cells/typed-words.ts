import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { phrase } from "../../text/phrase.ts";
import type { Records } from "../1-records/records.ts";
import type { At } from "./fault.ts";

/** Words that a file has without accents and the rubric with them, or the other way: they are read, and said once. */
export interface TypedWords {
  see(word: string, name: string, at: At): void;
  finish(): void;
}

/** Most words that are listed. */
const listed = 12;

export function createTypedWords(place: Records["place"], diagnostics: Diagnostics): TypedWords {
  const words = new Map<string, string>();
  let first: At | undefined;
  return {
    see(word, name, { line, column }) {
      first ??= { line, column };
      words.set(word, name);
    },
    finish() {
      if (!first) return;
      const pairs = [...words].slice(0, listed).map(([word, name]) => phrase('"{word}" is "{name}"', { word, name }));
      const more = words.size > listed ? ["…"] : [];
      diagnostics.report("D121", { words: [...pairs, ...more] }, place(first.line, first.column));
    },
  };
}
