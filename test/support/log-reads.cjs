// Preloaded with --require: appends the path of every script that is read to the file that LOADED names.
const fs = require("node:fs");

const { readFileSync } = fs;
fs.readFileSync = (path, ...rest) => {
  if (typeof path === "string" && path.endsWith(".js")) fs.appendFileSync(process.env.LOADED, `${path}\n`);
  return readFileSync(path, ...rest);
};
