import type { Language } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import { printable } from "../text/visible.ts";
import type { Severity } from "./entry.ts";
import type { Findings } from "./findings.ts";
import { fileOf, moreAfter } from "./findings.ts";
import { hintOf, messageOf } from "./message.ts";

/** One mistake, or something worth knowing, in the language asked for. */
export interface Finding {
  /** Keeps its meaning for ever: `R303`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Absent where no file is at fault; of a file that cannot be read only its name. */
  readonly place?: Place | { readonly file: string } | undefined;
  /** Other places that belong to the same mistake. */
  readonly related: readonly { readonly message: string; readonly place: Place }[];
  /** On the last one of a code: how many further ones were counted and not kept. */
  readonly more?: number | undefined;
}

/** Diagnostics for programs: an array of {@link Finding}. */
export const renderJson = (found: Findings, language: Language): string =>
  `${JSON.stringify(jsonFindings(found, language), null, 2)}\n`;

/** The same as objects, to stand in another document. */
export function jsonFindings(found: Findings, language: Language): readonly Finding[] {
  return found.list.map((diagnostic, at) => {
    const { code, severity, place, related } = diagnostic;
    const file = fileOf(diagnostic);
    return {
      code,
      severity,
      message: messageOf(diagnostic, language),
      hint: hintOf(diagnostic, language),
      place: place ? placeObject(place) : file === undefined ? undefined : { file },
      related: related.map((each) => ({
        message: printable(each.message[language], 2000),
        place: placeObject(each.place),
      })),
      more: moreAfter(found, diagnostic, at),
    };
  });
}

/** The same keys in the same order, however the place was made. */
export const placeObject = ({ file, line, column, endLine, endColumn, cell }: Place): Place => ({
  file,
  line,
  column,
  endLine,
  endColumn,
  ...(cell !== undefined && { cell }),
});
