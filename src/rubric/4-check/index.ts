import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../1-read/places.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import { createExpressions } from "../3-facts/facts.ts";
import { outline } from "../3-facts/outline.ts";
import { constantsOf } from "../3-facts/parameters.ts";
import { acceptWarnings } from "./allow.ts";
import { checkApplying } from "./applying.ts";
import {
  checkBase,
  checkBelowZero,
  checkBlankRows,
  checkCounting,
  checkMissing,
  checkOwnWeights,
  checkTotal,
  checkWeights,
} from "./areas.ts";
import { checkBands, checkEffects } from "./bands.ts";
import { checkItemWords } from "./cell-words.ts";
import { checkColumns, checkColumnValues } from "./columns.ts";
import { checkConditions, checkReachable } from "./conditions.ts";
import type { Check, Context } from "./context.ts";
import { startPhase } from "./context.ts";
import { checkNodeExpressions, checkStageExpressions } from "./expressions.ts";
import { checkFigures } from "./figures.ts";
import { ofForm } from "./form.ts";
import { checkFormulas, formulasOf } from "./formulas.ts";
import { checkHeaders } from "./headers.ts";
import { checkLookingBack } from "./looking-back.ts";
import {
  checkCites,
  checkColumnNames,
  checkKeyWithin,
  checkListIds,
  checkNames,
  checkSubject,
  checkValid,
} from "./names.ts";
import { checkQuotas } from "./quotas.ts";
import { checkAwards, checkSortKeys } from "./ranking.ts";
import { checkAcceptance, checkRatingColumns } from "./rating-columns.ts";
import { checkRatingSums, checkRatings } from "./ratings.ts";
import { checkReadable } from "./readable.ts";
import { checkRollups, checkScores } from "./rollups.ts";
import { checkScales } from "./scales.ts";
import { checkSkipped } from "./skipped.ts";
import { checkSummary } from "./summary.ts";
import { checkSums } from "./sums.ts";
import { checkTables } from "./tables.ts";
import { checkExpectations, checkTests } from "./tests.ts";
import { checkUnrated } from "./unrated.ts";

/** Names and numbers, each check on its own. */
const checks: readonly Check[] = [
  checkNames,
  checkListIds,
  checkFormulas,
  checkCites,
  checkValid,
  checkSubject,
  checkColumnNames,
  checkKeyWithin,
  checkMissing,
  checkBlankRows,
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
  checkSummary,
  checkTests,
  checkExpectations,
];

/** Checks that compile expressions, the conditions first: later ones try all cases. */
const expressionChecks: readonly Check[] = [
  checkConditions,
  ofForm([
    checkColumns,
    checkColumnValues,
    checkFigures,
    checkScales,
    checkItemWords,
    checkCounting,
    checkWeights,
    checkOwnWeights,
    checkBase,
    checkHeaders,
    checkReachable,
    checkSums,
  ]),
  checkNodeExpressions,
  checkBelowZero,
  checkAcceptance,
  checkStageExpressions,
  checkReadable,
  checkApplying,
  checkSkipped,
  checkUnrated,
  checkScores,
];

/** What a rubric means, as far as it can be told without a sheet. Undefined when something is an error. */
export function checkRubric(rubric: Rubric, places: Places, diagnostics: Diagnostics): Facts | undefined {
  const phase = startPhase(diagnostics, places);
  const context: Context = {
    rubric,
    places,
    diagnostics: phase.diagnostics,
    told: phase.told,
    expressions: createExpressions(),
    parameters: constantsOf(rubric),
    formulas: formulasOf(rubric, places),
    ...outline(rubric),
  };
  for (const check of [...checks, ...expressionChecks]) check(context);
  acceptWarnings(context, phase);
  phase.tell();
  return phase.failed ? undefined : context;
}
