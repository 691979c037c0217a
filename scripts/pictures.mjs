// Takes the pictures of docs/pictures from the examples, in the chromium of the system: `node scripts/pictures.mjs`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "score-pictures-"));
const score = (/** @type {string[]} */ ...argv) =>
  execFileSync(process.execPath, [join(root, "bin/score.js"), ...argv, "--quiet"], { cwd: root, maxBuffer: 1 << 26 });

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const [results, report, program] = ["results", "report.html", "score.html"].map((name) => join(folder, name));
  score("compute", "rubrics/tam-diep.yaml", "examples/tam-diep", "--out", /** @type {string} */ (results));
  score("report", /** @type {string} */ (results), "--period", "2026", "--out", /** @type {string} */ (report));
  execFileSync(process.execPath, [join(root, "scripts/page.mjs"), /** @type {string} */ (program)]);
  await picture(/** @type {string} */ (report), "report", 1100, 1250);
  await picture(/** @type {string} */ (program), "program", 1000, 1900);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The top of a page, as high as is said. */
async function picture(
  /** @type {string} */ file,
  /** @type {string} */ name,
  /** @type {number} */ width,
  /** @type {number} */ height,
) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  if (name === "program") await page.getByRole("status").filter({ hasText: "Đã tính xong." }).waitFor();
  await page.screenshot({ path: join(root, `docs/pictures/${name}.png`) });
}
