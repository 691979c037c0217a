import type { Decision, DecisionAction } from "../model/given.ts";
import type { Plan } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { plural } from "../text/plural.ts";

/** A reason in the language of the rubric: these words go into result files. Empty where there is none. */
export function reasonText(plan: Pick<Plan, "language">, reason: Reason | undefined): string {
  const vietnamese = plan.language === "vi";
  switch (reason?.kind) {
    case undefined:
      return "";
    case "missing_scores":
      return `${vietnamese ? "thiếu điểm" : "no score"}: ${reason.ids.join(", ")}`;
    case "nothing_applies":
      return vietnamese ? "không có tiêu chí nào để chấm" : "no item to score";
    case "no_value":
      return vietnamese ? "công thức tính điểm không cho ra giá trị" : "the score expression has no value";
    case "left_open": {
      const title = reason.band[plan.language];
      return vietnamese
        ? `không đủ điều kiện ${title}, chờ cấp có thẩm quyền quyết định`
        : `does not meet ${title}: left to the authority`;
    }
    case "too_few_ratings": {
      const { accepted, needed } = reason;
      if (vietnamese) return `chỉ có ${accepted} lượt chấm hợp lệ, cần ít nhất ${needed}`;
      return `only ${plural(accepted, "accepted rating")}, at least ${needed} needed`;
    }
    case "too_few_for_items": {
      const items = reason.items.map(({ id, given }) =>
        vietnamese ? `${id} (có ${given}, cần ${reason.needed})` : `${id} (${given} of ${reason.needed} needed)`,
      );
      return `${vietnamese ? "không đủ lượt chấm" : "too few ratings"}: ${items.join(", ")}`;
    }
    case "incomplete_ratings": {
      const { owing, accepted } = reason;
      return vietnamese
        ? `${owing} trên ${accepted} lượt chấm chưa có tổng điểm`
        : `${owing} of ${plural(accepted, "rating")} ${owing === 1 ? "has" : "have"} no total`;
    }
    case "missing_roles": {
      const roles = reason.roles.map(({ role, ids }) => (ids ? `${role} (${ids.join(", ")})` : role));
      return `${vietnamese ? "chưa có điểm của" : "no score by"}: ${roles.join(", ")}`;
    }
    case "several":
      return reason.reasons.map((each) => reasonText(plan, each)).join("; ");
    case "broken_row":
      return `${vietnamese ? "dòng có lỗi" : "a row with an error"}: ${reason.code}`;
    case "moved":
      return reason.moves
        .map(({ quotas, from, to }) =>
          vietnamese
            ? `hạn mức ${quotas.join(", ")}: từ ${from.vi} xuống ${to.vi}`
            : `quota ${quotas.join(", ")}: from ${from.en} to ${to.en}`,
        )
        .join("; ");
    case "rules":
      return reason.reasons.join("; ");
    case "incomplete_periods":
      return `${vietnamese ? "kỳ chưa đủ điểm" : "incomplete periods"}: ${reason.periods.join(", ")}`;
    case "blocking_periods": {
      const periods = reason.periods.map(({ name, absent }) =>
        vietnamese
          ? `${name} (${absent ? "không có dữ liệu" : "không xếp loại"})`
          : `${name} (${absent ? "absent" : "not rated"})`,
      );
      return `${vietnamese ? "kỳ chưa được xếp loại" : "periods without a class"}: ${periods.join(", ")}`;
    }
    case "no_weight":
      return `${vietnamese ? "kỳ không có trọng số" : "periods without a weight"}: ${reason.periods.join(", ")}`;
    case "periods_without_total":
      return `${vietnamese ? "kỳ không có tổng điểm" : "periods without a total"}: ${reason.periods.join(", ")}`;
    case "decided":
      return [
        ...(reason.before ? [reasonText(plan, reason.before)] : []),
        ...reason.decisions.map((decision) => decisionText(plan.language, decision)),
      ].join("; ");
    case "too_few_periods":
      return vietnamese
        ? `chỉ có ${reason.rated} kỳ được xếp loại, cần ít nhất ${reason.atLeast}`
        : `only ${plural(reason.rated, "rated period")}, at least ${reason.atLeast} needed`;
    case "past":
      return reason.text;
  }
}

/** What each action does, in a few words; the value of the decision follows. */
const decisionWords: Readonly<Record<DecisionAction, Bilingual>> = {
  exempt: { en: "exempt from rule", vi: "không áp dụng quy tắc" },
  rate: { en: "rated", vi: "được xếp loại" },
  was: { en: "formerly under another key", vi: "trước đây mang mã khác" },
  set_band: { en: "band set", vi: "xếp mức" },
  not_rated: { en: "by decision", vi: "theo quyết định" },
  award: { en: "award given", vi: "được khen thưởng" },
  no_award: { en: "award not given", vi: "không khen thưởng" },
};

/** A decision as it stands among the reasons of a result: `xếp mức tot: hoàn cảnh khó khăn (Ban Thường vụ, 2026-04-02)`. */
export function decisionText(language: Language, { action, value, reason, authority, date }: Decision): string {
  const what = decisionWords[action][language];
  const by = date === "" ? authority : `${authority}, ${date}`;
  // A former key is nobody's business but of those who keep the keys.
  const of = value === "" || action === "was" ? "" : ` ${value}`;
  return `${what}${of}: ${reason} (${by})`;
}
