import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hintOf, messageOf } from "../../../src/diagnostics/message.ts";
import { fraction } from "../../../src/number/exact.ts";
import { reservedWords } from "../../../src/rubric/2-shape/names.ts";
import { baseRubric, wholeRubric } from "../../support/examples.ts";
import { shape, textAt } from "./reading.ts";

/** What a rubric with these parts gives: `CODE written` for each diagnostic, in order. */
function told(fragment: string): string[] {
  const text = wholeRubric(fragment);
  return shape(text).list.map(({ code, place }) => `${code} ${place && textAt(text, place)}`);
}

/** The same for a single item or area. */
const toldOfNode = (node: string): string[] => told(`areas:\n  - ${node}\n`);

describe("what a rubric becomes", () => {
  test("numbers are exact, from their source text", () => {
    const { shaped } = shape(wholeRubric("total: { max: +1e2, clamp: false, round: { to: .10, mode: half_up } }\n"));
    expect(shaped?.rubric.total).toEqual({ max: 100, clamp: false, round: { to: fraction(1n, 10n), mode: "half_up" } });
    const large = shape(wholeRubric("total: { max: 1e400, round: { to: 1e-400, mode: up } }\n")).shaped?.rubric.total;
    expect(large).toEqual({ max: { n: 10n ** 400n, d: 1n }, round: { to: { n: 1n, d: 10n ** 400n }, mode: "up" } });
  });

  test("quoted numbers, dates and percentages stay text", () => {
    const { shaped } = shape(wholeRubric('version: "1.0"\nvalid: { from: 2026-01-01, to: "2026-12-31" }\n'));
    expect(shaped?.rubric).toMatchObject({ version: "1.0", valid: { from: "2026-01-01", to: "2026-12-31" } });
  });

  test("maps have no prototype, and any word is a key of its own", () => {
    const levels = "{ __proto__: 1, constructor: 2, toString: 3 }";
    const { shaped } = shape(wholeRubric(`areas:\n  - { id: constructor, levels: ${levels} }\n`));
    const area = shaped?.rubric.areas[0];
    expect(Object.getPrototypeOf(shaped?.rubric)).toBeNull();
    expect(Object.getPrototypeOf(area?.levels)).toBeNull();
    expect(Object.entries(area?.levels ?? {})).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
      ["toString", 3],
    ]);
  });

  test("places are asked by the part that holds the key", () => {
    const { shaped } = shape(baseRubric);
    const { rubric, places } = shaped as NonNullable<typeof shaped>;
    const [band] = rubric.bands;
    expect(textAt(baseRubric, places.value(band as object, "from"))).toBe("50");
    expect(textAt(baseRubric, places.key(rubric, "bands"))).toBe("bands");
    expect(textAt(baseRubric, places.value(rubric.bands, 1))).toBe("{ id: poor, title: Poor }");
    expect(textAt(baseRubric, places.whole(rubric.subject))).toBe("{ key: code, name: full_name }");
  });

  test.each(["tam-diep"])("the shipped rubric %s is accepted", (name) => {
    expect(shape(readFileSync(new URL(`../../../rubrics/${name}.yaml`, import.meta.url), "utf8")).found).toEqual([]);
  });
});

describe("a part that is something else than its place wants", () => {
  test.each(["quotas", "rules", "awards", "alerts", "rollups", "basis", "bands", "areas"])("a list in %s", (key) => {
    expect(told(`${key}: [ [ { id: q } ] ]\n`)).toEqual(["S103 [ { id: q } ]"]);
  });

  test("a list for a map", () => {
    expect(told("ratings: []\n")).toEqual(["S103 []"]);
    expect(told("total: [1]\n")).toEqual(["S103 [1]"]);
  });

  test("the name of a parameter in quotes for a number is a text", () => {
    expect(toldOfNode('{ id: A, max: "$most" }')).toEqual(['S106 "$most"']);
    expect(toldOfNode("{ id: A, max: $most }")).toEqual(["R859 $most"]);
  });
});

describe("the version of the language", () => {
  test.each(["2", '"1"', "1.5", "[1]"])("`schema: %s` is told, and nothing else", (version) => {
    const { list } = shape(`schema: ${version}\nnonsense: 1\n`);
    expect(list.map(({ code }) => code)).toEqual(["S100"]);
    expect(messageOf(list[0] as (typeof list)[0], "en")).toContain("version 1");
  });
  test("a rubric without it misses a key", () => {
    expect(shape(baseRubric.replace("schema: 1\n", "")).list.map(({ code }) => code)).toEqual(["S102"]);
  });
});

describe("one diagnostic for one mistake, at its place", () => {
  test.each<[string, string, string[]]>([
    ["an unknown key", "rankings: { by: [total] }\n", ["S101 rankings"]],
    ["an unknown key that nothing resembles", "total: { max: 100, zzz: 1 }\n", ["S101 zzz"]],
    ["a prototype's name as key", "total: { __proto__: 1, constructor: 2 }\n", ["S101 __proto__", "S101 constructor"]],
    ["a misspelt key that is required", "subject: { kye: code }\n", ["S101 kye"]],
    ["a missing key", "subject: { name: x }\n", ["S102 { name: x }"]],
    ["a map for a list", "bands: { good: 50 }\n", ["S103 { good: 50 }"]],
    ["a list for a text", "title: [x]\n", ["S103 [x]"]],
    ["a number for a map", "total: 100\n", ["S103 100"]],
    ["a text for true or false", 'total: { clamp: "true" }\n', ['S103 "true"']],
    ["a word that is none of the choices", "missing: zeros\n", ["S104 zeros"]],
    ["a number among words", "period: 4\n", ["S104 4"]],
    ["a bad id", "id: Tam Điệp\n", ["S105 Tam Điệp"]],
    ["a number as id", "id: 12\n", ["S105 12"]],
    ["a bad id as key", "columns: { 1a: { type: text } }\n", ["S105 1a"]],
    ["a prototype as column", "columns: { __proto__: { type: text } }\n", ["S105 __proto__"]],
    ["a text for a number", 'total: { max: "100" }\n', ['S106 "100"']],
    ["a decimal comma", "total: { max: 99,5 }\n".replace("99,5", '"99,5"'), ['S106 "99,5"']],
    ["a fraction for a whole number", "decimals: 1.5\n", ["S106 1.5"]],
    ["numbers to quote", "version: 2026.10\ntitle: 5\n", ["S108 2026.10", "S108 5"]],
    ["true to quote", "title: true\n", ["S108 true"]],
    ["dates", "valid: { from: 1/1/2026, to: 2026 }\n", ["S110 1/1/2026", "S110 2026"]],
    ["keys without values", "missing:\ntitle: ~\n", ["S111 missing", "S111 title"]],
    ["an empty list", "areas: []\n", ["S112 []"]],
    ["a negative count", "decimals: -1\n", ["S113 -1"]],
    ["a grid of zero", "total: { round: { to: 0, mode: up } }\n", ["S113 0"]],
    ["a rule without effect", "rules:\n  - { id: a, when: x }\n", ["S122 { id: a, when: x }"]],
    ["a rule with two effects", "rules:\n  - { id: a, when: x, set: b, at_most: c }\n", ["S123 at_most"]],
    ["a quota without size", "quotas:\n  - { id: a, band: b, then: c }\n", ["S124 { id: a, band: b, then: c }"]],
    ["a quota of two sizes", "quotas:\n  - { id: a, band: b, then: c, share: 20%, count: 3 }\n", ["S125 count"]],
    ["a count with a denominator", "quotas:\n  - { id: a, band: b, then: c, count: 3, of: rated }\n", ["S126 of"]],
    ["a share that is none", "quotas:\n  - { id: a, band: b, then: c, share: 20 % }\n", ["S109 20 %"]],
    ["an award for two reasons", "awards: [{ id: a, top: 1, share: 20% }]\n", ["S126 share"]],
    [
      "a unit of two columns",
      "areas: [{ id: A, ratio: { max: 9, cap: none, done: a, target: b, unit: percent } }]\n",
      ["S126 unit"],
    ],
    ["titles of a number", "columns: { a: { type: number, from: title_rows } }\n", ["S126 from"]],
    ["limits of a text", "columns: { a: { type: text, min: 1, max: 2 } }\n", ["S126 min", "S126 max"]],
    ["a choice without values", "columns: { a: { type: choice } }\n", ["S102 { type: choice }"]],
    ["a misspelt type", "columns: { a: { type: choise } }\n", ["S104 choise"]],
    ["two ways to combine", "ratings: { by: a, combine: { trimmed: 1, first: [b] } }\n", ["S125 first"]],
    ["no way to combine", "ratings: { by: a, combine: {} }\n", ["S124 {}"]],
    ["a word for a rollup", "rollups: [{ period: year, of: quarter, score: mean, missing: skp }]\n", ["S104 skp"]],
    ["a reserved word", "columns: { sum: { type: text } }\nsubject: { key: in }\n", ["S130 in", "S130 sum"].reverse()],
    [
      "a column of results",
      "columns: { marks: { type: text } }\nareas: [{ id: band_title, max: 1 }]\n",
      ["S130 marks", "S130 band_title"],
    ],
    ["a parameter in place of a value", "total: { max: $most }\n", ["R859 $most"]],
  ])("%s", (_, fragment, expected) => {
    expect(told(fragment)).toEqual(expected);
  });

  test.each(["010", "-01", "0x10", "0o7", ".inf", "-.inf", ".nan", "1e99999"])(
    "%s is no number and no text",
    (written) => {
      expect(told(`decimals: ${written}\n`)).toEqual([`S107 ${written}`]);
      expect(told(`title: ${written}\n`)).toEqual([`S107 ${written}`]);
      expect(told(`title: "${written}"\n`)).toEqual([]);
    },
  );
});

describe("areas and items", () => {
  test.each<[string, string[]]>([
    ["{ id: A }", ["S120 { id: A }"]],
    ["{ id: A, levls: { x: 1 } }", ["S101 levls"]],
    ["{ id: A, max: 1, levels: { x: 1 } }", ["S121 levels"]],
    ["{ id: A, yes: 5, value: x, max: 5 }", ["S121 value"]],
    ["{ id: A, value: x }", ["S102 { id: A, value: x }"]],
    ["{ id: A, count: { base: 7 } }", ["S102 { base: 7 }"]],
    ["{ id: A, ratio: { max: 5, cap: no } }", ["S104 no"]],
    ["{ id: A, ratio: { max: 5, cap: none, done: x } }", ["S102 { max: 5, cap: none, done: x }"]],
    ["{ id: A, max: 5, combine: best }", ["S126 combine"]],
    ["{ id: A, yes: 5, items: [{ id: B, max: 5 }] }", ["S126 yes"]],
    ["{ id: A, combine: { weight: { B: 1 } }, items: [{ id: B, max: 5 }] }", ["S101 weight"]],
    ["{ id: A, combine: avg, items: [{ id: B, max: 5 }] }", ["S104 avg"]],
    ["{ id: A, combine: [sum], items: [{ id: B, max: 5 }] }", ["S103 [sum]"]],
    ["{ id: A, items: [{ id: B, items: [{ id: C, max: x }] }] }", ["S106 x"]],
    ["{ id: A, max: 5, min: nil }", ["S104 nil"]],
  ])("%s", (node, expected) => {
    expect(toldOfNode(node)).toEqual(expected);
  });

  test.each([
    "{ id: A, max: 5, min: none, step: 0.5 }",
    "{ id: A, levels: { tốt: 5, kém: 0 } }",
    "{ id: A, yes: 5 }",
    "{ id: A, count: { base: 7, each: -2, min: 0 } }",
    "{ id: A, ratio: { max: 5, cap: 100% } }",
    "{ id: A, table: [{ from: 3, points: 5 }, { points: 0 }] }",
    "{ id: A, value: x, max: 5, clamp: false }",
    "{ id: A, max: 5, clamp: true, combine: { weights: { B: 60%, C: 0.4 } }, items: [{ id: B, max: 5 }, { id: C, yes: 1 }] }",
  ])("%s is right", (node) => {
    expect(toldOfNode(node)).toEqual([]);
  });
});

test("no reserved word names a variable, in the rubric or in a rollup", () => {
  expect(reservedWords.has("total") && reservedWords.has("in") && reservedWords.has("atLeast")).toBe(true);
  for (const word of reservedWords) {
    const rollup = `rollups: [{ period: year, of: quarter, score: mean, areas: [{ id: "${word}", max: 1 }] }]\n`;
    expect(told(rollup)).toEqual([`S130 "${word}"`]);
  }
  expect(told("rules:\n  - { id: sum, when: x, set: y }\n")).toEqual([]);
});

test("an unknown key is answered with the word that was meant, or with all that are known", () => {
  const say = (fragment: string) => shape(wholeRubric(fragment)).list.map((each) => messageOf(each, "vi"));
  expect(say("quota: []\n")).toEqual(["ở đây không có khóa `quota`; có phải là `quotas`?"]);
  const [unknown] = shape(wholeRubric("ranking: { zzz: 1 }\n")).list;
  const hints = unknown && (["en", "vi"] as const).map((language) => hintOf(unknown, language));
  expect(hints).toEqual([
    "known keys: `within`, `by`, `number` or `fixed`",
    "các khóa có thể dùng: `within`, `by`, `number` hoặc `fixed`",
  ]);
});
