import { formatDecimal } from "../number/decimal.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Bounds } from "./interval.ts";
import type { Type } from "./tree.ts";

export const kinds: Readonly<Record<Type["kind"], Bilingual>> = {
  number: phrase("a number"),
  text: phrase("a text"),
  flag: phrase("a yes/no value"),
  date: phrase("a date"),
  choice: phrase("a choice"),
  band: phrase("a band"),
  list: phrase("a list"),
  record: phrase("a record"),
  table: phrase("a table"),
  missing: phrase("no value"),
};

/** A type in words, for a message. */
export function describe(type: Type): Bilingual {
  if (type.kind === "choice") return ofName(kinds.choice, type.name);
  if (type.kind !== "list") return kinds[type.kind];
  const of = describe(type.of);
  return phrase("a list (each {of})", { of });
}

const ofName = (what: Bilingual, name: string): Bilingual => ({
  en: `${what.en} (${name})`,
  vi: `${what.vi} (${name})`,
});

/** Something as it is written, in both languages. */
export const asWritten = (text: string): Bilingual => ({ en: `\`${text}\``, vi: `\`${text}\`` });

/** `a number from 1 to 12`. */
export function between({ min, max }: Bounds): Bilingual {
  const [from, to] = [min, max].map((bound) => (bound === undefined ? undefined : formatDecimal(bound)));
  return phrase("a number[ from {from}][ up to {to}]", { from, to });
}
