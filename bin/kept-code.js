// Code that V8 made of files of the program, in the user's cache: for those whose code the build has not kept, as in an installed package.
"use strict";
const { closeSync, constants, fstatSync, mkdirSync, openSync, readdirSync, readFileSync } = require("node:fs");
const { renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { dirname, isAbsolute, join } = require("node:path");

/** Files that are kept at most for one release of Node; the oldest go first. */
const mostKept = 100;

/**
 * The code of files by their names, which no two contents share. What one command has compiled is kept apart from what another
 * has, so that each finds its own. `runtime` says all else that it depends on.
 */
function keptCode(runtime, [command = "", ...words], env) {
  const isUnwanted = words.includes("--no-cache") || /^(1|true|yes|on)$/i.test(env.SCORE_NO_CACHE ?? "");
  // A relative one would be another below each folder: it does not count.
  const base = [env.XDG_CACHE_HOME, env.LOCALAPPDATA, env.HOME && join(env.HOME, ".cache")].find(
    (folder) => folder && isAbsolute(folder),
  );
  if (isUnwanted || !base) return { read: () => undefined, write: () => undefined };
  const folder = join(base, "score", "code", runtime);
  const pathOf = (name) => join(folder, `${/^[a-z]+$/.exec(command)?.[0] ?? "score"}-${name}.code`);
  return {
    read: (name) => quietly(() => sound(ownBytes(pathOf(name)))),
    write: (name, code) => quietly(() => write(folder, pathOf(name), code())),
  };
}

/** Whatever is wrong with the cache means only that the program is compiled. */
function quietly(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * V8 crashes on damaged code. So it is kept twice, as to compare two copies takes a tenth of the time of any sum.
 * @throws where they differ
 */
function sound(twice) {
  const [code, again] = [twice.subarray(0, twice.length / 2), twice.subarray(twice.length / 2)];
  if (!code.equals(again)) throw new Error("damaged");
  return code;
}

/** A file that this user alone can have written. @throws where there is none */
function ownBytes(path) {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { uid, mode } = fstatSync(file);
    const user = process.getuid?.();
    if (user !== undefined && (uid !== user || (mode & 0o022) !== 0)) throw new Error("another user's file");
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Another run sees the whole file or none. */
function write(folder, path, code) {
  makeFolder(folder);
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, Buffer.concat([code, code]), { mode: 0o600, flag: "wx" });
  renameSync(fresh, path);
  const kept = readdirSync(folder).map((name) => join(folder, name));
  if (kept.length <= mostKept) return;
  const times = new Map(kept.map((each) => [each, statSync(each).mtimeMs]));
  kept.sort((a, b) => times.get(a) - times.get(b));
  for (const each of kept.slice(0, kept.length - mostKept)) rmSync(each, { force: true });
}

/** As `src/files/make-folder.ts`, which says why not by Node's `recursive`; nothing that is bundled is loaded yet. */
function makeFolder(folder) {
  try {
    mkdirSync(folder, 0o700);
  } catch (error) {
    if (error.code === "EEXIST") return;
    if (error.code !== "ENOENT" || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder, 0o700);
  }
}

module.exports = { keptCode };
