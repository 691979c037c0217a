// A column with `when` is read only where it applies; a statement is asked for only where it can matter.
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { hintOf } from "../../../src/diagnostics/message.ts";
import { openRubric } from "../../../src/rubric/compile.ts";
import { source } from "../../../src/text/source.ts";
import { wholeRubric } from "../../support/examples.ts";
import { compileText } from "./compile-text.ts";

const found = (fragment: string) => compileText(fragment).found.map(({ code, at }) => `${code} ${at}`);

const columns = `columns:
  ld: { type: flag, default: false }
  e: { type: number, min: 1, max: 9, required: true, when: ld }
  m: { type: number, min: 1, max: 9, default: 1 }
`;
const rule = (when: string) => `${columns}rules: [{ id: r, when: "${when}", at_most: poor }]\n`;

describe("a rule", () => {
  test.each(["e < 2", "!ld && e < 2", "m > 2 && e < 2", "ld || e < 2", "[1, 2].exists(x, e < x)"])("%s", (when) => {
    expect(found(rule(when))).toEqual([`R141 "${when}"`]);
  });

  test.each([
    "ld && e < 2",
    "e < 2 && ld",
    "!ld || e < 2",
    "m > 2 && ld && e < 2",
    "(ld ? e : m) < 2",
    "[1, 2].exists(x, ld && e < x)",
  ])("%s is guarded", (when) => {
    expect(found(rule(when))).toEqual([]);
  });
});

const year = "rollups:\n  - { period: year, of: quarter, missing: skip, score: mean,";
const places: readonly (readonly [string, (condition: string) => string])[] = [
  ["the band of a rule", (c) => `rules: [{ id: r, when: ld, at_most: '=${c} ? "poor" : "good"' }]`],
  ["require", (c) => `bands: [{ id: good, from: 50, require: "${c}", otherwise: next }, { id: poor }]`],
  [
    "a list of require",
    (c) => `bands: [{ id: good, from: 50, require: [A > 1, "${c}"], otherwise: next }, { id: poor }]`,
  ],
  ["an award", (c) => `awards: [{ id: w, title: W, when: "${c}" }]`],
  ["an alert", (c) => `alerts: [{ id: w, title: W, when: "${c}" }]`],
  [
    "raise",
    (c) =>
      `quotas: [{ id: q, band: good, share: 20%, of: rated, within: [], round: down, ties: out, then: poor, raise: { share: 30%, when: "${c}" } }]`,
  ],
];

describe.each(places)("%s", (_, at) => {
  test("reads where the column applies", () => {
    expect(found(`${columns}${at("e < 2")}\n`)).toEqual([expect.stringMatching(/^R141 /)]);
    expect(found(`${columns}${at("ld && e < 2")}\n`)).toEqual([]);
  });
});

test("a rollup reads the columns of its latest period", () => {
  const yearly = (when: string) => `${columns}${year} rules: [{ id: r, when: "${when}", at_most: poor }] }\n`;
  expect(found(yearly("latest.e < 2"))).toEqual(['R141 "latest.e < 2"']);
  expect(found(yearly("latest.ld && latest.e < 2"))).toEqual([]);
});

test("a ratio applies only where its columns do", () => {
  const ratio = (target: string) => `${columns}areas:
  - { id: A, ratio: { max: 100, cap: none, done: m, target: ${target}, empty: zero }, when: ld }
  - { id: B, ratio: { max: 100, cap: none, done: ${target}, target: m, empty: zero }, when: "!ld" }
`;
  expect(found(ratio("e"))).toEqual(["R141 e"]);
  expect(found(ratio("m"))).toEqual([]);
});

test("the guard that is advised has the brackets that it needs", () => {
  const either = columns
    .replace("when: ld }", 'when: "ld || chief" }')
    .replace("  ld:", "  chief: { type: flag, default: false }\n  ld:");
  expect(hint(`${either}rules: [{ id: r, when: e < 2, at_most: poor }]\n`)).toContain("`(ld || chief) && …`");
  expect(hint(rule("e < 2"))).toContain("`ld && …`");
});

/** The advice of the only finding. */
function hint(fragment: string): string {
  const diagnostics = createDiagnostics();
  openRubric(source("rubric.yaml", wholeRubric(fragment)), diagnostics);
  return hintOf(diagnostics.list[0] as Diagnostic, "en") ?? "";
}

const bands = "bands: [{ id: a, from: 80 }, { id: b, from: 60 }, { id: c, from: 40 }, { id: d }]\n";
const quota = (id: string, band: string, then: string, of: string, more = "") =>
  `  - { id: ${id}, band: ${band}, share: 20%, of: ${of}, within: [], round: down, ties: out, then: ${then}${more} }\n`;

describe("`basis` of a quota", () => {
  test.each([
    ["everybody rated", "rated"],
    ["the band and where its surplus goes", "[a, b]"],
    ["neither of them", "[c]"],
  ])("need not be stated with %s", (_, of) => {
    expect(found(`${bands}quotas:\n${quota("q", "a", "b", of)}`)).toEqual([]);
  });

  test.each([
    ["where the surplus goes alone", "[b]"],
    ["the band alone", "[a]"],
  ])("is asked for with %s", (_, of) => {
    expect(found(`${bands}quotas:\n${quota("q", "a", "b", of)}`)).toEqual([expect.stringMatching(/^R804 /)]);
  });

  test("is asked for where a better band's quota brings people in", () => {
    const beside = (then: string) =>
      `${bands}quotas:\n${quota("p", "a", then, "rated")}${quota("q", "b", "c", "[b, c]")}`;
    expect(found(beside("b"))).toEqual([expect.stringMatching(/^R804 /)]);
    expect(found(beside("d"))).toEqual([]);
  });

  test("is not asked for because of a worse band's quota", () => {
    expect(found(`${bands}quotas:\n${quota("p", "b", "c", "rated")}${quota("q", "a", "b", "[a, b]")}`)).toEqual([]);
  });
});
