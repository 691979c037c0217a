import type { MissingPolicy } from "../../model/node.ts";
import type { Combination } from "../../model/ratings.ts";
import type { Effect } from "../../model/stage.ts";
import type { Voice } from "./voice.ts";

/** What becomes of an item without a score. `of`: whether others rate it too. */
export function policyWords(policy: MissingPolicy, { say }: Pick<Voice, "say">, of: "row" | "rating" = "row"): string {
  const withoutRater = say("leaves the rater out of this item");
  const means: Readonly<Record<MissingPolicy, string>> = {
    incomplete: say("a score is still owed"),
    zero: say("counts as 0 points"),
    full: say("counts as full points"),
    skip_area: of === "rating" ? withoutRater : say("leaves the item out of its area"),
    skip_total: of === "rating" ? withoutRater : say("leaves the item out of the total"),
  };
  return means[policy];
}

/** What a rule does; `name`: what its band is called. */
export function effectWords(effect: Effect, name: string, { say }: Pick<Voice, "say">): string {
  switch (effect.kind) {
    case "not_rated":
      return say("not rated ({reason})", { reason: effect.reason });
    case "at_least":
      return say("at least {name}", { name });
    case "at_most":
      return say("at most {name}", { name });
    case "set":
      return name;
  }
}

/** How several ratings become one score. */
export function combinationWords(
  how: Combination,
  { say, number, role: called }: Pick<Voice, "say" | "number" | "role">,
): string {
  switch (how.kind) {
    case "mean":
      return say("mean");
    case "median":
      return say("median");
    case "sum":
      return say("sum");
    case "trimmed":
      return say("mean without the {n} highest and the {n} lowest", { n: how.n });
    case "mean_of":
      return say("mean within each group, then of the groups");
    case "weights": {
      const weights = how.weights.map(({ role, weight }) => `${called(role)} ${number(weight)}`).join(", ");
      return say("mean with the weights {weights}", { weights });
    }
    case "first":
      return say("the first of {roles} that scored", { roles: how.roles.map(called) });
  }
}
