import type { names as entries } from "../catalogue/rubric-names.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const names: { readonly [Code in keyof typeof entries]: Explanation } = {
  R101: {
    text: {
      en: "Columns, areas and items are the names of one rubric, and every band, rule, quota, award, alert and basis has an id of its own in its list: one word must not mean two things.",
      vi: "Cột, nhóm và tiêu chí dùng chung một bộ tên; mỗi mức, quy tắc, hạn mức, khen thưởng, cảnh báo và căn cứ có mã riêng trong danh sách của mình: một từ không được có hai nghĩa.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 50 }
  - { id: A, max: 50 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 50 }
  - { id: B, max: 50 }
`,
    },
  },
  R102: {
    text: {
      en: "`period` is the sheet column that says which period a row covers; `next`, `incomplete`, `not_rated` and `rated` have a meaning wherever a band is named.",
      vi: "`period` là cột cho biết mỗi dòng thuộc kỳ nào; `next`, `incomplete`, `not_rated` và `rated` đã có nghĩa ở những chỗ gọi tên mức xếp loại.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: next, title: Good, from: 50 }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50 }
  - { id: poor, title: Poor }
`,
    },
  },
  R103: {
    text: {
      en: "Key, name, `within`, `evidence`, `done` and `target` name columns of the rubric by id.",
      vi: "Khóa, tên, `within`, `evidence`, `done` và `target` gọi cột của bộ tiêu chí bằng mã.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true }
ranking: { within: [unti], by: [total] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true }
ranking: { within: [unit], by: [total] }
`,
    },
  },
  R104: {
    text: {
      en: "A place that needs numbers cannot take text, and the office's own figure (`compare`) must have the type of what it is compared with.",
      vi: "Chỗ cần số thì không nhận chữ; số liệu của đơn vị (`compare`) phải cùng kiểu với giá trị được đối chiếu.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true }
ranking: { by: [unit] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  years: { type: number, required: true }
ranking: { by: [years] }
`,
    },
  },
  R105: {
    text: {
      en: "The key says whose row it is, so each row must have it and it must belong to the subject.",
      vi: "Khóa cho biết dòng là của ai, nên dòng nào cũng phải có và khóa phải thuộc về đối tượng.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  code: { type: text, default: "0" }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  code: { type: text, required: true }
`,
    },
  },
  R106: {
    text: {
      en: "Results of several periods are joined by the key. If the unit is part of it, a person who moves starts again in the new unit and stays absent in the old one.",
      vi: "Kết quả nhiều kỳ được nối với nhau theo khóa. Nếu khóa có đơn vị thì người chuyển đi bắt đầu lại ở đơn vị mới và vắng ở đơn vị cũ.",
    },
    bad: {
      argv,
      "rubric.yaml": `subject: { key: [unit, code] }
ranking: { within: [unit], by: [total] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `subject: { key: [code] }
columns:
  unit: { type: text, required: true }
ranking: { within: [unit], by: [total] }
`,
    },
  },
  R110: {
    text: {
      en: "`cite` says on which document a part rests; reports print its title.",
      vi: "`cite` cho biết phần này dựa vào văn bản nào; báo cáo in tiêu đề văn bản đó.",
    },
    bad: {
      argv,
      "rubric.yaml": `basis:
  - { id: qd366, title: Decision 366 }
areas:
  - { id: A, max: 100, cite: qd336 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `basis:
  - { id: qd366, title: Decision 366 }
areas:
  - { id: A, max: 100, cite: qd366 }
`,
    },
  },
  R145: {
    text: { en: "The month has no such day.", vi: "Tháng đó không có ngày này." },
    bad: {
      argv,
      "rubric.yaml": `valid: { from: 2026-01-01, to: 2026-02-30 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `valid: { from: 2026-01-01, to: 2026-02-28 }
`,
    },
  },
  R146: {
    text: {
      en: "A sheet period outside `valid` is refused, so no sheet could be computed.",
      vi: "Kỳ nằm ngoài `valid` sẽ bị từ chối, nên không bảng điểm nào tính được.",
    },
    bad: {
      argv,
      "rubric.yaml": `valid: { from: 2026-12-31, to: 2026-01-01 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `valid: { from: 2026-01-01, to: 2026-12-31 }
`,
    },
  },
  R147: {
    text: {
      en: "A test gives what a sheet would: cells of items and columns; everything else is computed.",
      vi: "Bài kiểm tra cho những gì bảng điểm có: ô của tiêu chí và cột; mọi thứ khác được tính ra.",
    },
    bad: {
      argv,
      "rubric.yaml": `tests:
  - { name: full marks, given: { A9: 100 }, expect: { total: 100 } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `tests:
  - { name: full marks, given: { A: 100 }, expect: { total: 100 } }
`,
    },
  },
};
