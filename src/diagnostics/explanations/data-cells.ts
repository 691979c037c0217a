import type { cells as entries } from "../catalogue/data-cells.ts";
import type { Explanation } from "./explanation.ts";

export const cells: { readonly [Code in keyof typeof entries]: Explanation } = {
  D201: {
    text: {
      en: "A required column is blank for somebody. Rules and quotas would decide about them without knowing what they need to know.",
      vi: "Một cột bắt buộc để trống ở một người. Khi đó quy tắc và hạn mức sẽ quyết định mà không biết điều cần biết.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D202: {
    text: {
      en: "A cell that should hold a number holds something else. It is not taken for 0.",
      vi: "Một ô phải là số nhưng lại là thứ khác. Ô đó không được coi là 0.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,tám mươi
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D203: {
    text: {
      en: "A number is outside its limits: points above the max of their item, or below 0. It is not cut, since it is more likely a slip of the hand.",
      vi: "Số nằm ngoài giới hạn: điểm cao hơn mức tối đa của tiêu chí, hoặc dưới 0. Chương trình không tự cắt bớt, vì nhiều khả năng đây là gõ nhầm.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,800
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D204: {
    text: {
      en: "An item has at most as many decimals as the rubric says. Rounding the cell could lift somebody over a bound.",
      vi: "Điểm chỉ được có số chữ số thập phân mà bộ tiêu chí cho phép. Tự làm tròn ô có thể đưa một người qua ngưỡng.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,79.995
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,79.99
`,
    },
  },
  D205: {
    text: {
      en: "The rubric allows only points in steps, and the cell lies between two of them.",
      vi: "Bộ tiêu chí chỉ cho chấm theo bước điểm, mà ô này nằm giữa hai bước.",
    },
    bad: {
      "rubric.yaml": `areas:
  - { id: A, max: 100, step: 0.5 }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,79.7
`,
    },
    fixed: {
      "rubric.yaml": `areas:
  - { id: A, max: 100, step: 0.5 }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,79.5
`,
    },
  },
  D206: {
    text: {
      en: "A level or a choice is one of a list. Case, accents and spaces do not matter, but another word does.",
      vi: "Mức hoặc lựa chọn phải có trong danh sách. Chữ hoa, dấu và khoảng trắng không quan trọng, nhưng từ khác thì không được.",
    },
    bad: {
      "rubric.yaml": `areas:
  - { id: A, levels: { good: 100, fair: 60, poor: 0 } }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,god
`,
    },
    fixed: {
      "rubric.yaml": `areas:
  - { id: A, levels: { good: 100, fair: 60, poor: 0 } }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,Good
`,
    },
  },
  D207: {
    text: {
      en: "A yes-or-no cell holds a word that is neither. What it means is not guessed.",
      vi: "Ô có/không chứa một từ không thuộc bên nào. Chương trình không đoán ý nghĩa.",
    },
    bad: {
      "rubric.yaml": `areas:
  - { id: A, yes: 100 }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,maybe
`,
    },
    fixed: {
      "rubric.yaml": `areas:
  - { id: A, yes: 100 }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,x
`,
    },
  },
  D208: {
    text: {
      en: "The cell counts how many times something happened, so it is a whole number from 0. The points are computed from it, not written in it.",
      vi: "Ô này ghi số lần, nên phải là số nguyên từ 0. Điểm được tính từ số lần, không ghi vào ô.",
    },
    bad: {
      "rubric.yaml": `areas:
  - { id: A, count: { base: 100, each: -2, min: 0 } }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,1.5
`,
    },
    fixed: {
      "rubric.yaml": `areas:
  - { id: A, count: { base: 100, each: -2, min: 0 } }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,1
`,
    },
  },
  D209: {
    text: {
      en: "Marks between thousands differ from country to country, and one of them is the other's decimal mark. Numbers with them are refused, never read both ways.",
      vi: "Dấu ngăn cách hàng nghìn mỗi nước một khác, và dấu của nơi này lại là dấu thập phân của nơi kia. Số có dấu đó bị từ chối, không đọc theo hai cách.",
    },
    bad: {
      "rubric.yaml": `columns:
  output: { type: number, required: true }
`,
      "sheet.csv": `code,full_name,period,A,output
001,An,2026-Q1,80,"1.234,5"
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  output: { type: number, required: true }
`,
      "sheet.csv": `code,full_name,period,A,output
001,An,2026-Q1,80,"1234,5"
`,
    },
  },
  D210: {
    text: {
      en: "A date is written day/month/year or as in ISO 8601, and must exist. 02/13/2026 is not turned into 13 February.",
      vi: "Ngày viết theo ngày/tháng/năm hoặc ISO 8601, và phải có thật. 02/13/2026 không được tự đổi thành 13 tháng 2.",
    },
    bad: {
      "rubric.yaml": `columns:
  joined: { type: date, required: true }
`,
      "sheet.csv": `code,full_name,period,A,joined
001,An,2026-Q1,80,31/02/2020
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  joined: { type: date, required: true }
`,
      "sheet.csv": `code,full_name,period,A,joined
001,An,2026-Q1,80,28/02/2020
`,
    },
  },
};
