// The program as one page, in a real browser: what it computes, byte for byte, and what it never does.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, expectWithin, launched, opened } from "../support/browser.ts";
import { root, withFolder, writeTree } from "../support/files.ts";
import { runHere } from "../support/run.ts";
import { whyNot } from "../support/wants.ts";

const reason = whyNot("chromium");
// Apart from dist/, which another test may build meanwhile.
const folder = mkdtempSync(join(tmpdir(), "score-page-"));
const page = join(folder, "score.html");

interface ShippedFile {
  readonly name: string;
  readonly bytes: string;
  readonly use: { readonly kind: string; readonly table?: string };
}

interface ShippedIn {
  readonly rubrics: readonly { name: string; title: string; files: readonly ShippedFile[] }[];
  readonly library: readonly { name: string; text: string }[];
}

/** What the page brings, as the build wrote it into it. */
function shippedIn(): ShippedIn {
  const [, json = "{}"] = /id="shipped-files">(.*?)<\/script>/s.exec(readFileSync(page, "utf8")) ?? [];
  return JSON.parse(json);
}

describe.skipIf(reason)(`in chromium${reason ? ` (${reason})` : ""}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, "scripts/page.mjs"), page]);
    browser = await launched();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** `reads`: the test itself may read what the policy of the page keeps from it. */
  async function open(width = 1200, reads = false): Promise<{ tab: Page; complaints: string[] }> {
    const viewport = { width, height: 900 };
    const { page: tab, complaints } = await opened(browser, page, { viewport, locale: "vi-VN", bypassCSP: reads });
    return { tab, complaints };
  }

  const computed = (tab: Page) => tab.getByRole("status").filter({ hasText: "Đã tính xong." }).waitFor();

  /** The files that the page offers, by name. */
  const filesOf = async (tab: Page) => {
    const all = new Map(
      (await tab.evaluate(`Promise.all([...document.querySelectorAll("a[download]")].map(
        async (link) => [link.download, Array.from(new Uint8Array(await (await fetch(link.href)).arrayBuffer()), (byte) => String.fromCharCode(byte)).join("")]))`)) as [
        string,
        string,
      ][],
    );
    const [name = ""] = [...all.keys()].filter((each) => each.endsWith(".zip"));
    const zip = new Map(Object.entries(unzipSync(Buffer.from(all.get(name) ?? "", "latin1"))));
    return { zip, found: new Map([...all].filter(([file]) => file !== name)) };
  };

  test("computes every shipped example to the bytes of the command line, without a request", async () => {
    const { tab, complaints } = await open(1200, true);
    const { rubrics, library } = shippedIn();
    expect(rubrics.filter(({ files }) => files.length > 0).length).toBeGreaterThan(12);
    for (const [at, { name, files }] of rubrics.entries()) {
      if (files.length === 0) continue;
      await tab.locator("#shipped").selectOption(String(at));
      await computed(tab);
      const { zip, found } = await filesOf(tab);
      const expected = await byCommandLine(name, library, files);
      expect([...found.keys()].sort(), name).toEqual([...expected.keys()].sort());
      for (const [file, content] of found) expect(content === expected.get(file), `${name}: ${file}`).toBe(true);
      expect([...zip.keys()].sort(), name).toEqual([...expected.keys()].sort());
    }
    expect(complaints).toEqual([]);
  }, 240_000);

  test("says what is wrong where it stands, and computes once it is mended", async () => {
    const { tab, complaints } = await open();
    await tab.locator("#rubric").setInputFiles({
      name: "r.yaml",
      mimeType: "text/yaml",
      buffer: Buffer.from(
        readFileSync(join(root, "test/cases/shared/two-areas.yaml"), "utf8").replace("max: 60", "max: 61"),
      ),
    });
    await tab
      .getByRole("button", { name: /^r\.yaml:/ })
      .first()
      .waitFor();
    await tab.locator("#rubric").setInputFiles(join(root, "test/cases/shared/two-areas.yaml"));
    const sheet = (a: string) => ({
      name: "s.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`ma,ho_ten,period,A,B\n1,An,2026-Q1,${a},20\n`),
    });
    await tab.locator("#sheets").setInputFiles(sheet("99"));
    expect(await tab.locator(".files .name").allTextContents()).toEqual(["s.csv"]);
    await tab.getByText("s.csv:2:").waitFor();
    await tab.locator("#sheets").setInputFiles(sheet("59"));
    await computed(tab);
    await tab.locator("#subject").fill("1");
    await tab.getByRole("button", { name: "Giải thích" }).click();
    const [download] = await Promise.all([
      tab.waitForEvent("download"),
      tab.locator('a[download="2026-Q1.csv"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe("2026-Q1.csv");
    const explanation = tab.frameLocator('iframe[title="Giải thích kết quả"]');
    await explanation.getByText("79").first().waitFor();
    await explanation.locator("html").evaluate("window.print = () => document.body.append('in rồi')");
    await tab.getByRole("button", { name: "In trang dưới đây" }).first().click();
    await explanation.getByText("in rồi").waitFor();
    expect(complaints).toEqual([]);
  });

  const people = process.env.MODE === "deep" ? 100_000 : 10_000;

  test(`${people} people are computed beside the page, which answers meanwhile, and any of them explained`, async () => {
    const { tab, complaints } = await open();
    await tab.locator("#rubric").setInputFiles(join(root, "test/cases/shared/two-areas.yaml"));
    await tab.getByText("Chưa có bảng điểm.", { exact: true }).waitFor();
    const rows = Array.from({ length: people }, (_, at) => `P${at},Nguyễn Văn ${at},2026-Q1,${at % 60},${at % 41}\n`);
    await tab.locator("#sheets").setInputFiles({
      name: "lon.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`ma,ho_ten,period,A,B\n${rows.join("")}`),
    });
    let answers = 0;
    for (let says: unknown = ""; says !== "Đã tính xong."; answers++) {
      says = await tab.evaluate("document.querySelector('[role=status]').textContent");
    }
    expect(answers).toBeGreaterThan(10);
    await tab.locator("#subject").fill(`P${people - 1}`);
    await tab.getByRole("button", { name: "Giải thích" }).click();
    const explanation = tab.frameLocator('iframe[title="Giải thích kết quả"]');
    await explanation
      .getByText(`P${people - 1} Nguyễn Văn ${people - 1}`)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  }, 600_000);

  /** Chooses a shipped rubric by the name of its file. */
  async function choose(tab: Page, wanted: string) {
    const { rubrics, library } = shippedIn();
    const at = rubrics.findIndex(({ name }) => name === wanted);
    await tab.locator("#shipped").selectOption(String(at));
    await computed(tab);
    return { files: rubrics[at]?.files ?? [], library };
  }

  test("people of an example never stand among those whom somebody gave", async () => {
    const { tab, complaints } = await open();
    await computed(tab);
    const names = () => tab.locator(".files .name").allTextContents();
    await tab.locator("#sheets").setInputFiles({
      name: "quy-2.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        "Mã;Họ và tên;Chi bộ;Học tập;Nêu gương;Công việc;Kiến nghị;Trễ hạn\n9;An;Chi bộ 1;8;Tốt;40;8;0\n",
      ),
    });
    await expect.poll(names).toEqual(["quy-2.csv"]);
    // Own files stay beside further ones, and under another rubric.
    await tab
      .locator("#sheets")
      .setInputFiles({ name: "quy-3.csv", mimeType: "text/csv", buffer: Buffer.from("Mã\n") });
    await expect.poll(names).toEqual(["quy-2.csv", "quy-3.csv"]);
    await tab.locator("#rubric").setInputFiles(join(root, "test/cases/shared/two-areas.yaml"));
    expect(await names()).toEqual(["quy-2.csv", "quy-3.csv"]);
    expect(complaints).toEqual([]);
  });

  test("takes one period, further columns and values of parameters, as flags on the command line", async () => {
    const { tab, complaints } = await open(1200, true);
    const name = "rubrics/qd-366-huyen.yaml";
    const { files, library } = await choose(tab, name);
    await tab.getByText("Lựa chọn khác").click();
    await tab.locator("#period").fill("Quý II/2026");
    await tab.locator("#columns").fill("N1, T1");
    await tab.locator("#set").fill("han_muc=25%");
    await tab.locator("#set").blur();
    await tab.locator('a[download="2026-Q2.csv"]').waitFor();
    await computed(tab);
    const flags = ["--period", "Quý II/2026", "--columns", "N1,T1", "--set", "han_muc=25%"];
    const expected = await byCommandLine(name, library, files, flags);
    expect((await filesOf(tab)).found).toEqual(expected);
    await tab.locator("#period").fill("mai");
    await tab.locator("#period").blur();
    await tab.getByText("C109").waitFor();
    expect(complaints).toEqual([]);
  });

  test("reads workbooks of every kind as the command line does", async () => {
    const { tab, complaints } = await open(1200, true);
    const text = readFileSync(join(root, "test/sheets/rubric.yaml"), "utf8");
    await tab.locator("#rubric").setInputFiles(join(root, "test/sheets/rubric.yaml"));
    for (const kind of ["xlsx", "xls", "ods"]) {
      const name = `quy-1-2026-libreoffice-fr.${kind}`;
      const file = join(root, "test/sheets/corpus/values", name);
      await tab.locator("#sheets").setInputFiles(file);
      await tab.locator(".files .name", { hasText: name }).waitFor();
      await computed(tab);
      const given = { name, bytes: readFileSync(file).toString("base64"), use: { kind: "sheet" } };
      const expected = await byCommandLine("rubric.yaml", [{ name: "rubric.yaml", text }], [given]);
      expect((await filesOf(tab)).found, kind).toEqual(expected);
      await tab.getByRole("button", { name: `bỏ tệp ${name}` }).click();
    }
    expect(complaints).toEqual([]);
  });

  test("takes earlier results as a folder, and none that somebody changed", async () => {
    const { tab } = await open();
    const { files } = await choose(tab, "rubrics/quang-ninh-tcs-dang.yaml");
    const zip = files.find(({ use }) => use.kind === "history");
    const inside = unpacked("nam-truoc", Buffer.from(zip?.bytes ?? "", "base64"));
    await withFolder(async (cwd) => {
      await tab.getByRole("button", { name: `bỏ tệp ${zip?.name}` }).click();
      const awards = () => tab.frameLocator('iframe[title="Báo cáo"]').getByText(/5 năm/).count();
      await computed(tab);
      const without = await awards();
      writeTree(cwd, inside);
      await tab.locator("#past").setInputFiles(join(cwd, "nam-truoc"));
      await tab.locator(".files .name", { hasText: "nam-truoc" }).waitFor();
      await computed(tab);
      await expect.poll(awards).toBeGreaterThan(without);
      writeTree(cwd, [["nam-truoc/2013.csv", "rank\n"]]);
      await tab.locator("#past").setInputFiles(join(cwd, "nam-truoc"));
      await tab.getByText("A408").waitFor();
      // No line is at fault.
      expect(await tab.locator(".findings li", { hasText: "A408" }).innerText()).not.toContain("undefined");
      expect(await tab.locator("a[download]").count()).toBe(0);
    });
  });

  test.each([360, 1920])("axe-core finds no fault at a width of %i, and nothing is wider", async (width) => {
    const { tab } = await open(width);
    await computed(tab);
    await expectWithin(tab, width);
    await expectAccessible(tab);
    await tab.getByRole("textbox", { name: "1. Bộ tiêu chí" }).waitFor();
    await tab.getByLabel("Ngôn ngữ").selectOption("en");
    await tab.getByRole("textbox", { name: "1. The rubric" }).waitFor();
  });
});

/** The files that `score compute --out` writes of the same rubric and files. */
async function byCommandLine(
  name: string,
  library: ShippedIn["library"],
  files: readonly ShippedFile[],
  flags: readonly string[] = [],
): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  await withFolder(async (cwd) => {
    const given = files.map((file) => [file.name, Buffer.from(file.bytes, "base64")] as const);
    writeTree(cwd, [
      ["score.config.yaml", ""],
      ...library.map((each) => [each.name, each.text] as const),
      ...given,
      ...given.filter(([each]) => each.endsWith(".zip")).flatMap(([each, bytes]) => unpacked(each, bytes)),
    ]);
    const used = (kind: string) => files.filter(({ use }) => use.kind === kind);
    const argv = [
      ...used("sheet").map((file) => file.name),
      ...used("decisions").flatMap((file) => ["--decisions", file.name]),
      ...used("history").flatMap((file) => ["--history", file.name.replace(".zip", "")]),
      ...used("table").flatMap((file) => ["--table", `${file.use.table}=${file.name}`]),
    ];
    const ran = await runHere(
      ["compute", name, ...argv, ...flags, "--out", "out", "--format", "html", "--format", "xlsx", "--quiet"],
      { cwd },
    );
    expect(ran).toMatchObject({ exit: 0 });
    for (const file of readdirSync(join(cwd, "out"))) result.set(file, readFileSync(join(cwd, "out", file), "latin1"));
  });
  return result;
}

/** The folder that a ZIP file is. */
const unpacked = (name: string, bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(
    ([path, content]) => [`${name.replace(".zip", "")}/${path}`, Buffer.from(content)] as const,
  );
