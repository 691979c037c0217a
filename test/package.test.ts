// What others get of the program: the package that `npm pack` makes.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "./support/run.ts";

const packed: readonly string[] = filesOf();

test("the package holds no code of V8, which another Node cannot run", () => {
  expect(packed.filter((path) => path.endsWith(".code") || path.startsWith("dist/code/"))).toEqual([]);
  expect(packed).toContain("dist/start.txt");
});

/** Packed without the build, which has been done before the tests and which other tests rely on meanwhile. */
function filesOf(): string[] {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
}
