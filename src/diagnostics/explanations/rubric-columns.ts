import type { columns as entries } from "../catalogue/rubric-columns.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const columns: { readonly [Code in keyof typeof entries]: Explanation } = {
  R111: {
    text: {
      en: "Labels are the words that a cell may hold for the values of a choice.",
      vi: "Nhãn là các từ mà ô có thể chứa thay cho giá trị của cột lựa chọn.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true, labels: { a: Unit A } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: choice, required: true, values: [a], labels: { a: Unit A } }
`,
    },
  },
  R113: {
    text: {
      en: "The default stands for every blank cell, so it must be a value that a cell could have.",
      vi: "Giá trị mặc định thay cho mọi ô trống, nên phải là giá trị mà ô có thể chứa.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  months: { type: number, min: 0, max: 12, default: 13 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  months: { type: number, min: 0, max: 12, default: 12 }
`,
    },
  },
  R114: {
    text: {
      en: "Expressions never meet an empty value: either a blank cell is a mistake in the sheet, or the rubric says what it means.",
      vi: "Biểu thức không bao giờ gặp giá trị trống: hoặc ô trống là lỗi của bảng điểm, hoặc bộ tiêu chí nói rõ ô trống nghĩa là gì.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true }
`,
    },
  },
  R115: {
    text: {
      en: "A label is another word for a value, a level, or `yes` and `no`.",
      vi: "Nhãn là từ khác cho một giá trị, một mức điểm, hoặc cho `yes` và `no`.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, levels: { good: 100, poor: 0 }, labels: { god: Very good } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, levels: { good: 100, poor: 0 }, labels: { good: Very good } }
`,
    },
  },
  R116: {
    text: {
      en: "People write the same word with and without accents and capitals, so two values must differ in more than that.",
      vi: "Người nhập liệu viết cùng một từ khi có dấu khi không, khi hoa khi thường, nên hai giá trị phải khác nhau nhiều hơn thế.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  group: { type: choice, values: [ban, bàn], default: ban }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  group: { type: choice, values: [ban, phong], default: ban }
`,
    },
  },
  R117: {
    text: {
      en: "No number lies between them, so every cell would be refused.",
      vi: "Không có số nào nằm giữa hai giá trị đó, nên ô nào cũng bị từ chối.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  months: { type: number, min: 12, max: 0, required: true }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  months: { type: number, min: 0, max: 12, required: true }
`,
    },
  },
  R118: {
    text: {
      en: "A column with `compare` holds the office's own figure; differences from ours are listed.",
      vi: "Cột có `compare` chứa số liệu của đơn vị; chỗ nào khác với kết quả tính được sẽ được liệt kê.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  theirs: { type: number, compare: totl }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  theirs: { type: number, compare: total }
`,
    },
  },
  R119: {
    text: {
      en: "Headers are compared without case, accents and spaces; a sheet column must belong to one thing only.",
      vi: "Tiêu đề cột được so sánh không phân biệt hoa thường, dấu và dấu cách; một cột trong bảng điểm chỉ thuộc về một thứ.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 50, column: Score }
  - { id: B, max: 50, column: score }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 50, column: Score A }
  - { id: B, max: 50, column: Score B }
`,
    },
  },
  R121: {
    text: {
      en: "A column with `when` is read only where that holds, so the columns that decide must be known before.",
      vi: "Cột có `when` chỉ được đọc khi điều kiện đúng, nên các cột quyết định phải biết trước.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  party: { type: flag, default: false, when: leader }
  leader: { type: flag, default: false, when: party }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  party: { type: flag, default: false }
  leader: { type: flag, default: false, when: party }
`,
    },
  },
  R144: {
    text: {
      en: "Codes are words that a score cell may hold besides points, so that they can never be taken for points.",
      vi: "Mã là các từ mà ô điểm có thể chứa thay cho điểm, nên không được lẫn với điểm.",
    },
    bad: {
      argv,
      "rubric.yaml": `codes: { "0": skip_total }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `codes: { KPS: skip_total }
`,
    },
  },
};
