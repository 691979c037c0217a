import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Debian puts the programs of the server. */
const versions = "/usr/lib/postgresql";
const bin = existsSync(versions)
  ? readdirSync(versions)
      .map((version) => join(versions, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb")))
  : undefined;

/** Whether a server can be started: its programs are there, and root can become its user. */
export const hasPostgres =
  bin !== undefined && (process.getuid?.() !== 0 || spawnSync("id", ["postgres"], { stdio: "ignore" }).status === 0);

/** Runs a script of psql in a fresh server on a socket of its own; gives what it prints, rows as CSV. */
export function inPostgres(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "score-postgres-"));
  // The server refuses to run as root.
  chmodSync(folder, 0o777);
  const isRoot = process.getuid?.() === 0;
  const run = (...argv: readonly string[]): string => {
    const command = argv.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
    const [program, args] = isRoot ? ["su", ["postgres", "-c", command]] : ["sh", ["-c", command]];
    return execFileSync(program as string, args as string[], { encoding: "utf8", cwd: folder, maxBuffer: 1e9 });
  };
  const data = join(folder, "data");
  const file = join(folder, "script.sql");
  writeFileSync(file, script);
  run(join(bin as string, "initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres");
  const server = join(bin as string, "pg_ctl");
  try {
    run(
      server,
      "-D",
      data,
      "-w",
      "-l",
      join(folder, "log"),
      "-o",
      `-k ${folder} -c listen_addresses='' -c fsync=off`,
      "start",
    );
    return run("psql", "-X", "-q", "-t", "--csv", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "postgres", "-f", file);
  } finally {
    spawnSync(isRoot ? "su" : "sh", [
      ...(isRoot ? ["postgres"] : []),
      "-c",
      `'${server}' -D '${data}' -m immediate stop`,
    ]);
    rmSync(folder, { recursive: true, force: true });
  }
}
