// Texts of sheets and rubrics that are code, markup, formulas or another direction: wherever they are printed they stay texts.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { escaped } from "../../src/document/html/escape.ts";
import { launched, opened } from "../support/browser.ts";
import { hostile, hostileCell, hostileFiles, hostileKeys, layHostile, shownOfRubric } from "../support/hostile.ts";
import { runHere } from "../support/run.ts";
import { whyNot } from "../support/wants.ts";

const [rubric, first, second, decisions] = hostileFiles;
const [computed, formula] = hostileKeys as [string, string];
const turning = /[\u202A-\u202E\u2066-\u2069]/;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "score-"));
  layHostile(folder);
  const score = async (...argv: readonly string[]) => {
    const ran = await runHere([...argv, "--quiet"], { cwd: folder, env: { SCORE_LANG: "en" } });
    expect(ran.stdout, argv.join(" ")).not.toMatch(turning);
    expect(ran.stderr, argv.join(" ")).not.toMatch(turning);
    return ran.stdout;
  };
  const sheets = [rubric, first, second];
  const formats = ["html", "md", "xlsx"].flatMap((format) => ["--format", format]);
  await score("compute", rubric, first, second, "--decisions", decisions, "--out", "out", ...formats);
  await score("compute", rubric, first, "--out", "before");
  for (const format of ["html", "md", "xlsx"]) {
    const print = async (name: string, ...argv: readonly string[]) =>
      writeFileSync(join(folder, `${name}.${format}`), Buffer.from(await score(...argv, "--format", format), "latin1"));
    await score("report", "out", "--format", format, "--out", `page.${format}`);
    await score("report", "out", "--format", format, "--per", "unit", "--out", `unit.${format}`);
    await score("report", "out", "--format", format, "--subject", formula, "--out", `person.${format}`);
    await print("explain", "explain", ...sheets, "--subject", formula);
    await print("raters", "raters", ...sheets);
    await print("check", "check", ...sheets);
    await print("diff", "diff", "before", "out");
    await print("test", "test", rubric);
    await print("validate", "validate", rubric);
    if (format !== "xlsx") await print("rubric", "compile", rubric, "--to", "doc");
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What was written in a format, by name. */
const filesOf = (ending: string): readonly (readonly [name: string, content: Buffer])[] =>
  ["", "out"].flatMap((below) =>
    readdirSync(join(folder, below))
      .filter((name) => name.endsWith(ending) && name !== first && name !== second)
      .map((name) => [join(below, name), readFileSync(join(folder, below, name))] as const),
  );

test("a terminal writes from left to right", async () => {
  expect((await runHere(["validate", rubric], { cwd: folder, env: { SCORE_LANG: "en" } })).stdout).not.toMatch(turning);
});

test("a page has no tag, attribute or direction that score did not write", () => {
  const pages = filesOf(".html");
  expect(pages.length).toBeGreaterThan(11);
  for (const [name, content] of pages) {
    const text = content.toString();
    expect(text, name).not.toMatch(turning);
    const bare = text.replace(/(<(style|script)[^>]*>).*?(?=<\/\2>)/gs, "$1");
    const tags = bare.match(/<[^>]*>/g) ?? [];
    const odd = tags.filter(
      (tag) => !/^<(?:!doctype html|\/?[a-zA-Z0-9]+(?: (?!on)[\w:-]+(?:="[^"<]*")?)*\/?)>$/.test(tag),
    );
    expect(odd, name).toEqual([]);
    expect(tags.filter((tag) => /^<(?:script|img|iframe|object|embed|base|form)\b/.test(tag)).length, name).toBe(2);
  }
});

test("every text is shown on the page of its results", () => {
  const page = readFileSync(join(folder, "page.html"), "utf8");
  const cells = ["east", "west", "person", "jury", "because", "authority"].map(hostileCell);
  const texts = [...shownOfRubric.map(hostile), ...cells, ...hostileKeys, first, second];
  expect(texts.filter((text) => !page.includes(escaped(text)))).toEqual([]);
});

test("Markdown has no markup but its own, and whole rows", () => {
  for (const [name, content] of filesOf(".md")) {
    const text = content.toString();
    expect(text, name).not.toMatch(turning);
    const bare = text.replace(/\\./g, "");
    expect(bare, name).not.toMatch(/<|\]\(|`/);
    const rows = bare.split("\n").filter((line) => line.startsWith("|"));
    let cells = 0;
    for (const [at, row] of rows.entries()) {
      const count = row.split("|").length;
      if (/^\|(?: -+:? \|)+$/.test(rows[at + 1] ?? "")) cells = count;
      expect(count, `${name}: ${row}`).toBe(cells);
    }
  }
});

test("a workbook has no formula, and keys that are read as they were", () => {
  for (const [name, content] of filesOf(".xlsx")) {
    const parts = Object.values(unzipSync(content)).map((bytes) => strFromU8(bytes));
    expect(
      parts.filter((part) => /<f[ >]/.test(part)),
      name,
    ).toEqual([]);
    expect(
      parts.filter((part) => turning.test(part)),
      name,
    ).toEqual([]);
  }
  const book = strFromU8(
    unzipSync(readFileSync(join(folder, "out/results.xlsx")))["xl/sharedStrings.xml"] as Uint8Array,
  );
  for (const key of hostileKeys) expect(book).toContain(`>${key.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}<`);
});

test("no cell of a CSV file is a formula", () => {
  for (const [name, content] of filesOf(".csv")) {
    for (const cell of (parse(content, { relax_column_count: true }) as string[][]).flat()) {
      if (!/^-?[\d.]+$/.test(cell)) expect(cell, name).not.toMatch(/^[=+\-@\t\r]/);
    }
  }
  expect(readFileSync(join(folder, "out/2026-Q1.csv"), "utf8")).toContain(`'${computed}`);
});

const reason = whyNot("chromium");
test.skipIf(reason)(`a browser runs and asks for nothing${reason ? ` (${reason})` : ""}`, async () => {
  const browser = await launched();
  try {
    for (const [name] of filesOf(".html")) {
      const { page, complaints } = await opened(browser, join(folder, name), { viewport: { width: 360, height: 800 } });
      expect(complaints, name).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBe(360);
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
});
