// The built program under other releases of Node, which share its folder and perhaps its version of V8.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
// @ts-expect-error The file that starts the program declares no types.
import { flagsFor } from "../../bin/load.js";
import { root, withFolder } from "../support/files.ts";

const folder = mkdtempSync(join(tmpdir(), "score-node-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first release that is supported, a later one with the same V8, and two with others. */
const releases = ["20.19.0", "20.20.1", "22.12.0", "24.11.0"].filter((release) => `v${release}` !== process.version);
const nodes = install(releases);

test.for(releases)("the program that this Node built runs under Node %s as under this one", (release, { skip }) => {
  const node = nodes?.get(release);
  if (node === undefined) {
    // .ci/run sets REQUIRE_ALL.
    const reason = "no registry gives other releases of Node";
    return process.env.REQUIRE_ALL === "1" ? expect.fail(reason) : skip(reason);
  }
  const argv = ["bin/score.js", "compute", "rubrics/tam-diep.yaml", "examples/tam-diep", "--format", "csv"];
  const [here, there] = [process.execPath, node].map((path) => {
    const { status, signal, stdout, stderr } = spawnSync(path, [...argv, "--period", "2026"], {
      cwd: root,
      encoding: "utf8",
    });
    return { status, signal, stdout, stderr };
  });
  expect(here).toMatchObject({ status: 0, signal: null });
  expect(there).toEqual(here);
});

test.each([
  { flags: [], size: 0, verdict: false, name: "the code that the build kept is taken by the Node that built" },
  {
    flags: [],
    size: 40_000_000,
    verdict: false,
    name: "and beside a large file, with which V8 makes fast code sooner",
  },
  { flags: ["--no-opt"], size: 0, verdict: null, name: "a Node with other flags finds no code" },
])("$name", ({ flags, size, verdict }) =>
  withFolder(async (cwd) => {
    const script = join(cwd, "accepted.mjs");
    writeFileSync(
      script,
      `import { scripts, start } from ${JSON.stringify(pathToFileURL(join(root, "bin/load.js")).href)};
process.on("exit", () => console.log(JSON.stringify([...scripts.values()].map((each) => each.cachedDataRejected))));
start();`,
    );
    const file = join(cwd, "2026-Q1.csv");
    writeFileSync(file, "");
    truncateSync(file, size);
    const argv = [...flags, script, "--help", file];
    const { stdout } = spawnSync(process.execPath, argv, { encoding: "utf8", env: { LANG: "C.UTF-8" } });
    const rejected = JSON.parse(stdout.trim().split("\n").at(-1) as string);
    expect(rejected.length).toBeGreaterThan(1);
    expect(new Set(rejected)).toEqual(new Set([verdict]));
  }),
);

test("files count together, those of a folder too, and workbooks count more", () =>
  withFolder(async (cwd) => {
    const fileOf = (name: string, size: number) => {
      const path = join(cwd, name);
      writeFileSync(path, "");
      truncateSync(path, size);
      return path;
    };
    const months = [1, 2, 3].map((month) => fileOf(`2026-0${month}.csv`, 12_000_000));
    const book = fileOf("2026.xlsx", 4_000_000);
    const other = join(cwd, "other");
    mkdirSync(other);
    const flags = (...given: string[]) => flagsFor(["compute", "rubric.yaml", "--out", "results", ...given]);
    expect(flags(...months.slice(0, 2), other)).toEqual({});
    expect(flags(...months)).toEqual({ 11: "--interrupt-budget=400000" });
    expect(flags(book)).toEqual({ 11: "--interrupt-budget=132000" });
    renameSync(book, join(other, "2026.xlsx"));
    expect(flags(other)).toEqual({ 11: "--interrupt-budget=132000" });
    expect(flags(cwd)).toEqual({ 11: "--interrupt-budget=400000" });
  }));

test("before npm ci the program says what to do", () =>
  withFolder(async (cwd) => {
    cpSync(join(root, "bin"), join(cwd, "bin"), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(cwd, "bin/score.js"), "--version"], {
      encoding: "utf8",
    });
    expect(stderr).toBe(
      `score is not built yet: run npm ci first, in ${cwd}\n` +
        `score chưa được dựng: hãy chạy npm ci trước, trong thư mục ${cwd}\n`,
    );
    expect(status).toBe(2);
  }));

test("a build without the packages says what to do", () =>
  withFolder(async (cwd) => {
    for (const part of ["scripts", "bin", "package.json"])
      cpSync(join(root, part), join(cwd, part), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(cwd, "scripts/build.mjs")], { cwd, encoding: "utf8" });
    expect(stderr).toContain("the build needs the development dependencies: run `npm ci` without --omit=dev");
    expect(status).toBe(1);
  }));

/** Installs releases of Node side by side; gives the path of each, or undefined where they cannot be had. */
function install(versions: readonly string[]): ReadonlyMap<string, string> | undefined {
  const { platform, arch } = process;
  const system = `${platform === "win32" ? "win" : platform}-${arch}`;
  const packages = versions.map((version) => `node-${version}@npm:node-${system}@${version}`);
  mkdirSync(join(folder, "node_modules"));
  const flags = ["--prefix", folder, "--no-save", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  const npm = spawnSync("npm", ["install", ...flags, ...packages], { shell: platform === "win32" });
  if (npm.status !== 0) return undefined;
  const binary = platform === "win32" ? "bin/node.exe" : "bin/node";
  return new Map(versions.map((version) => [version, join(folder, `node_modules/node-${version}`, binary)]));
}
