import type { ParametersOf } from "./catalogue.generated.ts";
import { remarks } from "./catalogue.generated.ts";
import type { Entry } from "./entry.ts";
import { errors } from "./errors.generated.ts";

type Code = keyof ParametersOf;

const known = new Map<Code, Entry>();

/** What the catalogue says of a code, in whose line it stands as JSON: most runs say no more than one or two. */
export function entryOf(code: Code): Entry {
  const before = known.get(code);
  if (before) return before;
  const entry = JSON.parse(lineOf(code)) as Entry;
  known.set(code, entry);
  return entry;
}

/** The text of errors is asked for, and loaded, only where it has to be; behind a `??` the bundler would write all of it out here. */
function lineOf(code: Code): string {
  const remark = lineIn(remarks, code);
  if (remark !== undefined) return remark;
  return lineIn(errors, code) as string;
}

/** What stands behind a code in a text of entries, if it is there. */
function lineIn(entries: string, code: Code): string | undefined {
  const start = entries.indexOf(`\n${code}{`) + 1;
  return start > 0 ? entries.slice(start + code.length, entries.indexOf("\n", start)) : undefined;
}

/** All codes, in their order. */
export const allCodes = (): readonly Code[] =>
  [remarks, errors]
    .flatMap((entries) => entries.trim().split("\n"))
    .map((line) => line.slice(0, line.indexOf("{")) as Code)
    .sort();
