import { entryOf } from "../../diagnostics/catalogue.ts";
import type { Code, Diagnostics, Parameters } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { compareText } from "../../text/order.ts";
import type { Source, Span, Stretch } from "../../text/source.ts";
import { placeOf } from "../../text/source.ts";

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
  watchBy(diagnostics, () => source);

const top: Span = { start: 0, end: 0 };

/** Of stretches of several files. */
export const watch = (diagnostics: Diagnostics): Watched => watchBy(diagnostics, ({ source }) => source);

function watchBy<At extends Span>(diagnostics: Diagnostics, sourceOf: (at: At) => Source): Watched<At> {
  let silent = true;
  return {
    report: (code, parameters, at, ...others) => {
      silent &&= entryOf(code).severity !== "error";
      const file = sourceOf(at);
      const kept = diagnostics.keeps(code, file.name);
      const related = others.flatMap((other) =>
        kept && other ? { place: placeOf(sourceOf(other.at), other.at), message: other.message } : [],
      );
      // Of one that is only counted the file is enough: to find 100 000 places on one long line takes minutes.
      diagnostics.report(code, parameters, placeOf(file, kept ? at : top), related);
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
