import type { Entry } from "../entry.ts";

/** R2: bands. */
export const bands = {
  R202: {
    severity: "error",
    message: { en: "`{name}` is no band{suggestion}", vi: "không có mức `{name}`{suggestion}" },
    hint: { en: "bands are named by their id", vi: "mức xếp loại được gọi bằng mã" },
  },
  R203: {
    severity: "error",
    message: {
      en: "`{id}` begins at {from}, which is not below the {above} of the better `{better}`",
      vi: "`{id}` bắt đầu từ {from}, không thấp hơn {above} của mức tốt hơn `{better}`",
    },
    hint: { en: "write the bands best first, with bounds that fall", vi: "ghi mức tốt nhất trước, ngưỡng giảm dần" },
  },
  R204: {
    severity: "error",
    message: {
      en: "`{id}` is the last band and cannot have `{key}`",
      vi: "`{id}` là mức cuối nên không thể có `{key}`",
    },
    hint: { en: "leave `{key}` out, or add a band below", vi: "bỏ `{key}`, hoặc thêm một mức bên dưới" },
  },
  R205: {
    severity: "error",
    message: {
      en: "`{id}` has no `from`, and worse bands follow it",
      vi: "`{id}` không có `from` mà sau đó còn mức thấp hơn",
    },
    hint: { en: "state the lowest total of this band", vi: "ghi tổng điểm thấp nhất của mức này" },
  },
  R206: {
    severity: "error",
    message: { en: "`{id}` states `otherwise` without `require`", vi: "`{id}` có `otherwise` mà không có `require`" },
    hint: { en: "leave it out, or state what the band requires", vi: "bỏ đi, hoặc ghi điều kiện của mức này" },
  },
  R207: {
    severity: "warning",
    message: {
      en: "nobody can reach `{id}`: it begins at {from}, and the total is at most {max}",
      vi: "không ai đạt được `{id}`: mức này từ {from}, mà tổng cao nhất là {max}",
    },
    hint: { en: "lower the bound, or check the total", vi: "hạ ngưỡng, hoặc kiểm tra lại tổng" },
  },
  R208: {
    severity: "error",
    message: {
      en: "`otherwise` of `{id}` leads to `{name}`, which is no worse band",
      vi: "`otherwise` của `{id}` dẫn đến `{name}`, không phải mức thấp hơn",
    },
    hint: { en: "the choices are {choices}", vi: "có thể chọn {choices}" },
  },
} as const satisfies Record<string, Entry>;
