import type { Language } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import type { Severity } from "./entry.ts";
import type { Findings } from "./findings.ts";
import { fileOf, lastWithMore } from "./findings.ts";
import { hintOf, messageOf, relatedText } from "./message.ts";

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
  /** On the last one of a code in a file: how many further ones were counted and not kept. */
  readonly more?: number | undefined;
}

/** Diagnostics for programs: an array of {@link Finding}. */
export const renderJson = (found: Findings, language: Language): string =>
  `${JSON.stringify(jsonFindings(found, language), null, 2)}\n`;

/** The same as objects, to stand in another document. */
export function jsonFindings(found: Findings, language: Language): readonly Finding[] {
  const more = lastWithMore(found);
  return found.list.map((diagnostic) => {
    const { code, severity, place, related } = diagnostic;
    const file = fileOf(diagnostic);
    return {
      code,
      severity,
      message: messageOf(diagnostic, language),
      hint: hintOf(diagnostic, language),
      place: place ? placeObject(place) : file === undefined ? undefined : { file },
      related: related.map((each) => ({
        message: relatedText(each, language),
        place: placeObject(each.place),
      })),
      more: more.get(diagnostic),
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
