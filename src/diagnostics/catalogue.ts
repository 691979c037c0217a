import type { ParametersOf } from "./catalogue.generated.ts";
import { entries } from "./catalogue.generated.ts";
import type { Entry } from "./entry.ts";

type Code = keyof ParametersOf;

let lines: ReadonlyMap<string, string> | undefined;
const known = new Map<Code, Entry>();

/** By code its entry as JSON: taken apart when the first is asked for, since most runs have nothing to say. */
function linesOf(): ReadonlyMap<string, string> {
  lines ??= new Map(entries.split("\n").map((line) => [line.slice(0, line.indexOf("{")), line]));
  return lines;
}

/** What the catalogue says of a code. */
export function entryOf(code: Code): Entry {
  const before = known.get(code);
  if (before) return before;
  const entry = JSON.parse((linesOf().get(code) as string).slice(code.length)) as Entry;
  known.set(code, entry);
  return entry;
}

/** All codes, in their order. */
export const allCodes = (): readonly Code[] => [...linesOf().keys()] as Code[];
