// Rubrics that adopt one base are checked after each other, and what they have in common is checked once: what is said of one must
// not hang on those that came before.
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Library } from "../../src/model/library.ts";
import { planToJson } from "../../src/model/plan-json.ts";
import { proofLines } from "../../src/proof/report.ts";
import type { TotalProofs } from "../../src/proof/total-proofs.ts";
import { proofsOfTotals, rememberedProofs } from "../../src/proof/total-proofs.ts";
import type { Validate } from "../../src/rubric/compile.ts";
import { compileRubric, validator } from "../../src/rubric/compile.ts";
import { source } from "../../src/text/source.ts";
import { runs } from "../reference/runs.ts";

const base = `schema: 1
id: law
version: "1"
title: Thi đua
language: vi
basis: [{ id: qd, title: Quy định }]
parameters:
  chinh: { value: a }
  phu: { value: b }
  he_so: { value: 2 }
  nguong: { value: 80 }
formulas: { gap: { arguments: [x], value: x * he_so } }
period: quarter
missing: incomplete
codes: { KPS: skip_total }
subject: { key: ma }
columns:
  loai: { type: choice, values: [a, b], default: a }
  truong: { type: flag, default: false }
  ngay: { type: number, default: 0, min: 0, max: 40 }
areas:
  - id: CHUNG
    max: 30
    items:
      - { id: C1, max: 20 }
      - { id: C2, max: 10, when: loai == chinh }
      - { id: C3, max: 10, when: loai == phu }
  - id: KQ
    max: 70
    items: [{ id: T1, levels: { cao: 40, thap: 0 } }, { id: T2, max: 30 }]
  - { id: TH, bonus: true, max: 6, value: gap(C1) / 10 }
total: { max: 100, clamp: true }
bands:
  - { id: tot, title: Tốt, from: $nguong, require: [T2 >= nguong / 4], otherwise: next }
  - { id: dat, title: Đạt, from: 50 }
  - { id: kem, title: Kém }
rules: [{ id: nghi, when: ngay > nguong / he_so, set: kem }]
awards: [{ id: khen, when: unclamped > 100 && band == "tot" }]
ranking: { by: [unclamped] }
`;

/** Mostly nothing: an adopter that differs in everything is never sound. */
const some = <T>(values: readonly T[], nothing = 5): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: nothing, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );

/** Parts of the areas: where these are as in the base, most is in common. */
const rarely = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> => some(values, 20);

/** What adopters say; much of it does not fit the base or each other. */
const differences = fc.record({
  set: fc.record({
    chinh: some(["a", "b", "c", 1]),
    phu: some(["b", "a"]),
    he_so: some([2, 3, 0, "hai"]),
    nguong: some([80, 85, 70]),
  }),
  change: fc.record({
    C1: rarely([{ max: 15 }, { title: "Một" }]),
    C2: rarely([{ when: "truong" }, { max: 5 }]),
    "columns.loai": some([{ values: ["a", "b", "c"] }, { labels: { a: "A", b: "a" } }]),
    "columns.ngay": some([{ max: 30 }, { type: "text", default: "0", min: 0 }]),
    "rules.nghi": some([{ when: "ngay > 30" }, { set: "dat" }]),
    codes: some([{ thap: "zero" }, { có: "zero" }]),
    KQ: rarely([{ max: 75 }]),
  }),
  add: fc.record({
    columns: some([{ nguoi: { type: "text", default: "", header: "C1" } }]),
    CHUNG: rarely([[{ id: "C4", max: 5 }], [{ id: "C4", max: 0, min: -5 }]]),
  }),
  remove: rarely([["C3"], ["rules.nghi"], ["T2"]]),
});

const text = (said: unknown): string =>
  stringify({
    schema: 1,
    extends: { rubric: "law.yaml", version: "1" },
    id: "office",
    version: "1",
    because: "qd",
    ...JSON.parse(JSON.stringify(said)),
  }).replaceAll(/^(set|change|add): \{\}\n/gm, "");

function libraryOfItsOwn(): Library {
  const law = source("law.yaml", base);
  return { find: (name) => (name === law.name ? { kind: "file", source: law } : { kind: "absent", name }) };
}

/** All that is told of a rubric: its plan and what is proved of it, or what is wrong with it and where. */
function outcome(adopter: string, library: Library, validate: Validate, proofs: TotalProofs): object {
  const diagnostics = createDiagnostics();
  const sound = validate(source("office.yaml", adopter), diagnostics, { library });
  const told = diagnostics.list.map(({ code, parameters, place, related }) => ({ code, parameters, place, related }));
  if (sound?.kind !== "whole") return { told };
  const plan = sound.plan();
  return { told, plan: planToJson(plan), proofs: proofLines(plan, proofs) };
}

const alone: Validate = (rubric, diagnostics, given) => {
  const plan = compileRubric(rubric, diagnostics, given);
  return plan && { kind: "whole", plan: () => plan };
};

test("what is said of an adopter is the same whoever came before", () => {
  let [sound, wrong] = [0, 0];
  fc.assert(
    fc.property(fc.array(differences, { minLength: 2, maxLength: 4 }), (all) => {
      const [library, validate, proofs] = [libraryOfItsOwn(), validator(), rememberedProofs()];
      for (const adopter of all.map(text)) {
        const expected = outcome(adopter, libraryOfItsOwn(), alone, proofsOfTotals);
        expect(outcome(adopter, library, validate, proofs)).toEqual(expected);
        if ("plan" in expected) sound++;
        else wrong++;
      }
    }),
    runs(1),
  );
  expect(Math.min(sound, wrong)).toBeGreaterThan(10);
});
