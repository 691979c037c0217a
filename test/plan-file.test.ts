// A plan file is what its schema says, gives the same bytes as its rubric without the compiler, and is refused when it was changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../src/diagnostics/diagnostic.ts";
import { explanations } from "../src/diagnostics/explanations.generated.ts";
import type { Plan } from "../src/model/plan.ts";
import type { Hash } from "../src/model/plan-file.ts";
import { isPlanFile, planFile, readPlanFile } from "../src/model/plan-file.ts";
import { compileRubric } from "../src/rubric/compile.ts";
import { source } from "../src/text/source.ts";
import { periodLines } from "../src/views/period-csv.ts";
import { compile, compute } from "./reference/compile.ts";
import { drawn } from "./reference/generate/draw.ts";
import { rubricSpec, yaml } from "./reference/generate/rubric.ts";
import { sheetFor } from "./reference/generate/sheet.ts";
import { rowsFor } from "./reference/rows.ts";
import { wholeRubric } from "./support/examples.ts";
import { readTree, root, withFolder } from "./support/files.ts";
import { runHere, runProcess } from "./support/run.ts";

const schema = JSON.parse(readFileSync(join(root, "schema/plan.schema.json"), "utf8"));
const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
const hash: Hash = (text) => createHash("sha256").update(text).digest("hex");

const fits = (plan: Plan) => {
  validate(JSON.parse(planFile(plan, hash)));
  expect(validate.errors).toBeNull();
};
const read = (plan: Plan): Plan => {
  const back = readPlanFile(planFile(plan, hash), hash);
  return "plan" in back ? back.plan : expect.fail(back.refused.en);
};

describe("the schema describes", () => {
  const shipped = readdirSync(join(root, "rubrics")).filter((name) => name.endsWith(".yaml"));
  const texts = [
    ...shipped.map((name) => [name, readFileSync(join(root, "rubrics", name), "utf8")] as const),
    ...Object.entries(explanations).map(
      ([code, { fixed }]) => [code, wholeRubric(fixed["rubric.yaml"] ?? "")] as const,
    ),
  ];
  const plans = texts.flatMap(([name, text]) => {
    const plan = compileRubric(source(name, text), createDiagnostics());
    return plan ? [{ name, plan }] : [];
  });

  test.each(plans)("the plan of $name", ({ plan }) => fits(plan));

  test("nothing else", () => {
    const [{ plan } = expect.fail("no plan")] = plans;
    const whole = JSON.parse(planFile(plan, hash));
    for (const key of schema.required) {
      const { [key]: _, ...rest } = whole;
      expect(validate(rest), key).toBe(false);
    }
    expect(validate({ ...whole, other: 1 })).toBe(false);
  });
});

test("a plan that was written and read gives the same results", () => {
  fc.assert(
    fc.property(
      drawn(rubricSpec),
      drawn((draw) => draw),
      (spec, draw) => {
        const { plan, rubric } = compile(yaml(spec));
        fits(plan);
        const rows = rowsFor(plan, sheetFor(draw, rubric));
        const csv = (of: Plan) => {
          const report = compute(of, rows);
          return report.periods.map((period) => [period.period, ...periodLines(report, period)]);
        };
        expect(csv(read(plan))).toEqual(csv(plan));
      },
    ),
  );
});

describe("a plan file that was changed is refused", () => {
  const plan = compile(wholeRubric("")).plan;
  const text = planFile(plan, hash);
  const soundOrRefused = (changed: string) => {
    const back = readPlanFile(changed, hash);
    if ("plan" in back) expect(back.plan).toEqual(plan);
    else expect(back.refused.vi).not.toBe("");
    return "plan" in back;
  };

  test("but for its layout", () => {
    expect(soundOrRefused(text.replaceAll("\n", "\r\n"))).toBe(true);
    expect(soundOrRefused(JSON.stringify(JSON.parse(text)))).toBe(true);
    expect(isPlanFile(` ${text}`)).toBe(true);
  });

  test("by a key of somebody's own, wherever it stands", () => {
    const { sha256, ...body } = JSON.parse(text);
    expect(soundOrRefused(JSON.stringify({ ...body, sha256 }))).toBe(true);
    expect(soundOrRefused(JSON.stringify({ sha256, ...body, approved: "yes" }))).toBe(false);
    expect(soundOrRefused(JSON.stringify({ sha256, ...body, stage: { ...body.stage, note: 1 } }))).toBe(false);
  });

  test("in any character, or cut off anywhere", () => {
    const at = fc.nat(text.lastIndexOf("}"));
    fc.assert(
      fc.property(at, fc.string({ maxLength: 2 }), (start, put) => {
        soundOrRefused(text.slice(0, start) + put + text.slice(start + 1));
        expect(soundOrRefused(text.slice(0, start))).toBe(false);
      }),
    );
  });

  test("in any of its values", () => {
    const lines = text.split("\n");
    const values = [...lines.keys()].filter((line) => /: ("|\d)/.test(lines[line] as string));
    expect(values.length).toBeGreaterThan(40);
    for (const line of values) {
      const changed = lines.with(line, (lines[line] as string).replace(/: "?/, "$&1"));
      expect(soundOrRefused(changed.join("\n")), lines[line]).toBe(false);
    }
  });

  test.each([
    "{}",
    "{",
    "[]",
    "null",
    '{"plan":2}',
    `{"plan":1,"a":${"[".repeat(100_000)}`,
    '{"plan":1,"__proto__":1}',
  ])("%.40s", (other) => expect(soundOrRefused(other)).toBe(false));
});

const tamDiep = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map((name) => join(root, `examples/tam-diep/${name}.csv`));

test.each([
  "rank RUBRIC SHEETS --period 2026-Q1 --within chi_bo",
  "explain RUBRIC SHEETS --subject 0102",
  "raters RUBRIC SHEETS --period 2026-01",
])("of a plan as of its rubric: %s", { timeout: 120_000 }, (command) =>
  withFolder(async (cwd) => {
    const [rubric, sheets] = command.startsWith("raters")
      ? [join(root, "rubrics/kim-son.yaml"), [join(root, "examples/kim-son/2026-01.csv")]]
      : [join(root, "rubrics/tam-diep.yaml"), tamDiep];
    const run = (argv: string, of: string) =>
      runHere(
        argv.split(" ").flatMap((word) => (word === "RUBRIC" ? of : word === "SHEETS" ? sheets : word)),
        { cwd },
      );
    writeFileSync(join(cwd, "plan.json"), (await run("compile RUBRIC --to json", rubric)).stdout);
    const { exit, stdout } = await run(command, rubric);
    expect(exit).toBe(0);
    expect(await run(command, "plan.json")).toMatchObject({ exit, stdout });
  }),
);

describe("the built program, given a plan", () => {
  /** Texts that stand in the compiler alone: in its YAML parser, its validator, its parser of expressions. */
  const compiler = ["Map keys must be unique", "must NOT have additional properties", "EvaluationError"];

  test("writes the same bytes without loading the compiler", async () => {
    await withFolder(async (cwd) => {
      const env = {
        NODE_OPTIONS: `--require=${join(root, "test/support/log-reads.cjs")}`,
        LOADED: join(cwd, "loaded"),
      };
      const run = async (argv: readonly string[]) => {
        rmSync(env.LOADED, { force: true });
        const { exit, stdout } = await runProcess(argv, { cwd, env });
        expect(exit).toBe(0);
        const files = readFileSync(env.LOADED, "utf8").trim().split("\n");
        const code = files.map((path) => readFileSync(path, "utf8")).join("\n");
        return { stdout, loads: compiler.map((text) => code.includes(text)) };
      };
      const rubric = join(root, "rubrics/tam-diep.yaml");
      writeFileSync(join(cwd, "plan.json"), (await run(["compile", rubric, "--to", "json"])).stdout);
      const fromPlan = await run(["compute", "plan.json", ...tamDiep, "--out", "a", "--format", "json"]);
      const fromRubric = await run(["compute", rubric, ...tamDiep, "--out", "b", "--format", "json"]);
      expect(fromRubric.loads).toEqual([true, true, true]);
      expect(fromPlan.loads).toEqual([false, false, false]);
      const [a, b] = [readTree(join(cwd, "a")), readTree(join(cwd, "b"))];
      const receiptOf = (tree: typeof a) => JSON.parse(Buffer.from(tree.get("receipt.json") ?? []).toString("utf8"));
      expect([...a].filter(([name]) => name !== "receipt.json")).toEqual(
        [...b].filter(([name]) => name !== "receipt.json"),
      );
      expect(a.size).toBeGreaterThan(6);
      const sha256 = hash(readFileSync(join(cwd, "plan.json"), "utf8"));
      expect(receiptOf(a).rubric.files).toEqual([{ name: "plan.json", sha256 }]);
      // A receipt's own hash is also that of the names of its files.
      const { files: _, ...rest } = receiptOf(b).rubric;
      const alike = { rubric: rest, sha256: receiptOf(b).sha256 };
      expect({ ...receiptOf(a), ...alike }).toEqual({ ...receiptOf(b), ...alike });
    });
  });
});
