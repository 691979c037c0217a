// LANGUAGE.md 1.7: ranks and awards.
import { describe, expect, test } from "vitest";
import { computed, each, results } from "./results.ts";

const rubric = (more: string): string => `
period: year
missing: incomplete
columns:
  khoi: { type: text, default: k }
  nghi: { type: flag, default: false }
  gio: { type: number, min: 0, default: 0 }
areas: [{ id: A, max: 100 }, { id: thuong, max: 20, bonus: true, missing: zero }]
total: { max: 100, clamp: true }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: kha, from: 60 }, { id: yeu }]
rules: [{ id: nghi_dai, when: nghi, not_rated: nghỉ dài }]
${more}
`;
const people = "ma A thuong\na 97 10\nb 93 15\nc 90 -\nd 90 -\ne 50 -";
const ranks = (more: string, sheet = people): Record<string, string> => each(results(rubric(more), sheet), "rank");

describe("ranks", () => {
  test.each([
    ["standard", { a: "1", b: "1", c: "3", d: "3", e: "5" }],
    ["dense", { a: "1", b: "1", c: "2", d: "2", e: "3" }],
  ])("%s, on the clamped total", (number, expected) => {
    expect(ranks(`ranking: { by: [total], number: ${number} }`)).toEqual(expected);
  });

  test("on what the clamp cut off", () => {
    expect(ranks("ranking: { by: [unclamped] }")).toEqual({ a: "2", b: "1", c: "3", d: "3", e: "5" });
  });

  test("a later key parts equals, a minus turns it round", () => {
    const sheet = "ma gio A\na 5 90\nb 2 90\nc 2 95";
    expect(ranks("ranking: { by: [total, gio] }", sheet)).toEqual({ a: "2", b: "3", c: "1" });
    expect(ranks("ranking: { by: [total, -gio] }", sheet)).toEqual({ a: "3", b: "2", c: "1" });
  });

  test("a band comes before points", () => {
    const down = `rules: [{ id: r, when: "gio > 0", at_most: kha }]\nranking: { by: [band, unclamped] }`;
    const text = rubric(down).replace(/^rules: \[\{ id: nghi_dai.*\n/m, "");
    expect(each(results(text, "ma gio A\na 1 99\nb 0 81"), "rank")).toEqual({ a: "2", b: "1" });
  });

  test("each group has its own, and who is not rated or incomplete has none and comes last", () => {
    const shown = results(
      rubric("ranking: { within: [khoi], by: [total] }"),
      "ma khoi nghi A\na y - 70\nb x - -\nc x x 99\nd x - 60\ne x - 65",
    );
    expect(Object.keys(shown)).toEqual(["e", "d", "b", "c", "a"]);
    expect(each(shown, "rank")).toEqual({ e: "1", d: "2", b: "", c: "", a: "1" });
  });

  test("equals stand in the order of their keys, by code point", () => {
    const { report } = computed(rubric("ranking: { by: [total] }"), "ma A\n9 90\nb 90\n👍 90\n\uFFFD 90\n10 90");
    expect([...(report.periods[0]?.results ?? [])].map(({ key }) => key)).toEqual(["10", "9", "b", "\uFFFD", "👍"]);
  });
});

describe("awards", () => {
  const awarded = (award: string, sheet = people): Record<string, string> =>
    each(results(rubric(`ranking: { by: [unclamped] }\nawards: [{ id: co, ${award} }]`), sheet), "awards");
  const who = (award: string, sheet?: string): string =>
    Object.entries(awarded(award, sheet))
      .filter(([, awards]) => awards === "co")
      .map(([key]) => key)
      .sort()
      .join(" ");

  test.each([
    ["the first two", "top: 2, ties: none", "a b"],
    ["all of a tie at the cut", "top: 3, ties: all", "a b c d"],
    ["none of a tie at the cut, nor anybody behind it", "top: 3, ties: none", "a b"],
    ["an open tie is given to none", "top: 3, ties: open", "a b"],
    ["the filter comes first", "top: 1, when: A < 95, ties: none", "b"],
    [
      "a share of all rated, whoever passes the filter",
      "share: 50%, of: rated, round: down, when: A < 95, ties: all",
      "b c d",
    ],
    ["a share of some bands", "share: 50%, of: [tot], round: down, ties: none", "a b"],
    [
      "a share of all of some bands, whoever passes the filter",
      "share: 50%, of: [tot], round: down, when: A < 95, ties: all",
      "b c d",
    ],
    ["its own order", "top: 1, by: [A], ties: none", "a"],
    ["everybody who passes the filter", 'when: band == "tot" && A < 93, ties: none', "c d"],
    ["more places than people", "top: 9, ties: none", "a b c d e"],
  ])("%s", (_, award, expected) => {
    expect(who(award)).toBe(expected);
  });

  test("candidates of an open tie are listed and marked", () => {
    const { report } = computed(
      rubric("ranking: { by: [unclamped] }\nawards: [{ id: co, top: 3, ties: open }]"),
      people,
    );
    expect(report.periods[0]?.awards).toEqual([{ award: "co", scope: [], winners: ["b", "a"], open: ["c", "d"] }]);
    expect([...(report.periods[0]?.results ?? [])].map(({ marks }) => marks.join())).toEqual([
      "",
      "",
      "tie_open",
      "tie_open",
      "",
    ]);
  });

  test("who is not rated gets none, and a group's first place is in its group", () => {
    expect(who("top: 1, within: [khoi], ties: none", "ma khoi nghi A\na x x 99\nb x - 70\nc y - 60\nd y - 50")).toBe(
      "b c",
    );
  });
});

test("the office's own figures are compared with ours, and never used", () => {
  const text = rubric("ranking: { by: [unclamped] }").replace(
    "columns:",
    `columns:
  tong: { type: number, compare: total }
  loai: { type: text, compare: band }
  hang: { type: number, compare: rank }
  diem_a: { type: number, compare: A }`,
  );
  const { plan, report } = computed(
    text,
    "ma A tong loai hang diem_a\na 97 97 TỐT 1 97\nb 93 93.5 kha 1 93.1\nc 50 - - - -",
  );
  const found = report.periods[0]?.differences.map(({ key, column, theirs, ours }) => [
    key,
    plan.columns[column]?.id,
    theirs,
    ours,
  ]);
  expect(found).toEqual([
    ["b", "tong", "93.5", "93"],
    ["b", "loai", "kha", "Tốt"],
    ["b", "hang", "1", "2"],
    ["b", "diem_a", "93.1", "93"],
  ]);
});
