// Runs the built program once, as `score` would, and keeps what V8 compiled of its files: see bin/load.js.
// What an earlier run has compiled stays in it.
//
//   node scripts/warm-up.mjs ARGUMENT…
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, scripts, start } from "../bin/load.js";

process.on("exit", () => {
  for (const [path, script] of scripts) {
    mkdirSync(dirname(codeOf(path)), { recursive: true });
    writeFileSync(codeOf(path), script.createCachedData());
  }
});
start();
