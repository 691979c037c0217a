import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect } from "vitest";

/** The chromium of the system: .ci/run installs it. */
export const launched = (): Promise<Browser> =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A page of a file, with what it complained of, said, or asked a network for. */
interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens a page; whatever it complains of or asks the network for is kept. */
export async function opened(browser: Browser, file: string, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const isOwn = (url: string): boolean => url === pathToFileURL(file).href || /^(?:blob|about|data):/.test(url);
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => !isOwn(request.url()) && complaints.push(request.url()));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  await page.goto(pathToFileURL(file).href);
  return { page, complaints };
}

/** No fault for axe-core, light and dark; pages within the page are tried as pages of their own. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate("axe.run({ iframes: false })")) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
  }
}

/** Nothing sticks out at the side of a screen of this width. */
export const expectWithin = async (page: Page, width: number): Promise<void> =>
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
