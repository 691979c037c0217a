import type { Decision, DecisionAction } from "../model/given.ts";
import type { Plan } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** A reason in the language of the rubric: these words go into result files. Empty where there is none. */
export const reasonText = ({ language }: Pick<Plan, "language">, reason: Reason | undefined): string =>
  reason === undefined ? "" : joined(language, reason);

function joined(language: Language, reason: Reason): string {
  switch (reason.kind) {
    case "several":
      return reason.reasons.map((each) => joined(language, each)).join("; ");
    case "moved":
      return reason.moves.map((move) => phrase("quota {quotas}: from {from} to {to}", move)[language]).join("; ");
    case "rules":
      return reason.reasons.join("; ");
    case "decided": {
      const decisions = reason.decisions.map((decision) => decisionText(language, decision));
      return [...(reason.before ? [joined(language, reason.before)] : []), ...decisions].join("; ");
    }
    case "past":
      return reason.text;
    default:
      return single(reason)[language];
  }
}

type SingleReason = Exclude<Reason, { readonly kind: "several" | "moved" | "rules" | "decided" | "past" }>;

function single(reason: SingleReason): Bilingual {
  switch (reason.kind) {
    case "missing_scores":
      return phrase("no score: {ids}", { ids: reason.ids });
    case "nothing_applies":
      return phrase("no item to score");
    case "no_value":
      return phrase("the score expression has no value");
    case "left_open":
      return phrase("does not meet {band}: left to the authority", { band: reason.band });
    case "too_few_ratings": {
      const { accepted, needed } = reason;
      return phrase("only {accepted} accepted {accepted|rating|ratings}, at least {needed} needed", {
        accepted,
        needed,
      });
    }
    case "too_few_for_items": {
      const { needed } = reason;
      const items = reason.items.map(({ id, given }) =>
        phrase("{id} ({given} of {needed} needed)", { id, given, needed }),
      );
      return phrase("too few ratings: {items}", { items });
    }
    case "incomplete_ratings": {
      const { owing, accepted } = reason;
      return phrase("{owing} of {accepted} {accepted|rating|ratings} {owing|has|have} no total", { owing, accepted });
    }
    case "missing_roles": {
      const roles = reason.roles.map(({ role, ids }) => (ids ? `${role} (${ids.join(", ")})` : role));
      return phrase("no score by: {roles}", { roles });
    }
    case "spread": {
      const raters = reason.raters.map(({ rater, total }) =>
        phrase("{rater} {total}", { rater, total: points(total) }),
      );
      return phrase("raters more than {most} apart: {raters}", { most: points(reason.most), raters });
    }
    case "broken_row":
      return phrase("a row with an error: {code}", { code: reason.code });
    case "incomplete_periods":
      return phrase("incomplete periods: {periods}", { periods: reason.periods });
    case "blocking_periods": {
      const periods = reason.periods.map(({ name, absent }) =>
        absent ? phrase("{name} (absent)", { name }) : phrase("{name} (not rated)", { name }),
      );
      return phrase("periods without a class: {periods}", { periods });
    }
    case "no_weight":
      return phrase("periods without a weight: {periods}", { periods: reason.periods });
    case "periods_without_total":
      return phrase("periods without a total: {periods}", { periods: reason.periods });
    case "too_few_periods": {
      const { rated, atLeast: least } = reason;
      return phrase("only {rated} rated {rated|period|periods}, at least {least} needed", { rated, least });
    }
  }
}

/** Points as each language writes them. */
function points(value: Exact): Bilingual {
  const en = formatDecimal(value);
  return { en, vi: en.replace(".", ",") };
}

/** What each action does, in a few words; the value of the decision follows. */
const decisionWords: Readonly<Record<DecisionAction, Bilingual>> = {
  exempt: phrase("exempt from rule"),
  rate: phrase("rated"),
  was: phrase("formerly under another key"),
  set_band: phrase("band set"),
  not_rated: phrase("by decision"),
  award: phrase("award given"),
  no_award: phrase("award not given"),
};

/** A decision as it stands among the reasons of a result: `xếp mức tot: hoàn cảnh khó khăn (Ban Thường vụ, 2026-04-02)`. */
export function decisionText(language: Language, { action, value, reason, authority, date }: Decision): string {
  const what = decisionWords[action][language];
  const by = date === "" ? authority : `${authority}, ${date}`;
  // A former key is nobody's business but of those who keep the keys.
  const of = value === "" || action === "was" ? "" : ` ${value}`;
  return `${what}${of}: ${reason} (${by})`;
}
