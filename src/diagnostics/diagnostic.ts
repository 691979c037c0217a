import type { Bilingual } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import type { ParametersOf } from "./catalogue.generated.ts";
import { catalogue } from "./catalogue.generated.ts";
import type { Filling, Severity } from "./entry.ts";

export type { Severity } from "./entry.ts";

export type Code = keyof ParametersOf;
/** What fills the holes of a code's texts. */
export type Parameters<C extends Code> = ParametersOf[C];

/** Another place that belongs to the same mistake, such as the first of two doubled definitions. */
interface Related {
  readonly place: Place;
  readonly message: Bilingual;
}

/** One thing to tell the user: what was found where, and (through its code) what to do about it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly parameters: Readonly<Record<string, Filling>>;
  /** Absent only where no file is at fault, as with the command line. */
  readonly place?: Place;
  readonly related: readonly Related[];
}

/** Collects the diagnostics of one phase; `count` tells how many were reported, also beyond those kept. */
export interface Diagnostics {
  report<C extends Code>(code: C, parameters: Parameters<C>, place?: Place, related?: readonly Related[]): void;
  /** The first {@link keptPerCode} of each code, in the order of their report. */
  readonly list: readonly Diagnostic[];
  count(code: Code): number;
  readonly hasErrors: boolean;
  readonly hasWarnings: boolean;
}

/** Diagnostics of one code that are kept and shown; further ones are only counted. */
export const keptPerCode = 20;

export function createDiagnostics(): Diagnostics {
  const list: Diagnostic[] = [];
  const counts = new Map<Code, number>();
  const seen: Record<Severity, boolean> = { error: false, warning: false, note: false };
  return {
    list,
    count: (code) => counts.get(code) ?? 0,
    get hasErrors() {
      return seen.error;
    },
    get hasWarnings() {
      return seen.warning;
    },
    report(code, parameters, place, related = []) {
      const { severity } = catalogue[code];
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      seen[severity] = true;
      if (count <= keptPerCode) list.push({ code, severity, parameters, ...(place && { place }), related });
    },
  };
}
