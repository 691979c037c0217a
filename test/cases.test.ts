// Golden cases: each file below test/cases says what runs, on which files, and all that it must give. UPDATE=1 rewrites that.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCase, writeCase } from "./support/case-file.ts";
import type { Runner } from "./support/case-run.ts";
import { caseNames, cases, caseText, performCase } from "./support/case-run.ts";
import { runHere, runProcess } from "./support/run.ts";
import { updating } from "./support/update.ts";

test("there are cases", () => expect(caseNames.length).toBeGreaterThan(10));

describe("in this process", () => {
  test.each(caseNames)("%s", async (name) => {
    const got = await performed(name, runHere);
    if (updating) writeFileSync(join(cases, name), got);
    expect(got).toBe(caseText(name));
  });
});

describe("as a process of its own", () => {
  test.concurrent.each(caseNames)("%s", async (name) => {
    expect(await performed(name, runProcess)).toBe(caseText(name));
  });
});

const performed = async (name: string, runner: Runner): Promise<string> =>
  writeCase(await performCase(readCase(caseText(name)), runner));
