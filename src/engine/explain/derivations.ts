import type { Derivation } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import { findChange } from "./change.ts";
import { createDeriver } from "./derive.ts";
import type { Witness } from "./witness.ts";

/**
 * How the results of these subjects came about, and what would change them: one subject after the other, each in the order of
 * time, a longer period after its parts.
 */
export const derivationsOf = (
  plan: Plan,
  { periods }: Report,
  witness: Witness,
  keys: readonly string[],
): Derivation[] => {
  const concluded = periods.flatMap(({ period, results }) => {
    const known = witness.periods.get(period);
    return known ? [{ period, results, derive: createDeriver(plan, known) }] : [];
  });
  return keys.flatMap((key) =>
    concluded.flatMap(({ period, results, derive }) => {
      const result = [...results].find((each) => each.key === key);
      if (!result) return [];
      const change = findChange(plan, witness, period, result);
      return [{ ...derive(result), ...(change && { change }) }];
    }),
  );
};
