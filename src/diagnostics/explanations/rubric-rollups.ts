import type { rollups as entries } from "../catalogue/rubric-rollups.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const rollups: { readonly [Code in keyof typeof entries]: Explanation } = {
  R601: {
    text: {
      en: "Two results of one period for one person could contradict each other.",
      vi: "Hai kết quả của cùng một kỳ cho một người có thể mâu thuẫn nhau.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
  - { period: year, of: quarter, score: sum, missing: skip }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`,
    },
  },
  R602: {
    text: {
      en: "A rollup is made of the rows' periods or of an earlier rollup.",
      vi: "Kỳ tổng hợp lấy từ kỳ của các dòng hoặc từ một lần tổng hợp đứng trước.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: month, score: mean, missing: skip }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`,
    },
  },
  R603: {
    text: {
      en: "Results are rolled up from shorter periods into longer ones.",
      vi: "Kết quả được tổng hợp từ kỳ ngắn lên kỳ dài.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: month, of: quarter, score: mean, missing: skip }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`,
    },
  },
  R604: {
    text: {
      en: "`score` is one of a few words, weights, or an expression over `average` and `periods`.",
      vi: "`score` là một trong vài từ, là trọng số, hoặc là biểu thức dùng `average` và `periods`.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: maen, missing: skip }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`,
    },
  },
  R605: {
    text: {
      en: "Weights name periods by the part of their name behind the year: Q1, HK1, 03, W07.",
      vi: "Trọng số gọi tên kỳ bằng phần sau năm: Q1, HK1, 03, W07.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: { weights: { Q1: 1, Q2: 1, Q3: 1, Q5: 2 } }, missing: block }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: { weights: { Q1: 1, Q2: 1, Q3: 1, Q4: 2 } }, missing: block }
`,
    },
  },
  R606: {
    text: {
      en: "Only sums, means, weights and the last period give areas and items a value that belongs to the total.",
      vi: "Chỉ tổng, trung bình, trọng số và kỳ cuối mới cho nhóm và tiêu chí một giá trị khớp với tổng.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: best, missing: skip, ranking: { by: [total, A] } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: best, missing: skip, ranking: { by: [total] } }
`,
    },
  },
  R607: {
    text: {
      en: "With more than there can be nobody would ever be rated.",
      vi: "Ghi nhiều hơn số kỳ có thể có thì không ai được xếp loại.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip, at_least: 5 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip, at_least: 2 }
`,
    },
  },
  R608: {
    text: {
      en: "A period without a weight would be scored and then not count.",
      vi: "Kỳ không có trọng số sẽ được chấm mà không được tính.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: { weights: { Q1: 1, Q2: 1, Q3: 1 } }, missing: block }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: { weights: { Q1: 1, Q2: 1, Q3: 1, Q4: 2 } }, missing: block }
`,
    },
  },
  R609: {
    text: {
      en: "A condition of one quarter is not a condition of the year: it has to be stated what the year requires.",
      vi: "Điều kiện của một quý không phải điều kiện của cả năm: phải ghi rõ cả năm cần gì.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50, require: A >= 60, otherwise: next }
  - { id: poor, title: Poor }
rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50, require: A >= 60, otherwise: next }
  - { id: poor, title: Poor }
rollups:
  - { period: year, of: quarter, score: mean, missing: skip, bands: [{ id: good, from: 50 }, { id: poor }] }
`,
    },
  },
  R610: {
    text: {
      en: "`attributes` says from which period a person's unit and other columns are read for grouping.",
      vi: "`attributes` cho biết đơn vị và các cột khác của một người lấy từ kỳ nào để xếp nhóm.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip, attributes: Q9 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip, attributes: Q4 }
`,
    },
  },
  R613: {
    text: {
      en: "A mean or sum of the periods has no place for points that are scored once, for the longer period: how many of the 100 they are is for an expression to say.",
      vi: "Trung bình hay tổng của các kỳ không có chỗ cho điểm chấm một lần ở kỳ dài: phải có biểu thức nêu điểm này chiếm bao nhiêu trong 100.",
    },
    bad: {
      argv,
      "rubric.yaml":
        "rollups:\n  - { period: year, of: quarter, score: mean, missing: skip, areas: [{ id: theme, max: 10 }] }\n",
    },
    fixed: {
      argv,
      "rubric.yaml":
        "rollups:\n  - { period: year, of: quarter, score: average * 0.9 + theme, missing: skip, areas: [{ id: theme, max: 10 }] }\n",
    },
  },
  R612: {
    text: {
      en: "An expression can have any scale, so its max is not that of the periods.",
      vi: "Biểu thức có thể theo thang bất kỳ, nên mức tối đa không phải của các kỳ.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: average * 2, missing: skip, total: { clamp: true } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: average * 2, missing: skip, total: { clamp: true, max: 200 } }
`,
    },
  },
};
