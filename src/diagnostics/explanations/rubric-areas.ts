import type { areas as entries } from "../catalogue/rubric-areas.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const areas: { readonly [Code in keyof typeof entries]: Explanation } = {
  R122: {
    text: {
      en: "An area says how many points it is worth; a sum that does not fit then shows a slip in an item.",
      vi: "Nhóm phải ghi có bao nhiêu điểm; tổng không khớp sẽ cho thấy tiêu chí nào ghi nhầm.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, items: [{ id: A1, max: 100 }] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100, items: [{ id: A1, max: 100 }] }
`,
    },
  },
  R123: {
    text: {
      en: "A child without a weight would be scored and then not count.",
      vi: "Tiêu chí không có trọng số sẽ được chấm mà không được tính.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - id: A
    max: 100
    combine: { weights: { A1: 60% } }
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
  R124: {
    text: {
      en: "Weights are divided by their sum, so a weight of nobody would change all others.",
      vi: "Trọng số được chia cho tổng của chúng, nên một trọng số không thuộc về ai sẽ làm lệch các trọng số khác.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - id: A
    max: 100
    combine: { weights: { A1: 60%, A2: 40%, A3: 10% } }
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
  R125: {
    text: {
      en: "Whether deductions stop at 0 or reach into other points changes totals; the rubric decides it.",
      vi: "Điểm trừ dừng ở 0 hay trừ tiếp vào điểm khác sẽ làm thay đổi tổng; bộ tiêu chí phải quyết định.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, count: { base: 100, each: -2 } }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, count: { base: 100, each: -2, min: 0 } }
`,
    },
  },
  R126: {
    text: {
      en: "In every case that `when` distinguishes, the points of the children (without bonus) must add up to the max of the area, and those of the top level to the total: 17 items for leaders and 16 for others both give 100.",
      vi: "Trong mọi trường hợp mà `when` phân biệt, điểm của các phần bên trong (không kể điểm thưởng) phải khớp với `max` của nhóm, và cấp trên cùng phải khớp với tổng: 17 tiêu chí cho lãnh đạo, 16 cho người khác, đều là 100.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  leader: { type: flag, default: false }
areas:
  - id: A
    max: 100
    items:
      - { id: A1, max: 60 }
      - { id: A2, max: 40, when: leader }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  leader: { type: flag, default: false }
areas:
  - id: A
    max: 100
    items:
      - { id: A1, max: 60 }
      - { id: A2, max: 40, when: leader }
      - { id: A3, max: 40, when: "!leader" }
`,
    },
  },
  R127: {
    text: {
      en: "The total says on how many points the bands are laid out.",
      vi: "Tổng cho biết các mức xếp loại dựa trên thang bao nhiêu điểm.",
    },
    bad: {
      argv,
      "rubric.yaml": `total: { clamp: false }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `total: { max: 100, clamp: false }
`,
    },
  },
  R128: {
    text: {
      en: "All combinations of the columns that decide were tried, and the node applies in none.",
      vi: "Đã thử mọi tổ hợp của các cột quyết định và không trường hợp nào áp dụng.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  leader: { type: flag, default: false }
areas:
  - { id: A, max: 100 }
  - { id: B, max: 10, bonus: true, when: leader && !leader }
total: { max: 100, clamp: true }
ranking: { by: [total] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  leader: { type: flag, default: false }
areas:
  - { id: A, max: 100 }
  - { id: B, max: 10, bonus: true, when: leader }
total: { max: 100, clamp: true }
ranking: { by: [total] }
`,
    },
  },
  R129: {
    text: {
      en: "The max is proved by trying every case. In a sum, items whose conditions have no column in common are tried apart; where so many cases are left, people cannot review them either.",
      vi: "`max` được chứng minh bằng cách thử mọi trường hợp. Trong phép cộng, các tiêu chí có điều kiện không chung cột nào được thử riêng; còn lại nhiều đến thế thì người cũng không rà soát được.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  p: { type: choice, values: [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17], default: p0 }
  q: { type: choice, values: [q0, q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17], default: q0 }
  r: { type: choice, values: [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17], default: r0 }
  s: { type: choice, values: [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17], default: s0 }
areas:
  - id: A
    max: 100
    items:
      - { id: A1, max: 100 }
      - { id: A2, max: 1, when: 'p == "p1" && q == "q1" && r == "r1" && s == "s1"' }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - id: A
    max: 100
    items: [{ id: A1, max: 100 }]
`,
    },
  },
};
