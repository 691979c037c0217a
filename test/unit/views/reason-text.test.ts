import { expect, test } from "vitest";
import type { Reason } from "../../../src/model/reason.ts";
import { reasonText } from "../../../src/views/reason-text.ts";
import { plan } from "../../support/report.ts";

test.each<[Reason, string, string]>([
  [
    { kind: "too_few_periods", rated: 1, atLeast: 2 },
    "only 1 rated period, at least 2 needed",
    "chỉ có 1 kỳ được xếp loại, cần ít nhất 2",
  ],
  [
    { kind: "too_few_periods", rated: 0, atLeast: 2 },
    "only 0 rated periods, at least 2 needed",
    "chỉ có 0 kỳ được xếp loại, cần ít nhất 2",
  ],
  [
    { kind: "too_few_ratings", accepted: 1, needed: 3 },
    "only 1 accepted rating, at least 3 needed",
    "chỉ có 1 lượt chấm hợp lệ, cần ít nhất 3",
  ],
  [
    { kind: "incomplete_ratings", owing: 1, accepted: 1 },
    "1 of 1 rating has no total",
    "1 trên 1 lượt chấm chưa có tổng điểm",
  ],
  [
    { kind: "incomplete_ratings", owing: 2, accepted: 3 },
    "2 of 3 ratings have no total",
    "2 trên 3 lượt chấm chưa có tổng điểm",
  ],
])("$0", (reason, en, vi) => {
  expect(reasonText(plan({ language: "en" }), reason)).toBe(en);
  expect(reasonText(plan({ language: "vi" }), reason)).toBe(vi);
});
