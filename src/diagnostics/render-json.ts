import type { Language } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import { printable } from "../text/visible.ts";
import type { Findings } from "./findings.ts";
import { fileOf, moreAfter } from "./findings.ts";
import { hintOf, messageOf } from "./message.ts";

/**
 * Diagnostics for programs: an array of `{ code, severity, message, hint, place, related, more }`. `hint`, `place` and `more` may be
 * absent; a file that cannot be read has a place without line and column; `more` stands on the last one of a code of which further ones were counted and not kept.
 */
export const renderJson = (found: Findings, language: Language): string =>
  `${JSON.stringify(jsonFindings(found, language), null, 2)}\n`;

/** The same as objects, to stand in another document. */
export function jsonFindings(found: Findings, language: Language): readonly object[] {
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
export const placeObject = ({ file, line, column, endLine, endColumn, cell }: Place) => ({
  file,
  line,
  column,
  endLine,
  endColumn,
  cell,
});
