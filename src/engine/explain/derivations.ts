import type { Derivation } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import { findChange } from "./change.ts";
import { derive } from "./derive.ts";
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
): Derivation[] =>
  keys.flatMap((key) =>
    periods.flatMap(({ period, results }) => {
      const concluded = witness.periods.get(period);
      const result = [...results].find((each) => each.key === key);
      if (!concluded || !result) return [];
      const change = findChange(plan, witness, period, result);
      return [{ ...derive(plan, concluded, result), ...(change && { change }) }];
    }),
  );
