// Rows of months, quarters and years of three people, in any mixture: some have a row of a whole period beside rows inside it.
import fc from "fast-check";
import { compile } from "../compile.ts";

export const { plan, rubric } = compile(`
schema: 1
id: whole
version: "1"
language: en
period: month
missing: incomplete
subject: { key: code }
areas: [{ id: A, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: good, from: 5 }, { id: poor }]
rollups:
  - { period: quarter, of: month, score: mean, missing: skip }
  - { period: year, of: quarter, score: mean, missing: skip }
`);

const periods = [
  "2025-01",
  "2025-02",
  "2025-03",
  "2025-Q1",
  "2025-Q2",
  "2025-Q3",
  "2025-Q4",
  "2025",
  "2026-04",
  "2026",
];
export const rows = fc.uniqueArray(
  fc.record({ code: fc.constantFrom("1", "2", "3"), period: fc.constantFrom(...periods) }),
  { selector: ({ code, period }) => `${code} ${period}`, minLength: 1, maxLength: 10 },
);
