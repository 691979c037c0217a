// Builds dist/score.html (or the file named), the program as one page without a server, an installation or a network: `npm run build:page`.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { globSync } from "tinyglobby";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = (/** @type {string} */ path) => join(root, path);
const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));

const main = await bundled("src/browser/main.ts");
const worker = await bundled("src/browser/worker.ts");
const { code: css } = await transform(readFileSync(at("src/browser/app.css"), "utf8"), { loader: "css", minify: true });
// The page of a run, shown within this one, runs its own script, by the hash that it names itself.
const [, framed = ""] =
  /scriptHash = "([^"]+)"/.exec(readFileSync(at("src/document/html/page.generated.ts"), "utf8")) ?? [];
const policy = [
  "default-src 'none'",
  `script-src '${hash(main)}' '${framed}' blob:`,
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>score ${version}</title>
<style>${css}</style>
<script type="application/json" id="shipped-files">${JSON.stringify(shipped()).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="worker">${worker}</script>
</head>
<body>
<script>${main}</script>
</body>
</html>
`;
writeFileSync(process.argv[2] ?? at("dist/score.html"), page);

/** One script that holds all it needs; of Node's own modules, what a browser has in their place. */
async function bundled(/** @type {string} */ entry) {
  const result = await build({
    entryPoints: [at(entry)],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    write: false,
    legalComments: "none",
    logLevel: "warning",
    define: { __SCORE_VERSION__: JSON.stringify(version), global: "globalThis" },
    alias: {
      "node:buffer": at("src/browser/shims/buffer.ts"),
      "node:crypto": at("src/browser/shims/crypto.ts"),
      "node:path": at("src/browser/shims/path.ts"),
    },
    inject: [at("src/browser/shims/buffer.ts")],
    plugins: [{ name: "absent", setup: absent }],
  });
  // The end of a script element is no part of a script.
  return (result.outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
}

/** A browser has no disk and no processes: what would ask for them is never reached. */
function absent(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
  onResolve({ filter: /^node:(?:fs|fs\/promises|os|stream|worker_threads|zlib|v8|process|url)$/ }, ({ path }) => ({
    path,
    namespace: "absent",
  }));
  onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};", loader: "js" }));
}

function hash(/** @type {string} */ text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The shipped rubrics, each with the files of the first command of its example that rests on nothing else. */
function shipped() {
  const library = globSync(["rubrics/**/*.yaml", "examples/**/*.yaml"], { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(at(name), "utf8") }))
    .filter(({ text }) => /^schema:/m.test(text));
  const examples = readdirSync(at("examples")).flatMap((name) =>
    examplesIn(readIfThere(join("examples", name, "README.md"))),
  );
  const rubrics = library.flatMap(({ name, text }) => {
    const { title, abstract } = parse(text);
    const given = examples.find(({ rubric }) => rubric === name)?.files;
    if (abstract || (!given && name.startsWith("examples/"))) return [];
    return [{ name, title: typeof title === "string" ? title : (title?.vi ?? basename(name)), files: given ?? [] }];
  });
  return { library, rubrics };
}

/** The commands of an example's page that rest on files of the repository alone. */
function examplesIn(/** @type {string} */ text) {
  return Array.from(text.matchAll(/^npx score compute ([^#\n]*)/gm), ([, command = ""]) => {
    const words = command.trim().split(/\s+/);
    const operands = words.filter((word, index) => !word.startsWith("--") && !words[index - 1]?.startsWith("--"));
    const values = (/** @type {string} */ flag) => words.filter((_, index) => words[index - 1] === flag);
    const [rubric = "", ...sheets] = operands;
    const tables = values("--table").map((value) => {
      const [, table = "", path = ""] = /^([^=]+)=(.*)$/.exec(value) ?? [];
      return files([path], { kind: "table", table });
    });
    const given = [files(sheets, { kind: "sheet" }), ...tables];
    const isWhole =
      given.every(({ length }) => length > 0) && !words.some((word) => /^--(?:history|set|period)$/.test(word));
    return { rubric, files: [...given.flat(), ...files(values("--decisions"), { kind: "decisions" })], isWhole };
  }).filter(({ isWhole }) => isWhole);
}

function files(/** @type {string[]} */ paths, /** @type {object} */ use) {
  const patterns = paths.map((path) => (/\.\w+$/.test(path) ? path : `${path.replace(/\/$/, "")}/*.csv`));
  return globSync(patterns, { cwd: root })
    .sort()
    .map((path) => ({ name: basename(path), use, bytes: readFileSync(at(path)).toString("base64") }));
}

function readIfThere(/** @type {string} */ path) {
  try {
    return readFileSync(at(path), "utf8");
  } catch {
    return "";
  }
}
