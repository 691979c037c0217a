import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig(({ mode }) => ({
  define: { __SCORE_VERSION__: JSON.stringify(version) },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: [mode === "deep" ? "test/support/deep.ts" : "test/support/repeatable.ts"],
    reporters: ["default", "./test/support/plain-reporter.ts"],
    pool: "forks",
    // Files share what they import: no test changes a module, and to load the program anew for each took a third of the time.
    isolate: false,
    // Two cores are the target: vitest alone would keep one of them free.
    maxWorkers: "100%",
    // Random rubrics take a while on a machine that does something else besides.
    testTimeout: mode === "deep" ? 600_000 : 120_000,
    hookTimeout: 120_000,
  },
}));
