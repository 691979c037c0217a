import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Engine, Rows } from "./engine.ts";
import { csvOf } from "./engine.ts";
import { python } from "./installed.ts";

/** A Spark session: a driver, a master and two workers, whose tables are CSV files. */
export async function startSpark(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "score-spark-"));
  const program = spawn(python, [fileURLToPath(new URL("spark.py", import.meta.url))], {
    cwd: folder,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Rows> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("Spark has ended");
    const { rows, error } = JSON.parse(value) as { rows: Rows; error?: string };
    if (error !== undefined) throw new Error(error);
    return rows;
  };
  const run = (statement: string): Promise<Rows> => {
    program.stdin.write(`${JSON.stringify(statement)}\n`);
    return answer();
  };
  await answer();
  let loaded = 0;
  return {
    async load(table, [head = [], ...rows]) {
      const file = join(folder, `${++loaded}.csv`);
      writeFileSync(file, csvOf(rows));
      const columns = head.map((name) => `\`${name?.replaceAll("`", "``")}\` STRING`).join(", ");
      await run(`DROP TABLE IF EXISTS ${table}`);
      await run(`CREATE TABLE ${table} (${columns}) USING csv OPTIONS (path '${file}', escape '"', multiLine true)`);
    },
    run,
    async stop() {
      program.stdin.end();
      await new Promise((resolve) => program.once("exit", resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
