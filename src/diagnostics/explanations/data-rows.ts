import type { rows as entries } from "../catalogue/data-rows.ts";
import type { Explanation } from "./explanation.ts";

const ownAreas = `rollups:
  - { period: year, of: quarter, score: average * 0.9 + theme, missing: skip, areas: [{ id: theme, max: 10 }] }
`;

export const rows: { readonly [Code in keyof typeof entries]: Explanation } = {
  D211: {
    text: {
      en: "A score stands in an item that does not apply to this person. Either the score or the column that decides what applies is wrong; ignoring it could hide a mistake in the class.",
      vi: "Có điểm ở một tiêu chí không áp dụng cho người này. Hoặc điểm sai, hoặc cột quyết định việc áp dụng sai; bỏ qua có thể che một lỗi xếp loại.",
    },
    bad: {
      "rubric.yaml": `columns:
  leads: { type: flag, default: false }
areas:
  - { id: A, max: 100, when: leads }
  - { id: B, max: 100, when: '!leads' }
`,
      "sheet.csv": `code,full_name,period,leads,A,B
001,An,2026-Q1,no,80,70
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  leads: { type: flag, default: false }
areas:
  - { id: A, max: 100, when: leads }
  - { id: B, max: 100, when: '!leads' }
`,
      "sheet.csv": `code,full_name,period,leads,A,B
001,An,2026-Q1,no,,70
`,
    },
  },
  D212: {
    text: {
      en: "The period column holds something that is no period, or a period of a kind that the rubric neither scores by nor rolls up to.",
      vi: "Cột kỳ chứa nội dung không phải là kỳ, hoặc kỳ thuộc loại mà bộ tiêu chí không chấm và cũng không tổng hợp.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-03,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,Quý I/2026,80
`,
    },
  },
  D213: {
    text: {
      en: "The rubric says for which time it is valid, and no day of this period lies in it. An older or a newer rubric applies there.",
      vi: "Bộ tiêu chí ghi rõ thời gian có hiệu lực, mà kỳ này không có ngày nào nằm trong đó. Kỳ đó phải dùng bộ tiêu chí cũ hơn hoặc mới hơn.",
    },
    bad: {
      "rubric.yaml": `valid: { from: 2026-01-01, to: 2026-12-31 }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2025-Q4,80
`,
    },
    fixed: {
      "rubric.yaml": `valid: { from: 2026-01-01, to: 2026-12-31 }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D214: {
    text: {
      en: "The command line says that the whole sheet covers one period, and a row says another.",
      vi: "Dòng lệnh ghi cả bảng thuộc một kỳ, mà một dòng lại ghi kỳ khác.",
    },
    bad: {
      argv: "compute rubric.yaml 2026-Q2=sheet.csv",
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
    fixed: {
      argv: "compute rubric.yaml 2026-Q1=sheet.csv",
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D215: {
    text: {
      en: "A row with scores belongs to somebody, but its key is blank. It is neither left out nor given to anybody by its name.",
      vi: "Dòng có điểm là của một người, nhưng ô mã để trống. Dòng đó không bị bỏ qua, cũng không được gán cho ai theo họ tên.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
,An,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D216: {
    text: {
      en: "A row has more or fewer cells than the header. Cells are never shifted to make it fit: often a decimal comma was taken for the delimiter.",
      vi: "Một dòng có nhiều hoặc ít ô hơn dòng tiêu đề. Các ô không bị dồn cho khớp: thường là dấu phẩy thập phân bị coi là dấu ngăn cột.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,89,5
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,"89,5"
`,
    },
  },
  D217: {
    text: {
      en: "A column that only some people need may be absent, but here is somebody who needs it.",
      vi: "Cột chỉ một số người cần thì có thể không có, nhưng ở đây có người cần đến.",
    },
    bad: {
      "rubric.yaml": `columns:
  leads: { type: flag, default: false }
areas:
  - { id: A, max: 100, when: leads }
  - { id: B, max: 100, when: '!leads' }
`,
      "sheet.csv": `code,full_name,period,leads,B
001,An,2026-Q1,yes,
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  leads: { type: flag, default: false }
areas:
  - { id: A, max: 100, when: leads }
  - { id: B, max: 100, when: '!leads' }
`,
      "sheet.csv": `code,full_name,period,leads,A
001,An,2026-Q1,yes,80
`,
    },
  },
  D218: {
    text: {
      en: "The office's own figure is only compared with ours and decides nothing; one that cannot be read is named and left out of the comparison.",
      vi: "Số do cơ quan tự tính chỉ để so sánh với kết quả của chương trình, không quyết định gì; số không đọc được thì được nêu ra và không so sánh.",
    },
    bad: {
      "rubric.yaml": `columns:
  stated: { type: number, compare: total }
`,
      "sheet.csv": `code,full_name,period,A,stated
001,An,2026-Q1,80,tám mươi
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  stated: { type: number, compare: total }
`,
      "sheet.csv": `code,full_name,period,A,stated
001,An,2026-Q1,80,80
`,
    },
  },
  D219: {
    text: {
      en: "A theme of the year is scored once, in a row whose period is the year, and the items of a month only in rows of months. A score in the wrong row would count nowhere.",
      vi: "Chủ đề năm chỉ chấm một lần, ở dòng có kỳ là năm; tiêu chí của tháng chỉ chấm ở dòng của tháng. Điểm ghi nhầm dòng sẽ không được tính ở đâu cả.",
    },
    bad: {
      "rubric.yaml": ownAreas,
      "sheet.csv": "code,full_name,period,A,theme\n001,An,2026-Q1,80,9\n",
    },
    fixed: {
      "rubric.yaml": ownAreas,
      "sheet.csv": "code,full_name,period,A,theme\n001,An,2026-Q1,80,\n001,An,2026,,9\n",
    },
  },
  D220: {
    text: {
      en: "A row has more or fewer cells than the header, so some stand in wrong columns, and the key may be one of them. The key of such a row is believed only where it is a code of one word and nothing but a row number stands before it. Otherwise nobody knows whose row is broken, and `--keep-going` computes nothing.",
      vi: "Một dòng có nhiều hoặc ít ô hơn dòng tiêu đề nên có ô nằm sai cột, và ô mã có thể là một trong số đó. Mã của dòng như vậy chỉ được tin khi là một từ liền và đứng trước nó chỉ có số thứ tự. Nếu không thì không biết dòng hỏng là của ai, và `--keep-going` cũng không tính gì.",
    },
    bad: {
      "sheet.csv": `full_name,code,period,A
Trần Văn An, tổ trưởng,001,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `full_name,code,period,A
"Trần Văn An, tổ trưởng",001,2026-Q1,80
`,
    },
  },
};
