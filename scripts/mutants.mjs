// Changes source files in small ways, one at a time, and names the changes that no test notices.
//
//   npm run mutants -- FILE… [--lines FROM-TO]
//
// A change that survives is a test that is missing, or code that can go; some change nothing that can be seen.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
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

/** Whether the tests that a file can reach still pass; one that never ends is noticed too. */
const survives = (path) =>
  spawnSync("npx", ["vitest", "related", path, "--run", "--bail", "1"], { stdio: "ignore", timeout: 300_000 })
    .status === 0;

const argv = process.argv.slice(2);
const at = argv.indexOf("--lines");
const [from, to] = at < 0 ? [1, Number.POSITIVE_INFINITY] : argv.splice(at, 2)[1].split("-").map(Number);
let survivors = 0;
for (const path of argv) {
  const text = readFileSync(path, "utf8");
  try {
    for (const mutant of mutantsOf(path, text)) {
      if (mutant.line < from || mutant.line > to) continue;
      writeFileSync(path, mutant.text);
      if (!survives(path)) continue;
      survivors++;
      const [was, by] = [mutant.was, mutant.by].map((each) => each.split("\n")[0]);
      console.log(`${path}:${mutant.line}: survives: ${was} → ${by || "nothing"}`);
    }
  } finally {
    writeFileSync(path, text);
  }
}
console.log(`${survivors} survive`);
process.exitCode = survivors > 0 ? 1 : 0;
