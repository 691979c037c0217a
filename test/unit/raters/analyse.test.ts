// What the report says of raters: who is missing, what can be compared, who favours whom, whose ranks would change.
import { expect, test } from "vitest";
import { agreementOf } from "../../../src/raters/agreement.ts";
import { fairStandings } from "../../../src/raters/fair.ts";
import { favoursOf, mutualFavours } from "../../../src/raters/favours.ts";
import { connectedParts, joiningPairs } from "../../../src/raters/parts.ts";
import type { Rating } from "../../../src/raters/ratings.ts";
import { targetOf } from "../../../src/raters/ratings.ts";

const rating = (rater: string, subject: string, score = 80, period = "2026-01"): Rating => ({
  period,
  subject,
  rater,
  score,
});

test("raters and subjects that no rating joins are parts of their own; months are joined by their raters", () => {
  const parts = connectedParts([
    rating("R1", "a"),
    rating("R2", "a"),
    rating("R2", "a", 80, "2026-02"),
    rating("R3", "b"),
    rating("R4", "c"),
    rating("R4", "b", 80, "2026-02"),
  ]);
  expect(parts.map(({ raters, targets }) => [raters, targets.length])).toEqual([
    [["R1", "R2"], 2],
    [["R4"], 2],
    [["R3"], 1],
  ]);
});

test("parts are joined by as few further ratings as can be, all of them allowed", () => {
  const parts = connectedParts([rating("R1", "a"), rating("R2", "b"), rating("R3", "c")]);
  const notOwn = joiningPairs(parts, ({ rater }) => rater !== "R1");
  expect(notOwn).toEqual([
    { rater: "R2", target: targetOf(rating("", "a")) },
    { rater: "R2", target: targetOf(rating("", "c")) },
  ]);
  const joined = [rating("R2", "a"), rating("R2", "c")];
  expect(connectedParts([rating("R1", "a"), rating("R2", "b"), rating("R3", "c"), ...joined])).toHaveLength(1);
  expect(joiningPairs(parts, () => false)).toEqual([]);
  expect(joiningPairs(parts, ({ rater }) => rater === "R2")).toHaveLength(2);
});

test("agreement is the correlation with the mean of the others", () => {
  const ratings = [60, 70, 80].flatMap((score, at) => [
    rating("R1", `s${at}`, score),
    rating("R2", `s${at}`, score + 5),
    rating("R4", `s${at}`, 77),
    rating("R5", `t${at}`, score),
    rating("R3", `t${at}`, 100 - score),
  ]);
  const found = agreementOf(ratings);
  expect(found.get("R1")).toBeCloseTo(1, 10);
  expect(found.get("R3")).toBeCloseTo(-1, 10);
  // Somebody who gives everybody the same agrees with nobody and contradicts nobody.
  expect(found.has("R4")).toBe(false);
});

test("two blocs that give each other more than the others do are named; one that only gives is not", () => {
  const base: Record<string, number> = { K1: 80, K2: 70, K3: 75, K4: 72 };
  const extra: Record<string, number> = { K1K2: 6, K2K1: 5, K3K4: 7 };
  const ratings = Object.keys(base).flatMap((to) =>
    [0, 1, 2, 3].flatMap((at) =>
      Object.keys(base)
        .filter((from) => from !== to)
        .map((from) =>
          rating(
            from,
            `${to}-${at}`,
            (base[to] as number) + at + (extra[from + to] ?? 0) + ((at * 7 + from.charCodeAt(1)) % 3) / 10,
          ),
        ),
    ),
  );
  const favours = favoursOf(ratings, ({ rater, subject }) => ({ rater, subject: subject.slice(0, 2) }));
  expect(mutualFavours(favours).map(({ one, other }) => [one.from, one.to, other.to])).toEqual([["K1", "K2", "K1"]]);
  expect(favours.find(({ from, to }) => from === "K1" && to === "K2")?.difference).toBeCloseTo(6, 0);
});

test("ranks by fair averages are those of the group, unless it lies in two parts", () => {
  const official = (subject: string, group: string, total: number, rank: number) => ({
    period: "p",
    subject,
    group,
    total,
    rank,
  });
  const officials = [
    official("a", "K", 90, 1),
    official("b", "K", 85, 2),
    official("c", "L", 80, 1),
    official("d", "L", 70, 2),
  ];
  const fair: Record<string, { fair: number; part: number }> = {
    a: { fair: 86, part: 1 },
    b: { fair: 88, part: 1 },
    c: { fair: 80, part: 1 },
    d: { fair: 90, part: 2 },
  };
  const standings = fairStandings(officials, ({ subject }) => fair[subject]);
  expect(standings.map(({ subject, fairRank }) => [subject, fairRank])).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", undefined],
    ["d", undefined],
  ]);
});
