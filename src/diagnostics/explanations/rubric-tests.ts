import type { tests as entries } from "../catalogue/rubric-tests.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";
const withTest = (test: string): string => `tests:\n  - name: full points\n    ${test}\n`;

export const tests: { readonly [Code in keyof typeof entries]: Explanation } = {
  R951: {
    text: {
      en: "A test compares named figures with what the program computes. A name that it does not know could never fail.",
      vi: "Bài kiểm tra so sánh từng kết quả có tên với kết quả chương trình tính ra. Một tên không có thật thì không bao giờ sai được.",
    },
    bad: { argv, "rubric.yaml": withTest("given: { fill: full }\n    expect: { totl: 100 }") },
    fixed: { argv, "rubric.yaml": withTest("given: { fill: full }\n    expect: { total: 100 }") },
  },
  R952: {
    text: {
      en: 'Scores are compared as numbers; bands, states, rules, awards and alerts by their ids. Blank ("") says that there is none.',
      vi: 'Điểm được so sánh theo số; mức xếp loại, trạng thái, quy tắc, khen thưởng và cảnh báo theo mã. Để trống ("") nghĩa là không có.',
    },
    bad: { argv, "rubric.yaml": withTest("given: { fill: full }\n    expect: { band: goood }") },
    fixed: { argv, "rubric.yaml": withTest("given: { fill: full }\n    expect: { band: good }") },
  },
  R953: {
    text: {
      en: "A test either gives the cells of one subject and lists the figures that it expects, or names sheets and a CSV file of the results that they must give.",
      vi: "Một bài kiểm tra hoặc cho các ô của một đối tượng rồi liệt kê kết quả mong đợi, hoặc nêu tên bảng điểm và tệp CSV chứa kết quả phải có.",
    },
    bad: { argv, "rubric.yaml": withTest("sheets: [sheet.csv]\n    expect: { total: 80 }") },
    fixed: { argv, "rubric.yaml": withTest("sheets: [sheet.csv]\n    expect: expected.csv") },
  },
};
