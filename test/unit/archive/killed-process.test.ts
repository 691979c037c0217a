import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseReceipt } from "../../../src/archive/receipt.ts";
import { completeResults } from "../../../src/archive/write-results.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), "score-kill-"));
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Writes one result set after the other until it is killed; says so when the first one stands. */
const writer = `
import { writeResults } from "./src/archive/write-results.ts";
import { createDiagnostics } from "./src/diagnostics/diagnostic.ts";
const facts = { score: "0", rubric: { id: "thu", version: "1", key: ["ma"], files: [] }, inputs: [], flags: {}, assumptions: [], sheets: [], counts: [] };
for (let run = 0; ; run++) {
  const files = Array.from({ length: 8 }, (_, at) => ({ name: "2026-0" + (at + 1) + ".csv", lines: ["run " + run + "\\n"] }));
  if (!writeResults(process.argv[2], files, facts, createDiagnostics())) process.exitCode = 1;
  if (run === 0) process.stdout.write("go");
}`;

test("a process killed at any moment leaves results that the next command finds whole", {
  timeout: 60_000,
}, async () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: writer, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const program = join(room, "writer.mjs");
  writeFileSync(program, outputFiles[0]?.contents ?? "");
  const out = join(room, "out");

  for (let round = 0; round < 10; round++) {
    const child = spawn(process.execPath, [program, out], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, round * 7));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;

    expect(completeResults(out, createDiagnostics())).toBe(true);
    const receipt = parseReceipt(readFileSync(join(out, "receipt.json"), "utf8"));
    expect(receipt?.outputs).toHaveLength(8);
    const texts = receipt?.outputs.map(({ name, sha256 }) => {
      const text = readFileSync(join(out, name), "utf8");
      expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
      return text;
    });
    expect(new Set(texts).size).toBe(1);
    expect(readdirSync(room).sort()).toEqual(["out", "writer.mjs"]);
  }
});
