// Other programs that do the job, or a part of it, as far as this machine has what they need.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { node } from "./measure.mjs";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const succeeds = (program, ...words) => spawnSync(program, words, { stdio: "ignore" }).status === 0;

/** Programs by name, from a sheet and a place for what they write; `missing` says why some are not measured. */
export async function peersIn(folder) {
  const missing = [];
  const floor = join(folder, "floor");
  const hasFloor = succeeds("cc", "-O2", "-o", floor, at("floor.c"), "-lcrypto");
  if (!hasFloor) missing.push("the program in C: no C compiler, or not the headers of OpenSSL");
  const hasDuckDb = await import("@duckdb/node-api").then(
    () => true,
    () => false,
  );
  if (!hasDuckDb) missing.push("DuckDB: `@duckdb/node-api` does not load");
  const hasPolars = succeeds("python3", "-c", "import polars");
  if (!hasPolars) missing.push("polars: Python has no such package");
  return {
    missing,
    peers: [
      ...(hasFloor ? [{ name: "the least, in C", command: (sheet, out) => [floor, sheet, out] }] : []),
      ...(hasDuckDb
        ? [
            {
              name: "DuckDB, 2 threads, less of the job",
              command: (sheet, out) => node(at("duckdb.mjs"), sheet, `${out}.duckdb`),
            },
          ]
        : []),
      ...(hasPolars
        ? [
            {
              name: "polars, less of the job",
              command: (sheet, out) => ["python3", at("polars.py"), sheet, `${out}.polars`],
            },
          ]
        : []),
      { name: "a bare csv-parse loop", most: 100_000, command: (sheet) => node(at("bare.mjs"), sheet) },
    ],
  };
}
