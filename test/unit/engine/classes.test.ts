// LANGUAGE.md 1.4 and 1.5: from points to band, requirement by requirement and rule by rule.
import { describe, expect, test } from "vitest";
import { each, results } from "./results.ts";

const rubric = (rules: string): string => `
period: year
missing: incomplete
columns:
  dk: { type: number, min: 0, default: 10 }
  p: { type: flag, default: false }
  q: { type: flag, default: false }
  s: { type: flag, default: false }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands:
  - { id: xuat_sac, from: 90, require: dk >= 3, otherwise: next }
  - { id: tot, from: 70, require: dk >= 2, otherwise: incomplete }
  - { id: kha, from: 60, require: [dk >= 1, "A < 99.5"], otherwise: yeu }
  - { id: trung_binh, from: 50 }
  - { id: yeu }
rules: [${rules}]
`;

const outcome = (rules: string, cells: string): string => {
  const { x } = results(rubric(rules), `ma dk p q s A\nx ${cells}`);
  return x?.state === "rated" ? x.band : (x?.state ?? "");
};

describe("by points and requirements", () => {
  test.each([
    ["a bound belongs to its band", "3 - - - 90", "xuat_sac"],
    ["just below it does not", "3 - - - 89.99", "tot"],
    ["`next` leads to the band below, whose requirement is met", "2 - - - 95", "tot"],
    ["and through it to its own `otherwise`", "1 - - - 95", "incomplete"],
    ["`otherwise` skips bands", "0 - - - 65", "yeu"],
    ["every requirement of a band must hold", "0 - - - 60", "yeu"],
    ["points below all bounds", "9 - - - 0", "yeu"],
  ])("%s", (_, cells, expected) => {
    expect(outcome("", cells)).toBe(expected);
  });
});

describe("by rules", () => {
  test.each([
    ["at_least raises, without testing the requirement", "{ id: r, when: p, at_least: tot }", "0 x - - 55", "tot"],
    [
      "the highest at_least counts",
      "{ id: r, when: p, at_least: kha }, { id: s, when: q, at_least: tot }",
      "0 x x - 55",
      "tot",
    ],
    ["at_least lowers nobody", "{ id: r, when: p, at_least: kha }", "3 x - - 95", "xuat_sac"],
    ["at_most lowers", "{ id: r, when: p, at_most: trung_binh }", "3 x - - 95", "trung_binh"],
    [
      "the lowest at_most counts",
      "{ id: r, when: p, at_most: kha }, { id: s, when: q, at_most: trung_binh }",
      "3 x x - 95",
      "trung_binh",
    ],
    ["at_most raises nobody", "{ id: r, when: p, at_most: tot }", "3 x - - 55", "trung_binh"],
    [
      "at_most wins over at_least",
      "{ id: r, when: p, at_least: tot }, { id: s, when: q, at_most: trung_binh }",
      "3 x x - 20",
      "trung_binh",
    ],
    [
      "who comes down by at_most must meet that band's requirement",
      "{ id: r, when: p, at_most: kha }",
      "3 x - - 99.5",
      "yeu",
    ],
    ["set decides over both", "{ id: r, when: p, at_most: yeu }, { id: s, when: q, set: tot }", "3 x x - 95", "tot"],
    ["the worst set decides", "{ id: r, when: p, set: tot }, { id: s, when: q, set: kha }", "3 x x - 95", "kha"],
    ["set closes a band left open", "{ id: r, when: p, set: tot }", "0 x - - 75", "tot"],
    [
      "at_least and at_most leave it open",
      "{ id: r, when: p, at_least: xuat_sac }, { id: s, when: q, at_most: yeu }",
      "0 x x - 75",
      "incomplete",
    ],
    ["a set tests no requirement", "{ id: r, when: p, set: xuat_sac }", "0 x - - 20", "xuat_sac"],
    ["a missing score stays missing, whatever is set", "{ id: r, when: p, set: tot }", "3 x - - -", "incomplete"],
    [
      "not_rated wins over everything",
      "{ id: r, when: p, not_rated: nghỉ }, { id: s, when: q, set: tot }",
      "3 x x - 95",
      "not_rated",
    ],
    ["not_rated wins over a missing score", "{ id: r, when: p, not_rated: nghỉ }", "3 x - - -", "not_rated"],
  ])("%s", (_, rules, cells, expected) => {
    expect(outcome(rules, cells)).toBe(expected);
  });

  test.each([
    ["the band by points", "", "0 - - - 75", "tot"],
    ["the band that `next` leads to", "", "1 - - - 95", "tot"],
    ["the band that at_most leads to", "{ id: r, when: p, at_most: tot }", "1 x - - 95", "tot"],
  ])("a reason tells which requirement leaves the band open: that of %s", (_, rules, cells, band) => {
    const { x } = results(rubric(rules), `ma dk p q s A\nx ${cells}`);
    expect(x?.reason).toBe(`không đủ điều kiện ${band}, chờ cấp có thẩm quyền quyết định`);
  });

  test("the rules that held are listed by id, in every state; the total is given where it is known", () => {
    const shown = results(
      rubric(
        "{ id: z, when: p, at_most: tot }, { id: m, when: p, not_rated: nghỉ }, { id: d, when: A > 1, at_most: tot }",
      ),
      "ma dk p q s A\nx 3 x - - 95\ny 3 x - - -\nz 3 - - - 80",
    );
    expect(each(shown, "rules")).toEqual({ x: "d m z", y: "m z", z: "d" });
    expect(each(shown, "total")).toEqual({ x: "95", y: "", z: "80" });
  });
});

describe("a missing operand", () => {
  test.each([
    ["does not make a rule fire", "A > 1", ""],
    ["nor its negation", "!(A > 1)", ""],
    ["is not needed where the other side decides an ||", "A > 1 || p", "r"],
    ["nor where it decides an &&, negated", "!(A > 1 && q)", "r"],
  ])("%s", (_, when, expected) => {
    const { x } = results(rubric(`{ id: r, when: "${when}", at_most: tot }`), "ma dk p q s A\nx 3 x - - -");
    expect([x?.state, x?.rules]).toEqual(["incomplete", expected]);
  });
});

describe("the reason says what led away from the band of the points", () => {
  const reason = (rules: string, cells: string): string =>
    results(rubric(rules), `ma dk p q s A\nx ${cells}`).x?.reason ?? "";
  test.each([
    ["nothing where the band is theirs", "{ id: r, when: p, at_most: tot }", "3 x - - 75", ""],
    ["a requirement that is not met", "", "2 - - - 95", "không đủ điều kiện xuat_sac (dk từ 3 trở lên): tot"],
    [
      "only those of several that are not met",
      "",
      "1 - - - 99",
      "không đủ điều kiện tot, chờ cấp có thẩm quyền quyết định",
    ],
    ["a rule that raises", "{ id: r, when: p, at_least: tot }", "0 x - - 55", "quy tắc r: ít nhất là tot"],
    [
      "of several rules the one that counts",
      "{ id: r, when: p, at_most: kha }, { id: s, when: q, at_most: trung_binh }",
      "3 x x - 95",
      "quy tắc s: cao nhất là trung_binh",
    ],
    [
      "a rule, and the requirement of the band that it leads to",
      "{ id: r, when: p, at_most: kha }",
      "3 x - - 99.5",
      "quy tắc r: cao nhất là kha; không đủ điều kiện kha (điểm A dưới 99,5): yeu",
    ],
    ["a rule that closes what was left open", "{ id: r, when: p, set: yeu }", "1 x - - 75", "quy tắc r: xếp yeu"],
  ])("%s", (_, rules, cells, expected) => {
    expect(reason(rules, cells)).toBe(expected);
  });
});
