import type { Entry } from "../entry.ts";

/** R8: what a rubric must not be silent about; R9: what is not built yet. */
export const silence = {
  R801: {
    severity: "error",
    message: {
      en: "nothing says what a missing score means, in {count} {count|item|items} from `{id}` on",
      vi: "chưa quy định thiếu điểm nghĩa là gì, ở {count} tiêu chí kể từ `{id}`",
    },
    hint: {
      en: "state `missing: incomplete`, `zero`, `full`, `skip_area` or `skip_total` for the rubric or for each item",
      vi: "ghi `missing: incomplete`, `zero`, `full`, `skip_area` hoặc `skip_total` cho cả bộ tiêu chí hoặc từng tiêu chí",
    },
  },
  R802: {
    severity: "error",
    message: {
      en: "the total can {leaves} and nothing says whether it is cut to 0..{max}",
      vi: "tổng có thể {leaves} nhưng chưa quy định có cắt về 0..{max} hay không",
    },
    hint: {
      en: "state `clamp: true` (cut) or `clamp: false` (as it is) in `total`",
      vi: "ghi `clamp: true` (cắt) hoặc `clamp: false` (giữ nguyên) trong `total`",
    },
  },
  R803: {
    severity: "error",
    message: {
      en: "totals can pass the max, and the ranking does not say whether the points beyond it count",
      vi: "tổng điểm có thể vượt mức tối đa, mà bảng xếp hạng chưa nói có tính phần vượt không",
    },
    hint: {
      en: "name `total` (all at the max are equal) or `unclamped` (the points beyond it count) in `by` of `ranking`",
      vi: "ghi `total` (ai đạt tối đa đều bằng nhau) hoặc `unclamped` (tính cả phần vượt) trong `by` của `ranking`",
    },
  },
  R804: {
    severity: "error",
    message: {
      en: "the quota `{id}` does not say {why}: `{key}` is missing",
      vi: "hạn mức `{id}` chưa nói {why}: thiếu `{key}`",
    },
    hint: { en: "state `{key}`, one of: {choices}", vi: "ghi `{key}`, chọn một trong: {choices}" },
  },
  R806: {
    severity: "error",
    message: { en: "the award `{id}` does not state `{key}`", vi: "khen thưởng `{id}` chưa ghi `{key}`" },
    hint: { en: "state `{key}`, one of: {choices}", vi: "ghi `{key}`, chọn một trong: {choices}" },
  },
  R808: {
    severity: "error",
    message: {
      en: "`{id}` requires something and does not say what happens otherwise",
      vi: "`{id}` có điều kiện nhưng chưa nói nếu không đạt thì sao",
    },
    hint: { en: "state `otherwise`, one of: {choices}", vi: "ghi `otherwise`, chọn một trong: {choices}" },
  },
  R809: {
    severity: "error",
    message: {
      en: "the rollup does not say what a period without a rating means: {keys} of `missing`",
      vi: "kỳ tổng hợp chưa nói kỳ không xếp loại nghĩa là gì: {keys} của `missing`",
    },
    hint: {
      en: "state `not_rated` and `absent` in `missing`, each as `skip`, `zero` or `block`; or one of them for both, `missing: skip`",
      vi: "ghi `not_rated` và `absent` trong `missing`, mỗi khóa là `skip`, `zero` hoặc `block`; hoặc một từ cho cả hai, `missing: skip`",
    },
  },
  R901: {
    severity: "error",
    message: { en: "not built yet: {feature}", vi: "chưa được xây dựng: {feature}" },
    hint: {
      en: "leave it out for now; it belongs to the language, but this version would compute without it",
      vi: "tạm bỏ phần này; ngôn ngữ có quy định nhưng phiên bản này chưa tính được",
    },
  },
} as const satisfies Record<string, Entry>;
