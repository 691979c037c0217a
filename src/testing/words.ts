import type { Bilingual } from "../text/bilingual.ts";
import type { OccasionKind } from "./occasions.ts";
import type { Verdict } from "./outcome.ts";

export const verdicts: Readonly<Record<Verdict, Bilingual>> = {
  passed: { en: "passed", vi: "đạt" },
  failed: { en: "failed", vi: "không đạt" },
  broken: { en: "could not be run", vi: "không chạy được" },
};

/** What the tests leave out. */
export const neverSeen: Readonly<Record<OccasionKind, Bilingual>> = {
  rule: { en: "no test fires the rule {id}", vi: "chưa bài kiểm tra nào làm phát sinh quy tắc {id}" },
  band: { en: "no test reaches the band {id}", vi: "chưa bài kiểm tra nào đạt mức {id}" },
  require: { en: "every test meets the requirement of {id}", vi: "bài kiểm tra nào cũng đủ điều kiện của mức {id}" },
  level: { en: "no test gives the level {id}", vi: "chưa bài kiểm tra nào cho mức điểm {id}" },
  quota: {
    en: "the quota {id} moves nobody in any test",
    vi: "chưa bài kiểm tra nào có người bị chuyển do hạn mức {id}",
  },
  award: { en: "no test gives the award {id}", vi: "chưa bài kiểm tra nào trao khen thưởng {id}" },
  alert: { en: "no test raises the alert {id}", vi: "chưa bài kiểm tra nào làm phát sinh cảnh báo {id}" },
};

export const heads = {
  expected: { en: "expected", vi: "mong đợi" },
  found: { en: "found", vi: "tính được" },
  written: { en: "written", vi: "đã ghi" },
  coverage: { en: "coverage", vi: "độ phủ" },
  more: { en: "… and {count} more", vi: "… và còn {count} chỗ khác" },
} as const satisfies Record<string, Bilingual>;
