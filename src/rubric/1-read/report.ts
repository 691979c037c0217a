import { entryOf } from "../../diagnostics/catalogue.ts";
import type { Code, Diagnostics, Parameters } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { compareText } from "../../text/order.ts";
import type { Place, Source, Span, Stretch } from "../../text/source.ts";
import { placeOf, placeOfStretch } from "../../text/source.ts";

/** Reports a diagnostic about a stretch of a rubric file, and perhaps others that belong to it. */
export type Report<At extends Span = Stretch> = <C extends Code>(
  code: C,
  parameters: Parameters<C>,
  at: At,
  ...others: readonly (Other<At> | undefined)[]
) => void;

export interface Other<At = Stretch> {
  readonly at: At;
  readonly message: Bilingual;
}

/** `silent` until the first error: a phase that reported one has no result. */
export interface Watched<At extends Span = Stretch> {
  readonly report: Report<At>;
  readonly silent: boolean;
}

/** Of stretches of one file. */
export const watchFile = (diagnostics: Diagnostics, source: Source): Watched<Span> =>
  watchBy(diagnostics, (at) => placeOf(source, at));

/** Of stretches of several files. */
export const watch = (diagnostics: Diagnostics): Watched => watchBy(diagnostics, placeOfStretch);

function watchBy<At extends Span>(diagnostics: Diagnostics, placeOfPart: (at: At) => Place): Watched<At> {
  let silent = true;
  return {
    report: (code, parameters, at, ...others) => {
      silent &&= entryOf(code).severity !== "error";
      // Diagnostics that are only counted need no place: to find 100 000 of them on one long line takes minutes.
      const kept = diagnostics.keeps(code);
      const related = others.flatMap((other) =>
        kept && other ? { place: placeOfPart(other.at), message: other.message } : [],
      );
      diagnostics.report(code, parameters, kept ? placeOfPart(at) : undefined, related);
    },
    get silent() {
      return silent;
    },
  };
}

/** Runs a check whose reports are passed on in the order of their places, and gives its result. */
export function inFileOrder<T>(report: Report, check: (report: Report) => T): T {
  const waiting: { readonly at: Stretch; readonly tell: () => void }[] = [];
  const result = check((code, parameters, at, ...others) => {
    waiting.push({ at, tell: () => report(code, parameters, at, ...others) });
  });
  waiting.sort((a, b) => compareText(a.at.source.name, b.at.source.name) || a.at.start - b.at.start);
  for (const { tell } of waiting) tell();
  return result;
}
