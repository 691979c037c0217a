// Measures score on this machine and prints Markdown: `npm run bench`.
//
//   node bench/run.mjs [--runs N] [--rows N,N,…]
//
// Times of a shared machine wander, so the programs take turns and only ratios of medians within one run are told.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeSheet } from "./sheet.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "11" }, rows: { type: "string", default: "10000,100000" } },
});
const runs = Number(values.runs);
/** A large sheet takes long enough to be timed in fewer runs. */
const largeRuns = Math.max(3, Math.min(runs, 5));

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const score = at("../bin/score.js");
const rubric = at("bench.yaml");
const folder = mkdtempSync(join(tmpdir(), "score-bench-"));

// Node reads the file of extra certificates at every start, which would hide the costs of a small program.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const loadBefore = loadavg()[0]?.toFixed(1);

try {
  const small = [30, 2000].map((rows) => measureStart(rows));
  const large = values.rows.split(",").map((rows) => measureThroughput(Number(rows)));
  console.log(report(small, large));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** `score compute` on a sheet of one quarter, table to a pipe, beside a node that does nothing. */
function measureStart(rows) {
  const sheet = sheetOf(rows, 1);
  const [empty, whole] = takeTurns(runs, [() => run(["-e", "0"]), () => run([score, "compute", rubric, sheet])]);
  return { rows, empty, whole };
}

/** The whole job, four result files written, beside a bare csv-parse loop over the same sheet. */
function measureThroughput(rows) {
  const sheet = sheetOf(rows, 4);
  const [bare, whole] = takeTurns(largeRuns, [
    () => run(["--import", at("peak.mjs"), at("bare.mjs"), sheet]),
    () => run(["--import", at("peak.mjs"), score, "compute", rubric, sheet, "--out", join(folder, "results")]),
  ]);
  return { rows, bare, whole };
}

function sheetOf(rows, quarters) {
  const path = join(folder, `${rows}.csv`);
  writeSheet(path, rows, quarters);
  return path;
}

/** Medians of the programs' times and peaks; each round runs every program once, and the first one only warms up. */
function takeTurns(rounds, programs) {
  const samples = programs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const sample = program();
      if (round > 0) samples[index].push(sample);
    }
  }
  return samples.map((each) => ({
    milliseconds: median(each.map((sample) => sample.milliseconds)),
    kibibytes: median(each.map((sample) => sample.kibibytes)),
  }));
}

function run(args) {
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(process.execPath, args, {
    env,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);
  return { milliseconds, kibibytes: Number(String(output[3])) };
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

function report(small, large) {
  const gib = Math.round(totalmem() / 2 ** 30);
  const ratio = ({ milliseconds }, to) => (milliseconds / to.milliseconds).toFixed(2);
  const mib = ({ kibibytes }) => Math.round(kibibytes / 1024);
  const perSecond = (rows, { milliseconds }) => Math.round(rows / milliseconds) * 1000;
  return [
    `Machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${gib} GiB, Node ${process.versions.node}, ${process.platform}; load before: ${loadBefore}.`,
    "",
    `Start-up, from a YAML rubric, medians of ${runs} runs:`,
    "",
    "| rows | ratio to `node -e 0` |",
    "| ---: | ---: |",
    ...small.map(({ rows, whole, empty }) => `| ${rows} | ${ratio(whole, empty)} |`),
    "",
    `Whole job, results written, medians of ${largeRuns} runs:`,
    "",
    "| rows | rows a second | ratio to a bare csv-parse loop | peak memory, MiB | of the bare loop, MiB |",
    "| ---: | ---: | ---: | ---: | ---: |",
    ...large.map(
      ({ rows, whole, bare }) =>
        `| ${rows} | ${perSecond(rows, whole)} | ${ratio(whole, bare)} | ${mib(whole)} | ${mib(bare)} |`,
    ),
  ].join("\n");
}
