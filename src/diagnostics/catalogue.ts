import type { ParametersOf } from "./catalogue.generated.ts";
import { entries } from "./catalogue.generated.ts";
import type { Entry } from "./entry.ts";

type Code = keyof ParametersOf;

const known = new Map<Code, Entry>();

/** What the catalogue says of a code, in whose line it stands as JSON: most runs say no more than one or two. */
export function entryOf(code: Code): Entry {
  const before = known.get(code);
  if (before) return before;
  const start = entries.indexOf(`\n${code}{`) + 1 + code.length;
  const entry = JSON.parse(entries.slice(start, entries.indexOf("\n", start))) as Entry;
  known.set(code, entry);
  return entry;
}

/** All codes, in their order. */
export const allCodes = (): readonly Code[] =>
  entries
    .trim()
    .split("\n")
    .map((line) => line.slice(0, line.indexOf("{")) as Code);
