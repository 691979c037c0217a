// What npm runs after it has installed in a clone, and before it packs: the page is then a part of the package. Not as `prepare`, which npm
// would run, or warn of, where somebody installs the packed file.
await import("./build.mjs");
if (["pack", "publish"].includes(process.env.npm_command ?? "")) await import("./page.mjs");
