import type { AwardPart } from "../2-shape/rubric.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { checkDenominator, checkPeople, checkShare } from "./quotas.ts";
import { quoted } from "./words.ts";

/** An award goes to somebody: to the first of an order, or to all who meet its `when`; and says who wins a tie. */
export const checkAwards: Check = (context) => {
  for (const stage of stagesOf(context)) {
    for (const award of stage.holder.awards ?? []) {
      checkDenominator(context, stage, award.of);
      checkShare(context, award, "share", award.share);
      checkAward(context, award);
    }
  }
};

function checkAward(context: Context, award: AwardPart): void {
  const { places, diagnostics } = context;
  const { id, top, share, streak, when } = award;
  checkPeople(context, award, "top", 1);
  if (top === undefined && share === undefined && streak === undefined && when === undefined) {
    diagnostics.report("R407", { id }, places.value(award, "id"));
  }
  const silent = [
    ...(top !== undefined || share !== undefined ? (["ties"] as const) : []),
    ...(share !== undefined ? (["of", "round"] as const) : []),
  ].filter((key) => award[key] === undefined);
  for (const key of silent) {
    diagnostics.report("R806", { id, key, choices: quoted(choices[key]) }, places.value(award, "id"));
  }
}

const choices = {
  ties: ["all", "none", "open"],
  of: ["rated", "[band, …]"],
  round: ["down", "up", "half_up"],
} as const;
