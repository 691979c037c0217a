// LANGUAGE.md 1.12: the order of files and entries never matters, what is not changed is as in the base, and the composed rubric
// is the rubric.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Library } from "../../src/model/library.ts";
import { planToJson } from "../../src/model/plan-json.ts";
import { compileRubric, composedText } from "../../src/rubric/compile.ts";
import { source } from "../../src/text/source.ts";
import { runs } from "../reference/runs.ts";
import { root } from "../support/files.ts";

const law = source("law.yaml", readFileSync(join(root, "test/cases/shared/law.yaml"), "utf8"));
const library: Library = {
  find: (name) => (name === law.name ? { kind: "file", source: law } : { kind: "absent", name }),
};

/** Edits of which each stands by itself; some do not fit the base or each other. */
const changes: readonly (readonly [string, object])[] = [
  ["T1", { max: 45, title: "Việc 1" }],
  ["T2", { max: 25 }],
  ["C1", { max: 15 }],
  ["C2", { max: 15 }],
  ["bands.tot", { require: { add: ["C1 >= 10"] } }],
  ["bands.dat", { from: 55 }],
  ["quotas.han_che", { round: "up", within: ["ky_luat"] }],
  ["rules.ky_luat_kem", { set: "dat" }],
  ["columns.ky_luat", { title: "Kỷ luật" }],
  ["total", { clamp: true }],
  ['tests."đủ điểm"', { expect: { total: 100 } }],
  ["T9", { max: 3 }],
];
const additions: readonly (readonly [string, unknown])[] = [
  ["columns", { don_vi: { type: "text", default: "chung" } }],
  ["rules", [{ id: "thap", when: "T1 < 10", at_most: "dat" }]],
  ["KQ", [{ id: "thuong", bonus: true, max: 5 }]],
  ["bands", [{ id: "kha", title: "Khá", from: 65 }]],
];
const removals = ["quotas.han_che", "tests.kỷ luật", "T2", "rules.ky_luat_kem"];

interface Parts {
  readonly changes: readonly (readonly [string, unknown])[];
  readonly additions: readonly (readonly [string, unknown])[];
  readonly removals: readonly string[];
}

const parts = fc.record({
  changes: fc.subarray([...changes]),
  additions: fc.subarray([...additions]),
  removals: fc.subarray(removals, { maxLength: 2 }),
});

/** The text of an adopting file whose entries stand in the order that `sorted` gives them. */
function adopter(
  { changes: changed, additions: added, removals: gone }: Parts,
  sorted: <T>(list: readonly T[]) => T[],
  base = { rubric: "law.yaml", version: "2026.1" },
) {
  const entries: [string, unknown][] = [
    ["schema", 1],
    ["extends", base],
    ["id", "office"],
    ["version", "1"],
    ["because", "qd"],
    ["set", Object.fromEntries(sorted(Object.entries({ han_muc: "25%", nguong: 85 })))],
    ...(changed.length > 0 ? [["change", Object.fromEntries(sorted(changed))] as [string, unknown]] : []),
    ...(added.length > 0 ? [["add", Object.fromEntries(sorted(added))] as [string, unknown]] : []),
    ...(gone.length > 0 ? [["remove", sorted(gone)] as [string, unknown]] : []),
  ];
  // Text of JSON is YAML, but a percentage in quotes would be a text.
  return stringify(Object.fromEntries(sorted(entries))).replace(/"?25%"?/, "25%");
}

function outcome(text: string): unknown {
  const diagnostics = createDiagnostics();
  const plan = compileRubric(source("office.yaml", text), diagnostics, { library });
  return plan
    ? planToJson(plan)
    : diagnostics.list.map(({ code, parameters }) => JSON.stringify([code, parameters])).sort();
}

test("the order of entries never matters", () => {
  let sound = 0;
  fc.assert(
    fc.property(parts, fc.func(fc.integer()), (each, rank) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        [...list].sort((a, b) => rank(JSON.stringify(a)) - rank(JSON.stringify(b)));
      const expected = outcome(adopter(each, (list) => [...list]));
      if (typeof expected === "string") sound++;
      expect(outcome(adopter(each, shuffled))).toEqual(expected);
    }),
    runs(1),
  );
  expect(sound).toBeGreaterThan(0);
});

test("the composed rubric is the rubric", () => {
  fc.assert(
    fc.property(parts, (each) => {
      const text = source(
        "office.yaml",
        adopter(each, (list) => [...list]),
      );
      const plan = compileRubric(text, createDiagnostics(), { library });
      if (!plan) return;
      const composed = composedText(text, createDiagnostics(), { library }) ?? "";
      const again = compileRubric(source("composed.yaml", composed), createDiagnostics());
      expect(again && planToJson(again)).toBe(planToJson(plan));
    }),
    runs(1),
  );
});

/** Edits that leave a sound rubric, whichever of them two levels make: what sums up changes together. */
const groups = [["T1", "T2"], ["bands.tot"], ["bands.dat"], ["quotas.han_che"], ["rules.ky_luat_kem"], ["total"]];
const soundParts = fc.record({
  changes: fc
    .subarray(groups)
    .map((chosen) => changes.filter(([address]) => chosen.some((group) => group.includes(address)))),
  additions: fc.constant<Parts["additions"]>([]),
  removals: fc.constant<Parts["removals"]>([]),
});

test("the composed rubric of an adopter of an adopter is the rubric, with the reasons of both", () => {
  let sound = 0;
  fc.assert(
    fc.property(soundParts, soundParts, (district, each) => {
      const unsorted = <T>(list: readonly T[]): T[] => [...list];
      const between = source("district.yaml", adopter(district, unsorted));
      const both: Library = {
        find: (name, from) => (name === between.name ? { kind: "file", source: between } : library.find(name, from)),
      };
      const text = source("office.yaml", adopter(each, unsorted, { rubric: "district.yaml", version: "1" }));
      const plan = compileRubric(text, createDiagnostics(), { library: both });
      if (!plan) return;
      sound++;
      expect(plan.departures?.map(({ file }) => file)).toEqual(["district.yaml", "office.yaml"]);
      const composed = composedText(text, createDiagnostics(), { library: both }) ?? "";
      const again = compileRubric(source("composed.yaml", composed), createDiagnostics());
      expect(again && planToJson(again)).toBe(planToJson(plan));
    }),
    runs(1),
  );
  expect(sound).toBeGreaterThan(0);
});

test("an adopting file that says nothing else is its base under another name", () => {
  const base = compileRubric(law, createDiagnostics());
  const text = adopter({ changes: [], additions: [], removals: [] }, (list) => [...list])
    .replace(/^set:\n( .*\n)*/m, "")
    .replace(/^because: .*\n/m, "");
  const own = compileRubric(source("office.yaml", text), createDiagnostics(), { library });
  expect(own && planToJson({ ...own, id: "law", version: "2026.1" })).toBe(base && planToJson(base));
});
