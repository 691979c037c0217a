import type { Entry } from "../entry.ts";

/** R95: what the tests of a rubric expect, and what they say of sources. */
export const tests = {
  R951: {
    severity: "error",
    message: {
      en: "`{name}` is no figure that a test can expect{suggestion}",
      vi: "`{name}` không phải kết quả mà bài kiểm tra có thể mong đợi{suggestion}",
    },
    hint: {
      en: "`expect` holds total, unclamped, band, state, reason, rank, rules, awards, alerts, marks, areas and items",
      vi: "`expect` chứa total, unclamped, band, state, reason, rank, rules, awards, alerts, marks, nhóm và tiêu chí",
    },
  },
  R952: {
    severity: "error",
    message: {
      en: "`{name}` can never be {found}, expected {expected}{suggestion}",
      vi: "`{name}` không bao giờ là {found}, phải là {expected}{suggestion}",
    },
  },
  R953: {
    severity: "error",
    message: { en: "this test cannot be compared: {expected}", vi: "không so sánh được bài kiểm tra này: {expected}" },
  },
  R954: {
    severity: "error",
    message: {
      en: "`{name}` is no source of this rubric{suggestion}",
      vi: "`{name}` không phải nguồn chấm của bộ tiêu chí này{suggestion}",
    },
    hint: { en: "the sources are {known}", vi: "các nguồn chấm là {known}" },
  },
  R955: {
    severity: "error",
    message: {
      en: "`{name}` is no item that a source can score{suggestion}",
      vi: "`{name}` không phải tiêu chí mà một nguồn có thể chấm{suggestion}",
    },
    hint: {
      en: "a source says `fill` and items; columns are the subject's and stand outside of `sources`",
      vi: "mỗi nguồn chấm có `fill` và các tiêu chí; cột là của đối tượng nên ghi ngoài `sources`",
    },
  },
} as const satisfies Record<string, Entry>;
