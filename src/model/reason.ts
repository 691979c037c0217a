import type { Bilingual } from "../text/bilingual.ts";
import { plural } from "../text/plural.ts";
import { decisionText } from "./decision-text.ts";
import type { Decision } from "./given.ts";
import type { Plan } from "./plan.ts";

/** Why a subject has no class, or a lower one than its own, in the rubric's language: these words go into result files. */
export type Reason =
  | { readonly kind: "missing_scores"; readonly ids: readonly string[] }
  | { readonly kind: "nothing_applies" }
  /** The `score` of a rollup is an expression that comes to nothing here. */
  | { readonly kind: "no_value" }
  | { readonly kind: "left_open"; readonly band: Bilingual }
  | { readonly kind: "too_few_ratings"; readonly accepted: number; readonly needed: number }
  | {
      readonly kind: "too_few_for_items";
      readonly items: readonly { readonly id: string; readonly given: number }[];
      readonly needed: number;
    }
  | { readonly kind: "incomplete_ratings"; readonly owing: number; readonly accepted: number }
  /** Without `ids`: the role scored nothing at all. */
  | {
      readonly kind: "missing_roles";
      readonly roles: readonly { readonly role: string; readonly ids?: readonly string[] }[];
    }
  | { readonly kind: "several"; readonly reasons: readonly Reason[] }
  | { readonly kind: "broken_row"; readonly code: string }
  | {
      readonly kind: "moved";
      readonly moves: readonly {
        readonly quotas: readonly string[];
        readonly from: Bilingual;
        readonly to: Bilingual;
      }[];
    }
  | { readonly kind: "rules"; readonly reasons: readonly string[] }
  | { readonly kind: "incomplete_periods"; readonly periods: readonly string[] }
  | {
      readonly kind: "blocking_periods";
      /** `absent`: without any result; otherwise with one that is not rated. */
      readonly periods: readonly { readonly name: string; readonly absent: boolean }[];
    }
  | { readonly kind: "no_weight"; readonly periods: readonly string[] }
  | { readonly kind: "periods_without_total"; readonly periods: readonly string[] }
  /** What the authority decided, behind the reason that there is without it. */
  | { readonly kind: "decided"; readonly decisions: readonly Decision[]; readonly before?: Reason | undefined }
  | { readonly kind: "too_few_periods"; readonly rated: number; readonly atLeast: number };

export function reasonText(plan: Pick<Plan, "language">, reason: Reason): string {
  const vietnamese = plan.language === "vi";
  switch (reason.kind) {
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
  }
}
