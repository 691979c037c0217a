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

type Quota = ReturnType<typeof computed>["plan"]["stage"]["quotas"][number];

test.each([
  ["share: 20%, of: rated, round: down", 5],
  ["share: 20%, of: [tot], basis: after, round: down", 6],
  ["share: 20%, of: [tot], basis: before, round: half_up", 4],
  ["share: 30%, of: [xs, tot], basis: before, round: half_up", 2],
  ["share: 20%, of: rated, round: up", 1],
  ["count: 1", 1],
])("%s", (quota, least) => {
  const { plan } = computed(rubric(quota), "ma A\np 60");
  expect(leastScope(plan.stage.quotas[0] as Quota, false)).toBe(least);
  expect(stays(quota, least)).toBe(true);
  if (least > 1) expect(stays(quota, least - 1)).toBe(false);
});

test("where a larger share is given, smaller groups are enough", () => {
  const quota = (when: string): string =>
    `share: 20%, of: rated, basis: before, round: down, raise: { share: 25%, when: "${when}" }`;
  const [plain, raised] = [quota("1 > 2"), quota("1 < 2")];
  const { plan } = computed(rubric(plain), "ma A\np 60");
  expect([false, true].map((each) => leastScope(plan.stage.quotas[0] as Quota, each))).toEqual([5, 4]);
  expect([4, 5].map((people) => stays(plain, people))).toEqual([false, true]);
  expect([3, 4].map((people) => stays(raised, people))).toEqual([false, true]);
});
