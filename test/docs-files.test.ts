// Pages that show a file show it as it is, and pages link to and speak of only what there is.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../src/cli/commands.ts";
import { root } from "./support/files.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

test.each([
  ["README.md", "examples/first/rubric.yaml"],
  ["README.md", "examples/first/2026-Q1.csv"],
  ["docs/huong-dan.md", "examples/lam-quen/quy-1-2026.csv"],
  ["docs/viet-bo-tieu-chi.md", "examples/lam-quen/bo-tieu-chi.yaml"],
  ["docs/nhieu-ky.md", "examples/lam-quen/quyet-dinh.csv"],
  ["docs/architecture.md", "test/cases/compute/stdin-to-csv-on-stdout.case"],
])("%s shows %s", (page, path) => {
  expect(read(page)).toContain(`\`\`\`${path.split(".").at(-1)}\n${read(path)}\`\`\`\n`);
});

const markdown = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "messages/README.md", ...markdown("docs")];

test.each(pages)("%s links to files and headings that exist", (page) => {
  const text = read(page).replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
  for (const [, target = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
    if (/^https?:/.test(target)) continue;
    const [path, heading] = target.split("#") as [string, string?];
    const linked = path === "" ? page : join(dirname(page), path);
    expect(existsSync(join(root, linked)), target).toBe(true);
    if (heading !== undefined) expect(headings(read(linked)), target).toContain(heading);
  }
});

/** All of the repository that is written by hand, with its folders. */
const sources = ["bench", "bin", "docs", "examples", "messages", "rubrics", "schema", "scripts", "src", "test"];
const known = new Set(
  sources.flatMap((top) => [
    top,
    ...readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map(
      (path) => `${top}/${path.replaceAll("\\", "/")}`,
    ),
  ]),
);

const handWritten = [...pages.filter((page) => !page.startsWith("docs/diagnostics/")), ...markdown("src")];

test.each(handWritten)("%s names only sources that there are", (page) => {
  const rooms = readdirSync(join(root, "src"));
  const words = [...read(page).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map((match) => match[1] as string);
  const paths = words.filter((word) => {
    const [first = "", second] = word.split("/");
    return /\.(?:[cm]?js|ts)$/.test(word) || (second !== undefined && [...sources, ...rooms].includes(first));
  });
  const isThere = (path: string): boolean => {
    const bare = path.replace(/\/$/, "");
    if (known.has(bare) || known.has(`src/${bare}`) || known.has(join(dirname(page), bare))) return true;
    // A README speaks of the files of its room by their names.
    return (
      !bare.includes("/") && [...known].some((each) => each.startsWith(dirname(page)) && each.endsWith(`/${bare}`))
    );
  };
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

test("the page of the law names functions where they are", () => {
  const named = [...read("docs/law.md").matchAll(/`(\w+)` in `(src\/[\w/.-]+)`/g)];
  expect(named.length).toBeGreaterThan(20);
  const lost = named.filter(
    ([, name, path]) =>
      !new RegExp(`^\\s*(?:export )?(?:function|const|interface) ${name}\\b`, "m").test(read(path as string)),
  );
  expect(lost.map(([text]) => text)).toEqual([]);
});

test("every room says what comes in, what goes out and where to add", () => {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter((each) => each.isDirectory());
  const silent = rooms.filter(({ name }) => !existsSync(join(root, "src", name, "README.md")));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("the architecture names every room", () => {
  const [table = ""] = /^\| room[\s\S]*?\n\n/m.exec(read("docs/architecture.md")) ?? [];
  const named = [...table.matchAll(/^\|(.*?)\|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`(\w+)`/g)]);
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(named.map((match) => match[1]).sort()).toEqual(rooms.map(({ name }) => name).sort());
});

test("the index of the docs names every page", () => {
  const linked = [...read("docs/README.md").matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] as string);
  const entries = readdirSync(join(root, "docs")).filter((name) => name !== "pictures");
  const needed = entries.map((name) => (name.endsWith(".md") ? name : `${name}/README.md`));
  expect(linked).toEqual(expect.arrayContaining(needed.filter((name) => name !== "README.md")));
});

test("the README lists the commands that are built, and no others", () => {
  const built = [...commands].flatMap(([name, { load, isHidden }]) => (load && !isHidden ? [name] : []));
  expect([...read("README.md").matchAll(/^\| `score ([a-z]+)/gm)].map((match) => match[1])).toEqual(built);
});

test("the page of dependencies names those of package.json, and no others", () => {
  const { devDependencies } = JSON.parse(read("package.json"));
  const [, runtime = "", development = ""] = read("docs/dependencies.md").split(/^## /m);
  const named = (section: string): string[] =>
    [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] as string);
  expect([...named(runtime), ...named(development)].sort()).toEqual(Object.keys(devDependencies).sort());
  // The build took in those at run time, and helpers of ajv in the function that it makes of the schema.
  const bundled = [...read("dist/licences.txt").matchAll(/^# (\S+)/gm)].map((match) => match[1] as string);
  expect(named(development).filter((name) => bundled.includes(name))).toEqual(["ajv"]);
});

/** As GitHub names them in links. */
const headings = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
