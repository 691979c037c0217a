// LANGUAGE.md 1: warnings that a rubric accepts with a reason.
import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

const told = (allow: string): string[] =>
  compileText(`subject: { key: [code, team] }
columns:
  code: { type: text, required: true }
  team: { type: text, required: true }
ranking: { within: [team] }
allow: [${allow}]
`).found.map(({ code, at }) => `${code} ${at}`);

test.each([
  ["", ["R106 team"]],
  ["{ code: R106, at: subject, because: x }", []],
  ["{ code: R106, at: ranking, because: x }", []],
  ["{ code: R106, at: subject.key, because: x }", []],
  ["{ code: R106, at: bands, because: x }", ["R106 team", "R149 R106"]],
  ["{ code: R106, at: bands.good, because: x }", ["R106 team", "R149 R106"]],
  ["{ code: R106, at: A, because: x }", ["R106 team", "R149 R106"]],
  ["{ code: R207, at: subject, because: x }", ["R106 team", "R149 R207"]],
  ["{ code: R106, at: subject.kez, because: x }", ["R106 team", "R148 subject.kez"]],
  ["{ code: R106, at: bands.best, because: x }", ["R106 team", "R148 bands.best"]],
])("allow: [%s]", (allow, expected) => {
  expect(told(allow)).toEqual(expected);
});

test("an error is not accepted", () => {
  const { found, plan } = compileText("allow: [{ code: R126, at: areas, because: x }]\nareas: [{ id: A, max: 99 }]");
  expect(found.map(({ code }) => code)).toContain("R126");
  expect(plan).toBeUndefined();
});
