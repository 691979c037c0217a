import type { AwardPart, RulePart } from "../2-shape/rubric.generated.ts";
import { isOfRating } from "../3-facts/outline.ts";
import { mostPeriods } from "../3-facts/scopes.ts";
import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { bandAt, columnAt, quoted } from "./references.ts";

/** What looks at earlier periods: offences that count once, and awards for years in a row. */
export const checkLookingBack: Check = (context) => {
  for (const stage of stagesOf(context)) {
    for (const rule of stage.holder.rules ?? []) if (rule.once !== undefined) checkOnce(context, rule);
    for (const award of stage.holder.awards ?? []) if (award.streak) checkStreak(context, stage, award, award.streak);
  }
};

function checkOnce(context: Context, rule: RulePart): void {
  const { places, diagnostics } = context;
  const column = columnAt(context, rule, "once");
  if (column && isOfRating(column.part)) diagnostics.report("R622", { column: column.id }, places.value(rule, "once"));
}

function checkStreak(
  context: Context,
  stage: StageView,
  { id }: AwardPart,
  streak: NonNullable<AwardPart["streak"]>,
): void {
  const { places, diagnostics } = context;
  bandAt(context, stage, streak, "band");
  if (typeof streak.years !== "number" || streak.years < 2 || streak.years > mostPeriods) {
    diagnostics.report("R624", { id, most: mostPeriods }, places.value(streak, "years"));
  }
  for (const [key, choices] of [
    ["not_rated", ["breaks", "skips"]],
    ["again", ["every", "once"]],
  ] as const) {
    if (streak[key] === undefined) {
      diagnostics.report("R806", { id, key, choices: quoted(choices) }, places.value(streak, "band"));
    }
  }
}
