import type { Entry } from "../entry.ts";

/** D4: decisions of the authority. */
export const decisions = {
  D401: {
    severity: "error",
    message: { en: "the decisions have no column {column}", vi: "tệp quyết định thiếu cột {column}" },
    hint: {
      en: "the columns are {columns}; only `date` may be left out",
      vi: "các cột là {columns}; chỉ có thể bỏ cột `date`",
    },
  },
  D402: {
    severity: "error",
    message: { en: "there is no action {found}{suggestion}", vi: "không có hành động {found}{suggestion}" },
    hint: { en: "the actions are {actions}", vi: "các hành động: {actions}" },
  },
  D403: {
    severity: "error",
    message: { en: "a decision without {column}", vi: "quyết định không ghi {column}" },
    hint: {
      en: "every decision says whom it is about, which period, what, why and by whose authority",
      vi: "mỗi quyết định phải ghi đối tượng, kỳ, nội dung, lý do và cấp quyết định",
    },
  },
  D404: {
    severity: "error",
    message: { en: "{found} is no period of this rubric", vi: "{found} không phải kỳ của bộ tiêu chí này" },
    hint: { en: "write {expected}", vi: "hãy ghi {expected}" },
  },
  D405: {
    severity: "error",
    message: {
      en: "nobody with the key {key} has a result of {period}{suggestion}",
      vi: "không ai có mã {key} có kết quả kỳ {period}{suggestion}",
    },
    hint: {
      en: "a decision is about a row of the sheets; for somebody scored elsewhere add a row with blank scores",
      vi: "quyết định phải ứng với một dòng trong bảng điểm; người do nơi khác chấm thì thêm một dòng để trống điểm",
    },
  },
  D406: {
    severity: "error",
    message: {
      en: "{found} is no {what} of this rubric for {period}{suggestion}",
      vi: "{found} không phải {what} của bộ tiêu chí này cho kỳ {period}{suggestion}",
    },
    hint: { en: "the choices are {known}", vi: "có thể ghi: {known}" },
  },
  D407: {
    severity: "error",
    message: {
      en: "{found} is no total: a number up to {max} is expected",
      vi: "{found} không phải tổng điểm: cần một số không quá {max}",
    },
    hint: {
      en: "write the total that the other body gave, or leave the cell blank",
      vi: "ghi tổng điểm do nơi khác chấm, hoặc để trống ô này",
    },
  },
  D408: {
    severity: "error",
    message: {
      en: "{key} has two decisions for {period} that contradict each other: {first} and {second}",
      vi: "{key} có hai quyết định trái ngược nhau cho kỳ {period}: {first} và {second}",
    },
    hint: { en: "keep the one that holds", vi: "chỉ giữ quyết định đang có hiệu lực" },
  },
  D409: {
    severity: "error",
    message: {
      en: "a decision about {period}, which is not computed here",
      vi: "quyết định về kỳ {period}, là kỳ không được tính ở đây",
    },
    hint: {
      en: "give the sheets of that period, or leave the decision out; computed are {computed}",
      vi: "hãy đưa bảng điểm của kỳ đó, hoặc bỏ quyết định này; các kỳ được tính: {computed}",
    },
  },
  D410: {
    severity: "error",
    message: { en: "the action {action} takes no value", vi: "hành động {action} không có giá trị" },
    hint: { en: "leave the cell blank", vi: "để trống ô này" },
  },
  D411: {
    severity: "error",
    message: {
      en: "no earlier result stands under the former key {key} ({period}){suggestion}",
      vi: "không có kết quả nào trước đó mang mã cũ {key} ({period}){suggestion}",
    },
    hint: {
      en: "correct the key, or give the history or the sheets that hold it",
      vi: "hãy sửa mã, hoặc đưa lịch sử hay bảng điểm có mã đó",
    },
  },
} as const satisfies Record<string, Entry>;
