// How the program and the library are bundled, and which modules of the program stand in one file.
import { join, relative } from "node:path";
import { rolldown } from "rolldown";

/**
 * The files of the program that hold texts which few runs say, that every run loads, that every result takes, that results as CSV take,
 * that a rubric takes which is not yet known, and that an explanation takes: a file costs an open, a read and a check by V8. Each holds
 * the modules that its entries import, and that none before it holds.
 */
const packs = /** @type {const} */ ([
  ["errors", ["src/diagnostics/errors.generated.ts"]],
  ["phrases", ["src/text/phrases.generated.ts"]],
  ["start", ["src/cli/main.ts", "src/cli/help.ts"]],
  ["compute", ["src/cli/commands/compute.ts", "src/views/period-document.ts", "src/document/terminal.ts"]],
  ["csv", ["src/views/period-csv.ts", "src/views/period-bytes.ts"]],
  ["compile", ["src/rubric/compile.ts"]],
  ["explain", ["src/cli/commands/explain.ts", "src/cli/explain-subject.ts", "src/views/explanation/explanation.ts"]],
]);

/**
 * Rooms that results import, and of which the most need nothing: their modules stand in files of their own, which are loaded where something
 * of them is used. Behind each the modules that every result runs.
 */
const aside = /** @type {const} */ ([
  ["explain", /^src\/(?:engine\/explain|views\/explanation|views\/expression)\//, []],
  ["ratings", /^src\/engine\/ratings\//, []],
  [
    "periods",
    /^src\/engine\/(?:periods\/|columns\/rollup-)/,
    ["chronicle", "history", "period-records", "standing", "wanted"],
  ],
  ["lists", /^src\/sheet\/lists\//, ["decision-value", "read-decisions", "read-given"]],
  ["archive", /^src\/archive\//, ["basis", "check-receipt", "recorded-flags"]],
]);

/**
 * Bundles an entry, in files of `format`; what is imported dynamically, and in none of the packs, has files of its own.
 * @param {string} root
 * @param {Readonly<Record<string, string>>} input
 * @param {"cjs" | "esm"} format
 * @param {Readonly<Record<string, string>>} define
 */
export async function bundled(root, input, format, define) {
  const at = (/** @type {string} */ path) => join(root, path);
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, at(path)])),
    cwd: root,
    platform: "node",
    // Nothing imports the program; the library's entry exports what others import.
    preserveEntrySignatures: format === "cjs" ? false : "strict",
    logLevel: "warn",
    checks: { ineffectiveDynamicImport: false },
    // For node, yaml offers CommonJS only, which is larger here and hides its names from a direct import().
    // The ES module of fdir, which tinyglobby uses, asks for its own URL, which a file of dist/ does not have.
    // For node, vega looks for a package that measures text, so that a page would not look the same everywhere.
    resolve: {
      alias: {
        yaml: at("node_modules/yaml/browser/index.js"),
        fdir: at("node_modules/fdir/dist/index.cjs"),
        "vega-canvas": at("node_modules/vega-canvas/build/vega-canvas.browser.js"),
        "vega-loader": at("node_modules/vega-loader/build/vega-loader.browser.js"),
      },
    },
    transform: { define, target: "node20" },
    plugins: [without("node:child_process"), withoutFetch],
  });
  const { output } = await bundle.generate({
    format,
    // V8 tells a text from another, whose compiled code it has, by its length alone: no two may have the same name.
    entryFileNames: format === "cjs" ? "[name]-[hash].js" : "[name].js",
    chunkFileNames: "[name]-[hash].js",
    comments: false,
    // Identifiers keep their names, so stack traces can be read.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    externalLiveBindings: false,
    dynamicImportInCjs: false,
    ...(format === "cjs" && { codeSplitting: { includeDependenciesRecursively: false, groups: [packed(at)] } }),
  });
  const files = output.flatMap((file) => (file.type === "chunk" ? [file] : []));
  const modules = new Set(files.flatMap(({ moduleIds }) => moduleIds));
  return {
    files: files.map(({ fileName, code, isEntry }) => ({ name: fileName, code: whenUsed(asValues(code)), isEntry })),
    sources: [...modules].map((path) => relative(root, path)),
  };
}

/**
 * A module of Node that is never called: commander can start a program for each command, and asks for what starts one at once.
 * @returns {import("rolldown").Plugin}
 */
function without(/** @type {string} */ absent) {
  return {
    name: "without",
    resolveId: (id) => (id === absent ? `\0${absent}` : null),
    load: (id) => (id === `\0${absent}` ? "export default {};" : null),
  };
}

/**
 * hucre asks for `Response`, which it does not use: Node would load all of its HTTP, which takes longer than to write a workbook.
 * @type {import("rolldown").Plugin}
 */
const withoutFetch = {
  name: "without fetch",
  transform: (code, id) =>
    /[\\/]hucre[\\/]/.test(id) ? code.replace(' && typeof Response !== "undefined"', "") : null,
};

/** Modules of Node, and files, that few runs use, and that take milliseconds to load: with `require`, where something of them is used. */
const seldom = new RegExp(
  `^(?:node:(?:crypto|fs/promises|os|stream|zlib)|\\./(?:${["errors", "phrases", ...aside.map(([name]) => name)].join("|")})-.*)$`,
);

function whenUsed(/** @type {string} */ code) {
  return [...code.matchAll(/(?:let|const) (\w+)=require\("(.*?)"\);/g)].reduce((text, [loading, name, module = ""]) => {
    if (!seldom.test(module) || text.includes(`${name}=require_`)) return text;
    return text.replace(loading, "").replaceAll(new RegExp(`\\b${name}\\b`, "g"), `require("${module}")`);
  }, code);
}

/**
 * Exports that never change as values: to define a getter for each takes longer than the rest of a file that is run, and each use would
 * call it.
 */
function asValues(/** @type {string} */ code) {
  return code.replaceAll(
    /Object\.defineProperty\(exports,"([\w$]+)",\{enumerable:true,get:function\(\)\{return ([\w$]+)\}\}\);/g,
    (getter, name, value) =>
      new RegExp(`(?:const |function |function\\*)${value.replaceAll("$", "\\$")}\\b`).test(code)
        ? `exports.${name}=${value};`
        : getter,
  );
}

/** @returns {import("rolldown").CodeSplittingGroup} */
function packed(/** @type {(path: string) => string} */ at) {
  /** @type {Map<string, string> | undefined} */
  let packOf;
  return {
    debugName: "packs",
    name(id, context) {
      packOf ??= modulesOf(at, (each) => context.getModuleInfo(each));
      return packOf.get(id) ?? null;
    },
  };
}

/** By module the pack that holds it. */
function modulesOf(
  /** @type {(path: string) => string} */ at,
  /** @type {(id: string) => { readonly importedIds: readonly string[] } | null} */ infoOf,
) {
  /** @type {Map<string, string>} */
  const packOf = new Map();
  const enter = (/** @type {string} */ id, /** @type {string} */ pack) => {
    if (packOf.has(id)) return;
    packOf.set(id, (pack === "compute" ? asideOf(relative(at("."), id)) : undefined) ?? pack);
    for (const next of infoOf(id)?.importedIds ?? []) enter(next, pack);
  };
  for (const [pack, entries] of packs) for (const entry of entries) enter(at(entry), pack);
  return packOf;
}

const asideOf = (/** @type {string} */ path) =>
  aside.find(([, room, used]) => room.test(path) && !used.some((each) => path.endsWith(`/${each}.ts`)))?.[0];
