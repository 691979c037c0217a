// What others get of the program: the package that `npm pack` makes, and `npx score` in a clone.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { root } from "./support/files.ts";

/** npm may be slow on a busy machine. */
const patience = 120_000;

const folder = mkdtempSync(join(tmpdir(), "score-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs npm or npx with no registry and nothing kept from earlier runs. */
function offline(command: "npm" | "npx", argv: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, argv, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, npm_config_offline: "true", npm_config_cache: join(folder, "cache") },
    shell: process.platform === "win32",
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

// Without the build, which has been done before the tests and which other tests rely on meanwhile.
const [{ filename, files }] = JSON.parse(
  offline("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root),
);
const packed: readonly string[] = files.map(({ path }: { path: string }) => path);

test(
  "npx score in a clone is this program",
  () => {
    const sheets = [1, 2, 3, 4].map((quarter) => `examples/tam-diep/2026-Q${quarter}.csv`);
    const stdout = offline("npx", ["score", "compute", "rubrics/tam-diep.yaml", ...sheets, "--quiet"], root);
    expect(stdout).toContain("Hoàn thành xuất sắc nhiệm vụ 5 ·");
  },
  patience,
);

test(
  "npm pack makes the page and takes it along",
  () => {
    const clone = join(folder, "clone");
    const left = ["node_modules", ".git", "dist", "test"].map((name) => join(root, name));
    cpSync(root, clone, { recursive: true, filter: (path) => !left.includes(path) });
    symlinkSync(join(root, "node_modules"), join(clone, "node_modules"), "junction");
    const [{ files: taken }] = JSON.parse(offline("npm", ["pack", "--json", "--dry-run"], clone));
    expect(taken.map(({ path }: { path: string }) => path)).toContain("dist/score.html");
  },
  patience,
);

describe("the package", () => {
  test("holds no code of V8, which another Node cannot run", () => {
    expect(packed.filter((path) => path.endsWith(".code") || path.startsWith("dist/code/"))).toEqual([]);
    expect(packed).toContain("dist/start.txt");
  });

  test("holds all that its pages link to, apart from the sources", () => {
    const pages = packed.filter((path) => path.endsWith(".md"));
    const dead = pages.flatMap((page) =>
      linksOf(page)
        .filter((target) => !holds(target))
        .map((to) => [page, to]),
    );
    expect(pages).toContain("README.md");
    expect(dead).toEqual([]);
  });

  test("goes with the licences of the packages in it", () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const licences = readFileSync(join(root, "dist/licences.txt"), "utf8");
    expect(packed).toEqual(expect.arrayContaining(["LICENSE", "dist/licences.txt"]));
    for (const name of ["yaml", "ajv", "chalk"]) {
      expect(licences).toMatch(
        new RegExp(`^# ${name} ${devDependencies[name].replace(/^\D/, "")}\\n\\n[^#]*permission`, "im"),
      );
    }
  });
});

describe("installed, from no registry", () => {
  beforeAll(() => {
    writeFileSync(join(folder, "package.json"), "{}");
    offline("npm", ["install", "--no-audit", "--no-fund", join(folder, filename)], folder);
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  }, patience);

  test(
    "the program runs with its own example",
    () => {
      const home = join(folder, "node_modules/@xep-loai/score");
      const example = ["examples/first/rubric.yaml", "examples/first/2026-Q1.csv"].map((path) => join(home, path));
      const stdout = offline("npx", ["--no-install", "score", "compute", ...example, "--quiet"], folder);
      expect(stdout).toContain("Excellent 1 · Good 2 ·");
    },
    patience,
  );

  describe("keeps the code that V8 makes of it", () => {
    const home = join(folder, "node_modules/@xep-loai/score");
    const cache = join(folder, "home");
    const kept = join(cache, "score/code");
    const example = ["examples/first/rubric.yaml", "examples/first/2026-Q1.csv"].map((path) => join(home, path));
    const filesKept = (): string[] =>
      existsSync(kept)
        ? readdirSync(kept, { recursive: true, encoding: "utf8" })
            .filter((name) => name.endsWith(".code"))
            .map((name) => join(kept, name))
        : [];

    /** Computes the example, and tells of each file of the program what V8 said of its code: false where it was taken. */
    function computed(env: Readonly<Record<string, string>> = {}, ...flags: readonly string[]) {
      const script = `
        const { start, scripts } = require(${JSON.stringify(join(home, "bin/load.js"))});
        process.on("exit", () => {
          const rejected = [...scripts.values()].map((each) => each.cachedDataRejected ?? "none");
          require("node:fs").writeSync(2, "\\n" + JSON.stringify(rejected));
        });
        start();`;
      writeFileSync(join(folder, "watched.cjs"), script);
      const argv = ["watched.cjs", "compute", ...example, "--quiet", ...flags];
      const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
        cwd: folder,
        encoding: "utf8",
        env: { LANG: "C.UTF-8", XDG_CACHE_HOME: cache, ...env },
        timeout: 60_000,
      });
      expect(status, stderr).toBe(0);
      return { stdout, rejected: new Set(JSON.parse(stderr.slice(stderr.lastIndexOf("\n") + 1))) };
    }

    beforeEach(() => rmSync(cache, { recursive: true, force: true }));

    test("so that a second run compiles nothing", () => {
      const first = computed();
      expect(first.rejected).toEqual(new Set(["none"]));
      expect(computed()).toEqual({ stdout: first.stdout, rejected: new Set([false]) });
    });

    test("but not against --no-cache", () => {
      computed({}, "--no-cache");
      computed({ SCORE_NO_CACHE: "1" });
      expect(existsSync(cache)).toBe(false);
      computed();
      expect(computed({}, "--no-cache").rejected).toEqual(new Set(["none"]));
    });

    test("but not in a folder that depends on where the command runs", () => {
      computed({ XDG_CACHE_HOME: "home" });
      expect(existsSync(cache)).toBe(false);
    });

    const half = (bytes: Buffer): number => bytes.length >> 2;
    test.each<[string, (bytes: Buffer) => Uint8Array]>([
      ["with another byte", (bytes) => bytes.fill((bytes[half(bytes)] as number) ^ 1, half(bytes), half(bytes) + 1)],
      ["cut off", (bytes) => bytes.subarray(0, half(bytes))],
      ["of nothing but zeros", (bytes) => bytes.fill(0)],
      ["empty", () => new Uint8Array()],
    ])("and makes it anew in place of one %s", (_, damage) => {
      const { stdout } = computed();
      for (const file of filesKept()) writeFileSync(file, damage(readFileSync(file)));
      const again = computed();
      expect(again.stdout).toBe(stdout);
      expect(again.rejected).not.toContain(false);
      expect(computed().rejected).toEqual(new Set([false]));
    });

    test.skipIf(process.platform === "win32")("and trusts none that another user could have written", () => {
      computed();
      for (const file of filesKept()) chmodSync(file, 0o666);
      expect(computed().rejected).toEqual(new Set(["none"]));
      for (const file of filesKept()) {
        renameSync(file, `${file}.real`);
        symlinkSync(`${file}.real`, file);
      }
      expect(computed().rejected).toEqual(new Set(["none"]));
    });

    test("of so many files and no more, and runs where none can be kept", () => {
      computed();
      const file = filesKept()[0] ?? expect.fail("no code was kept");
      for (let at = 0; at < 120; at++) writeFileSync(join(dirname(file), `${at}.code`), "");
      computed({}, "--format", "csv");
      expect(filesKept()).toHaveLength(100);
      rmSync(cache, { recursive: true });
      writeFileSync(cache, "a file, no folder");
      expect(computed().rejected).toEqual(new Set(["none"]));
      // Below it the system says of every folder that it is not there.
      if (process.platform === "linux")
        expect(computed({ XDG_CACHE_HOME: "/proc/none" }).rejected).toEqual(new Set(["none"]));
    });
  });

  test.skipIf(process.platform === "win32")(
    "the workflow that score init writes runs with the packed file",
    () => {
      // Not below the folder that has the program already: npm would install it there.
      const project = mkdtempSync(join(tmpdir(), "score-init-"));
      try {
        const program = join(folder, "node_modules/.bin/score");
        const { status, stderr } = spawnSync(program, ["init", "moi", "--from", "kim-son"], {
          cwd: project,
          encoding: "utf8",
        });
        expect(status, stderr).toBe(0);
        const begun = join(project, "moi");
        cpSync(join(folder, filename), join(begun, filename));
        const workflow = readFileSync(join(begun, ".github/workflows/score.yml"), "utf8");
        const commands = [...workflow.matchAll(/- run: (.*)/g)].map(([, command = ""]) => command);
        expect(commands).toHaveLength(4);
        const ran = spawnSync("bash", ["-ec", commands.join("\n")], {
          cwd: begun,
          encoding: "utf8",
          env: { ...process.env, npm_config_offline: "true", npm_config_cache: join(folder, "cache") },
        });
        expect(ran.status, ran.stdout + ran.stderr).toBe(0);
        expect(existsSync(join(begun, "ket-qua/receipt.json"))).toBe(true);
      } finally {
        rmSync(project, { recursive: true, force: true });
      }
    },
    patience,
  );

  const [, example = "", shown = ""] =
    /^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/m.exec(readFileSync(join(root, "docs/library.md"), "utf8")) ??
    [];

  test("the library's example shows what its page says", () => {
    writeFileSync(join(folder, "example.mjs"), example);
    const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toBe(shown);
  });

  test("the library's types fit its example, and tell a mistake", () => {
    writeFileSync(join(folder, "example.mts"), example);
    writeFileSync(
      join(folder, "mistake.mts"),
      'import { compile } from "@xep-loai/score";\ncompile({ name: "rubric.yaml" });\n',
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const strict = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023"];
    const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
    const argv = [tsc, ...strict, ...types, "example.mts", "mistake.mts"];
    const { stdout } = spawnSync(process.execPath, argv, { cwd: folder, encoding: "utf8" });
    expect(stdout.match(/^\w+\.mts.*/gm)).toEqual([expect.stringMatching(/^mistake\.mts\(2,9\): error TS\d+: .*File/)]);
  });
});

/** Paths in the package that a page links to. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8").replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
  const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1] as string);
  const paths = targets.filter((target) => !/^https?:/.test(target)).map((target) => posix.join(dirname(page), target));
  return paths.filter((path) => !/^(?:src|messages|test|scripts|bench)\//.test(path));
}

const holds = (target: string): boolean => packed.some((path) => path === target || path.startsWith(`${target}/`));
