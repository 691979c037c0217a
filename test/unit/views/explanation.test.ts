import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Step } from "../../support/case-file.ts";
import { readCase } from "../../support/case-file.ts";
import { caseNames, caseText, performCase } from "../../support/case-run.ts";
import { root } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const schema = JSON.parse(readFileSync(join(root, "schema/explanation.schema.json"), "utf8"));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const isExplanation = ajv.compile(schema);
const ofSubjects = caseNames.filter(
  (name) =>
    name.startsWith("explain/") &&
    caseText(name).includes("\n--- file rubric.yaml") &&
    readCase(caseText(name)).steps[0]?.command.includes("score explain"),
);

test.each(ofSubjects)("what the schema says of %s", async (name) => {
  const [{ command, ...step }] = readCase(caseText(name)).steps as [Step];
  const [subject = "--subject ''"] = /--subject (?:"[^"]*"|\S+)/.exec(command) ?? [];
  const asked = `${command.split(" --")[0]} ${subject} --format json --quiet`;
  const { steps } = await performCase({ note: "", steps: [{ ...step, command: asked }] }, runHere);
  const [{ stdout, exit }] = steps as [Step];
  if (exit !== 0) return expect(JSON.parse(String(stdout))).toHaveProperty("findings");
  expect(isExplanation(JSON.parse(String(stdout))), ajv.errorsText(isExplanation.errors)).toBe(true);
});
