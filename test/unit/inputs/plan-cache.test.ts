// A remembered plan is used only where every word of what it was made of is the same; anything else means compiling.
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { sha256 } from "../../../src/files/hash.ts";
import { planCache } from "../../../src/inputs/plan-cache.ts";
import { createLibraries } from "../../../src/inputs/rubric-library.ts";
import type { PlanCache } from "../../../src/model/library.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { planFile } from "../../../src/model/plan-file.ts";
import { planToJson } from "../../../src/model/plan-json.ts";
import { planOf } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";
import { root, withFolder, writeTree } from "../../support/files.ts";
import { runProcess } from "../../support/run.ts";

const law = readFileSync(join(root, "test/cases/shared/law.yaml"), "utf8");
const adopter = 'schema: 1\nextends: { rubric: law.yaml, version: "2026.1" }\nid: office\nversion: "1"\n';

interface Kept {
  readonly folder: string;
  readonly file: string;
  /** What is recalled: of the rubric as it was, unless said otherwise. */
  readonly recalled: (text?: string, set?: string, made?: string) => string | undefined;
  readonly plan: string;
}

/** Remembers the plan of a rubric that adopts another, in a cache of its own. */
async function kept(use: (kept: Kept) => void): Promise<void> {
  await withFolder(async (folder) => {
    writeTree(folder, [["law.yaml", law]]);
    const given = (text: string, set: string) => {
      const rubric = source(join(folder, "office.yaml"), text);
      return [
        rubric,
        { library: createLibraries()(rubric.name), set: [{ name: "nguong", value: source("set", set) }] },
      ] as const;
    };
    const cache = (made: string) => planCache({ XDG_CACHE_HOME: join(folder, "cache") }, made) as PlanCache;
    const plan = await planOf(given(adopter, "85")[0], createDiagnostics(), given(adopter, "85")[1], cache("build"));
    const plans = join(folder, "cache/score/plans");
    const [name = ""] = readdirSync(plans);
    use({
      folder: plans,
      file: join(plans, name),
      recalled: (text = adopter, set = "85", made = "build") => {
        const known = cache(made).recall(...given(text, set));
        return known && planToJson(known);
      },
      plan: plan ? planToJson(plan) : "",
    });
  });
}

test("a plan is the one that was made", () => kept(({ recalled, plan }) => expect(recalled()).toBe(plan)));

test("another text, value or build of the program is another rubric", () =>
  kept(({ recalled }) => {
    expect(recalled(`${adopter}# \n`)).toBeUndefined();
    expect(recalled(adopter, "86")).toBeUndefined();
    expect(recalled(adopter, "85", "other")).toBeUndefined();
  }));

test("so is one whose base has changed, or is gone", () =>
  kept(({ folder, recalled }) => {
    const base = join(folder, "../../../law.yaml");
    writeFileSync(base, law.replace("max: 40", "max: 41"));
    expect(recalled()).toBeUndefined();
    writeFileSync(base, law);
    expect(recalled()).toBeDefined();
    renameSync(base, `${base}.old`);
    expect(recalled()).toBeUndefined();
  }));

test("a damaged entry is no entry", () =>
  kept(({ file, recalled }) => {
    const whole = readFileSync(file, "utf8");
    for (const damaged of [
      "",
      "{",
      whole.slice(0, -20),
      whole.replace('"scale"', '"scalf"'),
      whole.replace("office", "0ffice"),
    ]) {
      writeFileSync(file, damaged);
      expect(recalled()).toBeUndefined();
    }
    writeFileSync(file, whole);
    expect(recalled()).toBeDefined();
  }));

test.skipIf(process.platform === "win32")("a file that another user could have written is not trusted", () =>
  kept(({ file, recalled }) => {
    chmodSync(file, 0o666);
    expect(recalled()).toBeUndefined();
    chmodSync(file, 0o600);
    renameSync(file, `${file}.real`);
    symlinkSync(`${file}.real`, file);
    expect(recalled()).toBeUndefined();
  }),
);

test("a rubric with findings is compiled every time, and so is every one where there is no cache", async () => {
  await withFolder(async (folder) => {
    const cache = planCache({ XDG_CACHE_HOME: folder }, "build");
    const noted = `${law}allow: [{ code: R106, at: subject, because: nobody moves }]\n`;
    const diagnostics = createDiagnostics();
    await planOf(source("law.yaml", noted), diagnostics, {}, cache);
    expect(diagnostics.list.length).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
    // A file stands where the folder would be.
    writeFileSync(join(folder, "score"), "");
    expect(await planOf(source("law.yaml", law), createDiagnostics(), {}, cache)).toBeDefined();
  });
  expect(planCache({}, "build")).toBeUndefined();
  expect(planCache({ HOME: "/home/an" }, undefined)).toBeUndefined();
  // A folder that depends on where the command runs is none.
  expect(planCache({ XDG_CACHE_HOME: "cache", LOCALAPPDATA: "./local", HOME: "an" }, "build")).toBeUndefined();
});

test("a plan file that was found whole is not taken apart again, and one that was changed never is remembered", async () => {
  await withFolder(async (folder) => {
    const cache = planCache({ XDG_CACHE_HOME: folder }, "build") as PlanCache;
    const plan = await planOf(source("law.yaml", law), createDiagnostics());
    const file = source("plan.json", planFile(plan as Plan, sha256));
    const changed = source("plan.json", file.text.replace('"2026.1"', '"2026.2"'));
    expect(changed.text).not.toBe(file.text);
    for (const again of [false, true]) {
      expect(cache.recall(file, {}) !== undefined).toBe(again);
      expect(await planOf(file, createDiagnostics(), {}, cache)).toEqual(plan);
      const diagnostics = createDiagnostics();
      expect(await planOf(changed, diagnostics, {}, cache)).toBeUndefined();
      expect(diagnostics.list.map(({ code }) => code)).toEqual(["C133"]);
    }
    const set = [{ name: "nguong", value: source("--set nguong", "85") }];
    const diagnostics = createDiagnostics();
    expect(await planOf(file, diagnostics, { set }, cache)).toBeUndefined();
    expect(diagnostics.list.map(({ code }) => code)).toEqual(["C136"]);
  });
});

test("only so many are kept, and nothing of a half-written one", async () => {
  await withFolder(async (folder) => {
    const plans = join(folder, "score/plans");
    mkdirSync(plans, { recursive: true });
    for (let at = 0; at < 120; at++) writeFileSync(join(plans, `${at}.plan`), "");
    await planOf(source("law.yaml", law), createDiagnostics(), {}, planCache({ XDG_CACHE_HOME: folder }, "build"));
    const left = readdirSync(plans);
    expect(left).toHaveLength(100);
    expect(left.filter((name) => !name.endsWith(".plan"))).toEqual([]);
  });
});

test("the program prints the same with it as without", async () => {
  await withFolder(async (cwd) => {
    writeTree(cwd, [
      ["law.yaml", law],
      ["sheet.csv", "ma,ho_ten,period,C1,C2,T1,T2\n1,An,2026-Q1,20,10,40,30\n"],
    ]);
    const argv = ["compute", "law.yaml", "sheet.csv", "--format", "csv"];
    const env = { XDG_CACHE_HOME: join(cwd, "cache") };
    const without = await runProcess([...argv, "--no-cache"], { cwd, env });
    expect(readdirSync(cwd).sort()).toEqual(["law.yaml", "sheet.csv"]);
    const first = await runProcess(argv, { cwd, env });
    expect(readdirSync(join(cwd, "cache/score/plans"))).toHaveLength(1);
    const second = await runProcess(argv, { cwd, env });
    expect([first, second]).toEqual([without, without]);
  });
});
