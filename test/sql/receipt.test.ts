// Results that an engine made get a receipt, and are computed again from it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine } from "../support/engines/engine.ts";
import { withFolder, writeTree } from "../support/files.ts";
import type { Ran } from "../support/run.ts";
import { runHere } from "../support/run.ts";

const rubric = `schema: 1
id: nho
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma, name: ten }
columns:
  chi_bo: { type: text, required: true }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 50 }, { id: kem, title: Kém }]
quotas: [{ id: mot, band: tot, count: 1, within: [chi_bo], ties: out, then: kem }]
`;
const sheet = `ma,ten,chi_bo,period,A
007,=An,c1,2026-Q1,80.5
7,"Bình, Trần",c1,2026-Q1,70
9,Chi,c2,2026-Q1,60
9,Chi,c2,2026-Q2,40
`;

let duckdb: Engine;
beforeAll(async () => {
  duckdb = await startDuckdb();
  return () => duckdb.stop();
});

interface Place {
  readonly cwd: string;
  score(...argv: readonly string[]): Promise<Ran>;
}

/** The rubric's query, what DuckDB made with it as files of some kind, and its receipt. */
async function made(kind: string, flags: readonly string[], use: (place: Place) => Promise<void>): Promise<void> {
  await withFolder(async (cwd) => {
    writeTree(cwd, [
      ["rubric.yaml", rubric],
      ["sheet.csv", sheet],
      ["out/note.txt", "written by nobody"],
    ]);
    const score = (...argv: readonly string[]) => runHere(argv, { cwd });
    const { stdout } = await score("compile", "rubric.yaml", "--to", "sql", ...flags);
    writeFileSync(join(cwd, "query.sql"), stdout);
    await duckdb.run(`CREATE OR REPLACE TABLE sheet AS FROM read_csv('${cwd}/sheet.csv', all_varchar = true)`);
    await duckdb.run(`COPY (${stdout.replace(/;\s*$/, "")}\n) TO '${cwd}/out/part-0.${kind}'`);
    await use({ cwd, score });
  });
}

test("the tables that a rubric reads stand in the receipt, and are read again", async () => {
  await withFolder(async (cwd) => {
    const score = (...argv: readonly string[]) => runHere(argv, { cwd });
    const further =
      "tables: { phat: { of: subject, period: quy, columns: { diem: { type: number, min: 0, required: true } } } }";
    const taken = "  - { id: P, max: 0, min: none, bonus: true, value: '-sum(phat, diem)' }";
    writeTree(cwd, [
      [
        "rubric.yaml",
        rubric.replace("areas: [{ id: A, max: 100 }]", `${further}\nareas:\n  - { id: A, max: 100 }\n${taken}`),
      ],
      ["sheet.csv", sheet],
      ["phat.csv", "ma,quy,diem\n007,2026-Q1,31\n7,2026-Q1,0.5\n"],
      ["out/note.txt", "written by nobody"],
    ]);
    const { stdout } = await score("compile", "rubric.yaml", "--to", "sql", "--table", "phat=lan_phat");
    writeFileSync(join(cwd, "query.sql"), stdout);
    for (const [table, file] of Object.entries({ sheet: "sheet", lan_phat: "phat" }))
      await duckdb.run(`CREATE OR REPLACE TABLE ${table} AS FROM read_csv('${cwd}/${file}.csv', all_varchar = true)`);
    await duckdb.run(`COPY (${stdout.replace(/;\s*$/, "")}\n) TO '${cwd}/out/part-0.csv'`);
    expect(readFileSync(join(cwd, "out/part-0.csv"), "utf8")).toContain('2026-Q1,1,7,"Bình, Trần",c1,70,-0.5,69.5,tot');
    expect(await score(...receipt, "--table", "phat=phat.csv")).toMatchObject({ exit: 0 });
    expect(readFileSync(join(cwd, "out/receipt.json"), "utf8")).toContain('"table": "phat"');
    expect(await score("verify", "out")).toMatchObject({ exit: 0 });
    writeFileSync(join(cwd, "phat.csv"), "ma,quy,diem\n007,2026-Q1,31\n");
    expect(await score("verify", "out")).toMatchObject({ exit: 1 });
  });
});

test("the decisions that results rest on stand in the receipt, and are taken again", async () => {
  await withFolder(async (cwd) => {
    const score = (...argv: readonly string[]) => runHere(argv, { cwd });
    writeTree(cwd, [
      ["rubric.yaml", rubric],
      ["sheet.csv", sheet],
      ["d.csv", "key,period,action,value,reason,authority,date\n7,2026-Q1,set_band,tot,Lũ,BTV,2026-04-02\n"],
      ["out/note.txt", "written by nobody"],
    ]);
    const { stdout } = await score("compile", "rubric.yaml", "--to", "sql", "--decisions-table", "main.quyet_dinh");
    writeFileSync(join(cwd, "query.sql"), stdout);
    for (const [table, file] of Object.entries({ sheet: "sheet", quyet_dinh: "d" }))
      await duckdb.run(`CREATE OR REPLACE TABLE ${table} AS FROM read_csv('${cwd}/${file}.csv', all_varchar = true)`);
    await duckdb.run(`COPY (${stdout.replace(/;\s*$/, "")}\n) TO '${cwd}/out/part-0.csv'`);
    expect(readFileSync(join(cwd, "out/part-0.csv"), "utf8")).toContain('2,7,"Bình, Trần",c1,70,70,tot');
    expect(await score(...receipt, "--decisions", "d.csv")).toMatchObject({ exit: 0 });
    expect(await score("verify", "out")).toMatchObject({ exit: 0 });
    await score(...receipt);
    expect((await score("verify", "out")).stderr).toContain("C216");
  });
});

test("the earlier results that a streak rests on stand in the receipt, and are taken again", async () => {
  await withFolder(async (cwd) => {
    const score = (...argv: readonly string[]) => runHere(argv, { cwd });
    const streak =
      "awards: [{ id: hai, title: Hai, streak: { band: tot, years: 2, not_rated: breaks, again: every } }]\n";
    writeTree(cwd, [
      ["rubric.yaml", rubric + streak],
      ["sheet.csv", sheet],
      ["2025-Q4.csv", sheet.replaceAll("2026-Q1", "2025-Q4").replace(/^9,.*\n/gm, "")],
      ["out/note.txt", "written by nobody"],
    ]);
    await score("compute", "rubric.yaml", "2025-Q4.csv", "--out", "past/2025", "--quiet");
    const { stdout } = await score("compile", "rubric.yaml", "--to", "sql", "--history-table", "main.past");
    writeFileSync(join(cwd, "query.sql"), stdout);
    const read = (file: string): string => `FROM read_csv('${cwd}/${file}.csv', all_varchar = true)`;
    await duckdb.run(`CREATE OR REPLACE TABLE sheet AS ${read("sheet")}`);
    await duckdb.run(`CREATE OR REPLACE TABLE past AS SELECT '2025-Q4' AS period, * ${read("past/2025/2025-Q4")}`);
    await duckdb.run(`COPY (${stdout.replace(/;\s*$/, "")}\n) TO '${cwd}/out/part-0.csv'`);
    expect(readFileSync(join(cwd, "out/part-0.csv"), "utf8")).toContain(`,hai,"",from_history start_unknown\n`);
    expect(await score(...receipt, "--history", "past")).toMatchObject({ exit: 0 });
    expect(readFileSync(join(cwd, "out/receipt.json"), "utf8")).toContain('"name": "past/2025/receipt.json"');
    expect(await score("verify", "out")).toMatchObject({ exit: 0 });
    await score(...receipt);
    expect((await score("verify", "out")).stderr).toContain("C216");
  });
});

const receipt = ["receipt", "sheet.csv", "--from", "out", "--sql", "query.sql"];

for (const kind of ["csv", "parquet"]) {
  for (const flags of [[], ["--period", "2026-Q1"]]) {
    test(`${kind} ${flags.join(" ")}`, () =>
      made(kind, flags, async ({ cwd, score }) => {
        expect(await score(...receipt)).toEqual({
          exit: 0,
          stdout: "",
          stderr: "out: a receipt for 1 file of results\n",
        });
        const written = readFileSync(join(cwd, "out/receipt.json"), "utf8");
        expect(JSON.parse(written)).toMatchObject({
          rubric: { id: "nho", version: "1", key: ["ma"], name: "ten", files: [{ name: "rubric.yaml" }] },
          inputs: [
            { kind: "sheet", name: "sheet.csv" },
            { kind: "sql", name: "query.sql" },
          ],
          outputs: [{ name: `part-0.${kind}` }],
        });
        // The same again, in place of the first.
        await score(...receipt);
        expect(readFileSync(join(cwd, "out/receipt.json"), "utf8")).toBe(written);
        const people = flags.length === 0 ? 4 : 3;
        const said = `out: verified: ${people} results of the query computed again, the same\n`;
        expect(await score("verify", "out")).toEqual({ exit: 0, stdout: said, stderr: "" });
      }));
  }
}

test("what was changed after the receipt, or before it, is named", () =>
  made("csv", [], async ({ cwd, score }) => {
    const file = join(cwd, "out/part-0.csv");
    const right = readFileSync(file, "utf8");
    await score(...receipt);
    writeFileSync(file, right.replace("80.5,80.5", "80.5,90.5"));
    expect((await score("verify", "out")).stderr).toContain("C153");
    await score(...receipt);
    expect((await score("verify", "out")).stderr).toMatch(
      /^out\/part-0\.csv:2:\d+: error C216: total of 007 in 2026-Q1 is 90\.5, computed again it is 80\.5\n/,
    );
    const [head, first, ...lines] = right.split("\n");
    writeFileSync(file, [head, ...lines].join("\n"));
    await score(...receipt);
    expect((await score("verify", "out")).stderr).toContain("C217: 007 of 2026-Q1 is missing");
    writeFileSync(file, [head, first, first, ...lines].join("\n"));
    await score(...receipt);
    expect((await score("verify", "out")).stderr).toContain("C217: 007 of 2026-Q1 is there twice");
  }));

test("a query that was changed, or whose rubric was, gets no receipt", () =>
  made("csv", [], async ({ cwd, score }) => {
    const query = readFileSync(join(cwd, "query.sql"), "utf8");
    writeFileSync(join(cwd, "query.sql"), query.replace("A >= ", "A > ").replace("total >= ", "total > "));
    expect((await score(...receipt)).stderr).toMatch(/^query\.sql:\d+:1: error C213: /);
    writeFileSync(join(cwd, "query.sql"), query);
    writeFileSync(join(cwd, "rubric.yaml"), rubric.replace("from: 50", "from: 51"));
    expect((await score(...receipt)).stderr).toMatch(/^query\.sql:\d+:1: error C213: /);
  }));

test("the query of a summary is none of results", () =>
  made("csv", [], async ({ cwd, score }) => {
    const { stdout } = await score("compile", "rubric.yaml", "--to", "sql", "--summary");
    writeFileSync(join(cwd, "query.sql"), stdout);
    expect((await score(...receipt)).stderr).toContain("C212");
  }));

test("a folder with a file that is not of the query, such as the summary, gets no receipt", () =>
  made("csv", ["--period", "2026-Q1"], async ({ cwd, score }) => {
    const { stdout } = await score("compile", "rubric.yaml", "--to", "sql", "--summary", "--period", "2026-Q1");
    await duckdb.run(`COPY (${stdout.replace(/;\s*$/, "")}\n) TO '${cwd}/out/summary.csv'`);
    const { exit, stderr } = await score(...receipt);
    expect([exit, existsSync(join(cwd, "out/receipt.json"))]).toEqual([1, false]);
    expect(stderr).toContain("C215: out/summary.csv cannot be read as results: it has no column rank, ma, ten");
  }));

test("a table beside those of the receipt is named as not checked, what else an engine leaves there is not", () =>
  made("csv", [], async ({ cwd, score }) => {
    await score(...receipt);
    writeFileSync(join(cwd, "out/_SUCCESS"), "");
    expect(await score("verify", "out")).toMatchObject({ exit: 0, stderr: "" });
    writeFileSync(join(cwd, "out/part-1.csv"), readFileSync(join(cwd, "out/part-0.csv")));
    expect(await score("verify", "out")).toMatchObject({
      exit: 0,
      stderr: "note C228: out holds part-1.csv besides, which the receipt does not list: not checked\n",
    });
  }));

test("the rows of some people tell whether theirs are right, but for what rests on others", () =>
  made("csv", [], async ({ cwd, score }) => {
    await score("receipt", "--from", "out", "--sql", "query.sql");
    expect((await score("verify", "out")).stderr).toContain("C218");
    // Alone, the second of the branch would be first, and keep the band.
    writeFileSync(
      join(cwd, "some.csv"),
      sheet
        .split("\n")
        .filter((_, at) => at !== 1)
        .slice(0, 3)
        .join("\n"),
    );
    expect(await score("verify", "out", "--sheets", "some.csv")).toEqual({
      exit: 0,
      stdout:
        "out: verified: 2 results of the query computed again, the same in all columns but rank, band, band_title, reason, awards, alerts, marks, which rest on everybody\n",
      stderr: "",
    });
    writeFileSync(join(cwd, "some.csv"), 'ma,ten,chi_bo,period,A\n7,"Bình, Trần",c1,2026-Q1,71\n');
    expect((await score("verify", "out", "--sheets", "some.csv")).stderr).toContain("C216: A of 7 in 2026-Q1 is 70");
  }));

test("how sheets are read stands in the receipt, and they are read so again", () =>
  made("csv", [], async ({ cwd, score }) => {
    // As fonts before Unicode have it.
    const old = sheet.replace("Bình, Trần", "B\xD7nh, Tr\xC7n");
    writeFileSync(join(cwd, "sheet.csv"), Buffer.from(old, "latin1"));
    const read = ["--encoding", "tcvn3", "--decimal-mark", "."];
    expect(await score(...receipt, ...read)).toMatchObject({ exit: 0 });
    expect(JSON.parse(readFileSync(join(cwd, "out/receipt.json"), "utf8"))).toMatchObject({
      flags: { encoding: "tcvn3", "decimal-mark": "." },
    });
    expect(await score("verify", "out")).toMatchObject({ exit: 0 });
    await score(...receipt);
    expect(await score("verify", "out")).toMatchObject({ exit: 1 });
  }));

test("a folder with the receipt of score compute keeps it", () =>
  made("csv", [], async ({ score }) => {
    await score("compute", "rubric.yaml", "sheet.csv", "--out", "own", "--quiet");
    const { exit, stderr } = await score("receipt", "--from", "own", "--sql", "query.sql");
    expect([exit, stderr.includes("C214")]).toEqual([1, true]);
  }));
