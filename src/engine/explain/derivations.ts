import type { Derivation } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import type { Report, Result } from "../../model/report.ts";
import { findChange } from "./change.ts";
import { derive } from "./derive.ts";
import type { Witness } from "./witness.ts";

/**
 * How the results of one subject came about, and what would change them: in the order of time, a longer period after its
 * parts.
 */
export const derivationsOf = (
  plan: Plan,
  { periods }: Report,
  witness: Witness,
  isSubject: (result: Result) => boolean,
): Derivation[] =>
  periods.flatMap(({ period, results }) => {
    const concluded = witness.periods.get(period);
    const result = [...results].find(isSubject);
    if (!concluded || !result) return [];
    const change = findChange(plan, witness, period, result);
    return [{ ...derive(plan, concluded, result), ...(change && { change }) }];
  });
