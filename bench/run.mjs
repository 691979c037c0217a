// Measures score on this machine beside other programs, and prints Markdown: `npm run bench`.
//
//   node bench/run.mjs [--runs N] [--rows N,N,…] [--full] [--parts starts,commands,whole,odd,workbook,beyond,months]
//
// Times of a shared machine wander, so the programs take turns and only ratios of medians within one run are told.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { constructs, crossScoring, plain, writeRatings, year } from "./constructs.mjs";
import { node, takeTurns } from "./measure.mjs";
import { peersIn } from "./peers.mjs";
import { manifold, monthly, odd, writeSheet } from "./sheet.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "11" },
    rows: { type: "string", default: "100000,1000000,5000000" },
    full: { type: "boolean", default: false },
    parts: { type: "string" },
  },
});
const runs = Number(values.runs);
/** A large sheet takes long enough to be timed in fewer runs. */
const runsOf = (rows) => (rows <= 100_000 ? Math.min(runs, 5) : rows <= 1_000_000 ? Math.min(runs, 3) : 1);
const sizes = [...values.rows.split(",").map(Number), ...(values.full ? [20_000_000] : [])];

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const score = at("../bin/score.js");
const folder = mkdtempSync(join(tmpdir(), "score-bench-"));
const rubric = fileOf("bench.yaml", plain);
const plan = join(folder, "plan.json");
let made = 0;
const loadBefore = loadavg()[0]?.toFixed(1);

try {
  writeFileSync(plan, execFileSync(process.execPath, [score, "compile", rubric, "--to", "json"]));
  const { peers, missing } = await peersIn(folder);
  console.log(machine(missing));
  const parts = {
    starts: () => starts([30, 2000]),
    commands,
    whole: () => sizes.map((rows) => wholeJob(rows, peers)).join("\n"),
    odd: () => oddSheet(100_000),
    workbook: () => workbook(100_000),
    beyond: () => beyondPoints(20_000, 150),
    months: () => months(100_000),
  };
  for (const [name, part] of Object.entries(parts)) {
    if (values.parts === undefined || values.parts.split(",").includes(name)) console.log(part());
  }
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
      node(),
      node(score, "compute", rubric, sheet),
      node(score, "compute", plan, sheet),
    ]);
    return [rows, ...[fromRubric, fromPlan].flatMap((each) => ratios(each, empty))];
  });
  return table(
    `Small sheets, beside a Node.js that does nothing, medians of ${runs} runs`,
    ["rows", "from the rubric: CPU", "wall", "from a plan: CPU", "wall"],
    lines,
  );
}

/** Every command, each with what it needs. */
function commands() {
  const sheet = sheetOf(30, 1);
  const [results, ratings] = [join(folder, "results"), join(folder, "2026-01.csv")];
  const cross = fileOf("cross.yaml", crossScoring);
  writeRatings(ratings, 5);
  execFileSync(process.execPath, [score, "compute", rubric, sheet, "--quiet", "--out", results]);
  const some = [
    ["--version"],
    ["--help"],
    ["init"],
    ["validate", rubric],
    ["check", rubric, sheet],
    ["test", rubric],
    ["compute", rubric, sheet],
    ["compute", rubric, sheet, "--out", results],
    ["rank", rubric, sheet, "--top", "3"],
    ["explain", rubric, sheet, "--subject", "M00000001"],
    ["explain", "D107"],
    ["diff", results, results],
    ["raters", cross, ratings],
    ["template", rubric],
    ["report", results, "--from", folder],
    ["verify", results, "--from", folder],
    ["compile", rubric, "--to", "json"],
    ["compile", rubric, "--to", "sql"],
    ["compile", rubric, "--to", "doc"],
    ["schema"],
    ["completion", "bash"],
  ];
  const program = (words) => () => {
    // It writes only what is not there yet.
    const place = words[0] === "init" ? mkdtempSync(join(folder, "init-")) : undefined;
    return node(score, ...words, ...(place ? [join(place, "new")] : []));
  };
  const [empty, ...measured] = takeTurns(Math.min(runs, 5), [node(), ...some.map(program)]);
  const lines = measured.map((each, index) => [`\`score ${shown(some[index])}\``, ...ratios(each, empty)]);
  return table(
    "Start of each command, 30 rows where it reads any, beside a Node.js that does nothing",
    ["command", "CPU", "wall"],
    lines,
  );
}

/** A command without the files that it is given. */
function shown(words) {
  return words
    .filter((word) => !isAbsolute(word))
    .join(" ")
    .replace(/ --from$/, "");
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
    `Whole job, ${count(rows)} rows, beside ${programs[0].name}, medians of ${runsOf(rows)} runs`,
    ["program", "CPU", "wall", "rows a second", "peak memory, MiB"],
    lines,
  );
}

/** A sheet whose rows the reader of plain rows does not take, beside a program that only splits it. */
function oddSheet(rows) {
  const sheet = sheetOf(rows, 4, odd);
  return besideFirst(
    `Whole job from an odd sheet, ${count(rows)} rows with every score in quotation marks and with a decimal comma, and notes of two lines, beside a bare csv-parse loop`,
    runsOf(rows),
    [
      { name: "a bare csv-parse loop", command: node(at("bare.mjs"), sheet) },
      { name: "score", command: wholeJobOf(rubric, sheet) },
    ],
  );
}

/** What rubrics say besides points, each on the same sheet, and a month of `bodies` that are each scored by as many. */
function beyondPoints(rows, bodies) {
  const [sheet, ratings] = [sheetOf(rows, 4, manifold), join(folder, "2026-01.csv")];
  writeRatings(ratings, bodies);
  const programs = Object.entries(constructs).map(([name, text], index) => ({
    name,
    command: wholeJobOf(fileOf(`${index}.yaml`, text), sheet),
  }));
  const cross = {
    name: "ratings",
    rows: bodies ** 2,
    command: wholeJobOf(fileOf("cross.yaml", crossScoring), ratings),
  };
  return besideFirst(
    `What a rubric says besides points, ${count(rows)} rows (of ratings ${count(cross.rows)}), a row beside one with points alone`,
    Math.min(runs, 3),
    [...programs, cross].map((each) => ({ rows, ...each })),
  );
}

/** Twelve months of so many people and the year that they make, a row beside one of quarters without a year. */
function months(people) {
  const [sheet, rows] = [sheetOf(12 * people, 12, monthly), 12 * people];
  const programs = [
    { name: "quarters of the same size, no year", rows, command: wholeJobOf(rubric, sheetOf(rows, 4)) },
    { name: "twelve months and their year", rows, command: wholeJobOf(fileOf("year.yaml", year), sheet) },
  ];
  return besideFirst(`A year of 12 months × ${count(people)} people`, 1, programs);
}

/** The whole job from a workbook of 25 columns, beside the library that reads it. */
function workbook(rows) {
  const path = join(folder, "sheet.xlsx");
  execFileSync(process.execPath, [at("workbook.mjs"), path, `${rows}`]);
  return besideFirst(`Whole job from a workbook, ${count(rows)} rows of 25 columns, beside SheetJS`, runsOf(rows), [
    { name: "SheetJS alone", command: node(at("workbook.mjs"), path) },
    { name: "score", command: wholeJobOf(rubric, path) },
  ]);
}

/** Programs beside the first of them; those that say their `rows`, for each row. */
function besideFirst(title, times, programs) {
  const measured = takeTurns(
    times,
    programs.map(({ command }) => command),
  );
  const each = measured.map(({ cpu, wall }, index) => {
    const { rows = 1 } = programs[index];
    return { cpu: cpu / rows, wall: wall / rows };
  });
  const lines = programs.map(({ name }, index) => [
    name,
    ...ratios(each[index], each[0]),
    Math.round(measured[index].memory),
  ]);
  return table(`${title}, medians of ${times} runs`, ["", "CPU", "wall", "peak memory, MiB"], lines);
}

function wholeJobOf(rubricFile, sheet) {
  return node(score, "compute", rubricFile, sheet, "--quiet", "--out", `${sheet}.results`);
}

function count(rows) {
  return rows.toLocaleString("en");
}

function fileOf(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** No figure of its name looks like a period. */
function sheetOf(rows, periods, form) {
  const path = join(folder, `${"x".repeat(++made)}.csv`);
  writeSheet(path, rows, periods, form);
  return path;
}

function ratios(each, to) {
  return [(each.cpu / to.cpu).toFixed(2), (each.wall / to.wall).toFixed(2)];
}

function table(title, heads, lines) {
  const sides = heads.map((_, index) => (index === 0 ? "---" : "---:"));
  return ["", `${title}:`, "", ...[heads, sides, ...lines].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}
