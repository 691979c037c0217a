// The library gives what the commands print as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Compiled, Computed, File, Plan } from "../../src/index.ts";
import { compile, compute, explain } from "../../src/index.ts";
import { root } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const file = (path: string): File => ({ name: path, content: readFileSync(join(root, path)) });
const compileFile = async (path: string): Promise<Plan> =>
  ((await compile({ name: path, content: readFileSync(join(root, path), "utf8") })) as Compiled).plan;
const rubricPath = "rubrics/tam-diep.yaml";
const paths = ["Q1", "Q2", "Q3", "Q4"].map((quarter) => `examples/tam-diep/2026-${quarter}.csv`);
const decisionsPath = "examples/tam-diep/quyet-dinh/2026.csv";

const computed = (await compute(await compileFile(rubricPath), paths.map(file), {
  decisions: [file(decisionsPath)],
})) as Computed;

test("a report is what score compute prints", async () => {
  expect(computed.reports.map(({ period }) => period)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026"]);
  const flags = ["--decisions", decisionsPath, "--format", "json", "--period", "2026"];
  const { stdout } = await runHere(["compute", rubricPath, ...paths, ...flags], { cwd: root });
  expect(computed.reports[4]).toEqual(JSON.parse(stdout));
});

test("an explanation is what score explain prints, of all periods or of one", async () => {
  const [rubric, sheet] = ["examples/first/rubric.yaml", "examples/first/2026-Q1.csv"];
  const results = (await compute(await compileFile(rubric), [file(sheet)])) as Computed;
  const { stdout } = await runHere(["explain", rubric, sheet, "--subject", "004", "--format", "json"], { cwd: root });
  expect(explain(results, ["004"])).toEqual(JSON.parse(stdout));
  expect(explain(results, ["004"], "2026-Q1")).toEqual(JSON.parse(stdout));
  expect(explain(results, ["004"], "2026-Q2")).toBeUndefined();
  expect(explain(results, ["9999"])).toBeUndefined();
});

test("it says how each sheet was read", () => {
  expect(computed.assumed).toHaveLength(4);
  const [first] = computed.assumed;
  expect(first).toContain(`${paths[0]}: rows: 56; header in line 1; columns parted by ","; decimal mark "."`);
  expect(first).toContain("no column `ky_luat`: everybody `Không`");
});

const small = `schema: 1
id: small
version: "1"
language: en
period: quarter
missing: incomplete
subject: { key: code }
areas: [{ id: A, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: high, title: High, from: 5 }, { id: low, title: Low }]
`;
const compileSmall = async () => ((await compile({ name: "small.yaml", content: small })) as Compiled).plan;
const sheet = { name: "q.csv", content: "code,A\n1,7\n2,seven\n", period: "2026-Q1" };

describe("what has errors is refused", () => {
  test("a rubric, in the language asked for, with the place", async () => {
    const wrong = { name: "small.yaml", content: small.replace("max: 10, clamp", "max: 11, clamp") };
    const refused = await compile(wrong, { messages: "vi" });
    expect(refused.kind).toBe("refused");
    const error = refused.findings.find(({ severity }) => severity === "error");
    expect(error).toMatchObject({ place: { file: "small.yaml", line: 9 } });
    expect(error?.message).toMatch(/[ăâđêôơư]/);
  });

  test("a sheet, unless the others are wanted all the same", async () => {
    const refused = await compute(await compileSmall(), [sheet]);
    expect(refused).toMatchObject({ kind: "refused", findings: [{ code: "D202", place: { file: "q.csv", line: 3 } }] });
    const kept = await compute(await compileSmall(), [sheet], { keepGoing: true });
    expect(kept).toMatchObject({
      kind: "computed",
      findings: [{ code: "D202" }],
      reports: [
        {
          results: [
            { key: ["1"], band: "high" },
            { key: ["2"], state: "incomplete" },
          ],
        },
      ],
    });
  });

  test("what is no period", async () => {
    const refused = await compute(await compileSmall(), [sheet], { period: "spring" });
    expect(refused).toMatchObject({ kind: "refused", findings: [{ code: "C109" }] });
  });
});

test("it takes lookup tables, and computes the period asked for alone", async () => {
  const withTable = `${small.replace("from: 5", "from: 1")}columns: { unit: { type: text, required: true } }
tables: { units: { key: name, columns: { name: { type: text, required: true }, band: { type: band, required: true } } } }
rules: [{ id: as_unit, when: A > 0, at_most: "=units[unit].band" }]
`;
  const { plan } = (await compile({ name: "small.yaml", content: withTable })) as Compiled;
  const sheets = [{ name: "year.csv", content: "code,unit,period,A\n1,x,2026-Q1,7\n1,x,2026-Q2,8\n" }];
  const tables = [{ name: "units.csv", content: "name,band\nx,low\n", table: "units" }];
  const { reports } = (await compute(plan, sheets, { tables, period: "Q2/2026" })) as Computed;
  expect(reports).toMatchObject([{ period: "2026-Q2", results: [{ total: "8", natural: "high", band: "low" }] }]);
});

test("a rubric is compiled with the files that it extends and the values that are set", async () => {
  const law = { name: "common/law.yaml", content: readFileSync(join(root, "test/cases/shared/law.yaml"), "utf8") };
  const content = `schema: 1
extends: { rubric: ../common/law.yaml, version: "2026.1" }
id: office
version: "1"
`;
  const rubric = { name: "offices/one.yaml", content };
  const compiled = (await compile(rubric, { files: [law], set: { nguong: "90" } })) as Compiled;
  const given = { name: "q.csv", content: "ma,ho_ten,C1,C2,T1,T2\n1,An,20,10,40,15\n", period: "2026-Q1" };
  const results = (await compute(compiled.plan, [given])) as Computed;
  expect(results.reports[0]?.results[0]).toMatchObject({ total: "85", band: "dat" });
  const alone = await compile(rubric, { files: [{ ...law, name: "common/lav.yaml" }] });
  expect(alone).toMatchObject({ kind: "refused", findings: [{ code: "R864" }] });
  expect(alone.findings[0]?.message).toContain("did you mean common/lav.yaml?");
});

describe("what is no mistake in a file is thrown, and named", () => {
  const plan = compileSmall();
  const rubric = { name: "small.yaml", content: small };
  const wrong = (value: unknown) => value as never;

  test.each<[expected: string, call: () => Promise<unknown>]>([
    ['rubric is the text "small.yaml", expected an object', () => compile(wrong("small.yaml"))],
    ["rubric.content is bytes, expected a text", () => compile({ ...rubric, content: wrong(new Uint8Array()) })],
    ["rubric.name is missing, expected a text", () => compile(wrong({ content: small }))],
    ['options.messages is the text "fr", expected "en" or "vi"', () => compile(rubric, { messages: wrong("fr") })],
    ["options.set.share is a number, expected a text", () => compile(rubric, { set: { share: wrong(0.25) } })],
    ["options.files is an object, expected an array", () => compile(rubric, { files: wrong({}) })],
    ["options is null, expected an object", () => compile(rubric, wrong(null))],
    ["plan is an object, expected what compile has made", () => compute(wrong({ id: "small" }), [])],
    ["plan is missing, expected what compile has made", () => compute(wrong(undefined), [])],
    ["sheets is an object, expected an array", async () => compute(await plan, wrong(sheet))],
    ["sheets[1] is null, expected an object", async () => compute(await plan, [sheet, wrong(null)])],
    [
      "sheets[0].content is a number, expected a text or bytes (a Uint8Array)",
      async () => compute(await plan, [{ name: "q.csv", content: wrong(7) }]),
    ],
    [
      "sheets[0].period is a number, expected a text",
      async () => compute(await plan, [{ ...sheet, period: wrong(2026) }]),
    ],
    [
      "options has no keepgoing, did you mean keepGoing?",
      async () => compute(await plan, [sheet], wrong({ keepgoing: true })),
    ],
    [
      'options.keepGoing is the text "yes", expected true or false',
      async () => compute(await plan, [sheet], { keepGoing: wrong("yes") }),
    ],
    [
      "options.tables[0].table is missing, expected a text",
      async () => compute(await plan, [sheet], { tables: [wrong(sheet)] }),
    ],
    ["computed is missing, expected what compute has made", async () => explain(wrong(undefined), ["1"])],
    ['key is the text "004", expected an array', async () => explain(computed, wrong("004"))],
    ["key[0] is a number, expected a text", async () => explain(computed, [wrong(4)])],
    ["period is a number, expected a text", async () => explain(computed, ["004"], wrong(2026))],
  ])("%s", async (message, call) => {
    await expect(call()).rejects.toThrow(new TypeError(message));
  });
});

test("the order in which files are given changes nothing", async () => {
  const plan = await compileFile(rubricPath);
  const decisions = [file(decisionsPath)];
  const again = (await compute(plan, paths.toReversed().map(file), { decisions })) as Computed;
  expect(again).toEqual(computed);
});
