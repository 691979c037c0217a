import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../1-read/places.ts";
import type { Rubric } from "../2-shape/rubric.ts";
import { createExpressions } from "../3-facts/expressions.ts";
import { outline } from "../3-facts/outline.ts";
import { checkAwards } from "./awards.ts";
import { checkBands, checkEffects } from "./bands.ts";
import { checkBelowZero } from "./below-zero.ts";
import { checkCites } from "./cites.ts";
import { checkColumnValues } from "./column-values.ts";
import { checkColumns } from "./columns.ts";
import { checkConditions, checkReachable } from "./conditions.ts";
import type { Check, Context } from "./context.ts";
import { checkValid } from "./dates.ts";
import { checkExpectations } from "./expectations.ts";
import { checkHeaders } from "./headers.ts";
import { checkListIds, checkNames } from "./ids.ts";
import { checkItemWords } from "./item-words.ts";
import { checkLookingBack } from "./looking-back.ts";
import { checkMissing } from "./missing.ts";
import { checkNodeExpressions } from "./node-expressions.ts";
import { checkColumnNames, checkKeyWithin, checkSubject } from "./people.ts";
import { startPhase } from "./phase.ts";
import { checkQuotas } from "./quotas.ts";
import { checkAcceptance } from "./rating-acceptance.ts";
import { checkRatingColumns } from "./rating-columns.ts";
import { checkRatingSums } from "./rating-sums.ts";
import { checkRatings } from "./ratings.ts";
import { checkReadable } from "./readable.ts";
import { checkRollups, checkScores } from "./rollups.ts";
import { checkScales } from "./scales.ts";
import { checkSortKeys } from "./sort-keys.ts";
import { checkStageExpressions } from "./stage-expressions.ts";
import { checkSums } from "./sums.ts";
import { checkTables } from "./tables.ts";
import { checkTests } from "./tests.ts";
import { checkTotal } from "./total.ts";
import { checkWeights } from "./weights.ts";

/** Names and numbers, each check on its own. */
const checks: readonly Check[] = [
  checkNames,
  checkListIds,
  checkCites,
  checkValid,
  checkSubject,
  checkColumns,
  checkColumnValues,
  checkColumnNames,
  checkKeyWithin,
  checkScales,
  checkItemWords,
  checkWeights,
  checkMissing,
  checkTotal,
  checkBands,
  checkEffects,
  checkQuotas,
  checkSortKeys,
  checkAwards,
  checkRollups,
  checkLookingBack,
  checkTables,
  checkRatings,
  checkRatingColumns,
  checkRatingSums,
  checkTests,
  checkExpectations,
];

/** Checks that compile expressions, the conditions first: later ones try all cases. */
const expressionChecks: readonly Check[] = [
  checkConditions,
  checkHeaders,
  checkReachable,
  checkSums,
  checkNodeExpressions,
  checkBelowZero,
  checkAcceptance,
  checkStageExpressions,
  checkReadable,
  checkScores,
];

/** What a rubric means, as far as it can be told without a sheet. Undefined when something is an error. */
export function checkRubric(rubric: Rubric, places: Places, diagnostics: Diagnostics): Context | undefined {
  const phase = startPhase(diagnostics);
  const context: Context = {
    rubric,
    places,
    diagnostics: phase.diagnostics,
    expressions: createExpressions(),
    ...outline(rubric),
  };
  for (const check of [...checks, ...expressionChecks]) check(context);
  phase.tell();
  return phase.failed ? undefined : context;
}
