import type { scales as entries } from "../catalogue/rubric-scales.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const scales: { readonly [Code in keyof typeof entries]: Explanation } = {
  R130: {
    text: {
      en: "Each scale has keys of its own; one that would be ignored is refused.",
      vi: "Mỗi thang điểm có khóa riêng; khóa nào sẽ bị bỏ qua thì không được ghi.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, levels: { good: 100, poor: 0 }, step: 5 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100, step: 5 }
`,
    },
  },
  R131: {
    text: {
      en: "Cells hold multiples of the step, so otherwise nobody could reach the max.",
      vi: "Ô chỉ chứa bội số của bước điểm, nên nếu không thì không ai đạt được điểm tối đa.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100, step: 0.3 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100, step: 0.5 }
`,
    },
  },
  R132: {
    text: {
      en: "An item whose best score is 0 or less cannot be scored as points of a max.",
      vi: "Tiêu chí mà điểm cao nhất không quá 0 thì không thể chấm theo điểm tối đa.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100 }
  - { id: B, max: 0 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100 }
`,
    },
  },
  R133: {
    text: {
      en: "With a positive `each` the score needs a `max`; with a negative one `base` is the max already.",
      vi: "Nếu `each` dương thì cần `max`; nếu `each` âm thì `base` đã là điểm tối đa.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, count: { base: 0, each: 5 } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, count: { base: 0, each: 5, max: 100 } }
`,
    },
  },
  R134: {
    text: {
      en: "Lower bounds that fall leave no gap and no overlap, and the last row takes all the rest.",
      vi: "Ngưỡng dưới giảm dần thì không hở, không chồng nhau, và dòng cuối nhận phần còn lại.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, table: [{ from: 50, points: 60 }, { from: 80, points: 100 }, { points: 0 }] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, table: [{ from: 80, points: 100 }, { from: 50, points: 60 }, { points: 0 }] }
`,
    },
  },
  R135: {
    text: { en: "Below 100 % nobody could reach the max.", vi: "Dưới 100% thì không ai đạt được điểm tối đa." },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, ratio: { max: 100, cap: 100 } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, ratio: { max: 100, cap: 100% } }
`,
    },
  },
  R136: {
    text: {
      en: "`min` cuts every score from below, so everybody would get more than the max.",
      vi: "`min` chặn dưới mọi điểm, nên ai cũng sẽ được hơn điểm tối đa.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100, min: 101 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100, min: 0 }
`,
    },
  },
  R137: {
    text: {
      en: "`decimals` is how many places a score cell may have.",
      vi: "`decimals` là số chữ số thập phân mà ô điểm được có.",
    },
    bad: {
      argv,
      "rubric.yaml": `decimals: 20
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `decimals: 1
`,
    },
  },
  R138: {
    text: {
      en: "A cell with more places than allowed is refused, never rounded.",
      vi: "Ô có nhiều chữ số thập phân hơn mức cho phép sẽ bị từ chối, không bao giờ được làm tròn.",
    },
    bad: {
      argv,
      "rubric.yaml": `decimals: 0
areas:
  - { id: A, max: 99.5 }
  - { id: B, max: 0.5, step: 0.5 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `decimals: 1
areas:
  - { id: A, max: 99.5 }
  - { id: B, max: 0.5, step: 0.5 }
`,
    },
  },
  R139: {
    text: {
      en: "A part with weight 0 is scored and does not count.",
      vi: "Phần có trọng số 0 vẫn được chấm nhưng không được tính.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - id: A
    max: 100
    combine: { weights: { A1: 100%, A2: 0 } }
    items: [{ id: A1, max: 100 }, { id: A2, max: 100 }]
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - id: A
    max: 100
    combine: { weights: { A1: 60%, A2: 40% } }
    items: [{ id: A1, max: 100 }, { id: A2, max: 100 }]
`,
    },
  },
  R140: {
    text: {
      en: "A score is computed after everything that its expression reads; a circle has no first step.",
      vi: "Điểm được tính sau mọi thứ mà biểu thức của nó đọc; một vòng tròn thì không có bước đầu.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 50, value: B }
  - { id: B, max: 50, value: A }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 50, value: raw.B }
  - { id: B, max: 50 }
`,
    },
  },
  R141: {
    text: {
      en: "A column with `when` has no value elsewhere, so for everybody else the score would be missing, a rule silent and a condition not met.",
      vi: "Cột có `when` không có giá trị ở trường hợp khác, nên với những người còn lại điểm sẽ bị thiếu, quy tắc không có tác dụng và điều kiện coi như không đạt.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  leader: { type: flag, default: false }
  e: { type: number, min: 0, max: 100, required: true, when: leader }
areas:
  - { id: A, max: 100, value: e }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  leader: { type: flag, default: false }
  e: { type: number, min: 0, max: 100, required: true, when: leader }
areas:
  - { id: A, max: 100, value: "leader ? e : 50" }
`,
    },
  },
};
