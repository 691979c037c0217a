// What npm runs after it has installed in a clone, and before it packs: the page is then a part of the package. (`prepack` would come before
// the build, which begins with an empty folder.)
await import("./build.mjs");
if (["pack", "publish"].includes(process.env.npm_command ?? "")) await import("./page.mjs");
