// Builds dist/score.html (or the file named), the program as one page without a server, an installation or a network: `npm run build:page`.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { shipped } from "./shipped.mjs";

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
  // The scanner of rows is a module of WebAssembly, in the same file.
  `script-src '${hash(main)}' '${framed}' blob: 'wasm-unsafe-eval'`,
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
      "node:zlib": at("src/browser/shims/zlib.ts"),
    },
    inject: [at("src/browser/shims/buffer.ts")],
    plugins: [{ name: "absent", setup: absent }],
  });
  // The end of a script element is no part of a script.
  return (result.outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
}

/** A browser has no disk and no processes: what would ask for them is never reached. */
function absent(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
  onResolve({ filter: /^node:(?:fs|fs\/promises|os|stream|worker_threads|v8|process|url)$/ }, ({ path }) => ({
    path,
    namespace: "absent",
  }));
  onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};", loader: "js" }));
}

function hash(/** @type {string} */ text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
