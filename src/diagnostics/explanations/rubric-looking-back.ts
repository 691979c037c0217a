import type { lookingBack as entries } from "../catalogue/rubric-looking-back.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";
const offence = (part: string): string => `columns:
  offence: { type: text, default: "" }
  note: { type: text, of: rating, default: "" }
  rater: { type: text, of: rating, required: true }
ratings: { by: rater, level: item, combine: mean }
${part}`;
const streak = (years: string, period = "year"): string => `rollups:
  - period: ${period}
    of: quarter
    score: mean
    missing: skip
    awards:
      - { id: five, title: Five years, streak: { band: good, years: ${years}, not_rated: breaks, again: every } }
`;
const table = (part: string): string => `tables:
  units: { ${part} }
`;

export const lookingBack: { readonly [Code in keyof typeof entries]: Explanation } = {
  R621: {
    text: {
      en: "`once` asks in which period an offence first occurs. A longer period is made of those that have counted it already.",
      vi: "`once` hỏi vi phạm xuất hiện lần đầu ở kỳ nào. Kỳ tổng hợp được tạo từ những kỳ đã tính vi phạm đó.",
    },
    bad: {
      argv,
      "rubric.yaml": offence(`rollups:
  - period: year
    of: quarter
    score: mean
    missing: skip
    rules:
      - { id: late, when: "total < 60", set: poor, once: offence }
`),
    },
    fixed: {
      argv,
      "rubric.yaml": offence(`rules:
  - { id: late, when: "total < 60", set: poor, once: offence }
`),
    },
  },
  R622: {
    text: {
      en: "A column of the rating has as many values as there are raters; results do not carry it to later periods.",
      vi: "Cột của lượt chấm có bao nhiêu người chấm thì có bấy nhiêu giá trị; kết quả không mang cột đó sang kỳ sau.",
    },
    bad: {
      argv,
      "rubric.yaml": offence(`rules:
  - { id: late, when: "total < 60", set: poor, once: note }
`),
    },
    fixed: {
      argv,
      "rubric.yaml": offence(`rules:
  - { id: late, when: "total < 60", set: poor, once: offence }
`),
    },
  },
  R623: {
    text: {
      en: "A streak counts adjacent years, so it needs the results of years.",
      vi: "Chuỗi liên tục tính theo các năm kề nhau, nên cần kết quả năm.",
    },
    bad: { argv, "rubric.yaml": streak("5", "semester") },
    fixed: { argv, "rubric.yaml": streak("5") },
  },
  R624: {
    text: {
      en: "One year is no streak, and half a year does not exist in it.",
      vi: "Một năm chưa phải là chuỗi, và chuỗi không có nửa năm.",
    },
    bad: { argv, "rubric.yaml": streak("1") },
    fixed: { argv, "rubric.yaml": streak("5") },
  },
  R652: {
    text: {
      en: "Keys are compared as texts everywhere: as a number `007` would become 7.",
      vi: "Khóa luôn được so sánh như chuỗi: nếu là số thì `007` sẽ thành 7.",
    },
    bad: { argv, "rubric.yaml": table("key: id, columns: { id: { type: number, required: true } }") },
    fixed: { argv, "rubric.yaml": table("key: id, columns: { id: { type: text, required: true } }") },
  },
  R653: {
    text: {
      en: "A choice is a closed list of values; other columns have none.",
      vi: "Cột choice là một danh sách giá trị đóng; các cột khác không có danh sách.",
    },
    bad: { argv, "rubric.yaml": table("columns: { kind: { type: choice } }") },
    fixed: { argv, "rubric.yaml": table("columns: { kind: { type: choice, values: [a, b] } }") },
  },
};
