import type { Code, Diagnostics, Parameters } from "../../diagnostics/diagnostic.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import type { Source, Span } from "../../text/source.ts";
import { placeOf } from "../../text/source.ts";

/** Reports a diagnostic about a stretch of the rubric file, and perhaps another that belongs to it. */
export type Report = <C extends Code>(code: C, parameters: Parameters<C>, at: Span, other?: Other) => void;

interface Other {
  readonly at: Span;
  readonly message: Bilingual;
}

/** `silent` until the first report: a phase that reported something has no result. */
export interface Watched {
  readonly report: Report;
  readonly silent: boolean;
}

export function watch(diagnostics: Diagnostics, source: Source): Watched {
  let silent = true;
  return {
    report: (code, parameters, at, other) => {
      silent = false;
      // Diagnostics that are only counted need no place: to find 100 000 of them on one long line takes minutes.
      const kept = diagnostics.keeps(code);
      const related = kept && other ? [{ place: placeOf(source, other.at), message: other.message }] : [];
      diagnostics.report(code, parameters, kept ? placeOf(source, at) : undefined, related);
    },
    get silent() {
      return silent;
    },
  };
}

/** Runs a check whose reports are passed on in the order of the file, and gives its result. */
export function inFileOrder<T>(report: Report, check: (report: Report) => T): T {
  const waiting: { readonly at: Span; readonly tell: () => void }[] = [];
  const result = check((code, parameters, at, other) => {
    waiting.push({ at, tell: () => report(code, parameters, at, other) });
  });
  waiting.sort((a, b) => a.at.start - b.at.start);
  for (const { tell } of waiting) tell();
  return result;
}
