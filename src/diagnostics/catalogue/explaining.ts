import type { Entry } from "../entry.ts";

/** C18: how a result came about. */
export const explaining = {
  C180: {
    severity: "error",
    message: {
      en: "explaining a result needs --subject, the key of the one to explain",
      vi: "muốn giải thích kết quả phải có --subject, là khóa của đối tượng cần giải thích",
    },
    hint: {
      en: 'score explain RUBRIC SHEET… --subject 0102; parts of a key with a slash between: --subject "Unit 1 / An"',
      vi: 'score explain RUBRIC SHEET… --subject 0102; khóa nhiều phần ngăn bằng dấu gạch chéo: --subject "Chi bộ 1 / Nguyễn Văn An"',
    },
  },
  C181: {
    severity: "error",
    message: { en: "there is no result of {key}{of}{suggestion}", vi: "không có kết quả của {key}{of}{suggestion}" },
    hint: {
      en: "subjects are found by their key in the column {columns}, written as in the sheets",
      vi: "đối tượng được tìm theo khóa ở cột {columns}, viết như trong bảng điểm",
    },
  },
  C182: {
    severity: "error",
    message: {
      en: "--trace needs --format json, the only output that holds derivations",
      vi: "--trace cần --format json, vì chỉ dạng này ghi được cách tính",
    },
    hint: {
      en: "score explain shows the derivation of one result to people",
      vi: "score explain trình bày cách tính một kết quả cho người đọc",
    },
  },
  C183: {
    severity: "error",
    message: {
      en: "--trace cannot go with --anonymise: a derivation names sheet rows and other people",
      vi: "--trace không đi cùng --anonymise: phần cách tính nêu dòng trong bảng điểm và cả người khác",
    },
  },
} as const satisfies Record<string, Entry>;
