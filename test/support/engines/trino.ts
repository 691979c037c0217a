import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Engine, Rows } from "./engine.ts";
import { tableOf } from "./engine.ts";
import { trino } from "./installed.ts";

/** A Trino server on a port of its own, with tables in its memory. */
export async function startTrino(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "score-trino-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const settings = {
    coordinator: true,
    "node-scheduler.include-coordinator": true,
    "node.environment": "test",
    "node.internal-address": "127.0.0.1",
    "http-server.http.port": port,
    "discovery.uri": address,
    "plugin.dir": join(trino, "plugin"),
    "catalog.config-dir": join(folder, "catalog"),
    // Else the plans of hundreds of long queries fill its memory.
    "query.max-history": 1,
    "query.min-expire-age": "1s",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, "config.properties"), lines.join(""));
  mkdirSync(join(folder, "catalog"));
  writeFileSync(join(folder, "catalog/memory.properties"), "connector.name=memory\n");
  const log = join(folder, "log");
  const source = fileURLToPath(new URL("TrinoServer.java", import.meta.url));
  const words = ["-Xmx2g", "-Dconfig=config.properties", "-cp", join(trino, "lib/*"), source, "435"];
  const program = spawn("java", words, { cwd: folder, stdio: ["ignore", openSync(log, "w"), openSync(log, "a")] });
  await started(address, log).catch((error: unknown) => {
    program.kill("SIGKILL");
    throw error;
  });
  // The client of Trino takes the mark at the end off, too.
  const run = (statement: string): Promise<Rows> => ask(address, statement.replace(/;\s*$/, ""));
  return {
    async load(table, rows) {
      for (const statement of tableOf(table, rows, "VARCHAR")) await run(statement);
    },
    run,
    stop() {
      program.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(address: string, log: string): Promise<void> {
  for (const end = Date.now() + 600_000; Date.now() < end; await setTimeout(200)) {
    const info = await fetch(`${address}/v1/info`).catch(() => undefined);
    if (info?.ok && ((await info.json()) as { starting: boolean }).starting === false) return;
  }
  throw new Error(`Trino did not start:\n${readFileSync(log, "utf8").slice(-2000)}`);
}

interface Answer {
  readonly nextUri?: string;
  readonly data?: Rows;
  readonly error?: { readonly message: string };
}

/** A statement is sent once, and its answer is fetched piece by piece. */
async function ask(address: string, statement: string): Promise<Rows> {
  const headers = { "X-Trino-User": "score", "X-Trino-Catalog": "memory", "X-Trino-Schema": "default" };
  let answer = await fetched(`${address}/v1/statement`, { method: "POST", headers, body: statement });
  const rows: (readonly (string | null)[])[] = [];
  for (;;) {
    if (answer.error) throw new Error(answer.error.message);
    rows.push(...(answer.data ?? []));
    if (answer.nextUri === undefined) return rows;
    answer = await fetched(answer.nextUri, {});
  }
}

const fetched = async (address: string, request: RequestInit): Promise<Answer> =>
  (await (await fetch(address, request)).json()) as Answer;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
