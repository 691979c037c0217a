import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Block } from "../../../src/document/block.ts";
import type { Chart } from "../../../src/document/chart.ts";
import { htmlLines } from "../../../src/document/html/html.ts";
import { css, script, scriptHash } from "../../../src/document/html/page.generated.ts";
import { number, table, text } from "../../../src/document/table.ts";

const page = (blocks: readonly Block[], drawings: ReadonlyMap<Chart, string> = new Map()): string =>
  [...htmlLines({ language: "vi", blocks }, drawings)].join("");

const body = (blocks: readonly Block[], drawings?: ReadonlyMap<Chart, string>): string =>
  /<main>\n([\s\S]*)<\/main>/.exec(page(blocks, drawings))?.[1] ?? "";

const hostile = `</script><script>alert(1)</script>&"'<img src=x onerror=alert(1)>`;
const harmless =
  "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;&lt;img src=x onerror=alert(1)&gt;";

test("text stays text wherever it stands", () => {
  const chart: Chart = {
    kind: "chart",
    title: hostile,
    description: hostile,
    form: { kind: "lines", times: [], series: [], axis: "" },
  };
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: hostile },
    { kind: "heading", level: 2, text: hostile },
    { kind: "list", items: [hostile] },
    { kind: "note", paragraphs: [hostile] },
    { kind: "remark", place: hostile, verdict: { text: hostile, tone: "error" }, text: hostile },
    {
      kind: "table",
      columns: [{ id: "a", head: hostile, type: text }],
      parts: [{ title: hostile, rows: [[hostile]] }],
    },
    { kind: "tree", root: { text: hostile, below: [{ text: hostile, tone: "strong", below: [] }] } },
    { kind: "verbatim", title: hostile, lines: [hostile] },
    { kind: "indented", by: 2, blocks: [{ kind: "note", paragraphs: [hostile] }] },
    { kind: "signatures", date: "…, date …", by: [hostile], hint: "(signature)" },
    chart,
  ];
  const written = page(blocks, new Map([[chart, "<svg></svg>"]]));
  expect(written.match(/<script/g)).toHaveLength(2);
  expect(written).not.toContain("<img");
  expect(written.split(harmless)).toHaveLength(19);
});

const heading = (text: string) => ({ kind: "heading", level: 1, text }) as const;

test("the first heading names the page, each further one begins a part", () => {
  const headings = ["Năm 2026", "Quý I", "Quý II"].map(heading);
  expect(page(headings)).toContain("<title>Năm 2026</title>");
  expect(body(headings)).toBe(
    '<h1>Năm 2026</h1>\n<section id="part-1">\n<h2>Quý I</h2>\n</section>\n<section id="part-2">\n<h2>Quý II</h2>\n</section>\n',
  );
});

test("a page of several parts says where they are, and begins those with long tables on paper of their own", () => {
  const rows = (count: number) =>
    table(
      [{ id: "a", head: "A", type: number }],
      Array.from({ length: count }, () => [1]),
    );
  const written = body([
    heading("Năm 2026"),
    ...[heading("Quý I"), rows(13)],
    ...[heading("Quý II"), { ...rows(7), parts: [...rows(7).parts, ...rows(6).parts] }],
    ...[heading("<b>"), rows(12)],
  ]);
  expect(written).toContain('<nav aria-label="Mục lục">\n<ul>\n<li><a href="#part-1">Quý I</a></li>\n');
  expect(written).toContain('<li><a href="#part-3">&lt;b&gt;</a></li>');
  expect(written.match(/<section id="part-\d" class="long">\n<h2>.*/g)).toEqual([
    '<section id="part-2" class="long">\n<h2>Quý II</h2>',
  ]);
});

test("a column of texts that says nothing is not shown, a long text gets room, and many columns lie on their side", () => {
  const columns = ["name", "note", "why"].map((id) => ({ id, head: id, type: text }));
  const written = body([table(columns, [["An", undefined, "x".repeat(61)]])]);
  expect(written).toContain('<tr><th scope="col" class="short">name</th><th scope="col" class="long">why</th></tr>');
  expect(written).toContain(`<tr><td class="short">An</td><td class="long">${"x".repeat(61)}</td></tr>`);
  expect(written).not.toContain("wide");
  const many = Array.from({ length: 20 }, (_, at) => ({ id: `c${at}`, head: `Giám_sát ${at}`, type: number }));
  expect(body([table(many, [many.map((_, at) => at)])])).toContain('<div class="tables wide">');
});

test("cells carry the numbers that they are sorted by, and show the decimal mark of the language", () => {
  const columns = [
    { id: "name", head: "Họ tên", type: text },
    { id: "total", head: "Tổng", type: { ...number, scale: 10 } },
  ];
  expect(
    body([
      table(columns, [
        ["An", 895],
        ["Bình", undefined],
      ]),
    ]),
  ).toContain(
    '<tr><td class="short">An</td><td class="right" data-value="895">89,5</td></tr>\n<tr><td class="short">Bình</td><td class="right"></td></tr>',
  );
});

test("a file beside the page is a link, a tree a list within a list", () => {
  const column = { id: "page", head: "Trang", type: { kind: "file" } } as const;
  expect(body([table([column], [["report-1.html"]])])).toContain('<a href="report-1.html">report-1.html</a>');
  const root = { text: "Kết quả", below: [{ text: "A", below: [{ text: "A1", tone: "faint", below: [] } as const] }] };
  expect(body([{ kind: "tree", root }])).toContain(
    '<h1>Kết quả</h1>\n<ul class="tree">\n<li>A\n<ul>\n<li><span class="faint">A1</span>\n</li>\n</ul>\n</li>\n</ul>\n',
  );
});

test("a browser runs the one script that the page names by its hash, and loads nothing", () => {
  expect(`sha256-${createHash("sha256").update(script).digest("base64")}`).toBe(scriptHash);
  const whole = page([]);
  expect(whole).toContain(`<script>${script}</script>`);
  expect(whole).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'`);
  expect(css + script).not.toMatch(/https?:|url\(|@import/);
});
