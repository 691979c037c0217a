// What `validate` says of small groups is what the quota does: one person fewer, and nobody stays.
import { expect, test } from "vitest";
import { leastScope } from "../../../src/engine/law/capacity.ts";
import { computed, results } from "./results.ts";

const rubric = (quota: string): string => `
period: year
missing: incomplete
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: xs, from: 90 }, { id: tot, from: 50 }, { id: dat }]
quotas: [{ id: q, band: xs, ${quota}, within: [], ties: out, then: tot }]
`;
/** The first of a group holds the best band by points, all others the next. */
const stays = (quota: string, people: number): boolean => {
  const rows = Array.from({ length: people }, (_, at) => `p${at} ${at === 0 ? 95 : 60}`);
  return results(rubric(quota), ["ma A", ...rows].join("\n")).p0?.band === "xs";
};

test.each([
  ["share: 20%, of: rated, round: down", 5],
  ["share: 20%, of: [tot], basis: after, round: down", 6],
  ["share: 20%, of: [tot], basis: before, round: half_up", 4],
  ["share: 30%, of: [xs, tot], basis: before, round: half_up", 2],
  ["share: 20%, of: rated, round: up", undefined],
  ["count: 1", undefined],
])("%s", (quota, least) => {
  const { plan } = computed(rubric(quota), "ma A\np 60");
  expect(leastScope(plan.stage.quotas[0] as (typeof plan.stage.quotas)[number])).toBe(least);
  expect(stays(quota, least ?? 1)).toBe(true);
  if (least !== undefined) expect(stays(quota, least - 1)).toBe(false);
});
