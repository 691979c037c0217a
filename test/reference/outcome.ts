import type { Exact } from "../../src/number/exact.ts";
import { compare } from "../../src/number/exact.ts";
import type { PlainDecision } from "./decisions.ts";
import type { Names, Value } from "./expression.ts";
import { before } from "./periods.ts";

/** What one subject got in one period; the later steps of a stage fill it in. */
export interface Outcome {
  readonly key: string;
  readonly period: string;
  /** Values of the subject's columns, in the grouping period. */
  readonly columns: ReadonlyMap<string, Value>;
  /** Points by area and item; absent where there are none. */
  readonly scores: ReadonlyMap<string, Exact>;
  readonly unclamped: Exact | undefined;
  readonly total: Exact | undefined;
  /** What expressions see. */
  readonly names: Names;
  /** Of a rollup: its parts that there are. */
  readonly parts?: readonly Outcome[];
  /** What the authority decides about him. */
  decisions: readonly PlainDecision[];
  /** Of the same subject in earlier periods of the kind. */
  earlier: readonly Outcome[];
  /** Decided before any rule's `not_rated`, as by a rollup of which a period is missing. */
  readonly given?: "not_rated" | "incomplete";
  /** His row says nothing: no rule decides about him. */
  readonly isUnsaid?: true;
  state: "rated" | "not_rated" | "incomplete";
  band?: string;
  rank?: number;
  rules: string[];
  readonly awards: string[];
  readonly alerts: string[];
  /** In an open tie: kept by a quota, or passed over by an award. */
  tieOpen: boolean;
  /** On a streak that may have begun before the first period there is. */
  startUnknown: boolean;
}

export type NewOutcome = Omit<
  Outcome,
  "names" | "decisions" | "earlier" | "state" | "rules" | "awards" | "alerts" | "tieOpen" | "startUnknown"
>;

/** An outcome about which nothing is decided; `band` among its names is always its band of the moment. */
export function newOutcome(given: NewOutcome, names: Names): Outcome {
  const outcome: Outcome = {
    ...given,
    names: (name) => {
      if (name === "band" || name === "state") return outcome[name];
      return name.startsWith("recent.") ? recent(outcome, Number(name.slice(7))) : names(name);
    },
    decisions: [],
    earlier: [],
    state: "rated",
    rules: [],
    awards: [],
    alerts: [],
    tieOpen: false,
    startUnknown: false,
  };
  return outcome;
}

/** A period as lists of results show it: with the columns that it was grouped by, itself a rollup or not. */
export const asRecord =
  (outcome: Outcome): Names =>
  (id) => {
    switch (id) {
      case "period":
      case "rank":
      case "rules":
      case "awards":
      case "alerts":
      case "unclamped":
        return outcome[id];
      default:
        return outcome.columns.has(id) ? outcome.columns.get(id) : outcome.names(id);
    }
  };

/** The results in the last periods of the calendar, this one included, which is not ranked and honoured yet. */
function recent(outcome: Outcome, count: number): Names[] {
  let first = outcome.period;
  const periods = Array.from({ length: count }, (_, at) => (first = at === 0 ? first : before(first)));
  const own: Names = (id) =>
    id === "rank" ? undefined : id === "awards" || id === "alerts" ? [] : asRecord(outcome)(id);
  return [
    ...outcome.earlier.filter(({ period }) => periods.includes(period)).map(asRecord),
    ...(count > 0 ? [own] : []),
  ];
}

/** The outcomes of each scope, by the values of the columns that make it. */
export function scopesOf(outcomes: readonly Outcome[], within: readonly string[]): Map<string, Outcome[]> {
  const scopes = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const name = scopeOf(outcome, within);
    scopes.set(name, [...(scopes.get(name) ?? []), outcome]);
  }
  return scopes;
}

export const scopeOf = (outcome: Outcome, within: readonly string[]): string =>
  JSON.stringify(within.map((id) => outcome.columns.get(id) ?? ""));

/** The better first; the keys are those of a ranking's `by`. */
function compareBy(keys: readonly string[], bands: readonly string[], a: Outcome, b: Outcome): number {
  for (const key of keys) {
    const id = key.replace("-", "");
    const [ofA, ofB] = id === "band" ? [placeOf(bands, a), placeOf(bands, b)] : [figureOf(a, id), figureOf(b, id)];
    // Who has none comes last, whichever way a key runs.
    if (ofA === undefined && ofB === undefined) continue;
    if (ofA === undefined || ofB === undefined) return ofA === undefined ? 1 : -1;
    const difference = compare(ofB, ofA);
    if (difference !== 0) return key.startsWith("-") ? -difference : difference;
  }
  return 0;
}

/** The better band has the greater figure. */
const placeOf = (bands: readonly string[], { band }: Outcome): Exact => -bands.indexOf(band as string);

/** A rollup may leave out of its score what is scored in it alone: that may be missing of somebody rated. */
const figureOf = (outcome: Outcome, id: string): Exact | undefined =>
  id === "total" || id === "unclamped"
    ? outcome[id]
    : (outcome.scores.get(id) ?? (outcome.columns.get(id) as Exact | undefined));

/** Groups of equals, the best first. */
export function groupsBy(keys: readonly string[], bands: readonly string[], outcomes: readonly Outcome[]): Outcome[][] {
  const groups: Outcome[][] = [];
  for (const outcome of [...outcomes].sort((a, b) => compareBy(keys, bands, a, b))) {
    const last = groups.at(-1);
    if (last && compareBy(keys, bands, last[0] as Outcome, outcome) === 0) last.push(outcome);
    else groups.push([outcome]);
  }
  return groups;
}
