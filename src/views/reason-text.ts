import type { Expression } from "../expression/tree.ts";
import type { Decision, DecisionAction } from "../model/given.ts";
import type { Plan } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import { stageOfKind } from "../model/stages.ts";
import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { inBoth } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { raterName, roleName } from "./columns.ts";
import { inWords } from "./expression/in-words.ts";
import { namesOf, quotaName, ruleName, states } from "./words.ts";

/** A reason in the language of the rubric: these words go into result files. Empty where there is none. */
export const reasonText = (plan: Plan, reason: Reason | undefined): string =>
  reason === undefined ? "" : joined(plan, reason);

function joined(plan: Plan, reason: Reason): string {
  const { language } = plan;
  switch (reason.kind) {
    case "several":
      return reason.reasons.map((each) => joined(plan, each)).join("; ");
    case "moved":
      return reason.moves
        .map(({ quotas, from, to }) => {
          const names = quotas.map((quota) => quotaName(quota[language], language));
          return movedText(names, from, to, language);
        })
        .join("; ");
    case "rules":
      return reason.reasons.join("; ");
    case "decided": {
      const decisions = reason.decisions.map((decision) => decisionReason(plan, decision));
      return [...(reason.before ? [joined(plan, reason.before)] : []), ...decisions].join("; ");
    }
    case "past":
      return reason.text;
    case "unmet": {
      const { band, to } = reason;
      const requirements = reason.requirements.map((each) => requirementText(plan, each));
      return phrase("does not meet {band} ({requirements}): {to}", { band, requirements, to })[language];
    }
    default:
      return single(plan, reason)[language];
  }
}

/** By which quotas somebody lost a band. */
export const movedText = (quotas: readonly string[], from: Bilingual, to: Bilingual, language: Language): string =>
  phrase("{quotas}: from {from} to {to}", { quotas, from, to })[language];

type SingleReason = Exclude<Reason, { readonly kind: "several" | "moved" | "rules" | "decided" | "past" | "unmet" }>;

function single(plan: Plan, reason: SingleReason): Bilingual {
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
      const roles = reason.roles.map(({ role, ids }) => {
        const name = roleName(plan, role);
        return ids ? `${name} (${ids.join(", ")})` : name;
      });
      return phrase("no score by: {roles}", { roles });
    }
    case "spread": {
      const raters = reason.raters.map(({ rater, total }) =>
        phrase("{rater} {total}", { rater: raterName(plan, rater), total: points(total) }),
      );
      return phrase("raters more than {most} apart: {raters}", { most: points(reason.most), raters });
    }
    case "broken_row":
      return phrase("a row with an error: {code}", { code: reason.code });
    case "ruled": {
      const { effect, rules, to } = reason;
      return ruledText(
        effect,
        inBoth((language) => rules.map((rule) => ruleName(rule[language], language)).join(", ")),
        to,
      );
    }
    case "blank_row":
      return phrase("nothing but a key in the row");
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

/** One sentence for all who do not meet a requirement. */
const said: Readonly<Record<Language, WeakMap<Expression, string>>> = { en: new WeakMap(), vi: new WeakMap() };

/** A condition as officials read it, with the titles of the rubric. */
export function requirementText(plan: Plan, requirement: Expression): string {
  const known = said[plan.language].get(requirement);
  if (known !== undefined) return known;
  const text = inWords(plan, plan.language, "titles")(requirement);
  said[plan.language].set(requirement, text);
  return text;
}

/** Points as each language writes them. */
function points(value: Exact): Bilingual {
  const en = formatDecimal(value);
  return { en, vi: en.replace(".", ",") };
}

/** What rules, as they are called within a sentence, made of a band. */
export function ruledText(
  effect: Extract<Reason, { readonly kind: "ruled" }>["effect"],
  rules: Bilingual,
  to: Bilingual,
): Bilingual {
  switch (effect) {
    case "at_least":
      return phrase("{rules}: at least {to}", { rules, to });
    case "at_most":
      return phrase("{rules}: at most {to}", { rules, to });
    case "set":
      return phrase("{rules}: set to {to}", { rules, to });
  }
}

/** What each action does, in a few words; the value of the decision follows. */
const decisionWords: Readonly<Record<DecisionAction, Bilingual>> = {
  exempt: phrase("exempt from"),
  rate: phrase("rated"),
  was: phrase("formerly under another key"),
  set_band: phrase("band set"),
  not_rated: states.not_rated,
  award: phrase("award given"),
  no_award: phrase("award not given"),
};

/** A decision as it stands among the reasons of a result, whose state is said before them: `xếp mức Tốt: hoàn cảnh khó khăn (Ban Thường vụ, 2026-04-02)`. */
export const decisionReason = (plan: Plan, decision: Decision): string =>
  decision.action === "not_rated"
    ? withGrounds(phrase("by decision")[plan.language], decision)
    : decisionText(plan, decision);

/** A decision by itself: `không xếp loại: nghỉ việc (Ban Thường vụ)`. */
export const decisionText = (plan: Plan, decision: Decision): string =>
  withGrounds(decidedText(plan, decision), decision);

/** Followed by why and by whom it was decided. */
function withGrounds(decided: string, { reason, authority, date }: Decision): string {
  const by = date === "" ? authority : `${authority}, ${date}`;
  return `${decided}: ${reason} (${by})`;
}

/** What was decided, without why and by whom: `xếp mức Tốt`. */
export const decidedText = (plan: Plan, decision: Decision): string =>
  `${decisionWords[decision.action][plan.language]} ${titleIn(plan, decision)}`.trim();

/** The title of the band, rule or award that a decision is about. */
function titleIn(plan: Plan, { action, value, period }: Decision): string {
  const stage = stageOfKind(plan, periodNamed(period).kind);
  const titled = (parts: Parameters<typeof namesOf>[0] = []): string => namesOf(parts, [value], plan.language).join("");
  switch (action) {
    case "set_band":
      return titled(stage?.bands);
    case "exempt":
      return ruleName(titled(stage?.rules), plan.language);
    case "award":
    case "no_award":
      return titled(stage?.awards);
    // A former key is nobody's business but of those who keep the keys.
    case "was":
      return "";
    default:
      return value;
  }
}
