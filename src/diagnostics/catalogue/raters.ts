import type { Entry } from "../entry.ts";

/** C16: the report on raters. */
export const raters = {
  C160: {
    severity: "error",
    message: {
      en: "this rubric has no `ratings`: one row is the official score of one subject",
      vi: "bộ tiêu chí này không có `ratings`: mỗi dòng là điểm chính thức của một đối tượng",
    },
    hint: {
      en: "raters are reported where several of them score a subject: state `ratings`",
      vi: "chỉ có báo cáo người chấm khi nhiều người chấm một đối tượng: hãy khai báo `ratings`",
    },
  },
  C161: {
    severity: "error",
    message: {
      en: "no rating that counts{of}: there is nothing to say of the raters",
      vi: "không có lượt chấm nào được tính{of}: chưa có gì để báo cáo về người chấm",
    },
    hint: { en: "check the sheets and --period", vi: "hãy kiểm tra bảng điểm và --period" },
  },
} as const satisfies Record<string, Entry>;
