// What the licences of packages ask of those who pass their code on: their texts go along with it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licences of all packages that the given files come from, one after another.
 * @param {readonly string[]} files paths from the root, of modules that are bundled
 * @param {string} root
 */
export function licencesOf(files, root) {
  const packages = new Set(files.flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...packages]
    .sort()
    .map((path) => licenceOf(join(root, path)))
    .join("\n");
}

function licenceOf(/** @type {string} */ folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence that could go along with its code`);
  return `# ${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
