import type { MissingPolicy } from "../../model/plan.ts";
import type { Voice } from "./voice.ts";

/** What becomes of an item without a score. `of`: whether others rate it too. */
export function policyWords(policy: MissingPolicy, { say }: Pick<Voice, "say">, of: "row" | "rating" = "row"): string {
  const withoutRater = say("leaves the rater out of this item");
  const means: Readonly<Record<MissingPolicy, string>> = {
    incomplete: say("is a score still owed"),
    zero: say("counts as 0 points"),
    full: say("counts as full points"),
    skip_area: of === "rating" ? withoutRater : say("leaves the item out of its area"),
    skip_total: of === "rating" ? withoutRater : say("leaves the item out of the total"),
  };
  return means[policy];
}
