import type { Units } from "../../model/node.ts";
import type { Band, Rule, Stage } from "../../model/stage.ts";
import { compare } from "../../number/exact.ts";
import type { Environment, Evaluate } from "./environment.ts";
import { byId } from "./order.ts";
import type { Subject } from "./subject.ts";
import type { Trace } from "./trace.ts";

/** Whether a rule whose `when` holds acts: not where a decision exempts, and once only for an offence that counts once. */
function acts({ id, effect, once }: Rule, { standing, rollup }: Subject): boolean {
  if (!standing) return true;
  if (standing.isExempt(id) || (effect.kind === "not_rated" && standing.isRated)) return false;
  return once === undefined || rollup !== undefined || !standing.hadBefore(once);
}

/** What the `when` of a rule looks at: in a longer period an offence that counts once stands only in the first of its parts. */
export function askedOf({ once }: Rule, subject: Subject): Subject {
  const { rollup, standing } = subject;
  if (once === undefined || !rollup || !standing) return subject;
  const first = standing.firstParts(once);
  const isOfParts = (name: string): boolean => name === "periods" || name === "unrated";
  return { ...subject, rollup: { field: (name) => (isOfParts(name) ? first : rollup).field(name) } };
}

/** What the bands and rules say of one subject, before quotas. */
export type Class =
  | { readonly kind: "not_rated"; readonly reasons: readonly string[] }
  /** No total, or left to the authority: `open` is the band whose `require` is not met (`otherwise: incomplete`). */
  | { readonly kind: "incomplete"; readonly natural: number | undefined; readonly open: number | undefined }
  | {
      readonly kind: "rated";
      readonly natural: number;
      readonly band: number;
      /** What led away from the natural band, in that order. */
      readonly changes: readonly Change[];
    };

/** Requirements (by place in their list) that are not met, or rules of one effect. Bands are indexes. */
export type Change =
  | {
      readonly kind: "unmet";
      readonly band: number;
      readonly requirements: readonly number[];
      readonly to: number;
    }
  | { readonly kind: "ruled"; readonly effect: Limit; readonly rules: readonly Rule[]; readonly to: number };

export interface Verdict {
  readonly class: Class;
  /** Ids of the rules that acted, sorted. */
  readonly rules: readonly string[];
}

/** Told of a rule that acts with a band which is not known, or none of this stage's: nobody may go on without it. */
export type OnNoBand = (subject: Subject, rule: Rule) => void;
export type Classifier = (subject: Subject, trace?: Trace) => Verdict;

/** Index of the band whose lower bound `total` reaches. Bounds fall and the last has none, so there is exactly one. */
export const naturalBand = (bands: readonly Band[], total: Units): number =>
  bands.findIndex(({ from }) => from === undefined || compare(total, from) >= 0);

/** LANGUAGE, rules: not_rated, incomplete, natural band, require, highest at_least, lowest at_most, worst set. */
export function createClassifier(stage: Stage, environment: Environment, onNoBand?: OnNoBand): Classifier {
  const requirements = stage.bands.map((band) =>
    band.require.map(({ expression }) => environment.compile(expression, band.id)),
  );
  const inOrder = [true, false].flatMap((early) => byId(stage.rules).filter((rule) => isEarly(rule) === early));
  const rules: readonly Prepared[] = inOrder.map((rule) => ({
    rule,
    when: environment.compile(rule.when, rule.id),
    band: bandOf(stage, rule, environment, onNoBand),
  }));

  /** Where somebody who comes into `band` ends. */
  function descend(subject: Subject, band: number, changes: Change[], trace: Trace | undefined): End {
    const met = (requirements[band] as Evaluate[]).map((holds) => holds(subject) === true);
    if (met.length > 0) trace?.({ kind: "gate", band, met });
    if (!met.includes(false)) return { band, isOpen: false };
    const to = stage.bands[band]?.otherwise;
    if (typeof to !== "number") return { band, isOpen: true };
    changes.push({ kind: "unmet", band, requirements: [...met.keys()].filter((index) => !met[index]), to });
    return descend(subject, to, changes, trace);
  }

  /** Where the rules of one effect lead from `from`. A band left open is closed by `set` alone. */
  function limit(
    effect: Limit,
    from: End,
    acting: readonly Prepared[],
    subject: Subject,
    changes: Change[],
    trace: Trace | undefined,
  ): End {
    const limits = acting.flatMap(({ rule, band }) => {
      const to = rule.effect.kind === effect ? band(subject) : undefined;
      return to === undefined ? [] : [{ rule, to }];
    });
    if (limits.length === 0) return from;
    const end = limited(
      effect,
      from,
      limits.map(({ to }) => to),
    );
    const band = ({ band: at, isOpen }: End): number | undefined => (isOpen ? undefined : at);
    trace?.({ kind: "limit", effect, rules: limits.map(({ rule }) => rule.id), from: band(from), to: band(end) });
    if (band(end) === band(from)) return end;
    const rules = limits.filter(({ to }) => to === end.band).map(({ rule }) => rule);
    changes.push({ kind: "ruled", effect, rules, to: end.band });
    return effect === "at_most" ? descend(subject, end.band, changes, trace) : end;
  }

  return (subject, trace) => {
    let later = subject;
    const acting = rules.filter(({ rule, when, band }) => {
      const asked = isEarly(rule) ? subject : later;
      const holds = when(askedOf(rule, asked)) as boolean | undefined;
      const does = holds === true && acts(rule, subject);
      // A band that is looked up is asked for only where it matters: nobody else need have it.
      const isNeeded = holds === true || ("band" in rule.effect && typeof rule.effect.band === "number");
      trace?.({ kind: "rule", rule, holds, acts: does, band: isNeeded ? band(subject) : undefined, asked });
      if (does && isEarly(rule) && subject.standing) later = { ...subject, state: "not_rated" };
      return does;
    });
    const ids = byId(acting.map(({ rule }) => rule)).map(({ id }) => id);
    const reasons = acting.flatMap(({ rule: { effect } }) => (effect.kind === "not_rated" ? [effect.reason] : []));
    if (reasons.length > 0) return { class: { kind: "not_rated", reasons: [...new Set(reasons)] }, rules: ids };
    const { total } = subject.work;
    if (total === undefined) return { class: { kind: "incomplete", natural: undefined, open: undefined }, rules: ids };

    const natural = naturalBand(stage.bands, total);
    trace?.({ kind: "natural", band: natural });
    const changes: Change[] = [];
    let end = descend(subject, natural, changes, trace);
    for (const effect of effects) end = limit(effect, end, acting, subject, changes, trace);
    const { band, isOpen } = end;
    return {
      class: isOpen ? { kind: "incomplete", natural, open: band } : { kind: "rated", natural, band, changes },
      rules: ids,
    };
  };
}

/** Before all others, which are told of it where they ask for the state of the period that they are about. */
const isEarly = ({ effect }: Rule): boolean => effect.kind === "not_rated";

/** A rule with its expressions compiled. */
interface Prepared {
  readonly rule: Rule;
  readonly when: Evaluate;
  readonly band: (subject: Subject) => number | undefined;
}

/** In the order in which they act. */
const effects = ["at_least", "at_most", "set"] as const;
type Limit = (typeof effects)[number];

function limited(effect: Limit, from: End, limits: readonly number[]): End {
  switch (effect) {
    case "at_least":
      return from.isOpen ? from : { band: Math.min(from.band, ...limits), isOpen: false };
    case "at_most":
      return from.isOpen ? from : { band: Math.max(from.band, ...limits), isOpen: false };
    case "set":
      return { band: Math.max(...limits), isOpen: false };
  }
}

/** A band, or (`isOpen`) one whose `require` is not met where the rubric leaves it to the authority what follows. */
interface End {
  readonly band: number;
  readonly isOpen: boolean;
}

/** The band (index) that a rule's effect names; undefined when it has none or its expression is missing. */
function bandOf(
  stage: Stage,
  rule: Rule,
  environment: Environment,
  onNoBand: OnNoBand | undefined,
): (subject: Subject) => number | undefined {
  const { effect } = rule;
  if (effect.kind === "not_rated") return () => undefined;
  const { band } = effect;
  if (typeof band === "number") return () => band;
  const evaluate = environment.compile(band);
  return (subject) => {
    const id = evaluate(subject);
    const index = stage.bands.findIndex((candidate) => candidate.id === id);
    if (index >= 0) return index;
    onNoBand?.(subject, rule);
    return undefined;
  };
}
