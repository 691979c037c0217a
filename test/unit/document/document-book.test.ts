import { expect, test } from "vitest";
import { number, table, text } from "../../../src/document/table.ts";
import { documentBook } from "../../../src/document/xlsx/document-book.ts";

test("a tab for each table with what stands around it, for each tree, and for what is left", () => {
  const columns = [
    { id: "a", head: "Ai", type: text },
    { id: "n", head: "Điểm", type: number },
  ];
  const { title, tabs } = documentBook({
    language: "vi",
    blocks: [
      { kind: "heading", level: 1, text: "Thi đua" },
      { kind: "heading", level: 2, text: "Quý I" },
      { kind: "note", paragraphs: ["Hai người"] },
      table(columns, [["An", 5]]),
      { kind: "note", paragraphs: ["Hết"] },
      { kind: "signatures", date: "…, date …", by: ["Người lập"], hint: "(signature)" },
      { kind: "heading", level: 2, text: "Ghi chú" },
      { kind: "indented", by: 2, blocks: [{ kind: "list", items: ["một", "hai"] }] },
      { kind: "remark", place: "a.csv:1:2", verdict: { text: "lỗi", tone: "error" }, text: "thiếu" },
      { kind: "verbatim", title: "b.csv", lines: ["ma;A", "1;2"] },
      { kind: "tree", root: { text: "Kết quả", below: [{ text: "A", below: [{ text: "A1", below: [] }] }] } },
    ],
  });
  expect(title).toBe("Thi đua");
  expect(tabs.map(({ columns: _, ...tab }) => tab)).toEqual([
    { name: "Quý I", titles: ["Thi đua", "Quý I", "Hai người"], rows: [["An", { number: "5" }]], notes: ["Hết"] },
    {
      name: "Ghi chú",
      titles: ["Ghi chú"],
      rows: [["một"], ["hai"], ["a.csv:1:2: lỗi: thiếu"], ["b.csv"], ["ma;A"], ["1;2"]],
      lines: [0, 0, 0, 0, 0, 0],
    },
    { name: "Kết quả", titles: ["Kết quả"], rows: [["A"], ["A1"]], lines: [0, 1] },
  ]);
});

test("what has nothing to show is a tab of its headings", () => {
  const headings = ["cũ → mới", "Quý I: không có gì khác"].map(
    (text) => ({ kind: "heading", level: 1, text }) as const,
  );
  expect(documentBook({ language: "vi", blocks: headings }).tabs).toMatchObject([
    { titles: ["cũ → mới", "Quý I: không có gì khác"], rows: [] },
  ]);
});
