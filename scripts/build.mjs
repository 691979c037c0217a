// Builds dist/ from src/: `npm run build`, also run by `npm ci` (prepare) and before `npm test`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = (/** @type {string} */ path) => join(root, path);

// Not at the top: packages that are missing would be told of before anything here runs.
const [
  esbuild,
  { bundled },
  { buildLibrary },
  { licencesOf },
  { scannerText },
  { schemaTypes, keyHomes, schemaWords, validatorSchema },
] = await Promise.all([
  import("esbuild"),
  import("./bundling.mjs"),
  import("./library.mjs"),
  import("./licences.mjs"),
  import("./scanner.mjs"),
  import("./rubric-schema.mjs"),
]).catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  throw new Error("the build needs the development dependencies: run `npm ci` without --omit=dev", { cause: error });
});

const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));
const validatorFiles = await buildShape("schema/rubric.schema.json", "src/rubric/2-shape");
await buildCatalogue();
await buildPage();
buildStarter();
await buildScanner();
await buildTypes("schema/report.schema.json", "src/views/report.generated.ts", "Report");
await buildTypes("schema/explanation.schema.json", "src/views/explanation.generated.ts", "Explanation");
const define = { __SCORE_VERSION__: JSON.stringify(version) };
const programFiles = await buildProgram("src/cli/main.ts", "dist");
const libraryFiles = await buildLibrary(root, at("dist/library"), define);
writeFileSync(at("dist/licences.txt"), licencesOf([...validatorFiles, ...programFiles, ...libraryFiles], root));
warmUp();

/** The shape of a rubric as types, as words of messages and as a validator, all from one schema. Gives the files in the last. */
async function buildShape(/** @type {string} */ schemaPath, /** @type {string} */ outDir) {
  const schema = JSON.parse(readFileSync(at(schemaPath), "utf8"));
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeIfChanged(join(at(outDir), name), `// Generated from ${schemaPath} by scripts/build.mjs.\n${text}`);
  write("rubric.generated.ts", await schemaTypes(schema));
  const words = JSON.stringify(schemaWords(schema), null, 2);
  // Within a function, that a rubric without mistakes costs nothing.
  const type = "Readonly<Record<string, { readonly en: string; readonly vi: string }>>";
  const keys = `export const rubricKeys = (): readonly string[] => ${JSON.stringify(Object.keys(schema.properties))};\n`;
  const homes = `export const keyHomes = (): Readonly<Record<string, readonly string[]>> => (${JSON.stringify(keyHomes(schema))});\n`;
  write("schema-words.generated.ts", `export const schemaWords = (): ${type} => (${words});\n${keys}${homes}`);
  const validator = await buildValidator(validatorSchema(schema));
  write("validator.generated.js", validator.text);
  return validator.files;
}

/**
 * The JSON Schema as a function, compiled here because compiling at start costs more than everything else.
 * ajv's "ESM" still calls require() for its helpers, so the file is bundled to stand alone in tests too.
 */
async function buildValidator(/** @type {{ [keyword: string]: unknown }} */ schema) {
  const { Ajv } = await import("ajv");
  const { default: standalone } = await import("ajv/dist/standalone/index.js");
  // verbose: errors carry the schema and the data they are about, of which the messages are made.
  // The schema names several types where a text may stand for a number or a list, and requires keys under if and oneOf.
  const lenient = { allowUnionTypes: true, strictRequired: false, inlineRefs: false, keywords: ["x-kind", "x-words"] };
  const ajv = new Ajv({ allErrors: true, strict: true, ...lenient, verbose: true, code: { esm: true, source: true } });
  const source = remembering(standalone.default(ajv, ajv.compile(schema)));
  const bundled = await esbuild.build({
    stdin: { contents: source, resolveDir: root, sourcefile: "validator.js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "node20",
    minifySyntax: true,
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  return { text: bundled.outputFiles[0]?.text ?? "", files: Object.keys(bundled.metafile.inputs) };
}

/** A part that was valid once is not looked into again: rubrics that adopt one base share most of theirs. */
function remembering(/** @type {string} */ validator) {
  return validator
    .replace(
      /function (validate\d+)\(data.*?\)\{/g,
      "const valid_$1 = new WeakSet();$&if (valid_$1.has(data)) return true;",
    )
    .replace(
      /(validate\d+)\.errors = vErrors;\s*return errors === 0;/g,
      "$1.errors = vErrors;if (errors === 0 && Object(data) === data) valid_$1.add(data);return errors === 0;",
    );
}

/** What `score init` writes: a rubric with a sheet in each language, or a shipped one with the files that it names. */
function buildStarter() {
  const textOf = (/** @type {string} */ path) => readFileSync(at(path), "utf8");
  const rubrics = readdirSync(at("rubrics")).filter(
    // One that only others extend is nothing to begin with.
    (name) => name.endsWith(".yaml") && !/^abstract: true/m.test(textOf(`rubrics/${name}`)),
  );
  const named = (/** @type {string} */ path) =>
    [...textOf(`rubrics/${path}`).matchAll(/[\w./-]+\.(?:csv|yaml)/g)]
      .map(([file]) => file)
      .filter((file) => existsSync(at(`rubrics/${file}`)));
  const whole = (/** @type {string} */ path, /** @type {Set<string>} */ seen = new Set()) => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const file of named(path))
      if (file.endsWith(".yaml")) whole(file, seen);
      else seen.add(file);
    return seen;
  };
  /** A sheet to compute at once, and the tables beside it. */
  const samples = JSON.parse(textOf("scripts/starter/samples.json"));
  const shipped = rubrics.map((name) => {
    const { sheet, tables = {} } = samples[name.slice(0, -5)];
    const copies = [
      [`bang-diem/${basename(sheet)}`, sheet],
      ...Object.entries(tables).map(([id, path]) => [`bang-tra/${id}.csv`, path]),
    ];
    const files = [...[...whole(name)].map((path) => [path, `rubrics/${path}`]), ...copies];
    const given = ["bang-diem", ...Object.keys(tables).map((id) => `--table ${id}=bang-tra/${id}.csv`)].join(" ");
    return [name.slice(0, -5), { files: Object.fromEntries(files.map(([path, from]) => [path, textOf(from)])), given }];
  });
  const begun = (/** @type {string} */ folder, /** @type {string[]} */ paths, /** @type {string} */ given) => {
    const files = Object.fromEntries(paths.map((path) => [path, textOf(`scripts/starter/${folder}/${path}`)]));
    return { files, given };
  };
  const starter = {
    en: begun("en", ["rubric.yaml", "sheets/2026-Q1.csv"], "sheets"),
    vi: begun("vi", ["bo-tieu-chi.yaml", "bang-diem/quy-1-2026.csv"], "bang-diem"),
  };
  const type = "{ readonly files: Readonly<Record<string, string>>; readonly given: string }";
  const from = "// Generated from scripts/starter and rubrics by scripts/build.mjs.\n";
  writeIfChanged(
    at("src/cli/starter.generated.ts"),
    `${from}/** The rubric first; \`given\`: what \`score compute\` gets beside it. */\nexport interface Begun ${type}\nexport const starter: Readonly<Record<"en" | "vi", Begun>> = ${JSON.stringify(starter)};\nexport const workflow = ${JSON.stringify(textOf("scripts/starter/score.yml"))};\n`,
  );
  // A file of its own: they are many times as long as all that is loaded besides.
  writeIfChanged(
    at("src/cli/shipped.generated.ts"),
    `${from}import type { Begun } from "./starter.generated.ts";\n\nexport const shipped: Readonly<Record<string, Begun>> = ${JSON.stringify(Object.fromEntries(shipped))};\n`,
  );
}

/** The types of what a published schema describes. */
async function buildTypes(/** @type {string} */ schemaPath, /** @type {string} */ outPath, /** @type {string} */ name) {
  const { compile } = await import("json-schema-to-typescript");
  const schema = JSON.parse(readFileSync(at(schemaPath), "utf8"));
  const bannerComment = `// Generated from ${schemaPath} by scripts/build.mjs.`;
  writeIfChanged(
    at(outPath),
    await compile({ ...schema, title: name }, name, { bannerComment, additionalProperties: false }),
  );
}

/** The diagnostics, from Markdown that people review. The generator is TypeScript, which Node 20 does not run by itself. */
async function buildCatalogue() {
  const bundled = await esbuild.build({
    entryPoints: [at("scripts/messages/generate.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    write: false,
    logLevel: "warning",
  });
  const folder = mkdtempSync(join(tmpdir(), "score-messages-"));
  try {
    const generator = join(folder, "generate.mjs");
    writeFileSync(generator, bundled.outputFiles[0]?.text ?? "");
    const { generated } = await import(pathToFileURL(generator).href);
    for (const [path, text] of Object.entries(generated(root))) writeIfChanged(at(path), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every page that is printed carries: its style, its script, and the hash by which a browser knows the script. */
async function buildPage() {
  const read = (/** @type {string} */ name) => readFileSync(at(`src/document/html/${name}`), "utf8");
  const { code: css } = await esbuild.transform(read("page.css"), { loader: "css", minify: true });
  const { code: script } = await esbuild.transform(read("page.js"), { minify: true, target: "es2023" });
  const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;
  const lines = Object.entries({ css, script, scriptHash: hash }).map(
    ([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`,
  );
  const from = "// Generated from page.css and page.js by scripts/build.mjs.\n";
  writeIfChanged(at("src/document/html/page.generated.ts"), from + lines.join(""));
}

async function buildScanner() {
  const { path, text } = await scannerText(root);
  writeIfChanged(at(path), text);
}

/** One file to start, and others for what a command loads (`bundling.mjs`). Gives the files in them. */
async function buildProgram(/** @type {string} */ entry, /** @type {string} */ outDir) {
  // bin/load.js runs CommonJS, with require() for import().
  const { files, sources } = await bundled(root, { main: entry }, "cjs", {
    ...define,
    __SCORE_BUILD__: JSON.stringify(`${version} ${sourcesHash()}`),
  });
  // Written at the end, so that a failed build leaves the last good one.
  rmSync(at(outDir), { recursive: true, force: true });
  mkdirSync(at(outDir), { recursive: true });
  for (const { name, code } of files) writeFileSync(join(at(outDir), name), asFunction(inAscii(code)));
  writeFileSync(join(at(outDir), "start.txt"), `./${files.find(({ isEntry }) => isEntry)?.name}`);
  return sources;
}

/** A function of what a module of CommonJS is given. One text is not copied, as several that are put together would be. */
function asFunction(/** @type {string} */ code) {
  return `(function (exports, require, module) {"use strict";\n${code}\n})`;
}

/** V8 takes longer for a text of which not every letter is a byte. Nothing but strings and patterns holds others here. */
function inAscii(/** @type {string} */ code) {
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Of all that the program is made of: what one build has remembered is nothing to another. */
function sourcesHash() {
  const hash = createHash("sha256").update(readFileSync(at("package-lock.json")));
  const files = readdirSync(at("src"), { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/.test(name));
  for (const name of files.sort()) hash.update(readFileSync(join(at("src"), name)));
  return hash.digest("hex").slice(0, 16);
}

/** Runs what people run most, that V8 may keep what it compiles for it. */
function warmUp() {
  const example = ["examples/lam-quen/bo-tieu-chi.yaml", "examples/lam-quen/quy-1-2026.csv"];
  const results = mkdtempSync(join(tmpdir(), "score-build-"));
  // Flags of Node's that are set for the build alone would make V8 refuse its code later.
  const ours = Object.entries(process.env).filter(([name]) => !/^(SCORE|NODE)_/.test(name));
  const env = { ...Object.fromEntries(ours), XDG_CACHE_HOME: results };
  try {
    const run = (/** @type {"all" | "new"} */ which, /** @type {readonly string[]} */ ...argv) =>
      spawnSync(process.execPath, [at("scripts/warm-up.mjs"), which, ...argv], { cwd: root, env, stdio: "ignore" });
    const [rubric = ""] = example;
    const written = join(results, "new");
    run("all", "compute", ...example);
    run("all", "compute", ...example, "--out", written);
    run("all", "compute", ...example, "--format", "csv");
    // With quotas and decisions besides.
    run("all", "compute", "rubrics/tam-diep.yaml", "examples/tam-diep/2026-Q1.csv");
    run("all", "validate", rubric);
    run("new", "--help");
    run("new", "explain", ...example, "--subject", "001");
    run("new", "explain", "D101");
    run("new", "rank", ...example, "--top", "3");
    run("new", "check", ...example);
    run("new", "test", rubric);
    run("new", "diff", written, written);
    run("new", "verify", written, "--from", root);
    run("new", "report", written, "--from", root);
    run("new", "raters", "rubrics/kim-son.yaml", "examples/kim-son");
    run("new", "template", rubric);
    for (const form of ["json", "sql", "doc"]) run("new", "compile", rubric, "--to", form);
    run("new", "init", join(results, "project"));
    run("new", "schema");
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

/** An unchanged file keeps its time, which watchers and caches look at. */
function writeIfChanged(/** @type {string} */ path, /** @type {string} */ text) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}
