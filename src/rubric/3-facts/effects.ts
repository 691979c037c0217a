import type { RulePart } from "../2-shape/rubric.ts";

const bandEffects = ["at_least", "at_most", "set"] as const;
export type BandEffect = (typeof bandEffects)[number];

/** Which effect with a band a rule has; undefined for `not_rated`. */
export const effectOf = (rule: RulePart): BandEffect | undefined => bandEffects.find((key) => rule[key] !== undefined);

/** The expression behind `=`; undefined where a band id stands. */
export function bandExpression(rule: RulePart, effect: BandEffect): string | undefined {
  const text = rule[effect];
  return text?.startsWith("=") ? text.slice(1) : undefined;
}
