// Measures score on this machine beside other programs, and prints Markdown: `npm run bench`.
//
//   node bench/run.mjs [--runs N] [--rows N,N,…] [--full]
//
// Times of a shared machine wander, so the programs take turns and only ratios of medians within one run are told.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { node, takeTurns } from "./measure.mjs";
import { peersIn } from "./peers.mjs";
import { writeSheet } from "./sheet.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "11" },
    rows: { type: "string", default: "100000,1000000,5000000" },
    full: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
/** A large sheet takes long enough to be timed in fewer runs. */
const runsOf = (rows) => (rows <= 100_000 ? Math.min(runs, 5) : rows <= 1_000_000 ? Math.min(runs, 3) : 1);
const sizes = [...values.rows.split(",").map(Number), ...(values.full ? [20_000_000] : [])];

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const score = at("../bin/score.js");
const rubric = at("bench.yaml");
const folder = mkdtempSync(join(tmpdir(), "score-bench-"));
const plan = join(folder, "plan.json");
const loadBefore = loadavg()[0]?.toFixed(1);

try {
  writeFileSync(plan, execFileSync(process.execPath, [score, "compile", rubric, "--to", "json"]));
  const { peers, missing } = await peersIn(folder);
  console.log(machine(missing));
  console.log(starts([30, 2000]));
  console.log(commands());
  for (const rows of sizes) console.log(wholeJob(rows, peers));
  console.log(workbook(100_000));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function machine(missing) {
  const gib = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? "unknown";
  return [
    `Machine: ${availableParallelism()} cores (${model}), ${gib} GiB, Node ${process.versions.node}, ${process.platform}; load before: ${loadBefore}.`,
    ...missing.map((reason) => `Not measured: ${reason}.`),
  ].join("\n");
}

/** `score compute` on a sheet of one quarter, table to a pipe, beside a node that does nothing. */
function starts(rowCounts) {
  const lines = rowCounts.map((rows) => {
    const sheet = sheetOf(rows, 1);
    const [empty, fromRubric, fromPlan] = takeTurns(runs, [
      node("-e", "0"),
      node(score, "compute", rubric, sheet),
      node(score, "compute", plan, sheet),
    ]);
    return [rows, ...[fromRubric, fromPlan].flatMap((each) => ratios(each, empty))];
  });
  return table(
    `Small sheets, beside \`node -e 0\`, medians of ${runs} runs`,
    ["rows", "from the rubric: CPU", "wall", "from a plan: CPU", "wall"],
    lines,
  );
}

/** Commands that read a rubric alone, and those that read nothing. */
function commands() {
  const sheet = sheetOf(30, 1);
  const some = [
    ["--version"],
    ["--help"],
    ["validate", rubric],
    ["check", rubric, sheet],
    ["test", rubric],
    ["rank", rubric, sheet, "--top", "3"],
    ["explain", rubric, sheet, "--subject", "M00000001"],
    ["compile", rubric, "--to", "json"],
    ["schema"],
  ];
  const [empty, ...measured] = takeTurns(Math.min(runs, 5), [
    node("-e", "0"),
    ...some.map((words) => node(score, ...words)),
  ]);
  const lines = measured.map((each, index) => [`\`score ${some[index][0]}\``, ...ratios(each, empty)]);
  return table(
    "Start of each command, 30 rows where it reads any, beside `node -e 0`",
    ["command", "CPU", "wall"],
    lines,
  );
}

/** The whole job, result files written, beside the peers. */
function wholeJob(rows, peers) {
  const sheet = sheetOf(rows, 4);
  const out = join(folder, "out");
  const there = peers.filter(({ most }) => most === undefined || rows <= most);
  const ours = {
    name: "score",
    command: () => node(score, "compute", rubric, sheet, "--quiet", "--out", join(folder, "results")),
  };
  const programs = [...there, ours];
  const measured = takeTurns(
    runsOf(rows),
    programs.map(({ command }) => command(sheet, out)),
  );
  const [least] = measured;
  const lines = programs.map(({ name }, index) => {
    const { wall, memory } = measured[index];
    const perSecond = Math.round(rows / wall) * 1000;
    return [name, ...ratios(measured[index], least), perSecond.toLocaleString("en"), Math.round(memory)];
  });
  rmSync(sheet);
  return table(
    `Whole job, ${rows.toLocaleString("en")} rows, beside ${programs[0].name}, medians of ${runsOf(rows)} runs`,
    ["program", "CPU", "wall", "rows a second", "peak memory, MiB"],
    lines,
  );
}

/** The whole job from a workbook of 25 columns, beside the library that reads it. */
function workbook(rows) {
  const path = join(folder, "sheet.xlsx");
  execFileSync(process.execPath, [at("workbook.mjs"), path, `${rows}`]);
  const measured = takeTurns(runsOf(rows), [
    node(at("workbook.mjs"), path),
    node(score, "compute", rubric, path, "--quiet", "--out", join(folder, "results")),
  ]);
  const lines = ["SheetJS alone", "score"].map((name, index) => [
    name,
    ...ratios(measured[index], measured[0]),
    Math.round(measured[index].memory),
  ]);
  return table(
    `Whole job from a workbook, ${rows.toLocaleString("en")} rows of 25 columns, beside SheetJS, medians of ${runsOf(rows)} runs`,
    ["program", "CPU", "wall", "peak memory, MiB"],
    lines,
  );
}

function sheetOf(rows, quarters) {
  const path = join(folder, `${rows}.csv`);
  writeSheet(path, rows, quarters);
  return path;
}

function ratios(each, to) {
  return [(each.cpu / to.cpu).toFixed(2), (each.wall / to.wall).toFixed(2)];
}

function table(title, heads, lines) {
  const sides = heads.map((_, index) => (index === 0 ? "---" : "---:"));
  return ["", `${title}:`, "", ...[heads, sides, ...lines].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}
