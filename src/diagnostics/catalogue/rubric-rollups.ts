import type { Entry } from "../entry.ts";

/** R6: rollups. */
export const rollups = {
  R601: {
    severity: "error",
    message: { en: "there already is a {period} in this rubric", vi: "bộ tiêu chí này đã có kết quả {period}" },
    hint: { en: "one rollup per kind of period", vi: "mỗi loại kỳ chỉ có một lần tổng hợp" },
  },
  R602: {
    severity: "error",
    message: {
      en: "`of: {of}` names no earlier result of this rubric",
      vi: "`of: {of}` không phải kết quả có trước trong bộ tiêu chí này",
    },
    hint: {
      en: "the choices are {known}; rollups stand in the order in which they build on each other",
      vi: "có thể chọn {known}; các lần tổng hợp ghi theo thứ tự cái sau dựa trên cái trước",
    },
  },
  R603: {
    severity: "error",
    message: { en: "a {period} is not longer than a {of}", vi: "{period} không dài hơn {of}" },
    hint: { en: "roll up into a longer period", vi: "tổng hợp thành kỳ dài hơn" },
  },
  R604: {
    severity: "error",
    message: {
      en: "`{found}` is no way to roll up; did you mean `{meant}`?",
      vi: "`{found}` không phải cách tổng hợp; có phải ý bạn là `{meant}`?",
    },
    hint: {
      en: "the words are {words}; anything else is an expression",
      vi: "các từ có thể dùng: {words}; ngoài ra là biểu thức",
    },
  },
  R605: {
    severity: "error",
    message: { en: "`{part}` is no {of} of a year", vi: "`{part}` không phải một {of} trong năm" },
    hint: { en: "write the part after the year, such as `{example}`", vi: "ghi phần sau năm, chẳng hạn `{example}`" },
  },
  R606: {
    severity: "error",
    message: {
      en: "`{name}` is not rolled up when the score is `best`, `worst` or an expression",
      vi: "`{name}` không được tổng hợp khi `score` là `best`, `worst` hoặc biểu thức",
    },
    hint: {
      en: "order by `band` or `total`, or by a number column",
      vi: "xếp theo `band` hoặc `total`, hoặc theo một cột số",
    },
  },
  R607: {
    severity: "error",
    message: {
      en: "`at_least` must lie between 1 and {most}: a {period} has no more of the kind {of}",
      vi: "`at_least` phải từ 1 đến {most}, số {of} trong một {period}",
    },
    hint: { en: "correct the number", vi: "sửa lại số" },
  },
  R608: {
    severity: "error",
    message: { en: "the weights leave out {missing}", vi: "trọng số thiếu {missing}" },
    hint: { en: "give every period of the year a weight", vi: "ghi trọng số cho mọi kỳ trong năm" },
  },
  R609: {
    severity: "error",
    message: {
      en: "the {period} cannot take over the bands: `{band}` has conditions",
      vi: "kết quả {period} không dùng lại các mức được: `{band}` có điều kiện",
    },
    hint: {
      en: "state the `bands` of this rollup, with the conditions that hold for it",
      vi: "ghi `bands` cho kỳ tổng hợp này, kèm điều kiện áp dụng",
    },
  },
  R610: {
    severity: "error",
    message: { en: "`attributes: {found}` names no period", vi: "`attributes: {found}` không phải một kỳ" },
    hint: {
      en: "write `first`, or the part after the year such as `{example}`; the latest is the default",
      vi: "ghi `first`, hoặc phần sau năm như `{example}`; mặc định là kỳ gần nhất",
    },
  },
  R613: {
    severity: "error",
    message: {
      en: "`{id}` is scored only in this rollup, and its `score` does not say how it counts",
      vi: "`{id}` chỉ chấm ở kỳ tổng hợp này, nhưng `score` không nêu tính vào điểm thế nào",
    },
    hint: {
      en: "write an expression, such as `average * 0.9 + {id}`",
      vi: "hãy viết biểu thức, chẳng hạn `average * 0.9 + {id}`",
    },
  },
  R612: {
    severity: "error",
    message: {
      en: "a computed score is cut to a max that is not stated",
      vi: "điểm tính bằng biểu thức bị cắt ở mức tối đa chưa ghi",
    },
    hint: { en: "state `max` beside `clamp: true`", vi: "ghi `max` cạnh `clamp: true`" },
  },
} as const satisfies Record<string, Entry>;
