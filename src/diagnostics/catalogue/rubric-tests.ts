import type { Entry } from "../entry.ts";

/** R95: what the tests of a rubric expect. */
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
} as const satisfies Record<string, Entry>;
