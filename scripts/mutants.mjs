// Changes source files in small ways, one at a time, and names the changes that no test notices.
//
//   npm run mutants -- FILE|FOLDER… [--lines FROM-TO] [--sample N [--seed S]] [--least PERCENT]
//
// A change that survives is a test that is missing, or code that can go; some change nothing that can be seen. `--sample` tries N of
// all changes, `--seed` other ones; with `--least` survivors are allowed as long as so many of a hundred are noticed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseSync, Visitor } from "oxc-parser";

const others = {
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
};

/** Every change of a text, with the line it is on. */
function* mutantsOf(path, text) {
  const found = [];
  const change = (start, end, by) => found.push({ start, end, by });
  const operator = ({ left, right, operator: sign }) => {
    const start = text.indexOf(sign, left.end);
    if (others[sign] && start < right.start) change(start, start + sign.length, others[sign]);
  };
  new Visitor({
    BinaryExpression: operator,
    LogicalExpression: operator,
    UnaryExpression: ({ operator: sign, start }) => sign === "!" && change(start, start + 1, ""),
    Literal: ({ start, end, value }) => typeof value === "number" && change(start, end, String(value + 1)),
    ExpressionStatement: ({ start, end }) => change(start, end, ";"),
    IfStatement: ({ start, end, alternate }) => alternate === null && change(start, end, ";"),
  }).visit(parseSync(path, text).program);
  for (const { start, end, by } of found.sort((a, b) => a.start - b.start)) {
    const line = text.slice(0, start).split("\n").length;
    yield { line, was: text.slice(start, end), by, text: text.slice(0, start) + by + text.slice(end) };
  }
}

const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));

/** How tests end: "late" where nothing is known after five minutes, for they never end or the machine is busy. */
async function outcome(/** @type {string[]} */ ...argv) {
  // A group of its own: a change may be a loop without end in a process below the one that is called.
  const options = /** @type {const} */ ({ stdio: "ignore", detached: true });
  const tests = spawn(process.execPath, [vitest, ...argv, "--run", "--bail", "1"], options);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    process.kill(-tests.pid, "SIGKILL");
  }, 300_000);
  const [status] = await once(tests, "exit");
  clearTimeout(timer);
  return isLate ? "late" : status === 0 ? "passed" : "failed";
}

/**
 * Of the tests that a file can reach: those of its own room, then the golden cases and the second engine, which notice most changes
 * within a minute, and only then whatever else imports it.
 */
async function outcomeOf(/** @type {string} */ path) {
  const room = `test/unit/${path.split("/")[1]}`;
  const runs = [
    ...(statSync(room, { throwIfNoEntry: false }) ? [[room]] : []),
    ["test/cases.test.ts", "-t", "in this process"],
    ["test/properties", "test/reference"],
    ["related", path],
  ];
  for (const run of runs) {
    const found = await outcome(...run);
    if (found !== "passed") return found;
  }
  return "passed";
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: "string", default: `1-${Number.MAX_SAFE_INTEGER}` },
    sample: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
    least: { type: "string", default: "100" },
  },
});
const [from, to] = values.lines.split("-").map(Number);
const [sample, seed, least] = [values.sample, values.seed, values.least].map(Number);

const files = positionals
  .flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, `${name}`)) : [path],
  )
  // Tests run what a build has made of the scanner.
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".generated.ts") && !path.endsWith("/scanner/scan.ts"))
  .sort();
const all = files.flatMap((path) =>
  [...mutantsOf(path, readFileSync(path, "utf8"))].flatMap((mutant) =>
    mutant.line >= from && mutant.line <= to ? [{ path, ...mutant }] : [],
  ),
);
// Evenly over all of them, from another one for each seed.
const step = Math.max(1, all.length / sample);
const tried = all.filter((_, at) => Math.floor((at + seed) / step) !== Math.floor((at + seed - 1) / step));

let [survivors, late] = [0, 0];
for (const { path, line, was, by, text } of tried) {
  const before = readFileSync(path, "utf8");
  try {
    writeFileSync(path, text);
    const found = await outcomeOf(path);
    if (found === "late") late++;
    if (found !== "passed") continue;
    survivors++;
    const [first, second] = [was, by].map((each) => each.split("\n")[0]);
    console.log(`${path}:${line}: survives: ${first} → ${second || "nothing"}`);
  } finally {
    writeFileSync(path, before);
  }
}
const noticed = tried.length - survivors;
const percent = tried.length === 0 ? 100 : Math.floor((1000 * noticed) / tried.length) / 10;
const ended = late > 0 ? `, ${late} of them by the time that tests took` : "";
console.log(
  `${noticed} of ${tried.length} changes are noticed${ended} (of ${all.length} that could be tried): ${percent} %`,
);
process.exitCode = percent < least ? 1 : 0;
