// What the report says of raters: who is missing, what can be compared, who favours whom, whose ranks would change.
import { expect, test } from "vitest";
import { csvLines } from "../../../src/document/csv.ts";
import { agreementOf } from "../../../src/raters/agreement.ts";
import type { Analysis } from "../../../src/raters/analyse.ts";
import type { Allowed, Pair } from "../../../src/raters/connectivity.ts";
import { connectedParts, joiningPairs } from "../../../src/raters/connectivity.ts";
import { fairStandings } from "../../../src/raters/fair.ts";
import type { BlocsOf } from "../../../src/raters/favours.ts";
import { favoursOf, mutualFavours } from "../../../src/raters/favours.ts";
import type { Rating } from "../../../src/raters/ratings.ts";
import { membersOf, targetOf } from "../../../src/raters/ratings.ts";
import { ratingsTable } from "../../../src/raters/ratings-table.ts";
import type { Fit } from "../../../src/raters/severity.ts";
import { fitPart } from "../../../src/raters/severity.ts";

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

const itself = (name: string): string => name;
const allowed = (mayRate: Allowed["mayRate"]): Allowed => ({ mayRate, kindOfRater: itself, kindOfTarget: itself });

test("parts are joined by as few further ratings as can be, all of them allowed", () => {
  const parts = connectedParts([rating("R1", "a"), rating("R2", "b"), rating("R3", "c")]);
  const notOwn = joiningPairs(
    parts,
    allowed(({ rater }) => rater !== "R1"),
  );
  expect(notOwn).toEqual([
    { rater: "R2", target: targetOf(rating("", "a")) },
    { rater: "R2", target: targetOf(rating("", "c")) },
  ]);
  const joined = [rating("R2", "a"), rating("R2", "c")];
  expect(connectedParts([rating("R1", "a"), rating("R2", "b"), rating("R3", "c"), ...joined])).toHaveLength(1);
  expect(
    joiningPairs(
      parts,
      allowed(() => false),
    ),
  ).toEqual([]);
  expect(
    joiningPairs(
      parts,
      allowed(({ rater }) => rater === "R2"),
    ),
  ).toHaveLength(2);
});

test("of many that are alike only one is asked about", () => {
  const blocs = Array.from({ length: 30 }, (_, bloc) => bloc);
  const people = Array.from({ length: 8 }, (_, at) => at);
  const ratings = blocs.flatMap((b) => people.flatMap((r) => people.map((s) => rating(`${b}:R${r}`, `${b}:S${s}`))));
  const asked: Pair[] = [];
  const bloc = (name: string): string => name.slice(0, name.indexOf(":"));
  const pairs = joiningPairs(connectedParts(ratings), {
    mayRate: (pair) => asked.push(pair) < 0,
    kindOfRater: bloc,
    kindOfTarget: (target) => bloc(membersOf(target).subject),
  });
  expect(pairs).toEqual([]);
  expect(asked).toHaveLength(30 * 29);
});

test("scores without a finite decimal are written to six places", () => {
  const pair = { period: "p", rater: "r", raterBloc: "", subject: "s", subjectBloc: "", state: "scored" } as const;
  const scores = [250 / 3, 80, 79.5].map((score) => ({ ...pair, score }));
  const lines = [...csvLines(ratingsTable({ pairs: scores } as unknown as Analysis))].join("").split("\n");
  expect(lines.slice(1, -1).map((line) => line.split(",")[6])).toEqual(["83.333333", "80", "79.5"]);
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

/** A rater is a bloc, a subject's bloc the first two letters of its name. */
function favoursIn(ratings: readonly Rating[]) {
  const blocsOf: BlocsOf = ({ rater, subject }) => ({ rater, subject: subject.slice(0, 2) });
  const favours = favoursOf(ratings, blocsOf);
  const parts = connectedParts(ratings).map((part) => ({ ratings: part.ratings, fit: fitPart(part) as Fit }));
  return { favours, mutual: mutualFavours(favours, parts, blocsOf) };
}

/** Every bloc scores the subjects of all others. `extra`: what it adds to those of one. */
const crossScored = (blocs: readonly string[], extra: (from: string, to: string) => number, months = 1) =>
  blocs.flatMap((to) =>
    [0, 1, 2, 3, 4].flatMap((at) =>
      blocs
        .filter((from) => from !== to)
        .flatMap((from) =>
          Array.from({ length: months }, (_, month) => {
            const noise = ((at * 7 + from.charCodeAt(1) * 5 + month * 3) % 11) / 10;
            return rating(from, `${to}-${at}`, 70 + at + extra(from, to) + noise, `2026-${10 + month}`);
          }),
        ),
    ),
  );

test("two blocs that are lenient to everybody favour nobody", () => {
  const lenient = ["K1", "K2"];
  const { favours, mutual } = favoursIn(
    crossScored(["K1", "K2", "K3", "K4", "K5"], (from) => (lenient.includes(from) ? 4 : 0)),
  );
  expect(favours.find(({ from, to }) => from === "K1" && to === "K2")?.difference).toBeCloseTo(4, 0);
  expect(mutual).toEqual([]);
});

test("what two blocs give each other beyond leniency is told, but not with three blocs", () => {
  const give = (from: string, to: string): number =>
    (`${from}${to}`.match(/^(K1K2|K2K1)$/) ? 6 : 0) + (from === "K1" ? 3 : 0);
  const [found] = favoursIn(crossScored(["K1", "K2", "K3", "K4"], give)).mutual;
  expect(found?.beyond?.points).toBeCloseTo(6, 0);
  const three = favoursIn(crossScored(["K1", "K2", "K3"], (from) => (from === "K3" ? -5 : 0))).mutual;
  expect(three).toMatchObject([{ one: { from: "K1", to: "K2" }, beyond: undefined }]);
});

test("a subject counts once, however many months it is scored in", () => {
  const views = (from: string, to: string): number => (from.charCodeAt(1) * 31 + to.charCodeAt(1) * 17) % 5;
  const [one, year] = [1, 12].map(
    (months) => favoursIn(crossScored(["K1", "K2", "K3", "K4"], views, months)).favours[0],
  );
  expect([one?.count, year?.count]).toEqual([5, 5]);
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
  const { favours, mutual } = favoursIn(ratings);
  expect(mutual.map(({ one, other }) => [one.from, one.to, other.to])).toEqual([["K1", "K2", "K1"]]);
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
  const ranks = new Map([
    ["a", 2],
    ["b", 1],
    ["c", 2],
    ["d", 1],
  ]);
  const standings = fairStandings(
    officials,
    ({ subject }) => fair[subject],
    () => ranks,
  );
  expect(standings.map(({ subject, fairRank }) => [subject, fairRank])).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", undefined],
    ["d", undefined],
  ]);
});
