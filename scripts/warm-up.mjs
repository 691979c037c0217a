// Runs the built program once, as `score` would, and keeps beside each file of dist/ what V8 compiled of it: see bin/load.js.
// A file that has such code from an earlier run keeps it.
//
//   node scripts/warm-up.mjs ARGUMENT…
import { existsSync, writeFileSync } from "node:fs";
import { codeOf, scripts, start } from "../bin/load.js";

process.on("exit", () => {
  for (const [path, script] of scripts) {
    if (!existsSync(codeOf(path))) writeFileSync(codeOf(path), script.createCachedData());
  }
});
start();
