import type { Band, Rule, Stage, Units } from "../../model/plan.ts";
import { compare } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
import type { Environment, Evaluate, Subject } from "../environment.ts";

/** Whether a rule whose `when` holds acts: not where a decision exempts, and once only for an offence that counts once. */
export function acts({ id, effect, once }: Rule, { standing }: Subject): boolean {
  if (!standing) return true;
  if (standing.isExempt(id) || (effect.kind === "not_rated" && standing.isRated)) return false;
  return once === undefined || !standing.hadBefore(once);
}

/** What the bands and rules say of one subject, before quotas. */
export type Class =
  | { readonly kind: "not_rated"; readonly reasons: readonly string[] }
  /** No total, or left to the authority: `open` is the band whose `require` is not met (`otherwise: incomplete`). */
  | { readonly kind: "incomplete"; readonly natural: number | undefined; readonly open: number | undefined }
  | { readonly kind: "rated"; readonly natural: number; readonly band: number };

export interface Verdict {
  readonly class: Class;
  /** Ids of the rules that acted, sorted. */
  readonly rules: readonly string[];
}

/** Told of a rule that acts with a band which is not known, or none of this stage's: nobody may go on without it. */
export type OnNoBand = (subject: Subject, rule: Rule) => void;
export type Classifier = (subject: Subject) => Verdict;
/** Told of each requirement (by band and place in its list) that somebody does not meet. */
export type OnUnmet = (band: number, requirement: number) => void;

/** Index of the band whose lower bound `total` reaches. Bounds fall and the last has none, so there is exactly one. */
export const naturalBand = (bands: readonly Band[], total: Units): number =>
  bands.findIndex(({ from }) => from === undefined || compare(total, from) >= 0);

/** LANGUAGE, rules: not_rated, incomplete, natural band, require, highest at_least, lowest at_most, worst set. */
export function createClassifier(
  stage: Stage,
  environment: Environment,
  onUnmet?: OnUnmet,
  onNoBand?: OnNoBand,
): Classifier {
  const requirements = stage.bands.map((band) =>
    band.require.map(({ expression }) => environment.compile(expression, band.id)),
  );
  const rules = [...stage.rules]
    .sort((a, b) => compareText(a.id, b.id))
    .map((rule) => ({
      rule,
      when: environment.compile(rule.when, rule.id),
      band: bandOf(stage, rule, environment, onNoBand),
    }));

  function meets(subject: Subject, band: number): boolean {
    const unmet = (requirements[band] as Evaluate[]).flatMap((met, index) => (met(subject) === true ? [] : [index]));
    for (const index of unmet) onUnmet?.(band, index);
    return unmet.length === 0;
  }

  /** Where somebody who comes into `band` ends. */
  function descend(subject: Subject, band: number): End {
    let at = band;
    while (!meets(subject, at)) {
      const otherwise = stage.bands[at]?.otherwise;
      if (typeof otherwise !== "number") return { band: at, isOpen: true };
      at = otherwise;
    }
    return { band: at, isOpen: false };
  }

  return (subject) => {
    const holding = rules.filter(({ rule, when }) => when(subject) === true && acts(rule, subject));
    const ids = holding.map(({ rule }) => rule.id);
    const reasons = holding.flatMap(({ rule: { effect } }) => (effect.kind === "not_rated" ? [effect.reason] : []));
    if (reasons.length > 0) return { class: { kind: "not_rated", reasons: [...new Set(reasons)] }, rules: ids };
    const { total } = subject.work;
    if (total === undefined) return { class: { kind: "incomplete", natural: undefined, open: undefined }, rules: ids };

    const limits = (kind: Rule["effect"]["kind"]): number[] =>
      holding
        .filter(({ rule }) => rule.effect.kind === kind)
        .map(({ band }) => band(subject))
        .filter((band) => band !== undefined);
    const natural = naturalBand(stage.bands, total);
    let end = descend(subject, natural);
    if (!end.isOpen) {
      const least = Math.min(end.band, ...limits("at_least"));
      const most = Math.max(...limits("at_most"), -1);
      end = least < most ? descend(subject, most) : { band: least, isOpen: false };
    }
    const set = limits("set");
    if (set.length > 0) end = { band: Math.max(...set), isOpen: false };
    const { band, isOpen } = end;
    return {
      class: isOpen ? { kind: "incomplete", natural, open: band } : { kind: "rated", natural, band },
      rules: ids,
    };
  };
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
