import type { Bilingual } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import type { Fillings } from "../text/template.ts";
import type { ParametersOf } from "./catalogue.generated.ts";
import { entryOf } from "./catalogue.ts";
import type { Severity } from "./entry.ts";

export type { Severity } from "./entry.ts";

export type Code = keyof ParametersOf;
/** What fills the holes of a code's texts. */
export type Parameters<C extends Code> = ParametersOf[C];

/** Another place that belongs to the same mistake, such as the first of two doubled definitions. */
export interface Related {
  readonly place: Place;
  readonly message: Bilingual;
}

/** One thing to tell the user: what was found where, and (through its code) what to do about it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly parameters: Fillings;
  /** Absent only where no file is at fault, as with the command line. */
  readonly place?: Place;
  readonly related: readonly Related[];
}

/** Collects the diagnostics of one phase. */
export interface Diagnostics {
  report<C extends Code>(code: C, parameters: Parameters<C>, place?: Place, related?: readonly Related[]): void;
  /** Says that nothing may be computed after what was reported last, for a reason that its code does not tell. */
  stopEverything(): void;
  /** The first of each group, in the order of their report. */
  readonly list: readonly Diagnostic[];
  /** How many of a group were reported beyond those in the list. */
  readonly more: ReadonlyMap<Group, number>;
  /** Whether the next one of a code in a file enters the list: for one that does not, nobody needs more of its place. */
  keeps(code: Code, file: string): boolean;
  readonly hasErrors: boolean;
  readonly hasWarnings: boolean;
  /** Is some error wrong usage of the command line, rather than a failure? */
  readonly hasWrongUsage: boolean;
  /** The first error after which nothing is computed, even with `--keep-going`. */
  readonly stopper: Diagnostic | undefined;
}

/** What is counted together. */
export type Group = string & { readonly of: "group" };

/** No file hides what is wrong with another; of notes, which each of many sheets may have, the first ones tell enough. */
export function groupOf(code: Code, file: string | undefined): Group {
  const isNote = entryOf(code).severity === "note";
  return (isNote || file === undefined ? code : `${code} ${file}`) as Group;
}

/** Diagnostics of one group that people are shown; further ones are only counted. */
export const shownPerGroup = 20;

/** @param kept diagnostics of one group that are kept */
export function createDiagnostics(kept = shownPerGroup): Diagnostics {
  const list: Diagnostic[] = [];
  const counts = new Map<Group, number>();
  const more = new Map<Group, number>();
  const seen: Record<Severity, boolean> = { error: false, warning: false, note: false };
  let hasWrongUsage = false;
  let [last, stopper]: (Diagnostic | undefined)[] = [];
  return {
    list,
    more,
    keeps: (code, file) => (counts.get(groupOf(code, file)) ?? 0) < kept,
    get hasErrors() {
      return seen.error;
    },
    get hasWarnings() {
      return seen.warning;
    },
    get hasWrongUsage() {
      return hasWrongUsage;
    },
    get stopper() {
      return stopper;
    },
    stopEverything() {
      stopper ??= last;
    },
    report(code, parameters, place, related = []) {
      const { severity, stops, isUsage } = entryOf(code);
      const group = groupOf(code, place?.file);
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      seen[severity] = true;
      hasWrongUsage ||= isUsage || (severity === "error" && place !== undefined && isOfCommandLine(place));
      last = { code, severity, parameters, ...(place && { place }), related };
      if (stops === "everything") stopper ??= last;
      if (count > kept) more.set(group, count - kept);
      else list.push(last);
    },
  };
}

/** What a flag says is a source of its own, named as the flag: a mistake in it is one of whoever typed it. */
const isOfCommandLine = ({ file }: Place): boolean => file.startsWith("--");

/** The same collection, into which another function reports. */
export const reportingBy = (outer: Diagnostics, report: Diagnostics["report"]): Diagnostics =>
  Object.create(outer, { report: { value: report } }) as Diagnostics;

/** The same collection, into which what is said of one place goes once, as where two rubrics read one sheet. */
export function reportingOnce(outer: Diagnostics): Diagnostics {
  const told = new Set<string>();
  return reportingBy(outer, (code, parameters, place, related) => {
    const key = JSON.stringify([code, parameters, place]);
    if (!told.has(key)) outer.report(code, parameters, place, related);
    if (place) told.add(key);
  });
}

/** The same collection for what everything rests on: an error in it leaves nobody's result sound. */
export const stoppingEverything = (outer: Diagnostics): Diagnostics =>
  reportingBy(outer, (code, ...rest) => {
    outer.report(code, ...rest);
    if (entryOf(code).severity === "error") outer.stopEverything();
  });
