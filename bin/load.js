// Runs the program in dist/. Below dist/code lies the code that V8 made of its files when it was built (scripts/warm-up.mjs),
// as compiling takes longer than all else that is done for a small sheet; where none lies there, the first run of a command keeps it
// for the next (kept-code.js). The files are CommonJS because Node starts it sooner than ES modules.
"use strict";
const { readFileSync, readdirSync, statSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const v8 = require("node:v8");
const vm = require("node:vm");

/**
 * Lets functions run twenty-four times as long before V8 makes fast code of them, by the first part of V8's version: as it does that by
 * itself, half of the time that a sheet of some thousand rows takes goes into code that ends before it pays. The same of the module that
 * scans rows, whose first code is half as fast: some ten thousand rows even that out. Other versions of V8 do not know these flags, or gain nothing.
 */
const scanning = "--wasm-tiering-budget=200000000";
/** Else V8 compiles a pattern anew when it is used again, and takes longer to shorten what it made first than a small sheet uses it. */
const patterns = "--regexp-tier-up-ticks=100 --no-regexp-peephole-optimization";
const patience = {
  11: `--interrupt-budget=1600000 ${scanning} ${patterns}`,
  12: `--invocation-count-for-turbofan=72000 ${scanning} ${patterns}`,
  13: patterns,
};
/** With a file of so many bytes, fast code pays sooner; with a workbook much sooner, as they are packed and a library reads each cell. */
const haste = [
  { names: /\.(?:xls[xmb]?|ods)$/i, bytes: 3_000_000, flags: { 11: "--interrupt-budget=132000" } },
  { names: /$/, bytes: 30_000_000, flags: { 11: "--interrupt-budget=400000" } },
];
/** So many files of a folder are looked at. */
const mostFiles = 1000;

const [version] = process.versions.v8.split(".");
const setFlags = (flags) => flags[version] && v8.setFlagsFromString(flags[version]);

const folder = join(__dirname, "../dist");
const modules = new Map();
/** Each file that runs, by its path, for the build to ask V8 for its code. */
const scripts = new Map();

/** The path of the code that V8 made of a file. */
const codeOf = (path) => join(folder, "code", runtimeName, `${basename(path)}.code`);

/**
 * Says all that such code depends on. V8 does not refuse the code of another release of Node with the same V8 but crashes
 * on it; under this name such a release, or one with other flags, finds none and compiles anew.
 */
const runtimeName = [
  process.version,
  process.platform,
  process.arch,
  ...process.execArgv,
  process.env.NODE_OPTIONS ?? "",
]
  .filter((part) => part !== "")
  .map(encodeURIComponent)
  .join("-");

/** Runs the program with the arguments of this process. */
function start() {
  hasteFlags = flagsFor(process.argv.slice(2));
  const main = readIfThere(join(folder, "start.txt"));
  if (main) load(main.toString());
  else sayNotBuilt();
}

/** What a file of dist/ (`./main-….js`) or a module of Node exports; a file runs when it is asked for first. */
function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  if (!name.startsWith("./")) return require(name);
  const path = join(folder, name);
  // V8 keeps the file name with the code, and the folder of the build may not be that of the program.
  const filename = `score/dist/${name.slice(2)}`;
  const cachedData = readIfThere(codeOf(path)) ?? kept().read(basename(path));
  // V8 takes only code that was made under the same flags.
  setFlags(patience);
  const script = new vm.Script(readFileSync(path, "latin1"), { filename, cachedData });
  setFlags(hasteFlags);
  const module = { exports: {} };
  modules.set(name, module);
  scripts.set(path, script);
  script.runInThisContext()(module.exports, load, module);
  return module.exports;
}

let hasteFlags = {};

/** The flags for all files together that the arguments name. */
function flagsFor(given) {
  const files = given.flatMap(filesOf);
  const bytesOf = (names) =>
    files.reduce((sum, path) => sum + (names.test(path) ? (statIfThere(path)?.size ?? 0) : 0), 0);
  return haste.find(({ names, bytes }) => bytesOf(names) > bytes)?.flags ?? {};
}

/** A file, or what a folder holds, if it may be read. */
function filesOf(path) {
  const names = statIfThere(path)?.isDirectory() && ifPossible(() => readdirSync(path));
  return names ? names.slice(0, mostFiles).map((name) => join(path, name)) : [path];
}

/** An argument may be no path. */
const statIfThere = (path) => ifPossible(() => statSync(path, { throwIfNoEntry: false }));

let found;

/** What earlier runs of the command have kept, or this one will. */
function kept() {
  if (found) return found;
  const { keptCode } = require("./kept-code.js");
  found = keptCode(runtimeName, process.argv.slice(2), process.env);
  process.on("exit", (code) => {
    // After a mistake in the command line little was compiled, and after a bug anything may be wrong.
    if (code > 1) return;
    setFlags(patience);
    for (const [path, script] of scripts)
      if (script.cachedDataRejected !== false) found.write(basename(path), () => script.createCachedData());
  });
  return found;
}

const readIfThere = (path) => ifPossible(() => readFileSync(path));

function ifPossible(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** As in a clone before `npm ci`. */
function sayNotBuilt() {
  const home = dirname(__dirname);
  process.stderr.write(`score is not built yet: run npm ci first, in ${home}\n`);
  process.stderr.write(`score chưa được dựng: hãy chạy npm ci trước, trong thư mục ${home}\n`);
  process.exitCode = 2;
}

module.exports = { start, scripts, codeOf, flagsFor };
