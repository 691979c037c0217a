import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Engine } from "./engine.ts";
import { tableOf } from "./engine.ts";
import { postgres } from "./installed.ts";

/** The server refuses to run as root. */
const asUser = process.getuid?.() === 0 ? ["su", "postgres", "-c"] : ["sh", "-c"];

/** A fresh PostgreSQL server on a socket of its own. */
export async function startPostgres(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "score-postgres-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  const run = (words: readonly string[], input = ""): string => {
    const [program = "", ...rest] = [...asUser, words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ")];
    const { status, stdout, stderr } = spawnSync(program, rest, {
      input,
      encoding: "utf8",
      cwd: folder,
      maxBuffer: 1e9,
    });
    if (status !== 0) throw new Error(stderr || `${words[0]} ended with ${status}`);
    return stdout;
  };
  run([join(postgres, "initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres"]);
  const server = [join(postgres, "pg_ctl"), "-D", data];
  run([...server, "-w", "-l", join(folder, "log"), "-o", `-k ${folder} -c listen_addresses='' -c fsync=off`, "start"]);
  const client = [
    join(postgres, "psql"),
    "-X",
    "-q",
    "-t",
    "--csv",
    "-v",
    "ON_ERROR_STOP=1",
    "-h",
    folder,
    "-U",
    "postgres",
  ];
  const statements = (text: string): string => run(client, `SET client_min_messages TO warning;\n${text};\n`);
  return {
    async load(table, rows) {
      statements(tableOf(table, rows, "TEXT").join(";\n"));
    },
    async run(statement) {
      return parse(statements(statement)) as string[][];
    },
    stop() {
      run([...server, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
