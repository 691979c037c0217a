import { expect, test } from "vitest";
import { number, table, text } from "../../../src/document/table.ts";
import { documentBook } from "../../../src/document/xlsx/document-book.ts";

test("a tab for each table with what stands above it, for each tree, and for what is left", () => {
  const columns = [
    { id: "a", head: "Ai", type: text },
    { id: "n", head: "Điểm", type: number },
  ];
  const { title, tabs } = documentBook({
    language: "vi",
    blocks: [
      { kind: "heading", level: 1, text: "Quý I" },
      { kind: "note", paragraphs: ["Hai người"] },
      table(columns, [["An", 5]]),
      { kind: "signatures", date: "…, date …", by: ["Người lập"], hint: "(signature)" },
      { kind: "heading", level: 2, text: "Ghi chú" },
      { kind: "indented", by: 2, blocks: [{ kind: "list", items: ["một", "hai"] }] },
      { kind: "remark", place: "a.csv:1:2", verdict: { text: "lỗi", tone: "error" }, text: "thiếu" },
      { kind: "tree", root: { text: "Kết quả", below: [{ text: "A", below: [{ text: "A1", below: [] }] }] } },
    ],
  });
  expect(title).toBe("Quý I");
  expect(tabs.map(({ name, titles, rows }) => ({ name, titles, rows }))).toEqual([
    { name: "Quý I", titles: ["Quý I", "Hai người"], rows: [["An", { number: "5" }]] },
    { name: "Ghi chú", titles: ["Ghi chú"], rows: [["một"], ["hai"], ["a.csv:1:2: lỗi: thiếu"]] },
    { name: "Kết quả", titles: ["Kết quả"], rows: [["A"], ["    A1"]] },
  ]);
});
