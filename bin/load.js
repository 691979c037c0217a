// Runs the program in dist/. Beside each of its files lies the code that V8 made of it when it was built (scripts/warm-up.mjs),
// as compiling takes longer than all else that is done for a small sheet. A V8 of another version refuses that code and
// compiles anew. The files are CommonJS because Node starts it sooner than ES modules.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const folder = join(__dirname, "../dist");
const modules = new Map();
/** Each file that runs, by its path, for the build to ask V8 for its code. */
const scripts = new Map();

/** The path of the code that V8 made of a file. */
const codeOf = (path) => `${path}.code`;

/** Runs the program with the arguments of this process. */
function start() {
  load(readFileSync(join(folder, "start.txt"), "utf8"));
}

/** What a file of dist/ (`./main-….js`) or a module of Node exports; a file runs when it is asked for first. */
function load(name) {
  if (!name.startsWith("./")) return require(name);
  const known = modules.get(name);
  if (known) return known.exports;
  const path = join(folder, name);
  const wrapped = `(function (exports, require, module) {"use strict";\n${readFileSync(path, "utf8")}\n})`;
  // V8 keeps the file name with the code, and the folder of the build may not be that of the program.
  const filename = `score/dist/${name.slice(2)}`;
  const script = new vm.Script(wrapped, { filename, lineOffset: -1, cachedData: readCode(path) });
  const module = { exports: {} };
  modules.set(name, module);
  scripts.set(path, script);
  script.runInThisContext()(module.exports, load, module);
  return module.exports;
}

function readCode(path) {
  try {
    return readFileSync(codeOf(path));
  } catch {
    return undefined;
  }
}

module.exports = { start, scripts, codeOf };
