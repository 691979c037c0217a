import type { groups as entries } from "../catalogue/rubric-groups.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const groups: { readonly [Code in keyof typeof entries]: Explanation } = {
  R401: {
    text: { en: "A quota moves the surplus to a worse band.", vi: "Hạn mức chuyển số vượt xuống mức thấp hơn." },
    bad: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: poor, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: good }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }
`,
    },
  },
  R402: {
    text: {
      en: "A quota never raises anybody and never leaves them where they are.",
      vi: "Hạn mức không nâng ai lên và không để ai ở nguyên chỗ.",
    },
    bad: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: good }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }
`,
    },
  },
  R403: {
    text: { en: "A share is a part of the people in the denominator.", vi: "Tỷ lệ là một phần của số người ở mẫu số." },
    bad: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20, of: rated, basis: before, within: [], round: down, ties: out, then: poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }
`,
    },
  },
  R404: {
    text: {
      en: "Keys of `by` and `order` are values that each person has one of.",
      vi: "Khóa trong `by` và `order` là giá trị mà mỗi người có đúng một.",
    },
    bad: {
      argv,
      "rubric.yaml": `ranking: { by: [totl] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `ranking: { by: [total] }
`,
    },
  },
  R405: {
    text: {
      en: "Several quotas of one band hold at once, so they must agree on who goes and where to.",
      vi: "Nhiều hạn mức của một mức cùng có hiệu lực, nên phải thống nhất ai bị chuyển và chuyển đi đâu.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true }
quotas:
  - { id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }
  - { id: q2, band: good, share: 20%, of: rated, basis: before, within: [unit], round: down, ties: open, then: poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:
  unit: { type: text, required: true }
quotas:
  - { id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }
  - { id: q2, band: good, share: 20%, of: rated, basis: before, within: [unit], round: down, ties: out, then: poor }
`,
    },
  },
  R406: {
    text: { en: "It is a number of people.", vi: "Đây là số người." },
    bad: {
      argv,
      "rubric.yaml": `awards:
  - { id: flag, title: Flag, top: 0, ties: open }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `awards:
  - { id: flag, title: Flag, top: 1, ties: open }
`,
    },
  },
  R407: {
    text: {
      en: "Without a number and without a condition everybody would win it.",
      vi: "Không có số lượng và không có điều kiện thì ai cũng được.",
    },
    bad: {
      argv,
      "rubric.yaml": `awards:
  - { id: flag, title: Flag }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `awards:
  - { id: flag, title: Flag, when: total >= 95 }
`,
    },
  },
};
