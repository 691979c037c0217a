import type { tests as entries } from "../catalogue/rubric-tests.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";
const wide = "ratings:\n  sources: { own: (own), branch: (branch) }\n  level: item\n  combine: mean\n";
const withSources = (said: string): string =>
  `${wide}${withTest(`given: { fill: full, sources: ${said} }\n    expect: { total: 90 }`)}`;
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
  R954: {
    text: {
      en: "What one source says in a test stands under its id, as `ratings.sources` has it. A name that no source has would be said by nobody.",
      vi: "Trong bài kiểm tra, điểm của từng nguồn chấm ghi dưới mã của nguồn đó như trong `ratings.sources`. Tên không thuộc nguồn nào thì không ai chấm.",
    },
    bad: { argv, "rubric.yaml": withSources("{ brnach: { A: 80 } }") },
    fixed: { argv, "rubric.yaml": withSources("{ branch: { A: 80 } }") },
  },
  R955: {
    text: {
      en: "In a wide sheet each source has columns of its own for the items only; all other columns stand there once, whoever scores.",
      vi: "Trong bảng có nhiều nguồn chấm, mỗi nguồn chỉ có cột riêng cho các tiêu chí; các cột khác chỉ có một, ai chấm cũng vậy.",
    },
    bad: { argv, "rubric.yaml": withSources("{ branch: { code: X } }") },
    fixed: { argv, "rubric.yaml": withSources("{ branch: { A: 80 } }") },
  },
};
