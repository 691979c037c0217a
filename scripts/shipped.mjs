// What dist/score.html brings: the rubrics, and all that their examples are given.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { globSync } from "tinyglobby";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = (/** @type {string} */ path) => join(root, path);

/** The shipped rubrics, each with all that the last command of its example is given. */
export function shipped() {
  const library = globSync(["rubrics/**/*.yaml", "examples/**/*.yaml"], { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(at(name), "utf8") }))
    .filter(({ text }) => /^schema:/m.test(text));
  const commands = readdirSync(at("examples")).flatMap((name) =>
    commandsIn(readIfThere(join("examples", name, "README.md"))),
  );
  const made = mkdtempSync(join(tmpdir(), "score-examples-"));
  try {
    const rubrics = library.toSorted(byGuide).flatMap(({ name, text }) => {
      const { title, abstract } = parse(text);
      const command = commands.findLast(({ rubric }) => rubric === name);
      if (abstract || (!command && name.startsWith("examples/"))) return [];
      const named = typeof title === "string" ? title : (title?.vi ?? basename(name));
      return [{ name, title: named, files: command ? filesOf(command, commands, made) : [] }];
    });
    return { library, rubrics };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** The rubric that the guide begins with comes first: whoever opens the page reads it there. */
function byGuide(/** @type {{ name: string }} */ a, /** @type {{ name: string }} */ b) {
  const isFirst = (/** @type {string} */ name) => name.startsWith("examples/lam-quen/");
  return Number(isFirst(b.name)) - Number(isFirst(a.name)) || (a.name < b.name ? -1 : 1);
}

/** @typedef {{ words: string[], rubric: string, sheets: string[], out: string, values: (flag: string) => string[] }} Command */

/** The computations of an example's page. @returns {Command[]} */
function commandsIn(/** @type {string} */ text) {
  return Array.from(text.matchAll(/^npx score compute ([^#\n]*)/gm), ([, command = ""]) => {
    const words = command.trim().split(/\s+/);
    const operands = words.filter((word, index) => !word.startsWith("--") && !words[index - 1]?.startsWith("--"));
    const values = (/** @type {string} */ flag) => words.filter((_, index) => words[index - 1] === flag);
    const [rubric = "", ...sheets] = operands;
    return { words, rubric, sheets, out: values("--out")[0] ?? "", values };
  });
}

/** What a command is given, as files with their uses; what it takes from other commands is computed first. */
function filesOf(
  /** @type {Command} */ { sheets, values },
  /** @type {Command[]} */ commands,
  /** @type {string} */ made,
) {
  const found = (/** @type {string} */ path) => {
    for (const { out, words } of commands) {
      const isResult = out !== "" && (path.startsWith(`${out}/`) || out === path || out.startsWith(`${path}/`));
      if (isResult && !existsSync(join(made, out))) computeInto(made, words, commands);
    }
    return path;
  };
  const tables = values("--table").flatMap((value) => {
    const [, table = "", path = ""] = /^([^=]+)=(.*)$/.exec(value) ?? [];
    return files(made, [found(path)], { kind: "table", table });
  });
  return [
    ...files(made, sheets, { kind: "sheet" }),
    ...tables,
    ...files(made, values("--decisions"), { kind: "decisions" }),
    ...values("--history").map((path) => zipped(join(made, found(path)), basename(path))),
  ];
}

/** Runs a command of an example, after those whose results it takes. */
function computeInto(/** @type {string} */ made, /** @type {string[]} */ words, /** @type {Command[]} */ commands) {
  const known = words.map((word) => {
    const path = word.replace(/^\w+=/, "");
    const result = commands.find(({ out }) => out !== "" && path.startsWith(`${out}/`));
    if (result && !existsSync(join(made, result.out))) computeInto(made, result.words, commands);
    return existsSync(join(made, path)) || commands.some(({ out }) => out === path)
      ? word.replace(path, join(made, path))
      : word;
  });
  const out = /** @type {string} */ (known[known.indexOf("--out") + 1]);
  mkdirSync(dirname(out), { recursive: true });
  execFileSync("bash", ["-c", `"$0" bin/score.js compute ${known.join(" ")} --quiet`, process.execPath], { cwd: root });
}

/** A folder of results as a ZIP file. */
function zipped(/** @type {string} */ folder, /** @type {string} */ name) {
  const inside = globSync("**/*", { cwd: folder }).sort();
  const bytes = zipSync(Object.fromEntries(inside.map((path) => [path, readFileSync(join(folder, path))])), {
    mtime: new Date(1980, 0, 1),
  });
  return { name: `${name}.zip`, use: { kind: "history" }, bytes: Buffer.from(bytes).toString("base64") };
}

/** Files of the repository, or of results that were computed on the way. */
function files(/** @type {string} */ made, /** @type {string[]} */ paths, /** @type {object} */ use) {
  const patterns = paths.map((path) => (/\.\w+$/.test(path) ? path : `${path.replace(/\/$/, "")}/*.csv`));
  return [root, made].flatMap((cwd) =>
    globSync(patterns, { cwd })
      .sort()
      .map((path) => ({ name: basename(path), use, bytes: readFileSync(join(cwd, path)).toString("base64") })),
  );
}

function readIfThere(/** @type {string} */ path) {
  try {
    return readFileSync(at(path), "utf8");
  } catch {
    return "";
  }
}
