// The commands, queries and programs of docs/sql.md run as written, one after the other.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startDuckdb } from "../support/engines/duckdb.ts";
import { hasSpark, python } from "../support/engines/installed.ts";
import { root, withFolder } from "../support/files.ts";
import { runHere, shellWords } from "../support/run.ts";
import { patience } from "./conformance/trial.ts";

const page = readFileSync(join(root, "docs/sql.md"), "utf8");
const [inSpark = "", inDuckdb = ""] = page.split(/(?=^The same in DuckDB)/m);

test("the page has both ways", () => {
  expect(inSpark).toContain("```python");
  expect(inDuckdb).toContain("```sql");
});

// Skipped only where pyspark is not installed: .ci/run installs it and sets REQUIRE_ALL.
test.skipIf(!hasSpark)("from CSV to a receipt in Spark", () => perform(inSpark), patience);
test("from CSV to a receipt in DuckDB", () => perform(inDuckdb), patience);

function perform(text: string): Promise<void> {
  return withFolder(async (cwd) => {
    cpSync(join(root, "examples"), join(cwd, "examples"), { recursive: true });
    for (const [, kind, block = ""] of text.matchAll(/^```(sh|sql|python)\n(.*?)^```$/gms)) {
      if (kind === "sh") await runCommands(block, cwd);
      else if (kind === "python") runPython(block, cwd);
      else await runQueries(block, cwd);
    }
  });
}

async function runCommands(block: string, cwd: string): Promise<void> {
  for (const line of block.trimEnd().split("\n")) {
    const [command = "", target] = line.split(" > ");
    const { exit, stdout, stderr } = await runHere(shellWords(command).slice(2), { cwd });
    expect(exit, `${line}\n${stderr}`).toBe(0);
    if (target !== undefined) writeFileSync(join(cwd, target), stdout);
  }
}

/** On a master and two workers. */
function runPython(block: string, cwd: string): void {
  const address = ["spark.driver.host", "spark.driver.bindAddress"].flatMap((name) => ["--conf", `${name}=127.0.0.1`]);
  const words = [
    "--master",
    "local-cluster[2,1,1024]",
    "--conf",
    "spark.ui.enabled=false",
    ...address,
    "pyspark-shell",
  ];
  const env = { ...process.env, PYSPARK_SUBMIT_ARGS: words.join(" ") };
  execFileSync(python, ["-c", block], { cwd, env, stdio: "pipe" });
}

/** `{FILE}` is the query in a file. */
async function runQueries(block: string, cwd: string): Promise<void> {
  const duckdb = await startDuckdb();
  mkdirSync(join(cwd, "results-duckdb"));
  const here = process.cwd();
  process.chdir(cwd);
  try {
    for (const statement of block.split(/;$/m).filter((each) => each.trim() !== "")) {
      await duckdb.run(
        statement.replace(/\{(.*?)\}/, (_, file: string) => readFileSync(file, "utf8").replace(/;\s*$/, "\n")),
      );
    }
  } finally {
    process.chdir(here);
    await duckdb.stop();
  }
}
