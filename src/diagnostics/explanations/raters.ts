import type { raters as entries } from "../catalogue/raters.ts";
import type { Explanation } from "./explanation.ts";

const rubric = `columns:
  rater: { type: text, of: rating, required: true }
ratings: { by: rater, level: item, combine: mean }
`;
const argv = "raters rubric.yaml sheet.csv";
const sheet = "code,full_name,period,rater,A\n001,An,2026-Q1,R1,80\n001,An,2026-Q1,R2,70\n";

export const raters: { readonly [Code in keyof typeof entries]: Explanation } = {
  C160: {
    text: {
      en: "Severity and agreement are what several ratings of the same subjects tell. With one official row per subject there is nobody to compare.",
      vi: "Độ chặt và độ thống nhất chỉ thấy được khi nhiều người chấm cùng đối tượng. Mỗi đối tượng một dòng chính thức thì không có ai để so sánh.",
    },
    bad: { argv },
    fixed: { argv, "rubric.yaml": rubric, "sheet.csv": sheet },
  },
  C161: {
    text: {
      en: "The report rests on ratings that are accepted and have all their scores, within the period asked for.",
      vi: "Báo cáo dựa trên các lượt chấm hợp lệ và đủ điểm, trong kỳ được hỏi.",
    },
    bad: { argv, "rubric.yaml": rubric, "sheet.csv": "code,full_name,period,rater,A\n001,An,2026-Q1,R1,\n" },
    fixed: { argv, "rubric.yaml": rubric, "sheet.csv": sheet },
  },
};
