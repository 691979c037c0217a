// Whatever a rubric says, the answer is a plan or a diagnostic, never an exception.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const rich = `columns:
  unit: { type: text, required: true, header: [Chi bộ] }
  leader: { type: flag, default: false }
  group: { type: choice, values: [a, b], default: a, labels: { a: Nhóm A }, when: leader }
  served: { type: number, min: 0, max: 12, default: 12 }
  joined: { type: date, default: "2020-01-31" }
  theirs: { type: number, compare: total }
codes: { KPS: skip_area }
basis: [{ id: law, title: Law }]
areas:
  - id: A
    max: 60
    clamp: false
    cite: law
    combine: sum
    items:
      - { id: A1, max: 20, step: 0.5, column: Điểm A1, evidence: unit }
      - { id: A2, levels: { tot: 10, kha: 5 }, labels: { tot: Tốt }, when: leader }
      - { id: A3, yes: 10, when: "!leader" }
      - { id: A4, count: { base: 10, each: -2, min: 0 }, missing: zero }
      - { id: A5, ratio: { max: 20, cap: 100% }, round: { to: 0.1, mode: half_up } }
  - { id: B, max: 30, combine: { weights: { B1: 60%, B2: 40% } }, items: [{ id: B1, max: 30 }, { id: B2, max: 30 }] }
  - { id: C, max: 10, min: 0, value: A1 / 2, zero_if: raw.A3 }
  - { id: D, table: [{ from: 50, points: 3 }, { points: 0 }], bonus: true }
total: { max: 100, clamp: true, round: { to: 0.01, mode: half_up } }
bands:
  - { id: best, from: 90, require: ["full.A1 == 0 || A1 >= 10", "served > 6"], otherwise: next, cite: law }
  - { id: good, from: 50 }
  - { id: poor }
rules:
  - { id: r1, when: served < 6, not_rated: Too short }
  - { id: r2, when: joined > "2026-01-01", at_most: good }
  - { id: r3, when: A < 10, set: '=full.A1 > 0 && A1 > 5 ? "good" : "poor"' }
quotas:
  - { id: q, band: best, share: 20%, of: [best, good], basis: after, within: [unit], round: down, ties: out, then: good, raise: { share: 25%, when: leader } }
ranking: { within: [unit], by: [band, total, -A1], number: dense }
awards: [{ id: flag, top: 1, ties: open, within: [unit], when: 'atLeast(band, "good")' }]
alerts: [{ id: low, when: total < 50 }]
rollups:
  - period: semester
    of: quarter
    score: mean
    missing: { not_rated: skip, absent: block }
    at_least: 1
    bands: [{ id: good, from: 50 }, { id: poor }]
    rules: [{ id: y1, when: 'periods.exists(p, p.band == "poor")', at_most: good }]
  - { period: year, of: semester, score: { weights: { H1: 1, H2: 2 } }, missing: skip, attributes: H2, bands: [{ id: good, from: 50 }, { id: poor }] }
tests: [{ name: full, given: { fill: full, A1: 3, unit: x }, expect: { total: 100 } }]
`;

test("the rich rubric is sound", () => {
  expect(compileText(rich).found).toEqual([]);
});

const tokens = rich.match(/[A-Za-z_][\w]*|-?\d+(?:\.\d+)?%?|"[^"]*"|'[^']*'/g) ?? [];
const odd = [
  "__proto__",
  "constructor",
  "0",
  "-1",
  "1e400",
  "1000000000000000000000",
  "''",
  "99.999",
  "next",
  "incomplete",
  "period",
  "[]",
  "[1, [2]]",
  "{}",
  "{ id: a }",
  "$share",
  '"$share"',
  '"20%"',
];

test("with words exchanged it compiles or is refused", () => {
  const index = fc.nat({ max: tokens.length - 1 });
  const exchange = fc.tuple(
    index,
    fc.oneof(
      index.map((at) => tokens[at] as string),
      fc.constantFrom(...odd),
    ),
  );
  fc.assert(
    fc.property(fc.array(exchange, { minLength: 1, maxLength: 3 }), (exchanges) => {
      let at = -1;
      const changed = new Map(exchanges);
      const text = rich.replace(/[A-Za-z_][\w]*|-?\d+(?:\.\d+)?%?|"[^"]*"|'[^']*'/g, (token) => {
        at++;
        return changed.get(at) ?? token;
      });
      const { found, plan } = compileText(text);
      expect(plan !== undefined || found.length > 0).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("with a map or a list wrapped in a list, it compiles or is refused", () => {
  const opened = [...rich.matchAll(/[[{](?=[^[\]{}]*[\]}])/g)].map(({ index }) => index);
  for (const at of opened) {
    const end = rich.slice(at).search(/[\]}]/) + at + 1;
    const { found, plan } = compileText(`${rich.slice(0, at)}[${rich.slice(at, end)}]${rich.slice(end)}`);
    expect(plan !== undefined || found.length > 0).toBe(true);
  }
});

test("with a line left out it compiles or is refused", () => {
  const lines = rich.split("\n");
  for (const left of lines.keys()) {
    const { found, plan } = compileText(lines.filter((_, at) => at !== left).join("\n"));
    expect(plan !== undefined || found.length > 0).toBe(true);
  }
});
