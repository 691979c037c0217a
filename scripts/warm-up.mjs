// Runs the built program once, as `score` would, and keeps what V8 compiled of its files: see bin/load.js.
// `all`: of all files, with what an earlier run has compiled; `new`: of those for which no run has kept any, as what a seldom run
// compiles of the others would make each start wait.
//
//   node scripts/warm-up.mjs all|new ARGUMENT…
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, scripts, start } from "../bin/load.js";

const [which] = process.argv.splice(2, 1);
process.on("exit", () => {
  for (const [path, script] of scripts) {
    if (which === "new" && script.cachedDataRejected === false) continue;
    mkdirSync(dirname(codeOf(path)), { recursive: true });
    writeFileSync(codeOf(path), script.createCachedData());
  }
});
start();
