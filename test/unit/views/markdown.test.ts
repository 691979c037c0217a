import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownLines } from "../../../src/document/markdown.ts";
import { periodDocument, reportDocument } from "../../../src/views/period-document.ts";
import { incomplete, periodReport, report, result } from "../../support/report.ts";

const markdown = (results = [result("1"), incomplete("2")]) => {
  const period = periodReport(results);
  return [...markdownLines(periodDocument(report([period]), period))].join("");
};

test("a section with a table for each group", () => {
  expect(markdown()).toBe(`## Thử: Quý I/2026

### Khối 1

| Hạng | ma | ten | Area A | Area B | Tổng điểm | Mức xếp loại | Ghi chú |
| --: | --- | --- | --: | --: | --: | --- | --- |
| 1 | 1 | Tên 1 | 45,5 | 40 | 85,5 | Tốt |  |
|  | 2 | Tên 2 |  | 40 |  |  | chưa đủ điểm: thiếu tiêu chí A1 |

Tốt 1 · Kém 0 · chưa đủ điểm 1
`);
});

test("a name stays text, in one cell", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const line = markdown([result("1", { columns: ["1", name, ""] })]).split("\n")[6] as string;
      expect(line.replace(/\\[\\|]/g, "").split("|")).toHaveLength(10);
      expect(line).not.toMatch(/[<>]/);
    }),
  );
  expect(markdown([result("1", { columns: ["1", "<b>*An*|_B_", ""] })])).toContain("&lt;b&gt;\\*An\\*\\|\\_B\\_");
});

test("a decision is told with its reason and authority, an earlier mark without", () => {
  const decided = result("1", {
    reason: { kind: "past", text: "xếp mức tot: đủ minh chứng (Ban Thường vụ)" },
    marks: ["decided", "from_history"],
  });
  const [, , , , , , line] = markdown([decided]).split("\n");
  expect(line).toMatch(
    /\| theo quyết định của cấp có thẩm quyền: xếp mức tot: đủ minh chứng \(Ban Thường vụ\); [^:]+ \|$/,
  );
});

test("a document has all periods", () => {
  const [first, second] = [periodReport([result("1")]), { ...periodReport([result("2")]), period: "2026-Q2" }];
  const text = [...markdownLines(reportDocument(report([first, second])))].join("");
  expect(text.match(/^## .*$/gm)).toEqual(["## Thử: Quý I/2026", "## Thử: Quý II/2026"]);
  expect(text).toContain("\n\n## Thử: Quý II/2026\n\n");
});

test("lines of a file stand as they are, in a fence that none of them closes", () => {
  const block = { kind: "verbatim", title: "a_b.md", lines: ["```` x", "a | <b>"] } as const;
  expect([...markdownLines({ language: "vi", blocks: [block] })].join("")).toBe(
    "a\\_b.md\n\n`````text\n```` x\na | <b>\n`````\n",
  );
});
