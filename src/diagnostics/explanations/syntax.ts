import type { syntax as entries } from "../catalogue/syntax.ts";
import type { Explanation } from "./explanation.ts";
import { baseRubric } from "./explanation.ts";
import { shape } from "./shape.ts";

const plain = { "rubric.yaml": "language: en\n" };

export const syntax: { readonly [Code in keyof typeof entries]: Explanation } = {
  S001: {
    text: {
      en: "YAML could not be understood here. What follows the mistake may be misread too, so only the first complaint of a line is shown.",
      vi: "Không hiểu được YAML ở chỗ này. Phần sau lỗi cũng có thể bị đọc sai, nên mỗi dòng chỉ báo lỗi đầu tiên.",
    },
    bad: { "rubric.yaml": "title: Scores: first quarter\n" },
    fixed: { "rubric.yaml": 'title: "Scores: first quarter"\n' },
  },
  S002: {
    text: {
      en: "YAML measures nesting by spaces. A tab looks different in every editor, so it is not allowed there.",
      vi: "YAML xác định cấp bằng số dấu cách. Phím Tab hiện dài ngắn tùy trình soạn thảo, nên không được dùng để thụt lề.",
    },
    bad: { "rubric.yaml": "total:\n\tmax: 100\n\tclamp: false\n" },
    fixed: { "rubric.yaml": "total:\n  max: 100\n  clamp: false\n" },
  },
  S003: {
    text: {
      en: "A bracket or quote that stays open swallows what follows, so nothing behind it can be judged.",
      vi: "Dấu ngoặc không đóng sẽ nuốt cả phần sau, nên không thể kiểm tra những gì đứng sau nó.",
    },
    bad: { "rubric.yaml": "total: { max: 100, clamp: false\nlanguage: en\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false }\nlanguage: en\n" },
  },
  S004: {
    text: {
      en: "An anchor (&name) and its aliases (*name) make one text appear in several places. Messages could not point to one place, and a reader must jump about.",
      vi: "Neo (&tên) và bí danh (*tên) làm một đoạn hiện ra ở nhiều chỗ. Thông báo không thể chỉ đúng một chỗ, người đọc phải dò tìm.",
    },
    bad: { "rubric.yaml": "total: &whole { max: 100, clamp: false }\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false }\n" },
  },
  S005: {
    text: {
      en: "A merge key copies another map into this one. What a rubric says must stand where it applies.",
      vi: "Khóa gộp chép nhóm khác vào nhóm này. Nội dung của bộ tiêu chí phải viết ngay tại chỗ áp dụng.",
    },
    bad: { "rubric.yaml": "total: { <<: { max: 100 }, clamp: false }\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false }\n" },
  },
  S006: {
    text: {
      en: "A tag (!name) changes what a value is, in a way that few readers know. Rubrics have texts, numbers, true, false, lists and maps only.",
      vi: "Thẻ (!tên) đổi kiểu của giá trị theo cách ít người biết. Bộ tiêu chí chỉ có văn bản, số, true, false, danh sách và nhóm.",
    },
    bad: { "rubric.yaml": "version: !!str 2026.1\n" },
    fixed: { "rubric.yaml": 'version: "2026.1"\n' },
  },
  S007: {
    text: {
      en: "A directive changes how YAML itself is read, for example as version 1.1, in which `no` is not a text.",
      vi: "Chỉ thị làm đổi cách đọc YAML, ví dụ sang phiên bản 1.1, nơi `no` không phải văn bản.",
    },
    bad: { argv: "compute old.yaml sheet.csv", "old.yaml": `%YAML 1.1\n---\n${baseRubric}` },
    fixed: plain,
  },
  S008: {
    text: {
      en: "One file is one rubric, so that a result can name the file that it was computed from.",
      vi: "Mỗi tệp là một bộ tiêu chí, để kết quả nêu được đúng tệp đã dùng.",
    },
    bad: { "rubric.yaml": "language: en\n---\nschema: 1\n" },
    fixed: { "rubric.yaml": "language: en\n" },
  },
  S009: {
    text: {
      en: "Of two equal keys only one could count, and it is not visible which.",
      vi: "Hai khóa giống nhau thì chỉ một khóa có tác dụng, mà không thấy được là khóa nào.",
    },
    bad: { "rubric.yaml": "total: { max: 100, clamp: false, max: 90 }\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false }\n" },
  },
  S010: {
    text: {
      en: "YAML allows lists and maps as keys; the keys of a rubric are words.",
      vi: "YAML cho phép danh sách và nhóm làm khóa; khóa của bộ tiêu chí phải là từ.",
    },
    bad: { "rubric.yaml": "total: { max: 100, clamp: false, [round]: 1 }\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false }\n" },
  },
  S011: {
    text: {
      en: "The file has no content besides spaces and comments.",
      vi: "Tệp không có gì ngoài khoảng trắng và ghi chú.",
    },
    bad: { argv: "compute empty.yaml sheet.csv", "empty.yaml": "# nothing yet\n" },
    fixed: plain,
  },
  S012: {
    text: {
      en: "A rubric begins with keys at the margin. Often the space behind a colon is missing: `schema:1` is a text.",
      vi: "Bộ tiêu chí bắt đầu bằng các khóa ở sát lề. Thường là do thiếu dấu cách sau dấu hai chấm: `schema:1` là một văn bản.",
    },
    bad: { argv: "compute list.yaml sheet.csv", "list.yaml": "schema:1\n" },
    fixed: plain,
  },
  S013: {
    text: {
      en: "Real rubrics have a few thousand lines and a few levels. Anything far larger is another file, an accident, or an attack.",
      vi: "Bộ tiêu chí thật chỉ vài nghìn dòng và vài cấp. Tệp lớn hơn nhiều là tệp khác, sự cố hoặc tấn công.",
    },
    bad: { "rubric.yaml": `title: ${"[".repeat(70)}${"]".repeat(70)}\n` },
    fixed: { "rubric.yaml": "title: Example\n" },
  },
  ...shape,
};
