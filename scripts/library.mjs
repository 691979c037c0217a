// Builds the library: src/index.ts as one ES module, and the types that can be reached from it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bundled } from "./bundling.mjs";

/**
 * Gives the files in it.
 * @param {string} root
 * @param {string} outDir
 * @param {Readonly<Record<string, string>>} define what the bundler puts in
 */
export async function buildLibrary(root, outDir, define) {
  const { files, sources } = await bundled(root, { index: "src/index.ts" }, "esm", define);
  mkdirSync(outDir, { recursive: true });
  for (const { name, code } of files) writeFileSync(join(outDir, name), code);
  buildDeclarations(root, outDir);
  return sources;
}

/** tsc writes those of all files that it reads; the package holds the ones that its users can name. */
function buildDeclarations(/** @type {string} */ root, /** @type {string} */ outDir) {
  const all = mkdtempSync(join(tmpdir(), "score-types-"));
  try {
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const argv = ["-p", join(root, "tsconfig.library.json"), "--noCheck", "--outDir", all];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...argv], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the declarations cannot be made:\n${stdout}`);
    for (const path of reachable(all, "index.d.ts")) cpSync(join(all, path), join(outDir, path));
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}

/** A declaration and what it imports, as paths from the folder. */
function reachable(/** @type {string} */ folder, /** @type {string} */ path, seen = new Set()) {
  seen.add(path);
  for (const [, target = ""] of readFileSync(join(folder, path), "utf8").matchAll(/ from "(\..*)\.ts"/g)) {
    const next = `${join(dirname(path), target)}.d.ts`;
    if (!seen.has(next)) reachable(folder, next, seen);
  }
  return seen;
}
