// Pages in a real browser: what they do, and what they never do.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, expectWithin, launched, opened } from "../support/browser.ts";
import { root, withFolder } from "../support/files.ts";
import { runHere } from "../support/run.ts";
import { whyNot } from "../support/wants.ts";

const reason = whyNot("chromium");

describe.skipIf(reason)(`in chromium${reason ? ` (${reason})` : ""}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());

  const open = (file: string, width = 1100) => opened(browser, file, { viewport: { width, height: 900 } });

  async function report(folder: string, ...argv: readonly string[]): Promise<string> {
    const [out, file] = [join(folder, "out"), join(folder, "page.html")];
    const given = { cwd: root, env: { SCORE_LANG: "en", SCORE_QUIET: "1" } };
    expect(await runHere(["compute", ...argv, "--out", out], given)).toMatchObject({ exit: 0 });
    expect(await runHere(["report", out, "--out", file], given)).toMatchObject({ exit: 0, stderr: "" });
    return file;
  }

  test("shows, sorts, searches and prints, without a complaint or a request", () =>
    withFolder(async (folder) => {
      const file = await report(folder, "rubrics/tam-diep.yaml", "examples/tam-diep");
      const { page, complaints } = await open(file);
      expect(await page.locator("figure svg").count()).toBeGreaterThan(10);
      const table = page.locator("table", { has: page.locator("caption") }).first();
      const column = (at: number) => table.locator(`tbody tr:visible td:nth-child(${at})`).allTextContents();
      const totals = async () => (await column(8)).map((text) => Number(text.replace(",", ".")));
      const head = table.getByRole("button", { name: "Tổng điểm" });
      await head.click();
      expect(await totals()).toEqual((await totals()).toSorted((a, b) => a - b));
      expect(await table.locator("th[aria-sort=ascending]").count()).toBe(1);
      await head.click();
      expect(await totals()).toEqual((await totals()).toSorted((a, b) => b - a));
      await page.getByLabel("Tìm").first().fill("NGUYEN");
      const names = await column(3);
      expect(names.length).toBeGreaterThan(0);
      expect(names.every((name) => name.startsWith("Nguyễn"))).toBe(true);
      expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
      expect(complaints).toEqual([]);
    }));

  test.each([360, 1920])(
    "no content is wider than a screen of %i, and axe-core finds no fault, light and dark",
    (width) =>
      withFolder(async (folder) => {
        const file = await report(folder, "examples/lam-quen/bo-tieu-chi.yaml", "examples/lam-quen/so-tinh");
        const { page } = await open(file, width);
        await expectWithin(page, width);
        await expectAccessible(page);
      }),
  );

  test.each([
    ["explain", "rubrics/tam-diep.yaml", "examples/tam-diep/2026-Q1.csv", "--subject", "0410"],
    ["diff", "rubrics/tam-diep.yaml", "changed.yaml", "--sheets", "examples/tam-diep/2026-Q1.csv"],
    ["diff", "rubrics/tam-diep.yaml", "rubrics/tam-diep.yaml", "--sheets", "examples/tam-diep/2026-Q1.csv"],
    ["raters", "rubrics/kim-son.yaml", "examples/kim-son", "--period", "2026-01"],
    ["validate", "rubrics/kim-son.yaml"],
    ["check", "rubrics/tam-diep.yaml", "examples/kim-son/2026-01.csv"],
    ["test", "rubrics/kim-son.yaml", "--coverage"],
    ["compile", "rubrics/qd-366-huyen.yaml", "--to", "doc"],
  ])("the page of %s %s has no fault for axe-core, and none is wider than a telephone", (...argv) =>
    withFolder(async (folder) => {
      const changed = join(folder, "changed.yaml");
      writeFileSync(changed, readFileSync(join(root, "rubrics/tam-diep.yaml"), "utf8").replace("from: 70", "from: 75"));
      const given = argv.map((each) => (each === "changed.yaml" ? changed : each));
      const { stdout } = await runHere([...given, "--format", "html", "--quiet"], { cwd: root });
      writeFileSync(join(folder, "page.html"), stdout);
      const { page, complaints } = await open(join(folder, "page.html"), 360);
      await expectWithin(page, 360);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
    }),
  );

  test("on paper a short table is on one page, and a long one leaves no row alone", () =>
    withFolder(async (folder) => {
      const { page } = await open(await report(folder, "rubrics/tam-diep.yaml", "examples/tam-diep"));
      await page.emulateMedia({ media: "print" });
      const wrong = `[...document.querySelectorAll("table")].filter((table) => {
        const rows = table.tBodies[0].rows;
        return (getComputedStyle(table).breakInside === "avoid") !== rows.length < 9 ||
          getComputedStyle(rows[0]).breakAfter !== "avoid" || getComputedStyle(rows[rows.length - 1]).breakBefore !== "avoid";
      }).length`;
      expect(await page.evaluate(wrong)).toBe(0);
    }));
});
