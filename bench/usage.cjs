// Runs a program of Node.js, or nothing, and tells its CPU time, in microseconds, and its peak memory, in KiB, on file descriptor 3.
// Nothing is loaded by a flag of Node: under other flags score finds none of the code that was compiled when it was built.
//
//   node bench/usage.cjs [SCRIPT ARGUMENT…]
"use strict";
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, `${user + system} ${process.resourceUsage().maxRSS}`);
});
process.argv.splice(1, 1);
const [, script] = process.argv;
if (script?.endsWith(".mjs")) import(script);
else if (script) require(script);
