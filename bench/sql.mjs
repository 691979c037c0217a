// Measures the rubric's query in engines beside score itself, and prints Markdown: `npm run bench:sql`.
//
//   node bench/sql.mjs [--rows N] [--skew] [--exact] [--checks] [--memory 3072] [--set KEY=VALUE …] [--engines duckdb,spark,postgres]
//
// One program at a time, each once. All write their results, which are compared with those of score. `--skew`: half of all people
// are in one unit; `--exact`: texts that look alike are not looked for; `--checks`: the query that lists what score refuses, beside
// `score check`; `--memory`: MiB of each worker of Spark; `--set`: a setting of it. Linux alone: CPU time and memory are those of a program and
// all that it starts, as /proc tells them.
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeSheet } from "./sheet.mjs";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    skew: { type: "boolean", default: false },
    exact: { type: "boolean", default: false },
    checks: { type: "boolean", default: false },
    memory: { type: "string", default: "3072" },
    set: { type: "string", multiple: true, default: [] },
    engines: { type: "string", default: "duckdb,spark,postgres" },
  },
});
const rows = Number(values.rows);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const score = at("../bin/score.js");
const folder = mkdtempSync(join(tmpdir(), "score-bench-sql-"));
chmodSync(folder, 0o777);
const rubric = values.exact ? exactRubric() : at("bench.yaml");
/** Where `.ci/engines` puts Python, and Debian the newest PostgreSQL. */
const engines =
  process.env.SCORE_ENGINES ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "score-engines");
const python = join(engines, "python/bin/python");
const versions = "/usr/lib/postgresql";
const postgres = existsSync(versions) ? join(versions, readdirSync(versions).sort().at(-1), "bin") : versions;
const [sheet, table, own] = ["sheet.csv", "sheet.parquet", "own"].map((name) => join(folder, name));
const unit = values.skew
  ? "CASE WHEN CAST(substr(member_id, 2) AS INTEGER) % 2 = 0 THEN 'DV000000' ELSE unit_id END"
  : "unit_id";

try {
  await layOut();
  const lines = [];
  for (const [name, measure] of programs()) {
    const { seconds, cpu, memory, results } = await measure();
    const differing = results === undefined ? 0 : await differences(results);
    if (differing > 0) throw new Error(`${name} gives ${differing} rows otherwise than score`);
    lines.push([name, cpu.toFixed(1), seconds.toFixed(1), Math.round(memory)]);
    console.error(lines.at(-1).join(" | "));
  }
  const heads = ["program", "CPU seconds", "wall seconds", "peak memory, MiB"];
  const of = `${values.skew ? ", half of all people in one unit" : ""}${values.checks ? ", what score refuses of them" : ""}`;
  console.log(`${rows.toLocaleString("en")} rows${of}:\n`);
  console.log([heads, ["---", "---:", "---:", "---:"], ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Those that are asked for and there. */
function programs() {
  const asked = values.engines.split(",");
  return [
    ["score, from CSV", ofScore],
    ...(asked.includes("duckdb") ? [["DuckDB, 2 threads, from Parquet", ofDuckdb]] : []),
    ...(asked.includes("spark") && existsSync(python) ? [["Spark, 2 workers of 1 core, from Parquet", ofSpark]] : []),
    ...(asked.includes("postgres") && existsSync(join(postgres, "initdb"))
      ? [["PostgreSQL, a partition for each period", ofPostgres]]
      : []),
  ];
}

async function inDuckdb(...statements) {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  try {
    let found;
    for (const statement of statements) found = (await connection.runAndReadAll(statement)).getRows();
    return found;
  } finally {
    connection.closeSync();
  }
}

/** The rubric with every text column `match: exact`. */
function exactRubric() {
  const file = join(folder, "exact.yaml");
  const text = readFileSync(at("bench.yaml"), "utf8");
  writeFileSync(file, text.replaceAll("type: text,", "type: text, match: exact,"));
  return file;
}

/** The same sheet as CSV and as Parquet. */
async function layOut() {
  const written = join(folder, "written.csv");
  writeSheet(written, rows, 4);
  const cells = `SELECT * REPLACE (${unit} AS unit_id) FROM read_csv('${written}', all_varchar = true, header = true)`;
  await inDuckdb(
    `COPY (${cells}) TO '${table}' (ROW_GROUP_SIZE 100000)`,
    `COPY (FROM '${table}') TO '${sheet}' (HEADER)`,
  );
  rmSync(written);
}

function queryFor(dialect) {
  const words = ["compile", rubric, "--to", "sql", "--dialect", dialect, ...(values.checks ? ["--as", "checks"] : [])];
  return execFileSync(process.execPath, [score, ...words], { encoding: "utf8" });
}

/** Rows that score has and the engine has not, or the other way round; all of those that it lists of a sound sheet. */
async function differences(results) {
  if (values.checks) return Number((await inDuckdb(`SELECT COUNT(*) FROM ${results}`))[0][0]);
  const ours = `SELECT regexp_extract(filename, '([^/]*)[.]csv$', 1) AS period, * EXCLUDE filename
    FROM read_csv('${own}/2026-Q*.csv', all_varchar = true, filename = true)`;
  const columns = "COLUMNS(c -> true)";
  const theirs = `SELECT COALESCE(${columns}, '') FROM ${results}`;
  const [[found]] = await inDuckdb(
    `SELECT COUNT(*) FROM ((SELECT COALESCE(${columns}, '') FROM (${ours}) EXCEPT ALL ${theirs})
      UNION ALL (${theirs} EXCEPT ALL SELECT COALESCE(${columns}, '') FROM (${ours})))`,
  );
  return Number(found);
}

function ofScore() {
  const words = values.checks ? ["check", rubric, sheet] : ["compute", rubric, sheet, "--quiet", "--out", own];
  return measured(process.execPath, [score, ...words]);
}

async function ofDuckdb() {
  const out = join(folder, "duckdb.parquet");
  const program = `
    import { DuckDBInstance } from "@duckdb/node-api";
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
    await connection.run("CREATE VIEW sheet AS FROM '${table}'");
    await connection.run(process.argv[1]);`;
  const query = `COPY (${queryFor("duckdb").replace(/;\s*$/, "")}) TO '${out}'`;
  const result = await measured(process.execPath, ["--input-type=module", "-e", program, query], { cwd: at("..") });
  return { ...result, results: `'${out}'` };
}

async function ofSpark() {
  const out = join(folder, "spark");
  const job = join(folder, "job.py");
  const query = join(folder, "query.sql");
  writeFileSync(query, queryFor("spark"));
  const settings = values.set.map((each) => `.config(${each.split(/=(.*)/s, 2).map((part) => JSON.stringify(part))})`);
  writeFileSync(
    job,
    `from pyspark.sql import SparkSession
session = SparkSession.builder.master("local-cluster[2,1,${values.memory}]").config("spark.executor.memory", "${values.memory}m").config("spark.driver.memory", "1g") \\
    .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").config("spark.ui.enabled", "false") \\
    .config("spark.sql.shuffle.partitions", "${Math.max(8, Math.ceil(rows / 250_000))}")${settings.join("")}.getOrCreate()
session.read.parquet("${table}").createOrReplaceTempView("sheet")
session.sql(open("${query}", encoding="utf-8").read()).write.parquet("${out}")
`,
  );
  return { ...(await measured(python, [job], { cwd: folder })), results: `'${out}/*.parquet'` };
}

async function ofPostgres() {
  const data = join(folder, "data");
  const isRoot = process.getuid() === 0;
  const as = (...words) => {
    const command = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
    return isRoot ? ["su", ["postgres", "-c", command]] : ["sh", ["-c", command]];
  };
  const run = (...words) => execFileSync(...as(...words), { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const client = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "postgres"];
  const settings =
    "-c fsync=off -c work_mem=512MB -c shared_buffers=1GB -c max_wal_size=8GB -c max_parallel_workers_per_gather=1";
  run(join(postgres, "initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres");
  run(
    join(postgres, "pg_ctl"),
    "-D",
    data,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-k ${folder} -c listen_addresses='' ${settings}`,
    "start",
  );
  try {
    const head = headOf(sheet);
    const parts = [1, 2, 3, 4].map((q) => `CREATE TABLE sheet_q${q} PARTITION OF sheet FOR VALUES IN ('2026-Q${q}');`);
    const load = join(folder, "load.sql");
    writeFileSync(
      load,
      `CREATE TABLE sheet (${head.map((name) => `"${name}" TEXT`).join(", ")}) PARTITION BY LIST (period);
${parts.join("\n")}
COPY sheet FROM '${sheet}' (FORMAT csv, HEADER);
ANALYZE sheet;
`,
    );
    run(...client, "-f", load);
    const query = join(folder, "postgres.sql");
    writeFileSync(query, `CREATE TABLE results AS ${queryFor("postgres")}`);
    const server = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n", 1)[0]);
    const result = await measured(...as(...client, "-f", query), { cwd: folder }, server);
    const out = join(folder, "postgres.csv");
    run(...client, "-c", `COPY results TO '${out}' (FORMAT csv, HEADER)`);
    return { ...result, results: `read_csv('${out}', all_varchar = true)` };
  } finally {
    run(join(postgres, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
  }
}

/** The columns of a sheet, which may be longer than any text of Node.js. */
function headOf(path) {
  const file = openSync(path);
  try {
    const bytes = Buffer.alloc(65_536);
    return bytes.toString("utf8", 0, readSync(file, bytes)).split("\n", 1)[0].trimEnd().split(",");
  } finally {
    closeSync(file);
  }
}

/** Runs a program: its times, and the peak memory of it and all that it starts, or of a server that does the work. */
async function measured(program, words, options = {}, server = undefined) {
  const start = process.hrtime.bigint();
  const before = server === undefined ? 0 : usageOf(server).cpu;
  const child = spawn(program, words, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (part) => {
    errors = (errors + part).slice(-4000);
  });
  let [cpu, memory] = [0, 0];
  const sampler = setInterval(() => {
    const now = usageOf(server ?? child.pid);
    [cpu, memory] = [Math.max(cpu, now.cpu - before), Math.max(memory, now.memory)];
  }, 200);
  const status = await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(sampler);
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${errors}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, cpu, memory: memory / 1024 };
}

/** CPU seconds and KiB of a process and all below it, what they share counted once, those that have ended too. */
function usageOf(root) {
  const processes = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${pid}/stat`);
    const words = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    // Hundredths of a second: its own, and of the children that it waited for.
    if (stat) processes.set(Number(pid), { parent: words[1], cpu: words[11] + words[12] + words[13] + words[14] });
  }
  const isBelow = (pid) => pid === root || (processes.has(pid) && isBelow(processes.get(pid).parent));
  const sum = { cpu: 0, memory: 0 };
  for (const [pid, { cpu }] of processes) {
    if (!isBelow(pid)) continue;
    sum.cpu += cpu / 100;
    sum.memory += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  }
  return sum;
}

/** A process may have ended meanwhile. */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
